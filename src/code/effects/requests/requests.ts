// Requests, as code sends them: where they go, and what may be their body.
import type { CallExpression, Expression } from "oxc-parser";
import { lookUp } from "../../syntax/scopes.js";
import { bare, tailName } from "../../syntax/syntax.js";
import { isNone } from "../../values/conditions.js";
import { evaluate } from "../../values/evaluate.js";
import { textOf } from "../../values/language/texts.js";
import type { Linker } from "../../values/linker.js";
import { memberOf } from "../../values/members.js";
import type { Site, Value } from "../../values/values.js";
import { addressOf, parsed, type Request } from "./api-requests.js";
import { isFetch } from "./fetches.js";

/** Functions and methods that send a request. */
export const requestNames: ReadonlySet<string> = new Set([
  "post",
  "put",
  "fetch",
  "request",
  "sendBeacon",
  "sendMessage",
  "ajax",
  "send",
  "write",
  "axios",
  "$fetch",
  "ofetch",
  "ky",
]);

/** Functions whose second argument holds the body; for others it may be the body itself, with any keys. */
const takesOptions = new Set(["fetch", "request", "axios", "$fetch", "ofetch", "ky"]);
const posting = new Set(["post", "put", "request"]);

/** Where a call sends a request, and what may be its body: `post(address, body)`, `fetch(address, { body })`, `axios({ url, data })`. */
export function requestOf(linker: Linker, node: CallExpression, site: Site): Request | undefined {
  const [first, second] = node.arguments;
  if (first === undefined || first.type === "SpreadElement") return undefined;
  const written = tailName(node.callee) ?? "";
  const name = requestNames.has(written) || !isFetch(linker, node.callee, site) ? written : "fetch";
  if (!requestNames.has(name)) return undefined;
  if (name === "send" || name === "write") return sentLater(linker, node, first, site);
  const target = evaluate(linker, first, site);
  const based = (address: Value): Value => withBase(linker, node, address, site);
  if (target.kind === "object")
    return {
      address: based(memberOf(linker, target, "url")),
      bodies: () => ["data", "body", "json"].map((key) => parsed(memberOf(linker, target, key))),
    };
  if (second === undefined || second.type === "SpreadElement") return undefined;
  return {
    address: based(target),
    bodies: () => {
      const options = evaluate(linker, second, site);
      const isOptions = takesOptions.has(name);
      // What a caller gives is the body itself, where a method takes one.
      if (!isOptions && options.kind === "parameter") return [options];
      const keys = isOptions ? ["body", "json", "data"] : ["body", "json"];
      return [...keys.map((key) => memberOf(linker, options, key)), options].map(parsed);
    },
  };
}

/** Under which option clients have the beginning of all their addresses. */
const baseKeys = ["baseURL", "prefixUrl", "baseUrl", "prefix"];

/** An address as a client sends it that was made with the beginning of it: `axios.create({ baseURL })`. */
function withBase(
  linker: Linker,
  { callee }: CallExpression,
  address: Value,
  { module, scope }: Site,
): Value {
  const method = bare(callee);
  if (method.type !== "MemberExpression" || method.object.type === "Super") return address;
  if (/^\w+:\/\//.test(addressOf(address)?.text ?? "")) return address;
  const client = evaluate(linker, method.object, { module, scope });
  if (client.kind !== "external" || client.options === undefined) return address;
  const options = client.options();
  const base = baseKeys.map((key) => memberOf(linker, options, key)).find((one) => !isNone(one));
  return base === undefined || base.kind === "unknown" ? address : textOf(address.span, [base, "/", address]);
}

/**
 * A request that is opened first, and sent what it carries then: `request.open("POST", address)`, `post(address).send(body)`,
 * `https.request({ hostname, path })`.
 */
function sentLater(
  linker: Linker,
  { callee }: CallExpression,
  body: Expression,
  site: Site,
): Request | undefined {
  const method = bare(callee);
  if (method.type !== "MemberExpression" || method.object.type === "Super") return undefined;
  const opened = bare(method.object);
  const bodies = (): readonly Value[] => [parsed(evaluate(linker, body, site))];
  if (opened.type === "CallExpression") {
    const [address] = opened.arguments;
    if (address === undefined || address.type === "SpreadElement") return undefined;
    return posting.has(tailName(opened.callee) ?? "")
      ? { address: evaluate(linker, address, site), bodies }
      : undefined;
  }
  if (opened.type !== "Identifier") return undefined;
  const binding = lookUp(site.scope, opened.name);
  if (binding?.what.kind !== "variable" || binding.what.init === undefined) return undefined;
  const made = bare(binding.what.init);
  const own: Site = { module: site.module, scope: binding.scope };
  if (made.type === "CallExpression" && tailName(made.callee) === "request") {
    const [given] = made.arguments;
    if (given === undefined || given.type === "SpreadElement") return undefined;
    const target = evaluate(linker, given, own);
    if (target.kind !== "object") return { address: target, bodies };
    const [host, path] = ["hostname", "host", "path"]
      .map((key) => memberOf(linker, target, key))
      .filter((one) => !isNone(one));
    return host === undefined || path === undefined
      ? undefined
      : { address: textOf(target.span, ["https://", host, path]), bodies };
  }
  if (made.type !== "NewExpression" || tailName(made.callee) !== "XMLHttpRequest") return undefined;
  for (const { node, scope } of site.module.scopes.calls) {
    if (node.type !== "CallExpression" || tailName(node.callee) !== "open") continue;
    const at = bare(node.callee);
    const [verb, address] = node.arguments;
    if (at.type !== "MemberExpression" || at.object.type !== "Identifier" || at.object.name !== opened.name)
      continue;
    if (lookUp(scope, opened.name) !== binding || verb?.type !== "Literal" || verb.value === "GET") continue;
    if (address !== undefined && address.type !== "SpreadElement")
      return { address: evaluate(linker, address, { module: site.module, scope }), bodies };
  }
  return undefined;
}
