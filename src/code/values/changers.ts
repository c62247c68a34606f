// Whether a function changes an object that it is given: its text says so, where it is the project's own.
import type { Expression } from "oxc-parser";
import { isClient } from "../presets/index.js";
import type { Scope } from "../syntax/scopes.js";
import { changesIn } from "./changes.js";
import { setter } from "./frameworks/react.js";
import type { Linker } from "./linker.js";
import type { Changes, Module } from "./module.js";
import type { FunctionValue, Value } from "./values.js";

/** An object that is handed to a function whose name says that it puts something into it. */
export type Handing = { readonly callee: Expression; readonly scope: Scope; readonly index: number };

/** What hands on what it is given, some functions deep. */
const deepest = 8;

/** Whether one of the functions that an object is handed to changes it, or may do so: what nobody can read may. */
export function isChangedByOne(linker: Linker, module: Module, handings: readonly Handing[]): boolean {
  const { near } = linker;
  // A payload is worked out without what other files do. This is asked of few, and leads to the function alone.
  linker.near = false;
  try {
    return handings.some((handing) => mayChange(linker, module, handing, 0));
  } finally {
    linker.near = near;
  }
}

function mayChange(
  linker: Linker,
  module: Module,
  { callee, scope, index }: Handing,
  depth: number,
): boolean {
  return depth > deepest || doesChange(linker, linker.evaluate(callee, { module, scope }), index, depth);
}

function doesChange(linker: Linker, callee: Value, index: number, depth: number): boolean {
  switch (callee.kind) {
    case "function":
      return changesParameter(linker, callee, index + (callee.bound?.length ?? 0), depth);
    case "union":
      return callee.members.some((one) => doesChange(linker, one, index, depth));
    case "choice":
      return [callee.yes, callee.no].some((one) => doesChange(linker, one, index, depth));
    case "fallback":
      return [callee.left, callee.right].some((one) => doesChange(linker, one, index, depth));
    case "undefined":
    case "null":
      return false;
    case "external":
      return !isClient(callee);
    case "unknown":
      return callee.reason !== setter;
    default:
      return true;
  }
}

function changesParameter(
  linker: Linker,
  { fn, site }: FunctionValue,
  index: number,
  depth: number,
): boolean {
  const { module } = site;
  if (fn.body === null) return true;
  const param = fn.params[index];
  if (param === undefined) {
    const last = fn.params.at(-1);
    if (last?.type === "RestElement") return true;
    return fn.type !== "ArrowFunctionExpression" && /\barguments\b/.test(module.text.slice(fn.start, fn.end));
  }
  const target = param.type === "AssignmentPattern" ? param.left : param;
  // What a pattern takes out is no longer the object.
  if (target.type === "ObjectPattern") return false;
  if (target.type !== "Identifier") return true;
  const binding = module.scopes.scopeOf.get(fn)?.values.get(target.name);
  const changes = binding === undefined ? undefined : changesIn(module).get(binding);
  if (changes === undefined) return false;
  return (
    hasChanges(changes) || changes.handed.some((handing) => mayChange(linker, module, handing, depth + 1))
  );
}

/** Whether something is certainly put in, or taken out, where it is changed itself. */
export function hasChanges({ puts, unclear, removed, keyed, copied, pushed, open }: Changes): boolean {
  const count = keyed.length + copied.length + pushed.length;
  return open || puts.size + unclear.size + removed.size + count > 0;
}
