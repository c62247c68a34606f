// Requests to products that take events, by a team that does without their libraries.
import type { CallExpression } from "oxc-parser";
import type { CallShape } from "../../presets/preset.js";
import { evaluate } from "../../values/evaluate.js";
import type { Linker } from "../../values/linker.js";
import { memberOf } from "../../values/members.js";
import { ownersOf } from "../../values/owners.js";
import { eitherOf, plainText, type Site, unknown, type Value } from "../../values/values.js";
import { type Effect, rearranged } from "../effects.js";
import { services } from "./api-routes.js";

/** Stands for what is not known in an address. */
const hole = "\0";

/** A request as it is written: where it goes, and what may be its body, the likeliest first. */
export type Request = { readonly address: Value; readonly bodies: () => readonly Value[] };

/** What a request to one of those products does; undefined where it is none, or asks for something else. */
export function apiEffect(
  linker: Linker,
  node: CallExpression,
  request: Request,
  site: Site,
  origin: string,
): Effect | undefined {
  const { address } = request;
  const known = addressOf(address)?.text ?? "";
  const isKnown = services.some(({ hosts }) => hosts.test(known));
  const named = services.flatMap(({ preset, named: says }) => (says.test(site.module.text) ? [preset] : []));
  if (!isKnown && named.length === 0) return undefined;
  const method = methodOf(linker, node, site);
  const route = routeFor(address, method, named);
  const isOpen = route === undefined && endsOpen(address) && (isKnown || !showsHost(known));
  if (route === undefined && !isOpen) return undefined;
  const body = request.bodies().find(isBody);
  if (body === undefined) return undefined;
  return rearranged({
    preset: route?.preset ?? "http",
    shapes: route?.shapes ?? [],
    args: [body, route?.person ?? { kind: "undefined", span: address.span }],
    ...(isOpen && { request: { address, method, services: named } }),
    origin,
  });
}

/** Whether a caller says how an address ends: that tells what is asked for. */
function endsOpen(address: Value): boolean {
  if (address.kind === "union") return address.members.some(endsOpen);
  const last = address.kind === "template" ? address.parts.at(-1) : address;
  return last !== undefined && typeof last !== "string" && ownersOf(last).size > 0;
}

/** Whether a value may be the body of a request; one of two, where both may. */
function isBody(value: Value): boolean {
  if (value.kind === "choice") return isBody(value.yes) && isBody(value.no);
  if (value.kind === "union") return value.members.every(isBody);
  return value.kind === "object" || value.kind === "array" || value.kind === "parameter";
}

/**
 * A request whose address came from a caller, where that says what it asks for; open still where that caller has it
 * from another one; undefined where it asks for nothing known.
 */
export function settledRequest(linker: Linker, { request, ...effect }: Effect): Effect | undefined {
  if (request === undefined) return undefined;
  const route = routeFor(request.address, request.method, request.services);
  const [given] = effect.args;
  if (route === undefined || given === undefined)
    return endsOpen(request.address) ? { ...effect, request } : undefined;
  return {
    ...effect,
    preset: route.preset,
    shapes: route.shapes,
    args: [unwrapped(linker, given), route.person ?? { kind: "undefined", span: given.span }],
  };
}

/** The body in the options of a request, where a helper takes both in one. */
function unwrapped(linker: Linker, given: Value): Value {
  if (given.kind !== "object") return parsed(given);
  const key = ["json", "body", "data"].find((one) =>
    given.members.some((member) => member.kind === "property" && member.name === one),
  );
  const body = key === undefined ? undefined : parsed(memberOf(linker, given, key));
  return body !== undefined && isBody(body) && !isNamed(given) ? body : given;
}

/** Whether an object says by itself what happened: then `data` is what it carries. */
function isNamed({ members }: Extract<Value, { kind: "object" }>): boolean {
  return members.some((one) => one.kind === "property" && /^(?:event|name|action|userId)$/.test(one.name));
}

/** What JSON.stringify was given: `body && JSON.stringify(body)`, too. */
export function parsed(body: Value): Value {
  if (body.kind === "text") return body.from?.() ?? body;
  if (body.kind === "choice") return parsed(eitherOf(body));
  if (body.kind !== "union") return body;
  return body.members.map(parsed).find(isBody) ?? body;
}

type Found = {
  readonly preset: string;
  readonly shapes: readonly CallShape[];
  readonly person: Value | undefined;
};

/** What a request to an address does, and whom it is about; `named` are the products that its file speaks of. */
function routeFor(target: Value, method: Value, named: readonly string[]): Found | undefined {
  const address = addressOf(target);
  const verb = method.kind === "string" ? method.value.toUpperCase() : "";
  if (address === undefined || verb === "DELETE" || verb === "GET") return undefined;
  const { text, person } = address;
  const known = services.filter(({ hosts }) => hosts.test(text));
  // Behind a host of one's own stands what the file speaks of.
  const meant = services.filter(
    ({ preset }) => named.includes(preset) && (preset === "customerio-http" || !showsHost(text)),
  );
  for (const one of known.length > 0 ? known : meant) {
    const route = one.routes.find(({ path }) => path.test(text));
    if (route !== undefined) return { preset: one.preset, shapes: route.shapes, person };
  }
  return undefined;
}

/** Whether an address says whose it is: another one's, where it is none of those that are known. */
function showsHost(address: string): boolean {
  return /^\w+:\/\/[\w.-]*\w\.\w/.test(address);
}

/** The text of an address, and what stands in it for the person. */
export function addressOf(
  target: Value,
): { readonly text: string; readonly person: Value | undefined } | undefined {
  switch (target.kind) {
    // Another region has another host, and the same paths.
    case "choice":
      return addressOf(eitherOf(target));
    case "union":
      return target.members.map(addressOf).find((one) => one !== undefined);
    // So has each region of a table.
    case "lookup": {
      const { object } = target;
      const first =
        object.kind === "object" ? object.members.find(({ kind }) => kind === "property") : undefined;
      return first?.kind === "property" ? addressOf(first.value()) : undefined;
    }
    // What is configured stands for the same interface.
    case "fallback":
      return addressOf(target.left) ?? addressOf(target.right);
    case "string":
      return { text: plainAddress(target.value), person: undefined };
    case "template": {
      let text = "";
      let person: Value | undefined;
      for (const part of target.parts) {
        const known =
          typeof part === "string" ? part : (plainText(part) ?? rootOf(part) ?? addressOf(part)?.text);
        if (typeof part !== "string" && text.endsWith("/customers/")) person = part;
        text += known ?? hole;
      }
      return { text: plainAddress(text), person };
    }
    default:
      return undefined;
  }
}

/**
 * The address that a client of Customer.io's library gives out for requests that it has no method for:
 * `` client.request.post(`${client.trackRoot}/entity`, body) ``. Its second version is the one that is asked for so.
 */
function rootOf(value: Value): string | undefined {
  return value.kind === "external" && value.source === "customerio-node" && value.path.at(-1) === "trackRoot"
    ? "https://track.customer.io/api/v2"
    : undefined;
}

/** An address without its query, and without slashes that stand twice. */
function plainAddress(address: string): string {
  return address
    .replace(/[?#].*$/s, "")
    .replace(/([^:])\/{2,}/g, "$1/")
    .replace(/\/$/, "");
}

/** The method of a request, as far as an option says it: `{ method: "DELETE" }`. */
export function methodOf(linker: Linker, { arguments: args }: CallExpression, site: Site): Value {
  const methods = args.flatMap((argument) => {
    const options = argument.type === "SpreadElement" ? undefined : evaluate(linker, argument, site);
    return options?.kind === "object" ? [memberOf(linker, options, "method")] : [];
  });
  const known = methods.find(({ kind }) => kind !== "undefined");
  return known ?? unknown({ file: site.module.path, start: 0, end: 0 }, "the method of a request");
}
