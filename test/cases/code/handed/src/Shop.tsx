// What components, hooks and classes are handed under keys that say nothing of events.
import { useCallback, useState } from "react";
import { track } from "./analytics";
import Basket from "./Basket";
import { Gift, Note } from "./Gift";
import { Panel } from "./Panel";
import { useLeaving } from "./leaving";

export function Shop() {
  const [size, setSize] = useState("small");
  const told = useCallback((name: string, more?: object) => track(name, more), []);
  useLeaving({ done: (name) => track(name) });
  return (
    <>
      <Panel title="Shop" act={(name) => track(name)} onSize={setSize} />
      <Basket onDone={told} onStep={(step: string) => track(`Basket ${step}`)} />
      <Gift wrap={told} onNote={(text) => track("Note Written", { text })} />
      <Note onPick={(value) => track(value)} />
    </>
  );
}
