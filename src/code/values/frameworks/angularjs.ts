// What AngularJS gives functions by the names of their parameters: services and factories of the project, and `$window`.
import type { CallExpression, Node } from "oxc-parser";
import { lookUp, type Scope } from "../../syntax/scopes.js";
import { bare, type FunctionNode, isFunction, keyName } from "../../syntax/syntax.js";
import { resultOfCallback } from "../call-values.js";
import { made } from "../instances.js";
import type { Linker } from "../linker.js";
import type { Module } from "../module.js";
import type { Value } from "../values.js";

/** What begins the name of a service among what modules make global. */
export const servicePrefix = "angular:";

const makers: ReadonlySet<string> = new Set(["service", "factory"]);
const takers: ReadonlySet<string> = new Set([
  ...makers,
  ...["controller", "directive", "component", "run", "config", "filter", "decorator", "provider"],
]);

/** What a module says of services: those that it makes, and the names that its functions are given. */
export type Services = {
  readonly made: readonly { readonly name: string; readonly node: Node; readonly scope: Scope }[];
  readonly given: ReadonlyMap<FunctionNode, readonly (string | undefined)[]>;
};

export function servicesOf(module: Module): Services {
  if (module.services !== undefined) return module.services;
  const services: { name: string; node: Node; scope: Scope }[] = [];
  const given = new Map<FunctionNode, readonly (string | undefined)[]>();
  module.services = { made: services, given };
  if (!module.text.includes("angular")) return module.services;
  constructorsIn(module, given);
  for (const { node, scope } of module.scopes.calls) {
    const method = node.type === "CallExpression" ? registered(node) : undefined;
    if (node.type !== "CallExpression" || method === undefined) continue;
    const [named] = node.arguments;
    const last = node.arguments.at(-1);
    const { fn, names } = functionIn(last, scope);
    if (fn !== undefined) given.set(fn, names ?? ownNames(fn));
    // Of another file it may be a class.
    const own = fn ?? (last?.type === "Identifier" ? last : undefined);
    if (
      own !== undefined &&
      makers.has(method) &&
      named?.type === "Literal" &&
      typeof named.value === "string"
    )
      services.push({ name: named.value, node: own, scope });
  }
  for (const { target, value } of module.scopes.memberWrites) {
    const { node, scope } = target;
    if (node.type !== "MemberExpression" || keyName(node.property, node.computed) !== "$inject") continue;
    const what = node.object.type === "Identifier" ? lookUp(scope, node.object.name)?.what : undefined;
    if (what?.kind === "function" && value.type === "ArrayExpression")
      given.set(
        what.fn,
        value.elements.map((one) => textIn(one)),
      );
  }
  return module.services;
}

/** Classes say in a comment, or in a list of theirs, that their constructors are given services. */
function constructorsIn(module: Module, given: Map<FunctionNode, readonly (string | undefined)[]>): void {
  if (!/\bngInject\b|\$inject\b/.test(module.text)) return;
  for (const { cls } of module.scopes.scopeOf.values())
    for (const member of cls?.body.body ?? [])
      if (member.type === "MethodDefinition" && member.kind === "constructor" && isFunction(member.value))
        given.set(member.value, ownNames(member.value));
}

/** `angular.module("shop").factory("events", function () {})`. */
function registered({ callee, arguments: args }: CallExpression): string | undefined {
  const node = bare(callee);
  const method = node.type === "MemberExpression" ? keyName(node.property, node.computed) : undefined;
  if (method === undefined || !takers.has(method) || args.length === 0 || args.length > 2) return undefined;
  return method;
}

/** The function in what is registered, and the names in the list in which it may stand last. */
function functionIn(
  node: Node | undefined,
  scope: Scope,
  depth = 0,
): { readonly fn?: FunctionNode; readonly names?: readonly (string | undefined)[] } {
  if (node === undefined) return {};
  if (isFunction(node)) return { fn: node };
  if (node.type === "ArrayExpression") {
    const last = node.elements.at(-1);
    const { fn } = last === null ? {} : functionIn(last, scope, depth + 1);
    return fn === undefined ? {} : { fn, names: node.elements.slice(0, -1).map((one) => textIn(one)) };
  }
  const binding = node.type === "Identifier" ? lookUp(scope, node.name) : undefined;
  const what = binding?.what;
  if (what?.kind === "function") return { fn: what.fn };
  // `const events = function ($window) {}`
  const isMade = what?.kind === "variable" && what.constant && binding?.steps.length === 0;
  return isMade && what.init !== undefined && depth < 4
    ? functionIn(bare(what.init), binding?.scope ?? scope, depth + 1)
    : {};
}

function textIn(node: Node | null | undefined): string | undefined {
  return node?.type === "Literal" && typeof node.value === "string" ? node.value : undefined;
}

function ownNames({ params }: FunctionNode): readonly (string | undefined)[] {
  return params.map((param) => (param.type === "Identifier" ? param.name : undefined));
}

/** What a function is given for a parameter; undefined where AngularJS does not call it. */
export function serviceFor(
  module: Module,
  fn: FunctionNode,
  index: number,
  span: Value["span"],
): Value | undefined {
  const name = servicesOf(module).given.get(fn)?.[index];
  if (name === undefined) return undefined;
  if (name === "$window") return { kind: "external", span, source: "", path: ["window"] };
  if (name === "$analytics") return { kind: "external", span, source: "angulartics", path: ["default"] };
  // Its own are told by what they are called with.
  return name.startsWith("$")
    ? undefined
    : { kind: "external", span, source: "", path: [`${servicePrefix}${name}`] };
}

/** What a service is: what its function makes, or gives. */
export function serviceValue(linker: Linker, value: Value): Value {
  if (value.kind === "class") return { ...value, instance: true };
  return value.kind === "function" ? (made(linker, value) ?? resultOfCallback(linker, value, [])) : value;
}
