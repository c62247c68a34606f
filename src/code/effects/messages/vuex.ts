// Actions of Vuex: functions under `actions` of a store, called by their name and the namespace of their module.
import type { CallExpression } from "oxc-parser";
import type { Scope } from "../../syntax/scopes.js";
import { bare, type FunctionNode, keyName, tailName } from "../../syntax/syntax.js";
import type { Module } from "../../values/module.js";
import { fileName } from "../callee-names.js";

/** The name of the action that a function is, and the namespace that callers must name: "*" for any. */
export type StoreAction = { readonly name: string; readonly at: string | undefined };

export function storeAction(module: Module, fn: FunctionNode, scope: Scope): StoreAction | undefined {
  const [name] = [
    ...(module.scopes.names.get(fn) ?? []),
    ...(fn.id === null || fn.id === undefined ? [] : [fn.id.name]),
  ];
  if (name === undefined || fn.params.length < 2) return undefined;
  const { object } = scope;
  if (
    object !== undefined &&
    actionsBefore.test(module.text.slice(Math.max(0, object.start - 30), object.start))
  )
    return { name, at: module.text.includes("namespaced") ? fileName(module.path) : undefined };
  // Its store may stand in another file, and say there how it is called.
  return takesContext(fn, module.path) ? { name, at: "*" } : undefined;
}

const actionsBefore = /\bactions\s*[:=]\s*$/;
/** What the first parameter of an action is taken apart into, and of nothing else. */
const contextKeys: ReadonlySet<string> = new Set([
  "commit",
  "dispatch",
  "rootState",
  "rootGetters",
  "getters",
]);

function takesContext({ params: [context] }: FunctionNode, path: string): boolean {
  if (context?.type === "ObjectPattern")
    return (
      context.properties.some(
        (one) => one.type === "Property" && contextKeys.has(keyName(one.key, one.computed) ?? ""),
      ) ||
      (/(?:^|[/.-])(?:store|vuex|actions)(?:[/.]|$)/i.test(path) &&
        context.properties.some(
          (one) => one.type === "Property" && keyName(one.key, one.computed) === "state",
        ))
    );
  return (
    context?.type === "Identifier" &&
    /^_?(?:ctx|context|vuexContext)$/.test(context.name) &&
    /(?:^|[/.-])(?:store|vuex|actions)(?:[/.]|$)/i.test(path)
  );
}

/** Whether a component takes an action by its name: `...mapActions("cart", ["track"])`. */
export function isMapped(module: Module, { callee }: CallExpression): string | undefined {
  const node = bare(callee);
  const isOwn =
    node.type === "Identifier" || (node.type === "MemberExpression" && node.object.type === "ThisExpression");
  const name = isOwn ? tailName(node) : undefined;
  if (name === undefined || !module.text.includes("mapActions")) return undefined;
  for (const { node: call } of module.scopes.calls) {
    if (call.type !== "CallExpression" || tailName(call.callee) !== "mapActions") continue;
    for (const argument of call.arguments) {
      if (
        argument.type === "ArrayExpression" &&
        argument.elements.some((one) => one?.type === "Literal" && lastPart(one.value) === name)
      )
        return name;
      if (argument.type !== "ObjectExpression") continue;
      for (const one of argument.properties)
        if (
          one.type === "Property" &&
          keyName(one.key, one.computed) === name &&
          one.value.type === "Literal"
        )
          return lastPart(one.value.value);
    }
  }
  return undefined;
}

function lastPart(value: unknown): string | undefined {
  return typeof value === "string" ? value.slice(value.lastIndexOf("/") + 1) : undefined;
}
