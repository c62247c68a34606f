import { useMutation } from "@tanstack/react-query";
import { createTRPCReact } from "@trpc/react-query";
import { useTRPC } from "@trpc/tanstack-react-query";
import { useAction } from "next-safe-action/hooks";
import { told, toldAgain } from "./actions";

const trpc = createTRPCReact<unknown>();

export function Page() {
  const note = trpc.tracking.note.useMutation({ onError() {} });
  const { mutate } = trpc.tracking.note.useMutation();
  const other = trpc.tracking.other.useMutation();
  const api = useTRPC();
  const again = useMutation(api.tracking.note.mutationOptions());
  const { execute } = useAction(toldAgain);
  note.mutate({ event: "Page Noted", more: { by: "hook" } });
  mutate({ event: "Page Mutated" });
  again.mutateAsync({ event: "Page Noted Again" });
  other.mutate({ event: "Nothing Sent" });
  told({ event: "Page Told" });
  execute({ event: "Page Executed" });
  return null;
}
