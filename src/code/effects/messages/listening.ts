// The call by which a function listens to messages of a name: `bus.on("track", send)`, where the function is written in the
// call, or stands under a name, in a callback of React's, or in a field.
import type { CallExpression, Node } from "oxc-parser";
import { lookUp, namesFunction, type Placed, type Scope } from "../../syntax/scopes.js";
import { bare, type FunctionNode, keyName, tailName } from "../../syntax/syntax.js";
import type { Module } from "../../values/module.js";

const listening =
  /^(?:\$?on|\$?once|handle|handleOnce|addEventListener|addListener|prependListener|subscribe|listen|use(?:Event|DOMEvent|CustomEvent|WindowEvent)(?:Listener)?)$|(?:On|Once|Handle|Subscribe|Listen)$/;

/** A function that listens, the scope around it, and the call that says so. */
export type Listening = {
  readonly fn: FunctionNode;
  readonly own: Scope;
  readonly call: Placed<CallExpression>;
};

/** How the function that begins at a place listens; undefined where it is handed to nothing of the kind. */
export function listeningTo(module: Module, start: number): Listening | undefined {
  const { scopes } = module;
  for (const [fn, { call, index }] of scopes.handed) {
    if (fn.start !== start || index !== 1) continue;
    const { node, scope } = call;
    if (node.type === "CallExpression" && listening.test(tailName(node.callee) ?? ""))
      return { fn, own: scope, call: { node, scope } };
    break;
  }
  for (const [node, inner] of scopes.scopeOf) {
    const { fn, parent } = inner;
    if (node.start !== start || fn === undefined || fn !== node || parent === undefined) continue;
    for (const { node: call, scope } of scopes.calls) {
      if (call.type !== "CallExpression" || !listening.test(tailName(call.callee) ?? "")) continue;
      const given = call.arguments[1];
      if (given !== undefined && given.type !== "SpreadElement" && standsFor(module, bare(given), scope, fn))
        return { fn, own: parent, call: { node: call, scope } };
    }
  }
  return undefined;
}

/** Whether what is handed in is a function, by its name, or as a method or field of the class around both. */
function standsFor(module: Module, given: Node, scope: Scope, fn: FunctionNode): boolean {
  if (given.type === "Identifier") {
    if (namesFunction(scope, given.name, fn)) return true;
    const what = lookUp(scope, given.name)?.what;
    const init = what?.kind === "variable" ? what.init : undefined;
    // `const handle = useCallback((event) => ..., [])`.
    return init?.type === "CallExpression" && init.arguments[0] === fn;
  }
  // `this.handle`, and `this.handle.bind(this)`.
  if (given.type === "CallExpression" && given.callee.type === "MemberExpression")
    return tailName(given.callee) === "bind" && standsFor(module, given.callee.object, scope, fn);
  return (
    given.type === "MemberExpression" &&
    given.object.type === "ThisExpression" &&
    module.scopes.names.get(fn)?.includes(keyName(given.property, given.computed) ?? "") === true
  );
}
