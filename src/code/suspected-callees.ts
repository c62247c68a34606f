// Calls that look like those that send events and lead to nothing that is known, by what they call: with the line of the
// plan that says that they do.
import type { PlaceInCall } from "../plan/plan.js";
import type { CodeScan, Emission } from "./emission.js";
import { calleeOf } from "./emissions/callee-text.js";

export type SuspectedCallee = {
  /** The function as `code.calls` names it. */
  readonly call: string;
  /** The entry of `code.calls`; undefined where the call has no form that it could name. */
  readonly entry: string | undefined;
  readonly event: PlaceInCall;
  readonly properties: PlaceInCall | undefined;
  readonly given: readonly string[];
  /** The calls of it, by file and place; those first that say the name where most do. */
  readonly calls: readonly Emission[];
};

/** What is called, with those first that are called most. */
export function suspectedCallees({ suspects = [] }: Pick<CodeScan, "suspects">): readonly SuspectedCallee[] {
  const groups = new Map<string, Map<string, Emission[]>>();
  for (const one of suspects) {
    const { event, given = [] } = one.suspected ?? { event: [0] };
    const key = JSON.stringify([calleeOf(one.call), given]);
    const places = groups.get(key) ?? new Map<string, Emission[]>();
    groups.set(key, places);
    places.set(JSON.stringify(event), [...(places.get(JSON.stringify(event)) ?? []), one]);
  }
  return [...groups.values()]
    .flatMap((places) => {
      // What most of its calls say tells where the name stands.
      const [most = [], ...others] = [...places.values()].toSorted((a, b) => b.length - a.length);
      return calleeWith([...most, ...others.flat()]) ?? [];
    })
    .toSorted((a, b) => b.calls.length - a.calls.length);
}

function calleeWith(calls: readonly Emission[]): SuspectedCallee | undefined {
  const [first] = calls;
  if (first?.suspected === undefined) return undefined;
  const { event, given } = first.suspected;
  // What is declared with its payload holds for calls that carry none, too.
  const properties = calls.find(({ suspected }) => suspected?.properties !== undefined)?.suspected
    ?.properties;
  const call = calleeOf(first.call);
  const texts = given ?? [];
  // What carries other things, too, is told by its first texts, where those are all that stands before the name.
  const isTold = given === undefined || (given.length > 0 && given.length === event[0]);
  const parts = [
    `call: ${call}`,
    ...(texts.length > 0 ? [`given: [${texts.map((text) => scalar(text)).join(", ")}]`] : []),
    `event: ${placeText(event)}`,
    ...(properties === undefined ? [] : [`properties: ${placeText(properties)}`]),
  ];
  // What has no name of its own could not be declared.
  if (!/^[\w$]+(?:\.[\w$]+)*$/.test(call)) return undefined;
  const entry = isTold ? `- { ${parts.join(", ")} }` : undefined;
  return { call, entry, event, properties, given: texts, calls };
}

function placeText(place: PlaceInCall): string {
  return place.length === 1 ? String(place[0]) : `[${place.map((part) => scalar(String(part))).join(", ")}]`;
}

/** A text as YAML takes it within a list. */
function scalar(text: string): string {
  return /^[A-Za-z_][\w-]*$|^\d+$/.test(text) ? text : JSON.stringify(text);
}
