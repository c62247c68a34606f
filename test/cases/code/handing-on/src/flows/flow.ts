// What is tracked waits in a store, and is told by a name in two parts.
import { quietly } from "./quietly";
import { waiting } from "./waiting";

export type Flow = { addEvent: (eventName: string) => void; readonly name: string };

const trackFlowOf = (name: string): Flow => {
  const addEvent = (eventName: string) => {
    waiting.put(`${name}_${eventName}`);
  };
  return { name, addEvent: quietly(addEvent) };
};
export const trackFlow = quietly(trackFlowOf);
