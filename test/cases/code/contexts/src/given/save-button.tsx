import { useTell } from "./context";

// What its users call the name of an event is something that the event says.
export function SaveButton({ eventName }: { eventName: string }) {
  const tell = useTell();
  return <button onClick={() => tell("Button Clicked", { name: eventName })} />;
}
