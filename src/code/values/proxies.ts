// What a proxy gives for a key: what it makes of it, or what stands under it in what it watches over.
import { callsWithin } from "../syntax/scopes.js";
import { bare, keyName } from "../syntax/syntax.js";
import { resultOf } from "./call-values.js";
import type { Linker } from "./linker.js";
import { memberOf } from "./members.js";
import type { FunctionValue, Value } from "./values.js";

type Proxied = Extract<Value, { readonly kind: "proxy" }>;

/** The member of a proxy under a key. */
export function memberOfProxy(linker: Linker, value: Proxied, key: string): Value {
  const { span } = value;
  const asked: Value = { kind: "string", span, value: key, how: "literal", replaceable: false };
  const target = value.target();
  const given = resultOf(linker, value.get, [target, asked], span);
  if (target.kind !== "object" && target.kind !== "class") return given;
  // A function that calls what stands under the key does what that does.
  if (given.kind === "function" && callsMember(given, value.get)) {
    const own = memberOf(linker, target, key);
    return own.kind === "function" ? own : given;
  }
  // A proxy that only watches over a table gives what stands there, beside what it has for keys that do not.
  if (given.kind !== "union" || target.kind !== "object") return given;
  const own = memberOf(linker, target, key);
  return given.members.some((one) => one.span === own.span && one.kind === own.kind) ? own : given;
}

/** Whether a function calls the member that a proxy was asked for: `get: (target, key) => (...args) => target[key](...args)`. */
function callsMember({ fn, site: { module } }: FunctionValue, get: Value): boolean {
  const [target, key] = get.kind === "function" ? get.fn.params : [];
  if (target?.type !== "Identifier" || key?.type !== "Identifier") return false;
  return callsWithin(module.scopes, fn).some(({ node }) => {
    if (node.type !== "CallExpression") return false;
    let callee = bare(node.callee);
    if (callee.type !== "MemberExpression") return false;
    const isHanded = /^(?:apply|call)$/.test(keyName(callee.property, callee.computed) ?? "");
    if (isHanded && callee.object.type !== "Super") callee = bare(callee.object);
    if (callee.type !== "MemberExpression" || !callee.computed) return false;
    const { object, property } = callee;
    return (
      object.type === "Identifier" &&
      object.name === target.name &&
      property.type === "Identifier" &&
      property.name === key.name
    );
  });
}
