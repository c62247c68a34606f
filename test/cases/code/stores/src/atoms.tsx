// Atoms of Jotai's that send something.
import { atom, useAtom, useSetAtom } from "jotai";
import posthog from "posthog-js";

const noteAtom = atom(null, (_get, _set, name: string, more?: object) => posthog.capture(name, more));
const lastAtom = atom(
  (get) => get(noteAtom),
  (_get, _set, { event }: { event: string }) => {
    posthog.capture(event);
  },
);
const plainAtom = atom("Shop");

export function Atoms() {
  const note = useSetAtom(noteAtom);
  const [, setLast] = useAtom(lastAtom);
  const [, setPlain] = useAtom(plainAtom);
  note("Atom Noted", { size: 1 });
  setLast({ event: "Atom Kept" });
  setPlain("Nothing Sent");
  return null;
}
