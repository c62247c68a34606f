// A call whose shape is known -> the emission that later stages read.
import type { Node } from "oxc-parser";
import type { Span } from "../diagnostics/diagnostic.js";
import { callAround, onlyPlaceInCall, placeAtPath, placeInCall } from "./call-places.js";
import { type Effect, partOf } from "./effects.js";
import type { Emission, EmittedIdentity, EmittedName, Presence } from "./emission.js";
import { fuelForCall, type Linker } from "./linker.js";
import type { Module } from "./module.js";
import { nameOf } from "./names.js";
import { once } from "./once.js";
import { payloadOf } from "./payload.js";
import type { ArgumentPath, CallShape } from "./presets/preset.js";
import type { Placed } from "./scopes.js";
import { type Site, spanOf, type Value } from "./values.js";

/** The emission of a call; `name` is the value that it sends as the name. */
export function emissionOf(
  linker: Linker,
  module: Module,
  { node, scope }: Placed,
  effect: Effect,
  shape: CallShape,
  args: readonly Value[],
  name: Value | undefined,
  call: string,
): Emission {
  const span = spanOf(module, node);
  const properties = shape.properties === undefined ? undefined : partOf(linker, args, shape.properties);
  const timestamp = shape.timestamp === undefined ? undefined : partOf(linker, args, shape.timestamp);
  const site: Site = { module, scope };
  // A wrapper's shape tells of the call inside it, and a list's of each element.
  const isDirect = effect.via === undefined && effect.isRearranged !== true && shape.each === undefined;
  const given = (
    value: Value | undefined,
    path: ArgumentPath | undefined,
  ): (() => Span | undefined) | undefined => {
    if (value === undefined || path === undefined || shape.each !== undefined) return undefined;
    if (isDirect) return () => placeAtPath(node, path, site);
    return once(() => {
      linker.fuel = fuelForCall;
      return onlyPlaceInCall(linker, node, site, value);
    });
  };
  const payloadAt = given(properties, shape.properties);
  const timestampAt = given(timestamp, shape.timestamp);
  const namePath = isDirect && shape.name !== undefined ? placeAtPath(node, shape.name, site) : undefined;
  const nameSpan = name === undefined ? span : (namePath ?? placeInCall(linker, node, site, name) ?? span);
  const emitted = shape.name === undefined || name === undefined ? undefined : nameOf(linker, name, nameSpan);
  return {
    language: module.file.language,
    call,
    preset: effect.preset,
    method: shape.method,
    name: emitted,
    properties:
      properties === undefined || properties.kind === "undefined"
        ? undefined
        : withoutKeys(payloadOf(linker, properties), shape.without),
    identities: (shape.identities ?? []).flatMap(({ as, at }) =>
      identity(linker, node, site, args, as, at, isDirect),
    ),
    // Whom an object names that is not seen is not known: nothing is missing then.
    needsIdentity:
      shape.needsIdentity === true &&
      (effect.typed || !(shape.identities ?? []).some(({ at }) => isUnseen(args, at))),
    eventId: presence(shape.eventId === undefined ? undefined : partOf(linker, args, shape.eventId)),
    timestamp:
      timestamp === undefined || timestamp.kind === "undefined" ? undefined : payloadOf(linker, timestamp),
    ...(payloadAt !== undefined && { payloadAt }),
    ...(timestampAt !== undefined && { timestampAt }),
    typed: effect.typed,
    ...(effect.doubt !== undefined && { doubt: effect.doubt }),
    ...(effect.via !== undefined && { via: effect.via }),
    test: module.file.test,
    // An element may be long: what says the name is the place that people look for.
    span: attributeAround(module, node, [nameSpan, ...writtenIn(emitted)]) ?? span,
  };
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

function withoutKeys(
  shape: ReturnType<typeof payloadOf>,
  keys: readonly string[] | undefined,
): ReturnType<typeof payloadOf> {
  if (keys === undefined || shape.kind !== "object") return shape;
  return { ...shape, properties: shape.properties.filter(({ name }) => !keys.includes(name)) };
}

function identity(
  linker: Linker,
  node: Node,
  site: Site,
  args: readonly Value[],
  as: EmittedIdentity["as"],
  at: NonNullable<CallShape["identities"]>[number]["at"],
  isDirect: boolean,
): readonly EmittedIdentity[] {
  // What may be in an object that is not seen need not be there.
  if (isUnseen(args, at)) return [];
  const value = partOf(linker, args, at);
  if (value === undefined || value.kind === "undefined" || value.kind === "null") return [];
  const atPath = isDirect ? placeAtPath(node, at, site) : undefined;
  const outer = callAround(site, node);
  const around = outer === undefined ? undefined : placeInCall(linker, outer, site, value);
  const span = atPath ?? placeInCall(linker, node, site, value) ?? around ?? value.span;
  return [{ as, text: textAt(linker, span), value: payloadOf(linker, value), span }];
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
    value.kind === "fallback"
    ? "unknown"
    : "present";
}
