// What plugins of Vue and Nuxt put into every component: `Vue.prototype.$shop = shop`, `inject("shop", shop)`.
import type { Node, ObjectExpression } from "oxc-parser";
import type { Scope } from "../../syntax/scopes.js";
import { bare, globalObjects, isFunction, keyName, tailName } from "../../syntax/syntax.js";
import type { Module } from "../module.js";

/** Words of which one stands in each file that puts something there. */
export const pluginWords: readonly string[] = [
  "Vue",
  "globalProperties",
  "inject",
  "defineNuxtPlugin",
  "mixin",
];

/** The name of what is mixed into all components; no name of anybody's has a colon. */
export const mixedName = "mixed:";

/** A name that begins with `$`, or that of what is mixed into all components, and what stands behind it. */
export type Shared = { readonly name: string; readonly node: Node; readonly scope: Scope };

/** What the plugins of a module give to components. */
export function sharedIn(module: Module): readonly Shared[] {
  const { text, scopes } = module;
  if (!pluginWords.some((word) => text.includes(word))) return [];
  const found: Shared[] = [];
  for (const { target, value } of scopes.memberWrites) {
    const { node, scope } = target;
    if (node.type !== "MemberExpression" || node.object.type === "Super") continue;
    const name = keyName(node.property, node.computed);
    if (name?.startsWith("$") !== true || !isShared(bare(node.object))) continue;
    found.push({ name, node: value, scope });
  }
  for (const { node, scope } of scopes.calls) {
    if (node.type === "CallExpression" && tailName(node.callee) === "mixin")
      for (const one of node.arguments)
        if (one.type === "ObjectExpression") {
          found.push(...mixedIn(module, one, scope), { name: mixedName, node: one, scope });
        } else if (one.type === "Identifier") found.push({ name: mixedName, node: one, scope });
    if (node.type !== "CallExpression" || !giving.has(tailName(node.callee) ?? "")) continue;
    const [first, value] = node.arguments;
    if (first?.type !== "Literal" || typeof first.value !== "string") continue;
    if (value === undefined || value.type === "SpreadElement") continue;
    found.push({ name: `$${first.value.replace(/^\$/, "")}`, node: value, scope });
  }
  if (text.includes("defineNuxtPlugin"))
    for (const [node, scope] of scopes.scopeOf)
      if (node.type === "ObjectExpression") found.push(...provided(node, scope));
  return found;
}

/** `Vue.mixin({ computed: { $shop: () => shop } })` */
function mixedIn({ scopes }: Module, { properties }: ObjectExpression, scope: Scope): readonly Shared[] {
  return properties.flatMap((property): readonly Shared[] => {
    const kind = property.type === "Property" ? keyName(property.key, property.computed) : undefined;
    if (property.type !== "Property" || property.value.type !== "ObjectExpression") return [];
    if (kind !== "methods" && kind !== "computed") return [];
    return property.value.properties.flatMap((one): readonly Shared[] => {
      const name = one.type === "Property" ? keyName(one.key, one.computed) : undefined;
      if (one.type !== "Property" || name?.startsWith("$") !== true) return [];
      if (kind === "methods") return [{ name, node: one.value, scope }];
      // What is computed is what its function gives.
      const given = isFunction(one.value) ? scopes.returns.get(one.value) : undefined;
      return (given ?? []).map((returned) => ({ name, ...returned }));
    });
  });
}

const giving: ReadonlySet<string> = new Set(["inject", "provide"]);

/** `Vue.prototype`, `Vue` itself, `app.config.globalProperties`. */
function isShared(object: Node): boolean {
  if (object.type === "Identifier") return object.name === "Vue";
  if (object.type !== "MemberExpression" || object.object.type === "Super") return false;
  const name = keyName(object.property, object.computed);
  return (
    name === "globalProperties" || (name === "prototype" && /^_?Vue$/.test(tailName(object.object) ?? ""))
  );
}

/** `{ provide: { shop } }`, as Nuxt's plugins give it. */
function provided({ properties }: ObjectExpression, scope: Scope): readonly Shared[] {
  return properties.flatMap((property): readonly Shared[] => {
    if (property.type !== "Property" || keyName(property.key, property.computed) !== "provide") return [];
    if (property.value.type !== "ObjectExpression") return [];
    return property.value.properties.flatMap((one): readonly Shared[] => {
      const name = one.type === "Property" ? keyName(one.key, one.computed) : undefined;
      return one.type !== "Property" || name === undefined
        ? []
        : [{ name: `$${name}`, node: one.value, scope }];
    });
  });
}

/**
 * Whether a member of something of a library's is a global: of the page's window, of what is given as its type, and of
 * what gives out what plugins put into components, as in `useNuxtApp().$shop`.
 */
export function isGlobalMember(
  { source, path }: { readonly source: string; readonly path: readonly string[] },
  key: string,
): boolean {
  if (key.startsWith("$") && (source === "vue" || path.some((step) => holders.has(step)))) return true;
  const [first = "", second] = path;
  if (source !== "") return false;
  return path.length === 1
    ? globalObjects.has(first)
    : path.length === 2 && first === "Window" && second === "new";
}

const holders: ReadonlySet<string> = new Set(["useNuxtApp", "getCurrentInstance", "globalProperties"]);
