// The names under which modules give out what others made: by exporting it again, wrapped or not, and in objects.
import type { Node } from "oxc-parser";
import { keyName, tailName } from "../syntax/syntax.js";
import { globalsOf } from "../values/globals.js";
import type { Module } from "../values/module.js";
import { fileName } from "./callee-names.js";
import { directivesNamed } from "./messages/directives.js";

/** Method names that say by themselves that they are about events; others may mean anything. */
export const telling =
  /track|log|event|analytics|telemetry|capture|identify|record|report|metric|mutate|trigger/i;

/** Names that every project calls something by: who means this one names its file, or what else the file exports. */
export const anyones: ReadonlySet<string> = new Set([
  ...[Array, Map, Set, String, Promise, Function].flatMap(({ prototype }) =>
    Object.getOwnPropertyNames(prototype),
  ),
  ...["page", "screen", "group", "alias", "event", "batch", "log"],
]);

/** The names under which a module gives out others: what it exports again, and what it puts into objects. */
export function renamesIn(module: Module): readonly Renamed[] {
  const exported = [...module.exports.named].flatMap(([exported, one]) => {
    const from =
      one.kind === "from"
        ? one.imported === "default"
          ? fileName(one.source)
          : one.imported
        : one.kind === "local"
          ? one.name
          : undefined;
    const to = exported === "default" ? fileName(module.path) : exported;
    return from === undefined || from === to ? [] : [{ from, to }];
  });
  return [
    ...exported,
    ...wrappedIn(module),
    ...putIntoObjects(module),
    ...madeGlobal(module),
    ...directivesNamed(module),
  ];
}

/** `window.Shop.log = send`: whoever calls it names the global beside. */
function madeGlobal(module: Module): readonly Renamed[] {
  return [...globalsOf(module)].flatMap(([root, all]) =>
    all.flatMap(({ path, node }): readonly Renamed[] => {
      const to = path.at(-1);
      if (node.type !== "Identifier" || to === undefined || !/^[\w$]+$/.test(root)) return [];
      if (path.length > 1) return [{ from: node.name, to, beside: [root] }];
      return node.name === to || anyones.has(to) ? [] : [{ from: node.name, to }];
    }),
  );
}

/** `export const Panel = connect(state)(PlainPanel)`: whoever uses the component names what it is made into. */
function wrappedIn(module: Module): readonly Renamed[] {
  return [...module.exports.named].flatMap(([exported, one]) => {
    const node =
      one.kind === "value" ? one.value.node : one.kind === "local" ? initOf(module, one.name) : undefined;
    if (node?.type !== "CallExpression") return [];
    const to = exported === "default" ? fileName(module.path) : exported;
    return componentsIn(node, 0).flatMap((from) => (from === to ? [] : [{ from, to }]));
  });
}

function initOf({ scopes }: Module, name: string): Node | undefined {
  const what = scopes.top.values.get(name)?.what;
  return what?.kind === "variable" ? what.init : undefined;
}

/** The components that calls within each other are given. */
function componentsIn(node: Node, depth: number): readonly string[] {
  if (node.type === "Identifier") return /^[A-Z]/.test(node.name) ? [node.name] : [];
  return node.type === "CallExpression" && depth < mostWrapped
    ? node.arguments.flatMap((one) => componentsIn(one, depth + 1))
    : [];
}

const mostWrapped = 6;

/** Keys of objects that many hand some function under, which nobody calls by that. */
const handlers = /^(?:on|set|handle|render|get|use)[A-Z]/;

/** `{ fireEvent: sendToSegment }`: whoever is given the object calls it by the key. */
function putIntoObjects({ scopes }: Module): readonly Renamed[] {
  const found = new Map<string, Renamed>();
  for (const node of scopes.scopeOf.keys()) {
    if (node.type !== "ObjectExpression") continue;
    for (const one of node.properties) {
      if (one.type !== "Property" || one.shorthand || one.computed) continue;
      // What makes an emitter stands for it: `{ cartOpened: emitterFor("cart") }`.
      const value = one.value.type === "CallExpression" ? one.value.callee : one.value;
      const from = tailName(value);
      const to = keyName(one.key, false);
      if (
        from === undefined ||
        to === undefined ||
        from === to ||
        anyones.has(from) ||
        !/^[a-z]\w*$/.test(to)
      )
        continue;
      if (handlers.test(to) || !(telling.test(to) || /[a-z][A-Z]/.test(to))) continue;
      found.set(`${from} ${to}`, { from, to });
    }
  }
  return [...found.values()];
}

/** A name that a module gives to what it exports again, and what stands beside it where it means anything else, too. */
export type Renamed = { readonly from: string; readonly to: string; readonly beside?: readonly string[] };
