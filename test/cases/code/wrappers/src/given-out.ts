// A hook that gives out one of several functions by its name.
import { event } from "react-ga";

function send(args: { category: string; action: string }) {
  event(args);
}
function drop(_args: object) {}

export function useGa() {
  return isOn() ? send : drop;
}
