// What the files of a project put on the global object: `window.shop = { track }`, `shop.events.track = send` and what
// stands at the top of scripts, and what Electron exposes to a page.
import type { Node } from "oxc-parser";
import type { Span } from "../../diagnostics/diagnostic.js";
import { lookUp, type Scope } from "../syntax/scopes.js";
import { bare, globalObjects, tailName } from "../syntax/syntax.js";
import { servicePrefix, servicesOf, serviceValue } from "./frameworks/angularjs.js";
import { autoExportsOf } from "./frameworks/auto-imports.js";
import { keptIn, keptPrefix } from "./frameworks/kept.js";
import { pluginWords, sharedIn } from "./frameworks/plugins.js";
import { globalPath, isScript } from "./global-paths.js";
import type { Linker } from "./linker.js";
import { memberOf } from "./members.js";
import type { Module } from "./module.js";
import { inOwnApplication } from "./nearest.js";
import { unionOf, type Value } from "./values.js";

/** What a module puts at the end of a way from the global object. */
export type Made = {
  readonly path: readonly string[];
  readonly node: Node;
  readonly scope: Scope;
};

/**
 * Uses what the way from a global name leads to, among the modules that are read; undefined where none of them makes
 * it. Several may: any of them can be meant.
 */
export function withGlobal<T>(
  linker: Linker,
  path: readonly string[],
  span: Span,
  use: (value: Value) => T,
): T | undefined {
  const [root] = path;
  if (root === undefined) return undefined;
  const all = [...linker.among({ kind: "global", name: root })].flatMap((module) =>
    // `window.shop = window.shop ?? {}` leads to itself.
    (globalsOf(module).get(root) ?? []).flatMap((one) =>
      linker.active.has(one) || !one.path.every((key, index) => path[index] === key) ? [] : [{ module, one }],
    ),
  );
  // What tests put there stands for nothing, where anything else is.
  const own = all.filter(({ module }) => !module.file.test);
  // Each of several applications makes its own.
  const made = inOwnApplication(own.length > 0 ? own : all, span.file, ({ module }) => module.path);
  if (made.length === 0) return undefined;
  for (const { one } of made) linker.active.add(one);
  try {
    const values = made.map(({ module, one: { path: way, node, scope } }) =>
      path
        .slice(way.length)
        .reduce(
          (value, key) => memberOf(linker, value, key),
          root.startsWith(servicePrefix)
            ? serviceValue(linker, linker.evaluate(node, { module, scope }))
            : linker.evaluate(node, { module, scope }),
        ),
    );
    const known = values.filter(({ kind }) => kind !== "undefined" && kind !== "unknown");
    return use(unionOf(span, known.length > 0 ? known : values));
  } finally {
    for (const { one } of made) linker.active.delete(one);
  }
}

/** What begins the name of a class that others may know by its name alone. */
export const namedPrefix = "named:";

/** Whether a class is a client of analytics, by its name. */
export function isClientClass(name: string): boolean {
  return clientClass.test(name) && aboutEvents.test(name);
}

const clientClass = /^[A-Z]\w*(?:Service|Client|Manager|Tracker|Reporter|Provider|Logger|Helper|Api)$/;
const aboutEvents =
  /analytics|telemetry|track(?:er|ing)|metrics|segment|mixpanel|post_?hog|amplitude|events?/i;

/** Words of which one stands in each module that makes something global; a script needs none. */
export const globalMakers: readonly string[] = [...globalObjects, "exposeInMainWorld", ...pluginWords];

/** The names that a module makes global, or puts something under. */
export function madeGlobal(module: Module): readonly string[] {
  return [...globalsOf(module).keys()];
}

/** The global names under which an expression of a module is put, where it stands for one of these names. */
export function globalNamesFor(module: Module, names: ReadonlySet<string>): readonly string[] {
  return [...globalsOf(module).values()].flatMap((all) =>
    all.flatMap(({ path, node }) =>
      node.type === "Identifier" && names.has(node.name) ? path.slice(-1) : [],
    ),
  );
}

export function globalsOf(module: Module): ReadonlyMap<string, readonly Made[]> {
  if (module.globals !== undefined) return module.globals;
  const made = new Map<string, Made[]>();
  // What is asked for while they are gathered hangs on none of them.
  module.globals = made;
  const add = (path: readonly string[] | undefined, node: Node, scope: Scope): void => {
    const [root] = path ?? [];
    if (path === undefined || root === undefined) return;
    const before = made.get(root);
    if (before === undefined) made.set(root, [{ path, node, scope }]);
    else before.push({ path, node, scope });
  };
  const script = isScript(module);
  for (const { target, value } of module.scopes.memberWrites) {
    const { node, scope } = target;
    if (node.type !== "MemberExpression" || (!script && isPlain(node, scope))) continue;
    add(globalPath(module, node, scope), value, scope);
  }
  for (const { node, scope } of module.scopes.calls) {
    if (node.type !== "CallExpression" || tailName(node.callee) !== "exposeInMainWorld") continue;
    const [name, value] = node.arguments;
    if (name?.type !== "Literal" || typeof name.value !== "string") continue;
    if (value !== undefined && value.type !== "SpreadElement") add([name.value], value, scope);
  }
  for (const { name, node, scope } of [...sharedIn(module), ...autoExportsOf(module)])
    add([name], node, scope);
  for (const { name, node, scope } of servicesOf(module).made) add([`${servicePrefix}${name}`], node, scope);
  for (const { name, node, scope } of keptIn(module)) add([`${keptPrefix}${name}`], node, scope);
  const { top } = module.scopes;
  for (const { what, name } of top.values.values())
    if (what.kind === "class" && isClientClass(name)) add([`${namedPrefix}${name}`], what.cls, top);
  for (const { what, name, steps } of script ? top.values.values() : []) {
    if (steps.length > 0) continue;
    if (what.kind === "function") add([name], what.fn, top);
    else if (what.kind === "class") add([name], what.cls, top);
    else if (what.kind === "variable" && what.init !== undefined) add([name], what.init, top);
  }
  return made;
}

/** Whether a way begins with a name that nobody declares: a module's may be anything of a library's. */
function isPlain(member: Node, scope: Scope): boolean {
  let at: Node = member;
  while (at.type === "MemberExpression" && at.object.type !== "Super") at = bare(at.object);
  return at.type === "Identifier" && !globalObjects.has(at.name) && lookUp(scope, at.name) === undefined;
}
