import { useInteraction } from "./context";

export function Row() {
  const { noteSimple, noteLink } = useInteraction();
  noteSimple("Row Shown", { place: 1 });
  return <a onClick={() => noteLink("Link Clicked", {})} />;
}
