// Tests whose answer is written out and never another one: `const WITH_CONTEXT = true`, a key of what stands `as const`.
import type { Expression, Node } from "oxc-parser";
import { bare, keyName } from "../syntax/syntax.js";
import { declaredAs } from "./declared.js";
import type { Linker } from "./linker.js";
import type { Site } from "./values.js";

/** Whether a flag that a name, or a way from one, leads to is the same wherever it is asked. */
export function isFixed(linker: Linker, node: Node, site: Site): boolean {
  const [, file, start, name = "", path = ""] =
    /^(.+):(\d+):([^:.]+)((?:\.[^:]+)?)$/.exec(declaredAs(linker, node, site) ?? "") ?? [];
  const module = file === undefined ? undefined : linker.module(file);
  const binding = module?.scopes.top.values.get(name);
  if (binding?.what.kind !== "variable" || binding.start !== Number(start) || binding.rewritten) return false;
  const { init } = binding.what;
  const keys = path.split(".").slice(1);
  return init !== undefined && (keys.length === 0 || isFrozen(init)) && isFlag(init, keys);
}

/** Whether a flag is written out under keys. */
function isFlag(init: Node, [key, ...more]: readonly string[]): boolean {
  const node = frozen(init);
  if (key === undefined) return node.type === "Literal" && typeof node.value === "boolean";
  if (node.type !== "ObjectExpression") return false;
  const last = node.properties.findLast(
    (one) => one.type !== "Property" || one.computed || keyName(one.key, false) === key,
  );
  return last?.type === "Property" && !last.computed && isFlag(last.value, more);
}

/** Whether an object never changes: `{ … } as const`, `Object.freeze({ … })`. */
function isFrozen(node: Node): boolean {
  switch (node.type) {
    case "TSAsExpression":
      return isConst(node.typeAnnotation) || isFrozen(node.expression);
    case "TSSatisfiesExpression":
    case "ParenthesizedExpression":
      return isFrozen(node.expression);
    default:
      return frozen(node) !== bare(node as Expression);
  }
}

function isConst(type: Node): boolean {
  return (
    type.type === "TSTypeReference" && type.typeName.type === "Identifier" && type.typeName.name === "const"
  );
}

/** What `Object.freeze` is given; anything else as it is. */
function frozen(node: Node): Node {
  const one = bare(node as Expression);
  if (one.type !== "CallExpression" || one.callee.type !== "MemberExpression") return one;
  const { object, property, computed } = one.callee;
  const isFreeze =
    object.type === "Identifier" && object.name === "Object" && keyName(property, computed) === "freeze";
  const [given] = one.arguments;
  return isFreeze && given !== undefined && given.type !== "SpreadElement" ? bare(given) : one;
}
