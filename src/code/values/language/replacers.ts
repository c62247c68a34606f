// What a function makes of each part of a text that a pattern finds: `` (letter) => `_${letter.toLowerCase()}` ``.
import type { Node } from "oxc-parser";
import { bare, type FunctionNode, isFunction, keyName } from "../../syntax/syntax.js";
import { textMethods } from "./built-in-names.js";

/** Takes what was found, and the parts of it that are asked for, to a text. */
type Part = (found: readonly string[]) => string;

/** The function as one of texts, where it does nothing but put parts together; undefined where it does more. */
export function replacerOf(node: Node | undefined): ((...found: readonly string[]) => string) | undefined {
  const fn = node === undefined ? undefined : bare(node as FunctionNode);
  if (fn === undefined || !isFunction(fn) || fn.async || fn.generator || fn.body === null) return undefined;
  const names = fn.params.map((param) => (param.type === "Identifier" ? param.name : undefined));
  const { body } = fn;
  const [only] = body.type === "BlockStatement" ? body.body : [];
  const result =
    body.type !== "BlockStatement" ? body : only?.type === "ReturnStatement" ? only.argument : undefined;
  if (result === undefined || result === null || names.includes(undefined)) return undefined;
  const made = partOf(result, names, 0);
  return made === undefined ? undefined : (...found) => made(found);
}

/** Methods that take a text to another one, and nothing else to work with. */
const changing: ReadonlySet<string> = new Set(["toLowerCase", "toUpperCase", "trim"]);
/** Methods that take one letter out of it, or what follows it, by its place. */
const taking: ReadonlySet<string> = new Set(["charAt", "slice", "substring"]);

function partOf(outer: Node, names: readonly (string | undefined)[], depth: number): Part | undefined {
  const node = bare(outer as FunctionNode) as Node;
  if (depth > 10) return undefined;
  const of = (inner: Node): Part | undefined => partOf(inner, names, depth + 1);
  switch (node.type) {
    case "Literal":
      return typeof node.value === "string" ? constant(node.value) : undefined;
    case "Identifier": {
      const at = names.indexOf(node.name);
      return at < 0 ? undefined : (found) => found[at] ?? "";
    }
    case "TemplateLiteral":
      return together(
        node.quasis.flatMap((quasi, index) => {
          const hole = node.expressions[index];
          return [constant(quasi.value.cooked ?? ""), ...(hole === undefined ? [] : [of(hole)])];
        }),
      );
    case "BinaryExpression":
      return node.operator === "+" ? together([of(node.left), of(node.right)]) : undefined;
    case "MemberExpression": {
      const inner = of(node.object);
      const { property } = node;
      if (inner === undefined || !node.computed || property.type !== "Literal") return undefined;
      const at = property.value;
      return typeof at === "number" ? (found) => inner(found)[at] ?? "" : undefined;
    }
    case "CallExpression": {
      const { callee, arguments: given } = node;
      if (callee.type !== "MemberExpression" || callee.object.type === "Super") return undefined;
      const inner = of(callee.object);
      const name = keyName(callee.property, callee.computed);
      if (inner === undefined || name === undefined) return undefined;
      const change = changing.has(name) && given.length === 0 ? textMethods.get(name) : undefined;
      if (change !== undefined) return (found) => change(inner(found));
      const [place] = given;
      const at = place?.type === "Literal" && given.length === 1 ? place.value : undefined;
      if (!taking.has(name) || typeof at !== "number" || at < 0) return undefined;
      return name === "charAt" ? (found) => inner(found).charAt(at) : (found) => inner(found).slice(at);
    }
    default:
      return undefined;
  }
}

function constant(text: string): Part {
  return () => text;
}

function together(parts: readonly (Part | undefined)[]): Part | undefined {
  const known = parts.filter((part) => part !== undefined);
  return known.length < parts.length ? undefined : (found) => known.map((part) => part(found)).join("");
}
