// The names under which code can reach a function or a class: what a search for its callers looks for.
import type { Node } from "oxc-parser";
import { isFunction } from "./syntax.js";

/** How many calls a function may be wrapped in: `memo(forwardRef(function ...))`. */
const deepest = 4;

/** Writes down that a value is reached by a name, through casts and through calls that take it. */
export function nameValue(value: Node, name: string, names: Map<Node, string[]>, depth = 0): void {
  switch (value.type) {
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "TSTypeAssertion":
      nameValue(value.expression, name, names, depth);
      return;
    case "LogicalExpression":
      nameValue(value.left, name, names, depth);
      nameValue(value.right, name, names, depth);
      return;
    case "ConditionalExpression":
      nameValue(value.consequent, name, names, depth);
      nameValue(value.alternate, name, names, depth);
      return;
    case "AssignmentExpression":
      nameValue(value.right, name, names, depth);
      return;
    case "CallExpression":
    case "NewExpression":
      if (depth < deepest)
        for (const argument of value.arguments) nameValue(argument, name, names, depth + 1);
      return;
    default:
      if (!isFunction(value) && value.type !== "ClassExpression" && value.type !== "ClassDeclaration") return;
      // A callback of a call is not what the name stands for where the call is one of many things.
      if (depth > 0 && value.type === "ClassDeclaration") return;
  }
  const known = names.get(value);
  if (known === undefined) names.set(value, [name]);
  else if (!known.includes(name)) known.push(name);
}
