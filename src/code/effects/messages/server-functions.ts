// Functions of servers that a library calls with what it makes of their argument: `action(async ({ parsedInput }) => …)` of
// next-safe-action, `handler(async ({ input }) => …)` of zsa.

import { bare, tailName } from "../../syntax/syntax.js";
import type { Linker } from "../../values/linker.js";
import type { FunctionValue, Member, Value } from "../../values/values.js";
import { unknown } from "../../values/values.js";

/** By the method that takes the function: the packages that have it, and the key under which the argument comes. */
const makers: ReadonlyMap<string, readonly [source: RegExp, key: string]> = new Map([
  ["action", [/safe-action/, "parsedInput"]],
  ["stateAction", [/safe-action/, "parsedInput"]],
  ["handler", [/^zsa\b/, "input"]],
]);

/** What a function is given where such a library calls it; as they are where it is called as it stands. */
export function asGiven(
  linker: Linker,
  { fn, site: { module } }: FunctionValue,
  args: () => readonly Value[],
): () => readonly Value[] {
  const handed = module.scopes.handed.get(fn);
  const call = handed?.call.node;
  if (handed === undefined || handed.index > 0 || call?.type !== "CallExpression") return args;
  const maker = makers.get(tailName(call.callee) ?? "");
  const callee = bare(call.callee);
  if (maker === undefined || callee.type !== "MemberExpression" || callee.object.type === "Super")
    return args;
  const [source, key] = maker;
  const made = linker.evaluate(callee.object, { module, scope: handed.call.scope });
  if (made.kind !== "external" || !source.test(made.source)) return args;
  return () => {
    const [first] = args();
    const span = first?.span ?? made.span;
    const others = unknown(span, "what a library hands in");
    const input: Member = {
      kind: "property",
      name: key,
      span,
      optional: false,
      value: () => first ?? { kind: "undefined", span },
    };
    return [{ kind: "object", span, members: [{ kind: "spread", value: () => others }, input] }];
  };
}
