// Finds which named types the validators check by a function of their own, and which of those contain themselves.
import type { Type } from "../../plan/plan.js";
import type { Context } from "./context.js";
import { isSimple } from "./validator-conditions.js";

export type CheckedTypes = {
  /** The function of each named type that has one. */
  readonly functions: ReadonlyMap<string, string>;
  /** Every name among them. */
  readonly functionNames: ReadonlySet<string>;
  /** The named types that contain themselves: their functions watch how deep they are. */
  readonly recursive: ReadonlySet<string>;
};

/** Scalars and the like are checked in place; what needs a loop or a look inside has a function. */
export function checkedTypes(context: Context): CheckedTypes {
  const functions = new Map<string, string>();
  const references = new Map<string, ReadonlySet<string>>();
  for (const { type, name } of context.types) {
    references.set(type.name.value, referencesOf(type.type));
    if (!isSimple(type.type, context.resolve)) functions.set(type.name.value, `validate${name}`);
  }
  const recursive = new Set([...functions.keys()].filter((name) => containsItself(name, references)));
  return { functions, functionNames: new Set(functions.values()), recursive };
}

function referencesOf(type: Type, found: Set<string> = new Set()): ReadonlySet<string> {
  if (type.kind === "ref") found.add(type.name);
  else if (type.kind === "array") referencesOf(type.items, found);
  else if (type.kind === "union") for (const member of type.members) referencesOf(member, found);
  else if (type.kind === "object") {
    for (const property of type.properties) referencesOf(property.type, found);
    if (typeof type.open !== "boolean") referencesOf(type.open, found);
  }
  return found;
}

function containsItself(name: string, references: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const seen = new Set<string>();
  const open = [...(references.get(name) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === name) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(references.get(next) ?? []));
  }
  return false;
}
