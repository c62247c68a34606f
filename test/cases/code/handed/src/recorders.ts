// Functions that are handed to others as arguments, whatever those call them.
import { track } from "./analytics";

export const makeRecorder =
  (send: (name: string, more?: object) => void) =>
  (name: string) =>
    send(name, { app: "shop" });

export const makeSome = (tell: (name: string) => void) => ({
  opened: (what: string) => tell(what),
  closed: () => tell("Shop Closed"),
});

export function each(names: readonly string[], go: (name: string) => void) {
  go("Round Began");
  for (const name of names) go(name);
}

// What it is handed sends nothing.
export function every(names: readonly string[], go: (name: string) => void) {
  go("Nothing Sent");
  for (const name of names) go(name);
}

export const record = makeRecorder((name, more) => track(name, more));
export const recordAgain = makeRecorder(track);
export const some = makeSome(track);
