import { useMutation } from "@apollo/client";
import { CREATE_CART, TRACK_EVENT } from "@shop/documents";
import { useCreateEventLogMutation } from "@shop/hooks";

export function Cart({ client }: any) {
  const [tell] = useMutation(TRACK_EVENT);
  const [create] = useMutation(CREATE_CART);
  const [createEventLog] = useCreateEventLogMutation();
  tell({ variables: { input: { event: "Mutation Told", items: 1 } } });
  client.mutate({ mutation: TRACK_EVENT, variables: { name: "Mutation Asked" } });
  createEventLog({ event: "Mutation Kept" });
  create({ variables: { name: "no event" } });
}
