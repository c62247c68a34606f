import { useCallback, useMemo } from "react";
import mixpanel from "mixpanel-browser";
import { emittersFor } from "./emitters";
import { observe } from "elsewhere";

const useSteps = (step: string) => {
  const shown = useCallback(() => mixpanel.track(`${step} Shown`), [step]);
  const left = useCallback(() => mixpanel.track(`${step} Left`), [step]);
  return { shown, left };
};

export function Page() {
  const help = emittersFor("Help");
  const { shown } = useSteps("Payment");
  shown();
  return <button onClick={help.closed}>?</button>;
}

// Nobody sees what becomes of these.
observe(emittersFor("Window"));

export const unused = emittersFor("Cellar");

export function Gift() {
  const gift = useMemo(() => emittersFor("Gift"), []);
  return <button onClick={() => gift.opened()}>+</button>;
}
