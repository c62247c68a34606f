// What `match(value).with(pattern, handler)` of ts-pattern hands to its handlers, and what it gives.
import type { CallExpression, Expression, Node } from "oxc-parser";
import { type Handed, lookUp, type Scope } from "../../syntax/scopes.js";
import { bare, isFunction, keyName, tailName } from "../../syntax/syntax.js";
import { resultOfCallback } from "../call-values.js";
import { lazily } from "../lazily.js";
import type { Linker } from "../linker.js";
import { memberOf } from "../members.js";
import { type Member, type Site, spanOf, unionOf, unknown, type Value } from "../values.js";

const library = "ts-pattern";
const ends: ReadonlySet<string> = new Set(["exhaustive", "otherwise", "run"]);

/** What a handler is given: what is matched, as the patterns before it say. */
export function matchedValue(linker: Linker, { call }: Handed, fn: Node, site: Site): Value | undefined {
  const { node, scope } = call;
  if (node.type !== "CallExpression") return undefined;
  const method = tailName(node.callee);
  if (method !== "with" && method !== "otherwise") return undefined;
  if (node.arguments.at(-1) !== fn) return undefined;
  const whole = matchAround(node, scope);
  const [input] = whole?.arguments ?? [];
  if (input === undefined) return undefined;
  const at: Site = { module: site.module, scope };
  const patterns = node.arguments.slice(0, -1).filter((one) => !isFunction(one));
  const span = spanOf(site.module, node);
  const own = linker.evaluate(input, at);
  if (method === "otherwise") return own;
  return unionOf(
    span,
    patterns.map((pattern) => matching(linker, pattern, own, at)),
  );
}

/** What a match gives: whatever its handlers give. */
export function matchResult(linker: Linker, node: CallExpression, site: Site): Value | undefined {
  const { module, scope } = site;
  if (!ends.has(tailName(node.callee) ?? "") || matchAround(node, scope) === undefined) return undefined;
  const values: Value[] = [];
  for (let at: CallExpression | undefined = node; at !== undefined; at = before(at)) {
    const handler = at.arguments.at(-1);
    if (tailName(at.callee) === "match" || handler === undefined || handler.type === "SpreadElement")
      continue;
    values.unshift(resultOfCallback(linker, linker.evaluate(handler, site), []));
  }
  return values.length === 0 ? undefined : unionOf(spanOf(module, node), values);
}

/** The call on whose result a call is made. */
function before({ callee }: CallExpression): CallExpression | undefined {
  const inner = bare(callee);
  const object =
    inner.type === "MemberExpression" && inner.object.type !== "Super" ? bare(inner.object) : undefined;
  return object?.type === "CallExpression" ? object : undefined;
}

/** The call of `match` that a chain begins with. */
function matchAround(node: CallExpression, scope: Scope): CallExpression | undefined {
  let at: CallExpression | undefined = node;
  for (let next = before(at); next !== undefined; next = before(next)) at = next;
  const callee: Expression = bare(at.callee);
  if (callee.type !== "Identifier") return undefined;
  const what = lookUp(scope, callee.name)?.what;
  return what?.kind === "import" && what.source === library ? at : undefined;
}

/** A value of which a pattern says more. */
function matching(linker: Linker, pattern: Node, own: Value, site: Site): Value {
  const span = spanOf(site.module, pattern);
  const node = bare(pattern as Expression);
  switch (node.type) {
    case "ObjectExpression":
      return {
        kind: "object",
        span,
        members: [
          { kind: "spread", value: () => own },
          ...node.properties.flatMap((one): readonly Member[] => {
            const name = one.type === "Property" ? keyName(one.key, one.computed) : undefined;
            if (one.type !== "Property" || name === undefined) return [];
            const value = lazily(() => matching(linker, one.value, memberOf(linker, own, name), site));
            return [{ kind: "property", name, span: spanOf(site.module, one.key), value, optional: false }];
          }),
        ],
      };
    case "CallExpression": {
      if (tailName(node.callee) !== "union") return own;
      return unionOf(
        span,
        node.arguments.map((one) =>
          one.type === "SpreadElement" ? unknown(span, "patterns") : matching(linker, one, own, site),
        ),
      );
    }
    case "Literal":
    case "TemplateLiteral":
    case "Identifier":
      return linker.evaluate(node, site);
    case "MemberExpression": {
      const value = linker.evaluate(node, site);
      return value.kind === "external" ? own : value;
    }
    default:
      return own;
  }
}
