// Callees of which nobody says what they are.
import type { Expression } from "oxc-parser";
import { bare, tailName } from "../../syntax/syntax.js";
import type { Value } from "../../values/values.js";
import { isEmpty } from "./own-emitter.js";

/** Whether a callee is something that was handed in: a name of its own, or what an object or its props hold. */
export function isHandedIn(node: Expression): boolean {
  if (node.type === "Identifier") return true;
  if (node.type !== "MemberExpression" || node.object.type === "Super") return false;
  const object = bare(node.object);
  return object.type === "ThisExpression" || tailName(object) === "props";
}

/** Whether a callee may be anything: nobody says what it is. */
export function isOpen(value: Value): boolean {
  switch (value.kind) {
    case "unknown":
    case "parameter":
    case "typed":
    case "external":
    case "lookup":
      return true;
    case "union":
      return value.members.some(isOpen);
    case "fallback":
      return isOpen(value.left) || isOpen(value.right);
    default:
      return false;
  }
}

/** Whether a callee is a function that is empty: it stands for one that somebody else provides. */
export function doesNothing(value: Value): boolean {
  if (value.kind === "union") return value.members.every(doesNothing);
  return value.kind === "function" && isEmpty(value);
}
