// What a check that nobody reads into lets through: `if (!/^\d+$/.test(day)) return;`, `if (!isDay(day)) return;`,
// `const read = schema.safeParse(day); if (!read.success) throw …`. The empty text that stands in for what is not there
// is what such checks are for.
import type { CallExpression, Expression, Node } from "oxc-parser";
import { lookUp } from "../syntax/scopes.js";
import { bare, keyName } from "../syntax/syntax.js";
import type { Linker } from "./linker.js";
import type { Site } from "./values.js";

/** The expressions of which a check that holds, or does not, lets no empty text through. */
export function checkedBy(
  linker: Linker,
  site: Site,
  test: Expression,
  holds: boolean,
): readonly Expression[] {
  const node = bare(test);
  if (node.type === "BinaryExpression") {
    const { left, right, operator } = node;
    if (!/^[!=]==?$/.test(operator) || left.type === "PrivateIdentifier") return [];
    if (right.type !== "Literal" || typeof right.value !== "boolean") return [];
    return checkedBy(linker, site, left, (operator.startsWith("=") === holds) === right.value);
  }
  const call = callIn(node, site);
  if (call === undefined) return [];
  const { callee } = call;
  const given = call.arguments.flatMap(handedIn);
  if (callee.type !== "MemberExpression" || callee.object.type === "Super") return given;
  const method = keyName(callee.property, callee.computed);
  const [first] = call.arguments;
  if (method === "test") {
    const isMatched = matchesNothing(linker, site, callee.object);
    return isMatched === undefined || isMatched !== holds ? given : [];
  }
  if (method === "match" && first !== undefined && first.type !== "SpreadElement")
    return holds && matchesNothing(linker, site, first) === false ? [callee.object] : [];
  // `day.startsWith("2")` is about the day, and what it is given about that.
  return holds && ofText.has(method ?? "") ? [callee.object] : given;
}

/** Methods of texts that say no of the empty one. */
const ofText: ReadonlySet<string> = new Set(["startsWith", "endsWith", "includes", "trim"]);

/** The call that a test is about: itself, or what it asks of what was called before. */
function callIn(test: Expression, { scope }: Site): CallExpression | undefined {
  let at: Node = test;
  while (at.type === "MemberExpression" && at.object.type !== "Super") at = bare(at.object);
  if (at.type === "Identifier") {
    const binding = lookUp(scope, at.name);
    if (binding?.what.kind !== "variable" || binding.rewritten || binding.what.init === undefined)
      return undefined;
    at = bare(binding.what.init);
  }
  if (at.type === "AwaitExpression") at = bare(at.argument);
  return at.type === "CallExpression" ? at : undefined;
}

/** What a check is given: by itself, in a list, or under keys. */
function handedIn(given: CallExpression["arguments"][number]): readonly Expression[] {
  if (given.type === "SpreadElement") return [];
  const node = bare(given);
  if (node.type === "ArrayExpression")
    return node.elements.flatMap((one) => (one === null || one.type === "SpreadElement" ? [] : [one]));
  if (node.type === "ObjectExpression")
    return node.properties.flatMap((one) => (one.type === "SpreadElement" ? [] : [one.value]));
  return [node];
}

/** Whether a pattern matches the empty text; undefined where it is not known. */
function matchesNothing(linker: Linker, site: Site, pattern: Expression): boolean | undefined {
  const value = linker.evaluate(pattern, site);
  if (value.kind !== "unknown" || value.pattern === undefined) return undefined;
  try {
    return new RegExp(value.pattern.source, value.pattern.flags).test("");
  } catch {
    return undefined;
  }
}
