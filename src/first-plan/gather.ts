// Gathers what a scan of code says of each event and of people: the raw material of a first plan.

import type { CodeScan, Emission, ObjectShape, ValueShape } from "../code/emission.js";
import { mergedObject, mergedShape } from "../code/emissions/shapes.js";
import { compareText, type Span } from "../diagnostics/diagnostic.js";
import { callPresets } from "../plan/plan.js";
import { reachesDestination } from "../rules/code-presets.js";
import { placeKey } from "../rules/right-keys.js";

/** An event as the code sends it. */
export type FoundEvent = {
  readonly name: string;
  /** Every call that can send it, in the order of the scan. */
  readonly emissions: readonly Emission[];
  /** The same, with the callers of a function that sends it by itself in place of the call inside: what they carry. */
  readonly sent: readonly Emission[];
  /** The places of its name, one for each call. */
  readonly spans: readonly Span[];
};

/** A call whose event is not known, or not wholly. */
export type UnreadCall = { readonly emission: Emission; readonly reason: string };

export type Found = {
  /** Sorted by name. */
  readonly events: readonly FoundEvent[];
  /** What people are identified with. */
  readonly attributes: ObjectShape | undefined;
  readonly identifies: readonly Emission[];
  readonly unread: readonly UnreadCall[];
  /** Calls that may be no emissions. */
  readonly doubtful: number;
  /** The libraries that are called, where some of them belong to other products than the destination. */
  readonly presets: readonly string[];
};

/** Leaves out tests, and what may be no emission at all and names no event. */
export function gather(scan: CodeScan): Found {
  const counted = scan.emissions.filter(({ test, forwards }) => !test && forwards !== true);
  const sure = counted.filter((emission) => emission.doubt === undefined || namesEvents(emission));
  const presets = new Set(sure.flatMap(({ preset, also = [] }) => [preset, ...also]));
  const given = new Map<string, Emission[]>();
  for (const one of scan.given ?? [])
    if (!one.test && one.sentBy !== undefined) {
      const same = given.get(placeKey(one.sentBy));
      if (same === undefined) given.set(placeKey(one.sentBy), [one]);
      else same.push(one);
    }
  const events = new Map<string, { emissions: Emission[]; spans: Span[] }>();
  const unread: UnreadCall[] = [];
  for (const emission of sure) {
    const { name, method } = emission;
    if (name === undefined || method === "identify" || method === "group" || method === "alias") continue;
    for (const { name: text, span } of name.names) {
      const known = events.get(text);
      if (known === undefined) events.set(text, { emissions: [emission], spans: [span] });
      else {
        known.emissions.push(emission);
        known.spans.push(span);
      }
    }
    const patterns = name.patterns.map(({ parts }) => `"${parts.join("*")}"`);
    if (patterns.length > 0) unread.push({ emission, reason: `names such as ${patterns.join(", ")}` });
    else if (!name.complete)
      unread.push({ emission, reason: name.reason ?? "a name that is not in the code" });
  }
  const identifies = sure.filter(({ method }) => method === "identify");
  const attributes = identifies.flatMap(({ properties }) => objectsOf(properties));
  return {
    events: [...events]
      .map(([name, found]) => ({
        name,
        ...found,
        sent: found.emissions.flatMap((one) => sentBy(one, given.get(placeKey(one.span)) ?? [])),
      }))
      .sort((a, b) => compareText(a.name, b.name)),
    attributes: attributes[0] === undefined ? undefined : mergedObject(attributes, attributes[0].span),
    identifies,
    unread,
    doubtful: counted.length - sure.length,
    presets: sure.some((emission) => !reachesDestination(emission))
      ? callPresets.filter((preset) => presets.has(preset))
      : [],
  };
}

/** What a call carries, and with what its callers give where it leaves that to them. */
function sentBy(emission: Emission, callers: readonly Emission[]): readonly Emission[] {
  if (callers.length === 0) return [emission];
  const { properties: own } = emission;
  return callers.map((one) => ({ ...one, properties: withOwn(one.properties, own) }));
}

/** What a caller gives, as widely as the function's own types allow it: nobody has seen all callers. */
function withOwn(given: ValueShape | undefined, own: ValueShape | undefined): ValueShape | undefined {
  if (given?.kind !== "object" || own?.kind !== "object") return given;
  const wide = new Map(own.properties.map((property) => [property.name, property.value]));
  const properties = given.properties.map((property) => {
    const other = wide.get(property.name);
    if (other === undefined || other.kind === "unknown" || property.value.kind === "unknown") return property;
    return { ...property, value: mergedShape([property.value, other], property.value.span) };
  });
  return { ...given, properties };
}

/** Whether a call that may be no emission names what it would send: then it nearly always is one. */
function namesEvents({ name, method }: Emission): boolean {
  return method === "track" && name !== undefined && name.complete && name.names.length > 0;
}

/** The objects that a payload can be. */
export function objectsOf(shape: ValueShape | undefined): readonly ObjectShape[] {
  if (shape === undefined) return [];
  if (shape.kind === "object") return [shape];
  return shape.kind === "union" ? shape.members.flatMap(objectsOf) : [];
}
