// Calls that the plan declares under `code.calls`: what they are given, and what their own text adds to it.
import type { PlaceInCall, Plan } from "../../plan/plan.js";
import type { CallShape } from "../presets/preset.js";
import { functionAround, type Placed } from "../syntax/scopes.js";
import { evaluate } from "../values/evaluate.js";
import type { Linker } from "../values/linker.js";
import type { Module } from "../values/module.js";
import { eitherOf, idOf, type Value } from "../values/values.js";
import { type Effect, partOf } from "./effects.js";

type Declared = Plan["code"]["calls"][number];

/**
 * The declaration of a call, by its whole text or by the last of it, and by the texts that it is given first. Of several
 * the one that says most of the call is meant, then the one whose name stands where a text is given; none where nothing
 * that is given can be a name. `written` gives an argument as it stands in the code: what is no text goes by its name.
 */
export function declaredBy(
  linker: Linker,
  declared: readonly Declared[],
  call: string,
  args: () => readonly Value[],
  written: (index: number) => string | undefined,
): Declared | undefined {
  if (declared.length === 0) return undefined;
  const plain = call.replace(/[?!]/g, "").replace(/\s/g, "");
  const rated = declared.flatMap((one) => {
    const { value } = one.call;
    if (plain !== value && !plain.endsWith(`.${value}`)) return [];
    const isGiven = one.given.every((text, index) => {
      const own = args()[index];
      return own?.kind === "string" ? own.value === text.value : written(index) === text.value;
    });
    const likeness = isGiven ? likenessToName(partOf(linker, args(), one.event.value), one) : 0;
    return likeness === 0 ? [] : [{ one, rank: [value.length, one.given.length, likeness] as const }];
  });
  const [best] = rated.toSorted(
    (a, b) => b.rank[0] - a.rank[0] || b.rank[1] - a.rank[1] || b.rank[2] - a.rank[2],
  );
  return best?.one;
}

/** 2 for a text, 1 for what may be one, 0 for what is none. */
function likenessToName(value: Value | undefined, of: Declared): 0 | 1 | 2 {
  switch (value?.kind) {
    case "string":
    case "text":
    case "template":
      return 2;
    case "union":
      return Math.max(...value.members.map((member) => likenessToName(member, of))) as 0 | 1 | 2;
    case "choice":
      return likenessToName(eitherOf(value), of);
    case "fallback":
      return Math.max(likenessToName(value.left, of), likenessToName(value.right, of)) as 0 | 1 | 2;
    case "array":
      return isPair(value, of) ? likenessToName(value.items[0]?.(), of) : 0;
    case undefined:
    case "object":
    case "function":
    case "class":
    case "number":
    case "boolean":
    case "null":
    case "undefined":
    case "other":
    case "module":
      return 0;
    default:
      return 1;
  }
}

/** Whether a wrapper takes a pair, whose first part is the name. */
function isPair(value: Value | undefined, { event }: Declared): boolean {
  return event.value.length === 1 && value?.kind === "array";
}

/** Whether a call stands in the text of a function that is declared, as far as its name says. */
export function isInDeclared(
  declared: readonly Declared[],
  { scopes }: Module,
  { scope }: Pick<Placed, "scope">,
): boolean {
  if (declared.length === 0) return false;
  const around = functionAround(scope);
  const names = around === undefined ? [] : (scopes.names.get(around) ?? []);
  return declared.some(({ call, given }) => {
    const last = call.value.split(".").at(-1);
    return given.length === 0 && names.some((name) => name === last);
  });
}

/** What a call that is declared sends. */
export function declaredEffect(
  linker: Linker,
  declared: Declared,
  callee: Value,
  given: readonly Value[],
  origin: string,
): Effect {
  const { call, event, properties } = declared;
  const [at] = event.value;
  const inPair = isPair(given[at], declared);
  const shape: CallShape = {
    method: "track",
    name: inPair ? [at, "0"] : event.value,
    ...(properties !== undefined && { properties: inPair ? [at, "1"] : properties.value }),
    // An object that holds both is no property of itself.
    ...(isInside(event.value, properties?.value) && { without: event.value.slice(-1).map(String) }),
  };
  const isWhole = properties?.value.length === 1;
  const adds =
    inPair || properties === undefined || !isWhole ? [] : addedBy(linker, callee, properties.value[0]);
  return {
    preset: "code.calls",
    shapes: [shape],
    args: given,
    typed: false,
    doubt: undefined,
    via: { name: call.value, span: call.span },
    origin,
    requires: [],
    ...(adds.length > 0 && { adds }),
  };
}

/** Whether a name is a key of the very object that holds the properties. */
function isInside(name: PlaceInCall, properties: PlaceInCall | undefined): boolean {
  return properties !== undefined && name.slice(0, -1).join("\0") === properties.join("\0");
}

/** The keys that a function puts beside those of its payload before it hands that on. */
function addedBy(linker: Linker, callee: Value, index: number): readonly string[] {
  if (callee.kind !== "function") return [];
  const { module } = callee.site;
  const { start, end } = callee.fn;
  const owner = idOf(module, callee.fn);
  const added = new Set<string>();
  const isPayload = (value: Value): boolean => {
    if (value.kind === "fallback") return isPayload(value.left);
    if (value.kind === "union" || value.kind === "choice")
      return (value.kind === "union" ? value.members : [value.yes, value.no]).some(isPayload);
    if (value.kind !== "parameter" || value.owner !== owner || value.index !== index) return false;
    for (const { at, change } of value.changed ?? []) if (at === 0) add(change.members);
    return value.path.length === 0;
  };
  const add = (members: Extract<Value, { kind: "object" }>["members"]): void => {
    for (const member of members) if (member.kind === "property") added.add(member.name);
  };
  const look = (value: Value, depth: number): void => {
    if (depth > deepest || isPayload(value)) return;
    if (value.kind === "array") for (const item of value.items) look(item(), depth + 1);
    if (value.kind !== "object") return;
    if (value.members.some((member) => member.kind === "spread" && isPayload(member.value())))
      add(value.members);
    for (const member of value.members) if (member.kind === "property") look(member.value(), depth + 1);
  };
  for (const { node, scope } of module.scopes.calls) {
    if (node.type !== "CallExpression" || node.start < start || node.end > end) continue;
    for (const argument of node.arguments)
      look(
        evaluate(linker, argument.type === "SpreadElement" ? argument.argument : argument, { module, scope }),
        0,
      );
  }
  return [...added];
}

/** How deep in what it calls others with a function's payload is looked for. */
const deepest = 4;
