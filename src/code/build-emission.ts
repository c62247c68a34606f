// A call whose shape is known -> the emission that later stages read.
import type { Span } from "../diagnostics/diagnostic.js";
import { type Effect, partOf } from "./effects.js";
import type { Emission, EmittedIdentity, Presence } from "./emission.js";
import type { Linker } from "./linker.js";
import type { Module } from "./module.js";
import { nameOf } from "./names.js";
import { payloadOf } from "./payload.js";
import type { CallShape } from "./presets/preset.js";
import type { Placed } from "./scopes.js";
import { spanOf, type Value } from "./values.js";

/** The emission of a call; `name` is the value that it sends as the name. */
export function emissionOf(
  linker: Linker,
  module: Module,
  { node }: Placed,
  effect: Effect,
  shape: CallShape,
  args: readonly Value[],
  name: Value | undefined,
  call: string,
): Emission {
  const span = spanOf(module, node);
  const properties = shape.properties === undefined ? undefined : partOf(linker, args, shape.properties);
  const timestamp = shape.timestamp === undefined ? undefined : partOf(linker, args, shape.timestamp);
  const nameSpan =
    name !== undefined &&
    name.span.file === module.path &&
    name.span.start >= span.start &&
    name.span.end <= span.end
      ? name.span
      : span;
  return {
    language: module.file.language,
    call,
    preset: effect.preset,
    method: shape.method,
    name:
      shape.name === undefined ? undefined : name === undefined ? undefined : nameOf(linker, name, nameSpan),
    properties:
      properties === undefined || properties.kind === "undefined"
        ? undefined
        : withoutKeys(payloadOf(linker, properties), shape.without),
    identities: (shape.identities ?? []).flatMap(({ as, at }) => identity(linker, args, as, at)),
    needsIdentity: shape.needsIdentity === true,
    eventId: presence(shape.eventId === undefined ? undefined : partOf(linker, args, shape.eventId)),
    timestamp:
      timestamp === undefined || timestamp.kind === "undefined" ? undefined : payloadOf(linker, timestamp),
    typed: effect.typed,
    ...(effect.doubt !== undefined && { doubt: effect.doubt }),
    ...(effect.via !== undefined && { via: effect.via }),
    test: module.file.test,
    span,
  };
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
  args: readonly Value[],
  as: EmittedIdentity["as"],
  at: NonNullable<CallShape["identities"]>[number]["at"],
): readonly EmittedIdentity[] {
  const [index, ...keys] = at;
  // What may be in an object that is not seen need not be there.
  if (keys.length > 0 && args[index]?.kind !== "object") return [];
  const value = partOf(linker, args, at);
  if (value === undefined || value.kind === "undefined" || value.kind === "null") return [];
  return [{ as, text: textAt(linker, value.span), value: payloadOf(linker, value), span: value.span }];
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
