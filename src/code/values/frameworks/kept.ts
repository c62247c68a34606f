// What is put away under a key in one place and taken out in another: by Vue's `provide` and `inject`, by contexts of
// Svelte, by tokens of containers, and what servers keep on themselves, on requests and on contexts.
import type { Decorator, Expression, Node, ObjectExpression } from "oxc-parser";
import { camel } from "../../syntax/directives.js";
import { lookUp, type Placed, type Scope } from "../../syntax/scopes.js";
import { bare, type FunctionNode, isFunction, keyName, tailName } from "../../syntax/syntax.js";
import { declaredAs } from "../declared.js";
import type { Linker } from "../linker.js";
import { memberOf } from "../members.js";
import type { Module } from "../module.js";
import { inOwnApplication } from "../nearest.js";
import { type ParameterValue, type Site, unionOf, unknown, type Value } from "../values.js";
import { serviceValue } from "./angularjs.js";

/** What begins the name of what is kept among what modules make global. */
export const keptPrefix = "kept:";

/** What begins the name of a directive of Vue's. */
const directives = ".directive.";

/** Words of which one stands in each module that keeps something. */
export const keptWords: readonly string[] = [
  ...["provide", "setContext", "decorate", "decorateRequest", "decorateReply", "next", "directive"],
  ...["req", "request", "res", "reply", "response", "ctx", "context", "c", "app"],
];

/** One thing that is kept: its name, the key where that is no text, and how it comes out of what stands there. */
export type Kept = Placed & {
  readonly name: string;
  readonly key?: Placed;
  readonly how: "itself" | "made";
};

/** Under which names people have what a server hands to each of their functions. */
const holders: ReadonlyMap<string, string> = new Map([
  ...["req", "request", "_req"].map((name) => [name, "request"] as const),
  ...["res", "response", "reply"].map((name) => [name, "response"] as const),
  ...["ctx", "context", "c"].map((name) => [name, "context"] as const),
  ...["app", "fastify", "server", "instance"].map((name) => [name, "app"] as const),
]);

const decorators: ReadonlyMap<string, string> = new Map([
  ["decorate", "app"],
  ["decorateRequest", "request"],
  ["decorateReply", "response"],
]);

const ways: ReadonlySet<string> = new Set(["useValue", "useClass", "useFactory", "useExisting"]);

/** What a module keeps. */
export function keptIn(module: Module): readonly Kept[] {
  if (module.kept !== undefined) return module.kept;
  const found: Kept[] = [];
  module.kept = found;
  const { text, scopes } = module;
  if (
    !/\b(?:provide|setContext|directive|decorate(?:Request|Reply)?|req|request|res|reply|response|ctx|context|c|app)\b/.test(
      text,
    )
  )
    return found;
  for (const { target, value } of scopes.memberWrites) {
    const name = heldAt(target.node, target.scope);
    if (name !== undefined) found.push({ name, node: value, scope: target.scope, how: "itself" });
  }
  for (const { node, scope } of scopes.calls) {
    if (node.type !== "CallExpression") continue;
    const [key, value] = node.arguments;
    const callee = tailName(node.callee) ?? "";
    if (key === undefined || key.type === "SpreadElement") continue;
    if (callee === "next" && key.type === "ObjectExpression") {
      for (const [name, ctx] of propertiesOf(key))
        if (name === "ctx" && ctx.type === "ObjectExpression") found.push(...heldIn("context", ctx, scope));
      continue;
    }
    if (value === undefined || value.type === "SpreadElement") continue;
    if (callee === "provide" || callee === "setContext") {
      const named = keyed(key, scope);
      if (named !== undefined) found.push({ ...named, node: value, scope, how: "itself" });
    }
    if (callee === "directive" && key.type === "Literal" && typeof key.value === "string")
      found.push({ name: `${directives}${key.value}`, node: value, scope, how: "itself" });
    const holder = decorators.get(callee) ?? (callee === "set" ? holderOf(node.callee) : undefined);
    if (holder !== undefined && key.type === "Literal" && typeof key.value === "string")
      found.push({ name: `.${holder}.${key.value}`, node: value, scope, how: "itself" });
  }
  for (const [node, own] of scopes.scopeOf) {
    if (node.type === "ObjectExpression") found.push(...provided(module, node, own.parent ?? own));
    // `createContext` of tRPC and its like gives what all procedures are handed.
    if (!isFunction(node) || !/^create\w*Context\w*$/.test(nameOf(module, node))) continue;
    for (const returned of scopes.returns.get(node) ?? [])
      if (returned.node.type === "ObjectExpression")
        found.push(...heldIn("context", returned.node, returned.scope));
  }
  return found;
}

function nameOf({ scopes }: Module, fn: Node): string {
  return (isFunction(fn) ? fn.id?.name : undefined) ?? scopes.names.get(fn)?.[0] ?? "";
}

function heldIn(holder: string, object: ObjectExpression, scope: Scope): readonly Kept[] {
  return propertiesOf(object).map(([key, node]) => ({
    name: `.${holder}.${key}`,
    node,
    scope,
    how: "itself",
  }));
}

function propertiesOf({ properties }: ObjectExpression): readonly (readonly [string, Expression])[] {
  return properties.flatMap((one) => {
    const key = one.type === "Property" ? keyName(one.key, one.computed) : undefined;
    return one.type === "Property" && key !== undefined ? [[key, one.value] as const] : [];
  });
}

/** `{ provide: ANALYTICS, useClass: Analytics }`, and what a component of Vue provides: `provide() { return { note } }`. */
function provided(module: Module, object: ObjectExpression, scope: Scope): readonly Kept[] {
  const properties = propertiesOf(object);
  const [, key] = properties.find(([name]) => name === "provide") ?? [];
  if (key === undefined) return [];
  const [way, value] = properties.find(([name]) => ways.has(name)) ?? [];
  if (way !== undefined && value !== undefined) {
    const named = keyed(key, scope);
    const how = way === "useClass" || way === "useFactory" ? "made" : "itself";
    return named === undefined ? [] : [{ ...named, node: value, scope, how }];
  }
  const given = isFunction(key) ? (module.scopes.returns.get(key) ?? []) : [{ node: key, scope }];
  return given.flatMap(({ node, scope: own }) =>
    node.type === "ObjectExpression"
      ? propertiesOf(node).map(([name, one]): Kept => ({ name, node: one, scope: own, how: "itself" }))
      : [],
  );
}

/** The name of a key: its text, or what it is called where it is declared. */
function keyed(node: Expression, scope: Scope): Pick<Kept, "name" | "key"> | undefined {
  const one = bare(node);
  if (one.type === "Literal") return typeof one.value === "string" ? { name: one.value } : undefined;
  if (one.type === "MemberExpression") {
    const name = keyName(one.property, one.computed);
    return name === undefined ? undefined : { name, key: { node: one, scope } };
  }
  if (one.type !== "Identifier") return undefined;
  const what = lookUp(scope, one.name)?.what;
  const name = what?.kind === "import" && what.imported !== "default" ? what.imported : one.name;
  return { name, key: { node: one, scope } };
}

/** The holder that a method is called on: `c.set`, `ctx.set`. */
function holderOf(callee: Expression): string | undefined {
  const node = bare(callee);
  return node.type === "MemberExpression" && node.object.type === "Identifier"
    ? holders.get(node.object.name)
    : undefined;
}

/** The name of what is put on a request, a context or a server: `req.note`, `res.locals.note`. */
function heldAt(target: Node, scope: Scope): string | undefined {
  const keys: string[] = [];
  let at: Node = target;
  while (at.type === "MemberExpression" && at.object.type !== "Super") {
    const key = keyName(at.property, at.computed);
    if (key === undefined) return undefined;
    keys.unshift(key);
    at = bare(at.object);
  }
  if (at.type !== "Identifier" || keys.length === 0 || keys.length > 2) return undefined;
  const binding = lookUp(scope, at.name);
  const holder = binding?.what.kind === "parameter" || at.name === "app" ? holders.get(at.name) : undefined;
  return holder === undefined ? undefined : `.${holder}.${keys.join(".")}`;
}

/** What is kept under a key; undefined where nothing of the project puts anything there. */
export function keptUnder(
  linker: Linker,
  key: Expression,
  site: Site,
  span: Value["span"],
): Value | undefined {
  const named = keyed(key, site.scope);
  if (named === undefined) return undefined;
  const asked = named.key === undefined ? undefined : declaredAs(linker, named.key.node, site);
  return keptAs(linker, named.name, asked, span);
}

/** The directive that is registered by a name, as markup has it or as scripts do. */
export function keptDirective(linker: Linker, name: string, span: Value["span"]): Value | undefined {
  for (const one of new Set([name, camel(name)])) {
    const kept = keptAs(linker, `${directives}${one}`, undefined, span);
    if (kept !== undefined) return kept;
  }
  return undefined;
}

/** What is kept under a text. */
export function keptNamed(linker: Linker, name: string, span: Value["span"]): Value {
  return keptAs(linker, name, undefined, span) ?? unknown(span, `what is provided as "${name}" is not seen`);
}

function keptAs(
  linker: Linker,
  name: string,
  asked: string | undefined,
  span: Value["span"],
): Value | undefined {
  const values: { readonly path: string; readonly value: Value }[] = [];
  for (const module of linker.among({ kind: "global", name: `${keptPrefix}${name}` })) {
    if (module.file.test) continue;
    for (const one of keptIn(module)) {
      if (one.name !== name || linker.active.has(one)) continue;
      const own =
        one.key === undefined
          ? undefined
          : declaredAs(linker, one.key.node, { module, scope: one.key.scope });
      if (own !== asked) continue;
      linker.active.add(one);
      try {
        const value = linker.evaluate(one.node, { module, scope: one.scope });
        const given = one.how === "made" ? serviceValue(linker, value) : value;
        values.push({ path: module.path, value: given });
      } finally {
        linker.active.delete(one);
      }
    }
  }
  const known = values.filter(
    ({ value: { kind } }) => kind !== "undefined" && kind !== "unknown" && kind !== "null",
  );
  // Each application of a repository keeps its own.
  const near = inOwnApplication(known, span.file, ({ path }) => path);
  return near.length === 0
    ? undefined
    : unionOf(
        span,
        near.map(({ value }) => value),
      );
}

/** The keys under which a function of a module is kept: what those call who take it out. */
export function keysFor(module: Module, fn: Node): readonly string[] {
  return keptIn(module).flatMap(({ name, node }) =>
    node === fn ? [name.slice(name.lastIndexOf(".") + 1)] : [],
  );
}

/** What a server, a request or a context that a function is handed has by what somebody put there. */
export function keptOn(linker: Linker, { name, path, span }: ParameterValue): Value | undefined {
  // Hono gives out under `var` what was set.
  const way = [name, ...path.filter((step) => step !== "var")];
  const at = way.findLastIndex(
    (step, index) => typeof step === "string" && holders.has(step) && index < way.length - 1,
  );
  const root = way[at];
  const holder = typeof root === "string" ? holders.get(root) : undefined;
  if (holder === undefined) return undefined;
  const keys = way.slice(at + 1);
  if (!keys.every((key) => typeof key === "string")) return undefined;
  for (const length of [1, 2]) {
    if (keys.length < length) break;
    const found = keptAs(linker, `.${holder}.${keys.slice(0, length).join(".")}`, undefined, span);
    if (found !== undefined)
      return keys.slice(length).reduce((value, key) => memberOf(linker, value, key), found);
  }
  return undefined;
}

/** What a container puts in for a token: `@Inject(ANALYTICS) private readonly analytics`. */
export function injectedBy(
  linker: Linker,
  decorators: readonly Decorator[],
  site: Site,
  span: Value["span"],
): Value | undefined {
  for (const { expression } of decorators) {
    if (expression.type !== "CallExpression" || tailName(expression.callee)?.toLowerCase() !== "inject")
      continue;
    const [token] = expression.arguments;
    if (token !== undefined && token.type !== "SpreadElement") return keptUnder(linker, token, site, span);
  }
  return undefined;
}

/** The same for a parameter of a constructor. */
export function injectedAt(
  linker: Linker,
  { params }: FunctionNode,
  index: number,
  site: Site,
  span: Value["span"],
): Value | undefined {
  const param = params[index];
  const inner = param?.type === "TSParameterProperty" ? param.parameter : param;
  const decorators = [param, inner === param ? undefined : inner].flatMap((one) =>
    one !== undefined && "decorators" in one ? (one.decorators ?? []) : [],
  );
  return decorators.length === 0 ? undefined : injectedBy(linker, decorators, site, span);
}
