// A team's own relay: a request to a route of the same project, and the function of a server that answers it and sends
// the event on. Frameworks say by a file's place which route it answers, servers by a text.
import type { CallExpression, Node } from "oxc-parser";
import { namesFunction } from "../../syntax/scopes.js";
import { bare, type FunctionNode, isFunction, tailName } from "../../syntax/syntax.js";
import type { Linker } from "../../values/linker.js";
import type { Module } from "../../values/module.js";
import { nearestTo } from "../../values/nearest.js";
import { functionIn, type Member, plainText, type Site, spanOf } from "../../values/values.js";
import type { Word } from "../../words/words.js";
import { addressOf } from "../requests/api-requests.js";
import { requestNames, requestOf } from "../requests/requests.js";
import type { Heard, Listener } from "./channels.js";

/** Where frameworks keep what answers requests, and the route in a file's path. */
const answering: readonly RegExp[] = [
  /(?:^|\/)pages\/(?<route>api\/.+?)(?:\/index)?\.[cm]?[jt]sx?$/,
  /(?:^|\/)app\/(?<route>.+)\/route\.[cm]?[jt]s$/,
  /(?:^|\/)routes\/(?<route>.+)\/\+server\.[jt]s$/,
];
const bodies: ReadonlySet<string> = new Set(["object", "parameter"]);
const methods = /^(?:POST|PUT|PATCH|default|handler)$/;
const routing: ReadonlySet<string> = new Set(["post", "put", "patch", "all", "route"]);

/** The route that a function of a server answers. */
export function answeredBy(linker: Linker, module: Module, start: number): Listener | undefined {
  for (const [node, inner] of module.scopes.scopeOf) {
    const { fn, parent } = inner;
    if (node.start !== start || fn === undefined || fn !== node || parent === undefined) continue;
    const route = routeOfFile(module, fn) ?? routeOfCall(linker, module, fn);
    if (route === undefined) return undefined;
    const last = route.split("/").at(-1) ?? route;
    return {
      kind: "route",
      channel: route,
      listener: () => functionIn(module, fn, parent),
      at: undefined,
      words: last.split(/\W+/).filter((word) => word !== ""),
    };
  }
  return undefined;
}

function routeOfFile(module: Module, fn: FunctionNode): string | undefined {
  const route = answering.map((one) => one.exec(module.path)?.groups?.route).find((one) => one !== undefined);
  if (route === undefined || /\[/.test(route)) return undefined;
  const own = new Set([...(module.scopes.names.get(fn) ?? []), ...(fn.id === null ? [] : [fn.id.name])]);
  for (const [name, exported] of module.exports.named) {
    if (!methods.test(name)) continue;
    const isIt =
      exported.kind === "local"
        ? own.has(exported.name)
        : exported.kind === "value" && isWithin(fn, own, exported.value.node);
    // Folders in brackets are none of a route.
    if (isIt) return `/${route.replace(/\([^)]*\)\//g, "")}`;
  }
  return undefined;
}

/** A function that is exported as it stands, by its name, or wrapped in a call. */
function isWithin(fn: FunctionNode, names: ReadonlySet<string>, value: Node): boolean {
  if (value === fn) return true;
  if (value.type === "Identifier") return names.has(value.name);
  return value.type === "CallExpression" && value.arguments.some((one) => isWithin(fn, names, one));
}

/** `app.post("/api/t", handle)`. */
function routeOfCall(linker: Linker, module: Module, fn: FunctionNode): string | undefined {
  for (const { node, scope } of module.scopes.calls) {
    if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") continue;
    if (!routing.has(tailName(node.callee) ?? "") || node.arguments.length < 2) continue;
    const [first, ...others] = node.arguments;
    const isIt = others.some((one) => {
      if (one.type === "SpreadElement") return false;
      const given = bare(one);
      return given === fn || (given.type === "Identifier" && namesFunction(scope, given.name, fn));
    });
    if (!isIt || first === undefined || first.type === "SpreadElement") continue;
    const route = plainText(linker.evaluate(first, { module, scope }));
    // Where a router hangs is not asked: a route of one short word says too little.
    return route !== undefined && /^\/.{5,}/.test(route) && !/[:*]/.test(route) ? route : undefined;
  }
  return undefined;
}

/** The words that lead to who asks for a route. */
export function askersOf({ words }: Listener): readonly Word[] {
  return [...requestNames].map((word) => ({ word, beside: words }));
}

/** Who answers a request that a call makes, with its body in what is given. */
export function answerOf(
  linker: Linker,
  listeners: readonly Listener[],
  node: CallExpression,
  site: Site,
): Heard | undefined {
  const routes = listeners.filter(({ kind }) => kind === "route");
  if (routes.length === 0 || !requestNames.has(tailName(node.callee) ?? "")) return undefined;
  const request = requestOf(linker, node, site);
  const address = request === undefined ? undefined : addressOf(request.address)?.text.replace(/[?#].*$/, "");
  if (request === undefined || address === undefined) return undefined;
  // Several applications may have the same route: it is that of the caller's own, or of the one beside it.
  const same = routes.filter(({ channel }) => address === channel || address.endsWith(channel));
  const [heard] = nearestTo(same, site.module.path, ({ listener }) => listener().site.module.path);
  const body = heard === undefined ? undefined : request.bodies().find(({ kind }) => bodies.has(kind));
  // Who answers a route names it, too: `app.post("/api/t", handle)`.
  if (heard === undefined || body === undefined || node.arguments.some(isFunction)) return undefined;
  const span = spanOf(site.module, node);
  return {
    channel: heard.channel,
    listener: heard.listener(),
    args: () => {
      const member: Member = { kind: "property", name: "body", span, value: () => body, optional: false };
      return [{ kind: "object", span, members: [member] }];
    },
  };
}
