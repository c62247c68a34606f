// One call of the code -> what it emits, and what that makes of the functions around it.
import type { Span } from "../diagnostics/diagnostic.js";
import type { Plan } from "../plan/plan.js";
import { argumentValues } from "./call-values.js";
import { type Effect, listed, partOf, shapeFor } from "./effects.js";
import type { Emission, EmittedIdentity, Presence } from "./emission.js";
import { evaluate } from "./evaluate.js";
import { guessedEffect } from "./guess.js";
import { requestEffect } from "./http.js";
import { jsxArguments, jsxCallee } from "./jsx.js";
import type { Linker } from "./linker.js";
import type { Module } from "./module.js";
import { nameOf } from "./names.js";
import { ownersOf } from "./owners.js";
import { shapeOf } from "./payload.js";
import type { CallShape } from "./presets/preset.js";
import { effectsOf, type KnownEffects } from "./receivers.js";
import type { Placed } from "./scopes.js";
import { idOf, type Site, spanOf, type Value } from "./values.js";

/** What one call was found to do. */
export type Found = {
  readonly emission: Emission;
  /** The function that hands the name on from its own parameters; undefined where the name stands here. */
  readonly owner: string | undefined;
  readonly effect: Effect;
  /** The functions through whose effects this call emits. */
  readonly through: readonly string[];
};

export type SiteContext = {
  readonly linker: Linker;
  readonly known: KnownEffects;
  readonly declared: Plan["code"]["calls"];
};

/** What a call emits; nothing where it is no call of anything known. */
export function emissionsOf(context: SiteContext, module: Module, placed: Placed): readonly Found[] {
  const { linker } = context;
  const { node, scope } = placed;
  const site: Site = { module, scope };
  const origin = idOf(module, node);
  let callee: Value;
  let args: readonly Value[];
  let call: string;
  if (node.type === "JSXOpeningElement") {
    callee = jsxCallee(linker, node, site);
    args = jsxArguments(linker, node, site);
    call = module.text.slice(node.name.start, node.name.end);
  } else if (node.type === "CallExpression" || node.type === "NewExpression") {
    call = module.text.slice(node.callee.start, node.callee.end).replace(/\s+/g, " ").slice(0, 120);
    const declared = declaredEffect(
      context,
      call,
      () => argumentValues(linker, node.arguments, site),
      origin,
    );
    if (declared !== undefined) return foundOf(context, module, placed, [declared], call);
    callee = evaluate(linker, node.callee, site);
    if (node.type === "NewExpression") return [];
    args = argumentValues(linker, node.arguments, site);
    const effects = effectsOf(linker, context.known, callee, args, origin);
    if (effects.length > 0) return foundOf(context, module, placed, effects, call);
    const other =
      requestEffect(linker, node, site, origin) ??
      guessedEffect(linker, node.callee, callee, args, site, origin);
    return other === undefined ? [] : foundOf(context, module, placed, [other], call);
  } else return [];
  return foundOf(context, module, placed, effectsOf(linker, context.known, callee, args, origin), call);
}

/** A call that the plan declares a wrapper: by its whole text, or by its last name. */
function declaredEffect(
  { declared }: SiteContext,
  call: string,
  args: () => readonly Value[],
  origin: string,
): Effect | undefined {
  const plain = call.replace(/[?!]/g, "").replace(/\s/g, "");
  const one = declared.find(({ call: { value } }) => plain === value || plain.endsWith(`.${value}`));
  if (one === undefined) return undefined;
  const shape: CallShape = {
    method: "track",
    name: [one.event.value],
    ...(one.properties !== undefined && { properties: [one.properties.value] }),
  };
  return {
    preset: "code.calls",
    shapes: [shape],
    args: args(),
    typed: false,
    doubt: undefined,
    via: { name: one.call.value, span: one.call.span },
    origin,
  };
}

function foundOf(
  context: SiteContext,
  module: Module,
  placed: Placed,
  effects: readonly Effect[],
  call: string,
): readonly Found[] {
  const { linker } = context;
  const found: Found[] = [];
  const seen = new Set<string>();
  for (const effect of effects) {
    const shape = shapeFor(linker, effect.shapes, effect.args);
    if (shape === undefined) continue;
    const lists =
      shape.each === undefined
        ? [effect.args]
        : (listed(linker, effect.args, shape.each) ?? []).map((one) => [one]);
    for (const args of lists) {
      if (
        shape.when?.some(({ at, is }) => !isText(partOf(linker, args, at), is)) === true &&
        shape.each !== undefined
      )
        continue;
      const name = shape.name === undefined ? undefined : partOf(linker, args, shape.name);
      const subject =
        name ??
        (shape.properties === undefined ? undefined : partOf(linker, args, shape.properties)) ??
        args[0];
      const owner = subject === undefined ? undefined : innermost(ownersOf(linker, subject));
      const emission = emissionOf(linker, module, placed, effect, shape, args, name, call);
      const key = `${emission.method}\0${emission.name?.names.map((one) => one.name).join("\0")}\0${emission.name?.patterns.map(({ parts }) => parts.join("*")).join("\0")}`;
      // A wrapper that sends one event to several libraries emits it once.
      if (seen.has(key)) continue;
      seen.add(key);
      found.push({
        emission,
        owner,
        effect: { ...effect, shapes: shape.each === undefined ? effect.shapes : [withoutEach(shape)], args },
        through: [effect.origin],
      });
    }
  }
  return found;
}

function withoutEach({ each: _each, ...shape }: CallShape): CallShape {
  return shape;
}

function isText(value: Value | undefined, text: string): boolean {
  return value?.kind === "string" && value.value === text;
}

/** The function whose parameters decide, of those around each other: the one that begins last. */
function innermost(owners: ReadonlySet<string>): string | undefined {
  let best: string | undefined;
  for (const owner of owners) if (best === undefined || startOf(owner) > startOf(best)) best = owner;
  return best;
}

function startOf(id: string): number {
  return Number(id.slice(id.lastIndexOf(":") + 1));
}

function emissionOf(
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
        : withoutKeys(shapeOf(linker, properties), shape.without),
    identities: (shape.identities ?? []).flatMap(({ as, at }) => identity(linker, args, as, at)),
    needsIdentity: shape.needsIdentity === true,
    eventId: presence(shape.eventId === undefined ? undefined : partOf(linker, args, shape.eventId)),
    timestamp:
      timestamp === undefined || timestamp.kind === "undefined" ? undefined : shapeOf(linker, timestamp),
    typed: effect.typed,
    ...(effect.doubt !== undefined && { doubt: effect.doubt }),
    ...(effect.via !== undefined && { via: effect.via }),
    test: module.file.test,
    span,
  };
}

function withoutKeys(
  shape: ReturnType<typeof shapeOf>,
  keys: readonly string[] | undefined,
): ReturnType<typeof shapeOf> {
  if (keys === undefined || shape.kind !== "object") return shape;
  return { ...shape, properties: shape.properties.filter(({ name }) => !keys.includes(name)) };
}

function identity(
  linker: Linker,
  args: readonly Value[],
  as: EmittedIdentity["as"],
  at: NonNullable<CallShape["identities"]>[number]["at"],
): readonly EmittedIdentity[] {
  const value = partOf(linker, args, at);
  if (value === undefined || value.kind === "undefined" || value.kind === "null") return [];
  return [{ as, text: textAt(linker, value.span), value: shapeOf(linker, value), span: value.span }];
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
