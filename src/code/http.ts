// Requests that carry events: where a team posts them to its own servers, no library is there to be known.
import type { CallExpression } from "oxc-parser";
import type { Effect } from "./effects.js";
import { evaluate } from "./evaluate.js";
import type { Linker } from "./linker.js";
import { memberOf } from "./members.js";
import type { CallShape } from "./presets/preset.js";
import { tailName } from "./syntax.js";
import { plainText, type Site, type Value } from "./values.js";

/** Functions and methods that send a request. */
export const requestNames: ReadonlySet<string> = new Set([
  "post",
  "put",
  "fetch",
  "request",
  "sendBeacon",
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

/** A request that carries an event; undefined where the call is none. */
export function requestEffect(
  linker: Linker,
  node: CallExpression,
  site: Site,
  origin: string,
): Effect | undefined {
  const [first, second] = node.arguments;
  if (first === undefined || first.type === "SpreadElement") return undefined;
  if (!requestNames.has(tailName(node.callee) ?? "")) return undefined;
  const target = evaluate(linker, first, site);
  const bodies: Value[] = [];
  if (target.kind === "object") {
    if (!isEventPath(memberOf(linker, target, "url"))) return undefined;
    bodies.push(memberOf(linker, target, "data"), memberOf(linker, target, "body"));
  } else {
    if (!isEventPath(target) || second === undefined || second.type === "SpreadElement") return undefined;
    const options = evaluate(linker, second, site);
    for (const key of ["body", "json", "data"]) bodies.push(memberOf(linker, options, key));
    bodies.push(options);
  }
  for (const one of bodies) {
    const body = one.kind === "text" && one.from !== undefined ? one.from() : one;
    if (body.kind !== "object") continue;
    // The first key that is there holds the name, whatever a caller leaves out.
    const key = nameKeys.find((one) => !isNothing(memberOf(linker, body, one)));
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
    };
  }
  return undefined;
}

function isNothing({ kind }: Value): boolean {
  return kind === "undefined" || kind === "null";
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
