// Requests that carry events: where a team posts them to its own servers, no library is there to be known.
import type { CallExpression } from "oxc-parser";
import type { CallShape } from "../presets/preset.js";
import { tailName } from "../syntax/syntax.js";
import { isNone } from "../values/conditions.js";
import { evaluate } from "../values/evaluate.js";
import type { Linker } from "../values/linker.js";
import { elementOf, memberOf } from "../values/members.js";
import { eitherOf, plainText, type Site, type Value } from "../values/values.js";
import type { Effect } from "./effects.js";
import { receiverName } from "./receivers.js";
import { type Request, trackApiEffect } from "./track-api.js";

/** Functions and methods that send a request. */
export const requestNames: ReadonlySet<string> = new Set([
  "post",
  "put",
  "fetch",
  "request",
  "sendBeacon",
  "sendMessage",
  "axios",
  "$fetch",
  "ofetch",
  "ky",
]);

/** Texts that look like the end of a request that takes events, in the bytes of a file. */
export const requestPattern =
  /(?:\bpost|\bput|fetch|\brequest|sendBeacon|\baxios|\bky)\b[^;]{0,240}?\/(?:events?|telemetry|track|tracking|analytics|collect|measure|capture|ingest)\b/;

const eventPath =
  /(?:^|\/)(?:events?|telemetry|track(?:ing)?|analytics|collect|measure|capture|ingest)(?:[/?#]|$)/i;

const nameKeys = ["event", "eventName", "event_name", "eventType", "event_type", "action"] as const;
const propertyKeys = [
  "properties",
  "attributes",
  "eventProperties",
  "event_properties",
  "custom_properties",
  "props",
  "data",
  "params",
  "metadata",
  "payload",
  "traits",
] as const;

/** The shapes of a body whose name stands under one key: the first whose properties are there is taken. */
function shapesFor(name: string): readonly CallShape[] {
  return [
    ...propertyKeys.map(
      (properties): CallShape => ({
        method: "track",
        needs: [0, name],
        also: [0, properties],
        name: [0, name],
        properties: [0, properties],
      }),
    ),
    { method: "track", needs: [0, name], name: [0, name] },
  ];
}

/** Messages to another part of a browser's extension, in the bytes of a file. */
export const messagePattern = /\bruntime\s*\.\s*sendMessage\s*\([\s\S]{0,400}?\bevent_?name\b/i;

const messageKeys = ["eventName", "event_name"] as const;

/** `runtime.sendMessage({ action: "event", payload: { eventName, eventParams } })`: who hears it is far away. */
function messageEffect(linker: Linker, node: CallExpression, site: Site, origin: string): Effect | undefined {
  const [first] = node.arguments;
  if (tailName(node.callee) !== "sendMessage" || receiverName(node.callee) !== "runtime") return undefined;
  if (first?.type !== "ObjectExpression") return undefined;
  const message = evaluate(linker, first, site);
  const inner =
    message.kind === "object"
      ? message.members.flatMap((one) => (one.kind === "property" ? [one.value()] : []))
      : [];
  for (const body of [message, ...inner]) {
    const key = messageKeys.find((one) => writes(body, one) && saysName(memberOf(linker, body, one)));
    if (key === undefined) continue;
    return {
      preset: "own",
      shapes: [
        ...["eventParams", "event_params", ...propertyKeys].map(
          (properties): CallShape => ({
            ...{ method: "track", needs: [0, key], also: [0, properties] },
            ...{ name: [0, key], properties: [0, properties] },
          }),
        ),
        { method: "track", needs: [0, key], name: [0, key] },
      ],
      args: [body],
      typed: false,
      doubt: "what hears this message can't be seen here",
      via: undefined,
      origin,
      requires: [],
      isRearranged: true,
    };
  }
  return undefined;
}

/** Whether an object has a key by itself: what is spread into it is about something else. */
function writes(value: Value, key: string): boolean {
  return value.kind === "object" && value.members.some((one) => one.kind === "property" && one.name === key);
}

/** A request that carries an event; undefined where the call is none. */
export function requestEffect(
  linker: Linker,
  node: CallExpression,
  site: Site,
  origin: string,
): Effect | undefined {
  const message = messageEffect(linker, node, site, origin);
  if (message !== undefined) return message;
  const request = requestOf(linker, node, site);
  if (request === undefined) return undefined;
  const trackApi = trackApiEffect(linker, node, request, site, origin);
  if (trackApi !== undefined || !isEventPath(request.address)) return trackApi;
  for (const given of request.bodies()) {
    const body = oneOf(linker, given);
    if (body.kind !== "object") continue;
    // The first key that is there holds the name, whatever a caller leaves out.
    const key = nameKeys.find((one) => !isNone(memberOf(linker, body, one)));
    if (key === undefined || !saysName(memberOf(linker, body, key))) continue;
    return {
      preset: "http",
      shapes: shapesFor(key),
      args: [body],
      typed: false,
      doubt: undefined,
      via: undefined,
      origin,
      requires: [],
      isRearranged: true,
    };
  }
  return undefined;
}

const listKeys = ["events", "batch"] as const;

/** One event of a body that is a list of them, or that holds one: `[{ event }]`, `{ events: [{ event }] }`. */
function oneOf(linker: Linker, body: Value): Value {
  if (body.kind === "array") return elementOf(linker, body);
  if (body.kind !== "object" || nameKeys.some((one) => writes(body, one))) return body;
  const key = listKeys.find((one) => writes(body, one));
  const list = key === undefined ? undefined : memberOf(linker, body, key);
  return list?.kind === "array" ? elementOf(linker, list) : body;
}

/** Functions whose second argument holds the body; for others it may be the body itself, with any keys. */
const takesOptions = new Set(["fetch", "request", "axios", "$fetch", "ofetch", "ky"]);

/** Where a call sends a request, and what may be its body: `post(address, body)`, `fetch(address, { body })`, `axios({ url, data })`. */
function requestOf(linker: Linker, node: CallExpression, site: Site): Request | undefined {
  const [first, second] = node.arguments;
  if (first === undefined || first.type === "SpreadElement") return undefined;
  if (!requestNames.has(tailName(node.callee) ?? "")) return undefined;
  const target = evaluate(linker, first, site);
  if (target.kind === "object")
    return {
      address: memberOf(linker, target, "url"),
      bodies: () => ["data", "body"].map((key) => parsed(memberOf(linker, target, key))),
    };
  if (second === undefined || second.type === "SpreadElement") return undefined;
  return {
    address: target,
    bodies: () => {
      const options = evaluate(linker, second, site);
      const isOptions = takesOptions.has(tailName(node.callee) ?? "");
      // What a caller gives is the body itself, where a method takes one.
      if (!isOptions && options.kind === "parameter") return [options];
      const keys = isOptions ? ["body", "json", "data"] : ["body", "json"];
      return [...keys.map((key) => memberOf(linker, options, key)), options].map(parsed);
    },
  };
}

/** What JSON.stringify was given: `body && JSON.stringify(body)`, too. */
function parsed(body: Value): Value {
  if (body.kind === "text") return body.from?.() ?? body;
  if (body.kind === "choice") return parsed(eitherOf(body));
  if (body.kind !== "union") return body;
  return body.members.map(parsed).find(({ kind }) => kind === "object" || kind === "parameter") ?? body;
}

function isEventPath(url: Value): boolean {
  if (url.kind === "union") return url.members.some(isEventPath);
  if (url.kind === "template") {
    const last = url.parts.at(-1);
    return typeof last === "string" && eventPath.test(last);
  }
  return eventPath.test(plainText(url) ?? "");
}

/** A name that is written here or that a caller gives; anything else may be no event's. */
function saysName(value: Value): boolean {
  switch (value.kind) {
    case "string":
    case "template":
    case "parameter":
    case "lookup":
    case "choice":
      return true;
    case "union":
      return value.members.some(saysName);
    case "fallback":
      return saysName(value.left);
    default:
      return false;
  }
}
