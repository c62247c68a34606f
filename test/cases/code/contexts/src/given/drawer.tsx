import { SaveButton } from "./save-button";
import { useTell } from "./context";

export function Drawer() {
  const tell = useTell();
  tell("Drawer Opened", { items: 2 });
  return (
    <a onClick={() => tell("Drawer Closed")}>
      <SaveButton eventName="Save Order" />
    </a>
  );
}
