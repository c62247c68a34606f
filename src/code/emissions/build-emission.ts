// A call whose shape is known -> the emission that later stages read.
import type { Node } from "oxc-parser";
import type { Span } from "../../diagnostics/diagnostic.js";
import { type Effect, partOf } from "../effects/effects.js";
import { nameOf } from "../effects/names.js";
import type { Emission, EmittedIdentity, EmittedName, EmittedPart, Presence } from "../emission.js";
import { once } from "../once.js";
import type { ArgumentPath, CallShape } from "../presets/preset.js";
import type { Placed } from "../syntax/scopes.js";
import { apart, type Linker } from "../values/linker.js";
import { memberOf } from "../values/members.js";
import type { Module } from "../values/module.js";
import { type Site, spanOf, type Value } from "../values/values.js";
import { asText, callAround, onlyPlaceInCall, placeAtPath, placeInCall } from "./call-places.js";
import { payloadOf } from "./payload.js";
import { oneOf } from "./shapes.js";

/** Where a call sends something, and as what. */
export type Sending = {
  readonly module: Module;
  readonly placed: Placed;
  readonly effect: Effect;
  readonly shape: CallShape;
  readonly args: readonly Value[];
};

/** A name that is sent, and the place at the call that says it. */
export type Named = { readonly emitted: EmittedName | undefined; readonly span: Span };

/** The name that a call sends; `name` is its value. */
export function namedBy(linker: Linker, sending: Sending, name: Value | undefined): Named {
  const { module, shape } = sending;
  const { node, scope } = sending.placed;
  const site: Site = { module, scope };
  const path =
    isDirectly(sending) && shape.name !== undefined ? placeAtPath(node, shape.name, site) : undefined;
  const whole = spanOf(module, node);
  const given = name === undefined ? undefined : (path ?? placeInCall(linker, node, site, name));
  const span = given ?? whole;
  const emitted = shape.name === undefined || name === undefined ? undefined : nameOf(linker, name, span);
  return { emitted: given === undefined || emitted === undefined ? emitted : placed(emitted), span };
}

/** A name that stands in its call: what is not known of it is told there. */
function placed({ openAt: _openAt, ...name }: EmittedName): EmittedName {
  return name;
}

/** A wrapper's shape tells of the call inside it, and a list's of each element. */
function isDirectly({ effect, shape }: Sending): boolean {
  return effect.via === undefined && effect.isRearranged !== true && shape.each === undefined;
}

/** The emission of a call; `call` is the text of what it calls. */
export function emissionOf(linker: Linker, sending: Sending, named: Named, call: string): Emission {
  const { module, effect, shape, args } = sending;
  const { node, scope } = sending.placed;
  const span = spanOf(module, node);
  const properties = shape.properties === undefined ? undefined : partOf(linker, args, shape.properties);
  const timestamp =
    shape.timestamp !== undefined && isGiven(linker, args, shape.timestamp)
      ? partOf(linker, args, shape.timestamp)
      : undefined;
  const site: Site = { module, scope };
  const isDirect = isDirectly(sending);
  const eventId =
    shape.isTrackApi === true && shape.eventId !== undefined && isGiven(linker, args, shape.eventId)
      ? written(linker, node, site, args, shape.eventId, isDirect)
      : undefined;
  const given = (value: Value | undefined, path: ArgumentPath | undefined): Place | undefined =>
    value === undefined || path === undefined || shape.each !== undefined
      ? undefined
      : placeLater(linker, span, isDirect ? path : value.span);
  const sets = setBeside(linker, properties, shape);
  const payload =
    properties === undefined || properties.kind === "undefined"
      ? undefined
      : unnamed(payloadOf(linker, properties), shape);
  const adds = [...(effect.adds ?? []), ...(payload === undefined ? [] : keysIn(payload, shape.without))];
  const payloadAt = given(properties, shape.properties);
  const timestampAt = given(timestamp, shape.timestamp);
  return {
    language: module.file.language,
    call,
    preset: effect.preset,
    method: shape.method,
    name: named.emitted,
    properties:
      payload === undefined
        ? shape.unseen === true
          ? { kind: "unknown", span }
          : undefined
        : withoutKeys(payload, shape.without),
    ...(sets.length > 0 && { sets }),
    ...(adds.length > 0 && { adds }),
    identities: eachOnce(
      (shape.identities ?? []).flatMap(({ as, at }) => identity(linker, node, site, args, as, at, isDirect)),
    ),
    // Whom an object names that is not seen is not known: nothing is missing then.
    needsIdentity:
      shape.needsIdentity === true &&
      (effect.typed || !(shape.identities ?? []).some(({ at }) => isUnseen(args, at))),
    eventId: presence(shape.eventId === undefined ? undefined : partOf(linker, args, shape.eventId)),
    ...(eventId !== undefined && { eventIdAs: eventId }),
    ...(shape.isTrackApi === true && { isTrackApi: true }),
    timestamp:
      timestamp === undefined || timestamp.kind === "undefined" ? undefined : payloadOf(linker, timestamp),
    ...(payloadAt !== undefined && { payloadAt }),
    ...(timestampAt !== undefined && { timestampAt }),
    typed: effect.typed,
    ...(effect.doubt !== undefined && { doubt: effect.doubt }),
    ...(effect.via !== undefined && { via: effect.via }),
    ...(effect.sentBy !== undefined && { sentBy: effect.sentBy }),
    test: module.file.test,
    // An element may be long: what says the name is the place that people look for.
    span: attributeAround(module, node, [named.span, ...writtenIn(named.emitted)]) ?? span,
  };
}

/** The attributes that an event sets of its person. */
function setBeside(
  linker: Linker,
  properties: Value | undefined,
  { sets = [] }: CallShape,
): readonly ReturnType<typeof payloadOf>[] {
  if (properties === undefined) return [];
  return sets.flatMap((key) => {
    const shape = payloadOf(linker, memberOf(linker, properties, key));
    return shape.kind === "object" || shape.kind === "union" ? shape : [];
  });
}

/** An event that one call sends to several libraries, or to one in several ways: it carries what one of them does. */
export function together(
  emission: Emission,
  presets: readonly string[],
  others: readonly Emission[],
): Emission {
  const also = presets.filter((preset) => preset !== emission.preset);
  const shapes = others.flatMap(({ properties }) => properties ?? []);
  const properties =
    emission.properties === undefined || shapes.length === 0
      ? (emission.properties ?? shapes[0])
      : oneOf([emission.properties, ...shapes], emission.properties.span);
  const sets = [emission, ...others].flatMap((one) => one.sets ?? []);
  return { ...emission, properties, ...(sets.length > 0 && { sets }), ...(also.length > 0 && { also }) };
}

type Place = () => Span | undefined;

/**
 * Finds a part of a call when somebody asks, by its path or by where its value was made. The tree may have gone by then,
 * and is not held for it: that is why this closes over nothing else.
 */
function placeLater(linker: Linker, { file, start, end }: Span, part: ArgumentPath | Span): Place {
  return once(() => {
    return apart(linker, () => {
      const module = linker.module(file);
      const placed = module?.scopes.calls.find(({ node }) => node.start === start && node.end === end);
      if (module === undefined || placed === undefined) return undefined;
      const site: Site = { module, scope: placed.scope };
      return "file" in part
        ? onlyPlaceInCall(linker, placed.node, site, part)
        : placeAtPath(placed.node, part, site);
    });
  });
}

/** What stands at the call of names that a wrapper adds text to. */
function writtenIn(name: EmittedName | undefined): readonly Span[] {
  return (name?.names ?? []).flatMap(({ written }) => (written === undefined ? [] : [written.span]));
}

/** The attribute of an element in which one of the places lies. */
function attributeAround(module: Module, node: Node, places: readonly Span[]): Span | undefined {
  if (node.type !== "JSXOpeningElement") return undefined;
  const attribute = node.attributes.find((one) =>
    places.some(({ file, start, end }) => file === module.path && one.start <= start && end <= one.end),
  );
  return attribute === undefined ? undefined : spanOf(module, attribute);
}

/** The payload in which the name stands, too: which of several names goes with it, its types need not say. */
function unnamed(payload: ReturnType<typeof payloadOf>, shape: CallShape): ReturnType<typeof payloadOf> {
  const key = shape.name?.at(-1);
  const holder = shape.name?.slice(0, -1);
  if (holder === undefined || shape.properties?.join("\0") !== holder.join("\0")) return payload;
  if (payload.kind === "union")
    return { ...payload, members: payload.members.map((member) => unnamed(member, shape)) };
  if (payload.kind !== "object") return payload;
  const properties = payload.properties.map((property) =>
    property.name === key && property.value.kind === "union"
      ? { ...property, value: { kind: "unknown" as const, span: property.value.span } }
      : property,
  );
  return { ...payload, properties };
}

/** An object that nobody sees may hold an id under either of two keys, and is told once. */
function eachOnce(all: readonly EmittedIdentity[]): readonly EmittedIdentity[] {
  const isSame = (one: EmittedIdentity, other: EmittedIdentity): boolean =>
    one.as === other.as && one.span.start === other.span.start && one.span.file === other.span.file;
  return all.filter((one, at) => all.findIndex((other) => isSame(one, other)) === at);
}

/** Those of some keys that a payload has: the library takes them for itself, and sends them all the same. */
function keysIn(shape: ReturnType<typeof payloadOf>, keys: readonly string[] | undefined): readonly string[] {
  if (keys === undefined) return [];
  if (shape.kind === "union") return shape.members.flatMap((member) => keysIn(member, keys));
  if (shape.kind !== "object") return [];
  return shape.properties.flatMap(({ name }) => (keys.includes(name) ? [name] : []));
}

function withoutKeys(
  shape: ReturnType<typeof payloadOf>,
  keys: readonly string[] | undefined,
): ReturnType<typeof payloadOf> {
  if (keys !== undefined && shape.kind === "union")
    return { ...shape, members: shape.members.map((member) => withoutKeys(member, keys)) };
  if (keys === undefined || shape.kind !== "object") return shape;
  const properties = shape.properties.filter(({ name }) => !keys.includes(name));
  return { ...shape, properties, ...(!shape.closed && { apart: keys }) };
}

function identity(
  linker: Linker,
  node: Node,
  site: Site,
  args: readonly Value[],
  as: EmittedIdentity["as"],
  at: ArgumentPath,
  isDirect: boolean,
): readonly EmittedIdentity[] {
  // What may be in an object that is not seen need not be there.
  if (isUnseen(args, at)) return [];
  const part = written(linker, node, site, args, at, isDirect);
  return part === undefined ? [] : [{ as, ...part }];
}

/** A part of a call as it is written; undefined where it is left out. */
function written(
  linker: Linker,
  node: Node,
  site: Site,
  args: readonly Value[],
  at: ArgumentPath,
  isDirect: boolean,
): EmittedPart | undefined {
  const value = partOf(linker, args, at);
  if (value === undefined || value.kind === "undefined" || value.kind === "null") return undefined;
  const atPath = isDirect ? placeAtPath(node, at, site) : undefined;
  const outer = callAround(site, node);
  const around = outer === undefined ? undefined : placeInCall(linker, outer, site, value);
  const held = asText(value);
  const inner = held === value ? undefined : placeInCall(linker, node, site, held);
  const span = atPath ?? placeInCall(linker, node, site, value) ?? inner ?? around ?? value.span;
  const key = held.kind === "parameter" ? held.path.at(-1) : undefined;
  return {
    text: textAt(linker, span),
    value: payloadOf(linker, value),
    span,
    ...(typeof key === "string" && { key }),
  };
}

/** Whether a call certainly has a part: the key is written out, or what stands there is known. */
function isGiven(linker: Linker, args: readonly Value[], path: ArgumentPath): boolean {
  const [index, ...keys] = path;
  const key = keys.pop();
  const holder = partOf(linker, args, [index, ...keys]);
  if (
    key !== undefined &&
    holder?.kind === "object" &&
    holder.members.some((member) => member.kind === "property" && member.name === key && !member.optional)
  )
    return true;
  return isKnown(partOf(linker, args, path));
}

function isKnown(value: Value | undefined): boolean {
  switch (value?.kind) {
    case "string":
    case "text":
    case "template":
    case "number":
    case "other":
      return true;
    case "union":
      return value.members.every(isKnown);
    case "choice":
      return isKnown(value.yes) && isKnown(value.no);
    default:
      return false;
  }
}

/** Whether a path leads into an object of which nothing is known. */
function isUnseen(args: readonly Value[], [index, ...keys]: ArgumentPath): boolean {
  return keys.length > 0 && args[index]?.kind !== "object";
}

function textAt(linker: Linker, { file, start, end }: Span): string {
  return linker.module(file)?.text.slice(start, Math.min(end, start + 200)) ?? "";
}

function presence(value: Value | undefined): Presence {
  if (value === undefined || value.kind === "undefined") return "absent";
  return value.kind === "unknown" ||
    value.kind === "parameter" ||
    value.kind === "union" ||
    value.kind === "choice" ||
    value.kind === "fallback"
    ? "unknown"
    : "present";
}
