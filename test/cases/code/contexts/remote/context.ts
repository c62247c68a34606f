import * as React from "react";

// What is provided is chosen when it runs, by a host that another build makes: the interface leads to it.
export type Interaction = {
  noteSimple: (name: string, payload: object) => void;
  noteLink: (name: string, payload: object) => void;
};
const silent: Interaction = {
  noteSimple: (name, payload) => console.log(name, payload),
  noteLink: (name, payload) => console.log(name, payload),
};
export const InteractionContext = React.createContext<Interaction>(silent);
export const useInteraction = (): Interaction => React.useContext(InteractionContext);
