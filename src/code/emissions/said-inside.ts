// Calls of a function that is handed in, where who hands it in shows it: what it sends, it says itself.
import type { Effect } from "../effects/effects.js";
import type { Emission } from "../emission.js";
import { idOf } from "../values/values.js";
import type { Found } from "./found.js";

/** A call of a parameter that stands for a function which has nothing of what it is given there. */
export function isSaidInside({ callee }: Effect): boolean {
  return callee?.kind === "function";
}

const mark = "said\0";

/** What is kept of such a call: its place, and the function's. */
export function saidInside(effect: Effect): readonly Found[] {
  const { callee, at } = effect;
  if (callee?.kind !== "function" || at === undefined) return [];
  const { file, start, end } = callee.span;
  const through = [[mark + idOf(at.module, at.placed.node), file, start, end].join("\0")];
  return [{ emission: undefined, owner: undefined, requires: [], effect, through }];
}

/** The calls that such functions were found to answer with an event of their own. */
export function answered(
  founds: Iterable<readonly Pick<Found, "through">[]>,
  emissions: readonly Emission[],
): ReadonlySet<string> {
  const calls = new Set<string>();
  for (const found of founds)
    for (const { through } of found)
      for (const one of through) {
        if (!one.startsWith(mark)) continue;
        const [call = "", file, start, end] = one.slice(mark.length).split("\0");
        const sends = emissions.some(
          ({ span, doubt, forwards }) =>
            doubt === undefined &&
            forwards !== true &&
            span.file === file &&
            span.start >= Number(start) &&
            span.end <= Number(end),
        );
        if (sends) calls.add(call);
      }
  return calls;
}
