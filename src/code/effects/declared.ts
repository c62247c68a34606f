// Calls that the plan declares under `code.calls`: what they are given, and what their own text adds to it.
import type { PlaceInCall, Plan } from "../../plan/plan.js";
import type { CallShape } from "../presets/preset.js";
import { functionAround, type Placed } from "../syntax/scopes.js";
import { evaluate } from "../values/evaluate.js";
import type { Linker } from "../values/linker.js";
import type { Module } from "../values/module.js";
import { idOf, type Value } from "../values/values.js";
import type { Effect } from "./effects.js";

type Declared = Plan["code"]["calls"][number];

/** The declaration of a call, by its whole text or by its last name, and by the texts that it is given first. */
export function declaredBy(
  declared: readonly Declared[],
  call: string,
  args: () => readonly Value[],
): Declared | undefined {
  if (declared.length === 0) return undefined;
  const plain = call.replace(/[?!]/g, "").replace(/\s/g, "");
  return declared.find(
    ({ call: { value }, given }) =>
      (plain === value || plain.endsWith(`.${value}`)) &&
      given.every((text, index) => {
        const value = args()[index];
        return value?.kind === "string" && value.value === text.value;
      }),
  );
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
  { call, event, properties }: Declared,
  callee: Value,
  given: readonly Value[],
  origin: string,
): Effect {
  const [at, ...keys] = event.value;
  // A wrapper may take a pair, whose first part is the name.
  const isPair = keys.length === 0 && given[at]?.kind === "array";
  const shape: CallShape = {
    method: "track",
    name: isPair ? [at, "0"] : event.value,
    ...(properties !== undefined && { properties: isPair ? [at, "1"] : properties.value }),
    // An object that holds both is no property of itself.
    ...(isInside(event.value, properties?.value) && { without: event.value.slice(-1).map(String) }),
  };
  const isWhole = properties?.value.length === 1;
  const adds =
    isPair || properties === undefined || !isWhole ? [] : addedBy(linker, callee, properties.value[0]);
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
