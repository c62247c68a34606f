// Functions that are called where they are written: `(function (shop) { ... })(window.shop)`.
import type { CallExpression } from "oxc-parser";
import type { Invoked } from "./scopes.js";
import { bare, type FunctionNode, isFunction, keyName } from "./syntax.js";

/** The call of a function that is written in its place: `(function () {})()`, `(function () {}).call(this)`. */
export function invokedBy(
  call: CallExpression,
): (Pick<Invoked, "skipped"> & { readonly fn: FunctionNode }) | undefined {
  // Nearly all calls are of a name or of a member of one.
  const { type } = call.callee;
  if (type === "Identifier") return undefined;
  if (
    type === "MemberExpression" &&
    call.callee.object.type !== "ParenthesizedExpression" &&
    !isFunction(call.callee.object)
  )
    return undefined;
  const callee = bare(call.callee);
  if (isFunction(callee)) return { fn: callee, skipped: 0 };
  if (callee.type !== "MemberExpression" || callee.object.type === "Super") return undefined;
  const fn = bare(callee.object);
  return isFunction(fn) && keyName(callee.property, callee.computed) === "call"
    ? { fn, skipped: 1 }
    : undefined;
}
