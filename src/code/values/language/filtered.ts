// What is left of a list, and what is known of its order: `filter`, `sort` and their like.
import type { Expression } from "oxc-parser";
import { leftOf } from "../facts.js";
import type { Linker } from "../linker.js";
import { elementOf } from "../members.js";
import { factsAbout } from "../narrowing.js";
import type { FunctionValue, Lazy, Value } from "../values.js";

type ArrayValue = Extract<Value, { kind: "array" }>;

/** A list of the same elements of which nobody knows which is where. */
export function inAnyOrder(linker: Linker, list: ArrayValue): ArrayValue {
  if (list.items.length < 2) return list;
  const every = list.complete || list.every === true;
  return { ...list, items: [() => elementOf(linker, list)], complete: false, every };
}

/** The elements of a list for which a predicate may hold: `list.filter(Boolean)`, `list.filter((one) => one !== null)`. */
export function filtered(linker: Linker, list: ArrayValue, predicate: Value | undefined): ArrayValue {
  const left = predicate === undefined ? undefined : leftBy(linker, predicate);
  const items =
    left === undefined
      ? list.items
      : list.items.flatMap((item): Lazy[] => {
          const one = left(item());
          return one === undefined ? [] : [() => one];
        });
  const kept = items.length === 0 ? list.items : items;
  return inAnyOrder(linker, { ...list, items: kept });
}

/** What a predicate leaves of a value; undefined where it says nothing that is followed. */
function leftBy(linker: Linker, predicate: Value): ((value: Value) => Value | undefined) | undefined {
  if (predicate.kind === "external" && predicate.source === "" && predicate.path.join(".") === "Boolean")
    return (value) => leftOf(linker, value, { is: "truthy", holds: true });
  if (predicate.kind !== "function") return undefined;
  const test = testIn(predicate);
  const [param] = predicate.fn.params;
  if (test === undefined || param?.type !== "Identifier") return undefined;
  const { module } = predicate.site;
  const scope = module.scopes.scopeOf.get(predicate.fn);
  const binding = scope?.values.get(param.name);
  if (scope === undefined || binding === undefined) return undefined;
  const facts = factsAbout(linker, { module, scope }, binding, test);
  return (value) =>
    facts.reduce<Value | undefined>(
      (left, fact) => (left === undefined ? undefined : leftOf(linker, left, fact)),
      value,
    );
}

/** The one expression that a function returns. */
function testIn({ fn }: FunctionValue): Expression | undefined {
  const { body } = fn;
  if (body === null || body === undefined) return undefined;
  if (body.type !== "BlockStatement") return body;
  const [only, ...more] = body.body;
  if (more.length > 0 || only?.type !== "ReturnStatement") return undefined;
  return only.argument ?? undefined;
}

/** Whether a value may be a list of which nothing is known, or what stands in for one: `actions ?? []`. */
export function isSome(value: Value): boolean {
  const { kind } = value;
  if (kind === "fallback") return isSome(value.left) && (value.right.kind === "array" || isSome(value.right));
  return kind === "parameter" || kind === "unknown" || kind === "typed" || kind === "external";
}
