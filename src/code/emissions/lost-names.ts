// Names that go into a call of a library by ways that nobody follows: what a function of the team's makes of its
// parameter. Who calls that function sends something all the same.
import { type Node, visitorKeys } from "oxc-parser";
import { fileName } from "../effects/callee-names.js";
import type { Effect } from "../effects/effects.js";
import { analyticsPath, isEmitterName, trackingPath } from "../effects/emitter-names.js";
import { shapesAt } from "../effects/guessing/name-shapes.js";
import { namedAt } from "../effects/guessing/says-name.js";
import { hearsAll } from "../effects/messages/any-messages.js";
import { lookUp, type Placed, type Scope } from "../syntax/scopes.js";
import { type FunctionNode, isFunction } from "../syntax/syntax.js";
import type { Module } from "../values/module.js";
import { idOf, spanOf, type Value } from "../values/values.js";

/** The function whose callers say the name, and what it does for them, as far as can be told. */
export type Lost = { readonly owner: string; readonly effect: Effect };

/** How many names a way may lead through, and how many nodes are looked at on it. */
const longest = 6;
const mostNodes = 400;

/**
 * The function around a call from whose parameter the name comes, where what happens to it on the way is not known.
 * It is one that says that it sends events, or that a file about them holds.
 */
export function lostName(module: Module, { node, scope }: Placed, effect: Effect): Lost | undefined {
  if (node.type !== "CallExpression") return undefined;
  const from = parametersOf(node.arguments, scope, false);
  if (from.size === 0) return undefined;
  const isAbout = aboutEvents(module.path);
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const { fn } = at;
    const indexes = fn === undefined ? undefined : from.get(fn);
    if (fn === undefined || indexes === undefined) continue;
    const [index] = namedAt(fn.params, []);
    if (index === undefined || !indexes.has(index)) continue;
    const names = [...(module.scopes.names.get(fn) ?? []), ...(fn.id === null ? [] : [fn.id.name])];
    if (!isAbout && !names.some(isEmitterName) && hearsAll(module, fn.start) === undefined) continue;
    const args = fn.params.map((param, place) => parameter(module, fn, param, place, names[0]));
    return {
      owner: idOf(module, fn),
      effect: {
        ...effect,
        preset: "own",
        shapes: shapesAt(index, args),
        args,
        doubt: `what "${names[0] ?? "it"}" makes of the name is not followed`,
        via: undefined,
        isRearranged: true,
      },
    };
  }
  return undefined;
}

function aboutEvents(path: string): boolean {
  const name = fileName(path);
  return analyticsPath.test(name) || trackingPath.test(name);
}

/** A parameter as callers fill it in. */
export function parameter(
  module: Module,
  fn: FunctionNode,
  param: Node,
  index: number,
  ownerName: string | undefined,
): Value {
  const inner = param.type === "AssignmentPattern" ? param.left : param;
  return {
    kind: "parameter",
    span: spanOf(module, inner),
    owner: idOf(module, fn),
    ownerName: ownerName ?? "",
    name: inner.type === "Identifier" ? inner.name : "",
    index: param.type === "RestElement" ? -1 : index,
    path: param.type === "RestElement" ? [{ from: index }] : [],
    type: undefined,
  };
}

/** The parameters that nodes speak of, or the variables in them, by their functions; `inside` functions, too. */
export function parametersOf(
  nodes: readonly Node[],
  scope: Scope,
  inside: boolean,
): ReadonlyMap<FunctionNode, Set<number>> {
  const found = new Map<FunctionNode, Set<number>>();
  const seen = new Set<unknown>();
  let left = mostNodes;
  const visit = (node: Node, at: Scope, depth: number): void => {
    if (left-- <= 0 || (isFunction(node) && !inside)) return;
    if (node.type === "Identifier") {
      const binding = lookUp(at, node.name);
      if (binding === undefined || seen.has(binding)) return;
      seen.add(binding);
      const { what } = binding;
      if (what.kind === "parameter") {
        const own = found.get(what.fn);
        if (own === undefined) found.set(what.fn, new Set([what.index]));
        else own.add(what.index);
      } else if (what.kind === "variable" && depth < longest) {
        if (what.init !== undefined && what.init !== null) visit(what.init, binding.scope, depth + 1);
        for (const write of binding.writes) visit(write.value, write.scope, depth + 1);
      }
      return;
    }
    for (const child of childrenOf(node)) visit(child, at, depth);
  };
  for (const node of nodes) visit(node, scope, 0);
  return found;
}

/** The nodes under a node, without the names of members and keys, and without types. */
function childrenOf(node: Node): readonly Node[] {
  switch (node.type) {
    case "MemberExpression":
      return node.computed ? [node.object, node.property] : [node.object];
    // What is a key is the name of no event.
    case "Property":
      return [node.value];
    default:
      if (node.type.startsWith("TSType")) return [];
      return (visitorKeys[node.type] ?? []).flatMap((key): readonly Node[] => {
        const child: unknown = Object.getOwnPropertyDescriptor(node, key)?.value;
        return Array.isArray(child) ? child.filter(isNode) : isNode(child) ? [child] : [];
      });
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}
