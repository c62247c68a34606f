// Requests that carry events: where a team posts them to its own servers, no library is there to be known.
import type { CallExpression } from "oxc-parser";
import type { CallShape } from "../../presets/preset.js";
import { tailName } from "../../syntax/syntax.js";
import { isNone } from "../../values/conditions.js";
import { evaluate } from "../../values/evaluate.js";
import type { Linker } from "../../values/linker.js";
import { elementOf, memberOf } from "../../values/members.js";
import { plainText, type Site, type Value } from "../../values/values.js";
import { type Effect, rearranged } from "../effects.js";
import { receiverName } from "../receivers.js";
import { addressOf, apiEffect, methodOf, type Request } from "./api-requests.js";
import { requestOf } from "./requests.js";

/** Texts that look like the end of a request that takes events, in the bytes of a file. */
export const requestPattern =
  /(?:\bpost|\bput|[fF]etch(?:er|Fn|Api|Impl|Like)?|\brequest|sendBeacon|\baxios|\bky)\b[^;]{0,240}?\/(?:events?|telemetry|track|tracking|analytics|collect|measure|capture|ingest)\b/;

const eventPath =
  /(?:^|\/)(?:events?|telemetry|track(?:ing)?|analytics|collect|measure|capture|ingest)(?:[/?#]|$)/i;

/** A host that takes nothing but events, whatever its paths are; then the name's key has to say so, too. */
const eventHost =
  /^https?:\/\/(?:[\w-]+\.)*(?:telemetry|analytics|events?|track(?:ing|er)?|collector|(?:usage-?)?stats)[\w-]*\./i;
const eventKeys = ["event", "eventName", "event_name"] as const;

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
    return rearranged({
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
      doubt: "what hears this message can't be seen here",
      origin,
    });
  }
  return undefined;
}

/** Whether an object, or one of two, has a key by itself: what is spread into it is about something else. */
function writes(value: Value, key: string): boolean {
  if (value.kind === "choice") return writes(value.yes, key) || writes(value.no, key);
  if (value.kind === "union") return value.members.some((one) => writes(one, key));
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
  const known =
    apiEffect(linker, node, request, site, origin) ?? pathEffect(linker, node, request, site, origin);
  // What a caller may ask for comes after what is asked for here.
  if (known !== undefined && known.request === undefined) return known;
  const isPath = isEventPath(request.address);
  const whole = handedBody(request, origin);
  if (whole !== undefined) return whole;
  if (!isPath && !eventHost.test(addressOf(request.address)?.text ?? ""))
    return known ?? (isSegments(linker, request) ? unaddressed(linker, request, origin) : undefined);
  for (const given of request.bodies()) {
    const body = oneOf(linker, given);
    if (!isObject(body)) continue;
    if (writes(body, "$schema"))
      return rearranged({ preset: "http", shapes: platformShapes, args: [body], origin });
    const keys = isPath ? nameKeys : eventKeys;
    // The first key that is there holds the name, whatever a caller leaves out; one that is written before those that
    // something may bring that is put in.
    const key =
      keys.find((one) => writes(body, one)) ?? keys.find((one) => !isNone(memberOf(linker, body, one)));
    if (key === undefined || !saysName(memberOf(linker, body, key))) continue;
    return rearranged({
      preset: "http",
      shapes: shapesFor(key),
      args: [body],
      // Parcels are tracked, too, and a request has an action for much else.
      ...(key === "action" &&
        !eventAddress.test(addressOf(request.address)?.text.replace(/track$/i, "") ?? "") && {
          doubt: "what the server makes of this action can't be seen here",
        }),
      origin,
    });
  }
  return known;
}

/**
 * Events of Wikimedia's platform, `{ $schema, schema, meta: { stream }, event }`: `event` is what they carry, and the
 * older of them have a name beside the stream's.
 */
const platformShapes: readonly CallShape[] = [
  { method: "track", needs: [0, "schema"], name: [0, "schema"], properties: [0, "event"] },
  { method: "track", needs: [0, "meta", "stream"], name: [0, "meta", "stream"] },
];

/** Addresses that take nothing but what people do, whatever the rest of them is. */
const analyticsAddress = /(?:^|\/)_?(?:telemetry|track(?:ing)?|analytics|collect|capture)(?:[/?#]|$)/i;

/** A request to such an address whose body a caller makes: `send(operation, message)`. */
function handedBody({ address, bodies }: Request, origin: string): Effect | undefined {
  const text = addressOf(address)?.text ?? "";
  if (!text.includes("/") || !analyticsAddress.test(text)) return undefined;
  const [body] = bodies().flatMap((one) => (one.kind === "parameter" && one.path.length === 0 ? [one] : []));
  if (body === undefined) return undefined;
  // What nobody is seen to name is no event: trackers are handed such functions to send all with.
  const effect = rearranged({ preset: "http", shapes: handedShapes, args: [body], origin });
  return { ...effect, isSupposed: true };
}

/** What is in such a body beside the name, nobody sees here. */
const handedShapes: readonly CallShape[] = eventKeys.flatMap((key) =>
  shapesFor(key).map((shape) => (shape.properties === undefined ? { ...shape, unseen: true } : shape)),
);

/** Whether a request whose address is not known carries what Segment's servers and their like are told. */
function isSegments(linker: Linker, { address, bodies }: Request): boolean {
  if (addressOf(address) !== undefined) return false;
  return bodies().some(
    (body) =>
      plainText(memberOf(linker, body, "type")) === "track" &&
      writes(body, "event") &&
      (writes(body, "userId") || writes(body, "anonymousId")),
  );
}

function unaddressed(linker: Linker, { bodies }: Request, origin: string): Effect | undefined {
  const body = bodies().find((one) => writes(one, "event"));
  if (body === undefined || !saysName(memberOf(linker, body, "event"))) return undefined;
  const doubt = "where this request goes can't be seen here";
  return rearranged({ preset: "http", shapes: shapesFor("event"), args: [body], doubt, origin });
}

/** Whether a value is an object, or one of some. */
function isObject(value: Value): boolean {
  if (value.kind === "choice") return isObject(value.yes) && isObject(value.no);
  if (value.kind === "union") return value.members.every(isObject);
  return value.kind === "object";
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

/** Addresses that are about events. */
const eventAddress = /event|track|analytics|telemetry|collect|metric/i;

/** A request whose address ends in the name: `` post(`https://events.shop.com/${event}/`, payload) ``. */
function pathEffect(
  linker: Linker,
  node: CallExpression,
  request: Request,
  site: Site,
  origin: string,
): Effect | undefined {
  const { address } = request;
  if (address.kind !== "template") return undefined;
  const [last, before] = address.parts.toReversed();
  const name = last === "/" ? before : last;
  const text = addressOf(address)?.text ?? "";
  // Beacons tell what happened, and are always posted.
  const isBeacon = tailName(node.callee) === "sendBeacon";
  if (name === undefined || typeof name === "string") return undefined;
  if (!isNamedEvent(name, isBeacon || eventHost.test(text))) return undefined;
  if (!/\/\0$/.test(text) || !eventAddress.test(text)) return undefined;
  const method = methodOf(linker, node, site);
  const isPosted = method.kind === "string" ? method.value === "POST" : tailName(node.callee) === "post";
  if (!isPosted && !isBeacon) return undefined;
  const [body] = request.bodies();
  return rearranged({
    preset: "http",
    shapes: [{ method: "track", name: [0], properties: [1] }],
    args: [name, body ?? { kind: "undefined", span: name.span }],
    origin,
  });
}

/** Whether a value is what a caller calls an event; a host that takes nothing else takes any name. */
function isNamedEvent(value: Value, isAnyName: boolean): boolean {
  if (value.kind !== "parameter") return false;
  const last = value.path.at(-1) ?? value.name;
  return (
    typeof last === "string" &&
    (isAnyName ? /name|event|action|type$|key$/i : /^event(?:_?name|_?type)?$/i).test(last)
  );
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
