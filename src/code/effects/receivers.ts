// What a callee comes down to: a call of a library, a wrapper of the team's own, or something else altogether.
import type { Expression } from "oxc-parser";
import { presetOf } from "../presets/index.js";
import type { Preset } from "../presets/preset.js";
import { bare, tailName } from "../syntax/syntax.js";
import { keptOn } from "../values/frameworks/kept.js";
import { withGlobal } from "../values/globals.js";
import { madeAround } from "../values/handed-through.js";
import { declaredMember, implementationsOf, implementationsOfPackage } from "../values/implementations.js";
import { byType, settle } from "../values/language/types.js";
import { deeper, type Linker } from "../values/linker.js";
import { ownersOf } from "../values/owners.js";
import { underKey } from "../values/table-keys.js";
import {
  type ClassValue,
  type ExternalValue,
  eitherOf,
  type FunctionValue,
  idOf,
  type Member,
  type ParameterValue,
  type TypedValue,
  unknown,
  type Value,
} from "../values/values.js";
import { distinct, each } from "./distinct.js";
import type { Effect } from "./effects.js";
import { partOf, shapeFor, withArguments } from "./effects.js";
import { isInside, isOnInstance } from "./inside.js";
import { asGiven } from "./messages/server-functions.js";
import { nameOf } from "./names.js";
import { settledRequest } from "./requests/api-requests.js";

/** The effects that are known of functions and components, by their identity. */
export type KnownEffects = { get(id: string): readonly Effect[] | undefined };

/** What a call does, by its callee's value and its arguments, which are worked out where the callee does anything. */
export function effectsOf(
  linker: Linker,
  known: KnownEffects,
  callee: Value,
  args: () => readonly Value[],
  origin: string,
): readonly Effect[] {
  switch (callee.kind) {
    case "function": {
      const id = idOf(callee.site.module, callee.fn);
      const { bound } = callee;
      // What is made around another function does what that does.
      const inner = known.get(id) === undefined ? madeAround(callee) : undefined;
      if (inner !== undefined) return effectsOf(linker, known, inner, args, origin);
      if (bound === undefined)
        return known.get(id) === undefined
          ? []
          : heldBy(linker, known, callee, id, asGiven(linker, callee, args), origin);
      // An event that is named where it is bound is told there.
      const isNamed = heldBy(linker, known, callee, id, () => bound, origin).some((one) =>
        hasName(linker, one),
      );
      return isNamed ? [] : heldBy(linker, known, callee, id, () => [...bound, ...args()], origin);
    }
    case "class":
      return heldBy(linker, known, callee, idOf(callee.site.module, callee.cls), args, origin);
    case "union":
      return distinct(
        each(callee.members).flatMap((member) => effectsOf(linker, known, member, args, origin)),
      );
    case "choice":
      return effectsOf(linker, known, eitherOf(callee), args, origin);
    case "fallback":
      return distinct([
        ...effectsOf(linker, known, callee.left, args, origin),
        ...effectsOf(linker, known, callee.right, args, origin),
      ]);
    case "external": {
      const use = (own: Value): readonly Effect[] => effectsOf(linker, known, own, args, origin);
      // What a plugin of the project's puts into components is the project's own, whatever it is called.
      const own =
        callee.source === "" && callee.path[0]?.startsWith("$") === true
          ? withGlobal(linker, callee.path, callee.span, use)
          : undefined;
      if (own !== undefined) return own;
      const preset = presetOf(callee.source, callee.path);
      const method = callee.path.at(-1) ?? "";
      const fixed = preset === undefined ? undefined : fixedCall(preset, method, args, origin, callee.span);
      if (fixed !== undefined) return fixed;
      // What is told of a group is no person's.
      if (preset !== undefined && callee.path.some((step) => /^get_?[gG]roup$/.test(step))) return [];
      if (preset !== undefined && (callee.source !== "" || preset.methods.has(method)))
        return libraryCall(preset, method, args, origin, undefined);
      // The project's own global, where one of its files makes it.
      if (callee.source !== "") return implemented(linker, known, callee, args, origin);
      return withGlobal(linker, callee.path, callee.span, use) ?? [];
    }
    case "typed": {
      const settled = settle(linker, callee);
      if (settled.kind !== "typed") return effectsOf(linker, known, settled, args, origin);
      return implemented(linker, known, callee, args, origin);
    }
    case "parameter":
      // A field of a class may stand for what an instance of that class was given for it.
      return deeper(
        linker,
        () => {
          const kept = keptOn(linker, callee);
          const own = kept === undefined ? [] : effectsOf(linker, known, kept, args, origin);
          return own.length > 0 ? own : effectsByType(linker, known, callee, args, origin);
        },
        () => [],
      );
    case "lookup":
      // What is put into a table may come out of the same table: `by[key] = by[key] || []`.
      return deeper(
        linker,
        () => effectsOf(linker, known, underKey(linker, callee), args, origin),
        () => [],
      );
    default:
      return [];
  }
}

/** What a call of a method of an interface does: what it does in those that implement the interface. */
function implemented(
  linker: Linker,
  known: KnownEffects,
  callee: TypedValue | ExternalValue,
  args: () => readonly Value[],
  origin: string,
): readonly Effect[] {
  const isTyped = callee.kind === "typed";
  const id = isTyped ? idOf(callee.site.module, callee.type) : [callee.source, ...callee.path].join(".");
  // Each call of it is another.
  const either = `${id}\0${origin}`;
  const all = isTyped ? implementationsOf(linker, callee) : implementationsOfPackage(linker, callee);
  return distinct(
    all
      .flatMap((one) => effectsOf(linker, known, one, args, origin))
      .map((effect) => ({ ...effect, either: effect.either ?? either })),
  );
}

function hasName(linker: Linker, { shapes, args }: Effect): boolean {
  const name = shapeFor(linker, shapes, args)?.name;
  const value = name === undefined ? undefined : partOf(linker, args, name);
  return value !== undefined && value.kind !== "undefined";
}

/** What a call of a parameter does, as its type says. */
function effectsByType(
  linker: Linker,
  known: KnownEffects,
  callee: ParameterValue,
  args: () => readonly Value[],
  origin: string,
): readonly Effect[] {
  const typed = byType(linker, callee);
  if (typed === undefined || typed.kind === "parameter") return [];
  const effects = effectsOf(linker, known, typed, args, origin);
  // The type of a member may have a name of its own: who implements it is said by the interface around it.
  const member = effects.length > 0 ? undefined : declaredMember(linker, callee);
  return member === undefined ? effects : effectsOf(linker, known, member, args, origin);
}

/** The effects of a function or a component with these arguments. */
function heldBy(
  linker: Linker,
  known: KnownEffects,
  callee: FunctionValue | ClassValue,
  id: string,
  args: () => readonly Value[],
  origin: string,
): readonly Effect[] {
  const effects = known.get(id);
  if (effects === undefined) return [];
  const given = new Map([...callee.given, [id, args()] as const]);
  return effects.flatMap((effect): readonly Effect[] => {
    // What says something of its name where it stands needs no instance to be told.
    const isOpen = (owner: string): boolean =>
      isInside(linker, origin, owner) ||
      (isOnInstance(linker, origin, owner) && namesOf(linker, effect)?.length === 0);
    if (!effect.requires.every((owner) => given.has(owner) || isOpen(owner))) return [];
    const filled = unlessWrapped(linker, effect, withArguments(linker, effect, given), callee, id, args);
    if (filled.request !== undefined) return [settledRequest(linker, filled) ?? []].flat();
    if (filled.callee === undefined)
      return [
        filled.refused === true ? { ...filled, isDefault: defaultOf(linker, effect, filled, id) } : filled,
      ];
    const { callee: inner, ...rest } = filled;
    if (filled.refused === true) return [];
    // It was handed on: what it stands for, a caller further out says.
    if (inner.kind === "parameter") {
      const { at, ...open } = filled;
      // What this function is given for what it sends stands where it is called.
      const isGiven = effect.args.some((arg, index) => index < 2 && ownersOf(arg).has(id));
      if (inner.owner === id) return [];
      return isGiven ? [open] : [filled];
    }
    // What the parameter stands for is known now: it is called with what was written there.
    const isSettledAtSite = effect.args.every((arg, index) => index > 1 || ownersOf(arg).size === 0);
    const own = effectsOf(linker, known, inner, () => filled.args, origin);
    if (own.length === 0 && inner.kind === "function") return [filled];
    return own.map((one) => ({
      ...one,
      // Which of several calls of the parameter it is, tells it from the others.
      root: `${effect.origin}\0${one.root ?? ""}`,
      at: rest.at ?? one.at,
      isSettledAtSite,
      via: one.via,
      ...(rest.isHanded === true && { isHanded: true }),
      ...(rest.isKept === true && { isKept: true }),
    })) as readonly Effect[];
  });
}

/** An effect that conditions keep back, unless they ask for what a wrapped component may be given beside its attributes. */
function unlessWrapped(
  linker: Linker,
  effect: Effect,
  filled: Effect,
  { isWrapped, given, span }: FunctionValue | ClassValue,
  id: string,
  args: () => readonly Value[],
): Effect {
  if (isWrapped !== true || filled.refused !== true) return filled;
  const [props] = args();
  const others: Value = unknown(span, "what else a wrapped component is given");
  const members = [others, ...(props === undefined ? [] : [props])].map(
    (one): Member => ({ kind: "spread", value: () => one }),
  );
  const open = withArguments(linker, effect, new Map([...given, [id, [{ kind: "object", span, members }]]]));
  return { ...filled, refused: open.refused === true };
}

/** Whether a name is the same where nothing is given: one name, or what may be one of several and is none of them. */
function defaultOf(linker: Linker, effect: Effect, filled: Effect, id: string): Effect["isDefault"] {
  const nothing: Value = { kind: "object", span: { file: "", start: 0, end: 0 }, members: [] };
  const bare = withArguments(linker, effect, new Map([[id, [nothing]]]));
  const [own, without] = [filled, bare].map((one) => namesOf(linker, one));
  if (own === undefined || own.join("\0") !== without?.join("\0")) return undefined;
  return own.length === 1 ? "one" : "several";
}

/** The names that an effect is known to have, and what is known of them; undefined where it has none at all. */
function namesOf(linker: Linker, { shapes, args }: Effect): readonly string[] | undefined {
  const shape = shapeFor(linker, shapes, args);
  const name = shape?.name === undefined ? undefined : partOf(linker, args, shape.name);
  if (name === undefined) return undefined;
  const { names, patterns } = nameOf(linker, name, name.span);
  return [...names.map((each) => each.name), ...patterns.map(({ parts }) => parts.join("*"))];
}

/** A call of a method that stands for one event. */
function fixedCall(
  { id, fixed }: Preset,
  method: string,
  args: () => readonly Value[],
  origin: string,
  span: Value["span"],
): readonly Effect[] | undefined {
  const value = fixed?.get(method);
  if (value === undefined) return undefined;
  const name: Value = { kind: "string", span, value, how: "constant", replaceable: false };
  // The functional form takes the client first.
  const shapes = [{ method: "track", name: [0], properties: [1] }] as const;
  const call = {
    preset: id,
    shapes,
    args: [name, ...args().slice(-1)],
    typed: false,
    doubt: undefined,
    via: undefined,
  };
  return [{ ...call, origin, requires: [], isRearranged: true }];
}

export function libraryCall(
  preset: Preset,
  method: string,
  args: () => readonly Value[],
  origin: string,
  doubt: string | undefined,
): readonly Effect[] {
  const shapes = preset.methods.get(method);
  return shapes === undefined
    ? []
    : [
        {
          preset: preset.id,
          shapes,
          args: args(),
          typed: false,
          doubt,
          via: undefined,
          origin,
          requires: [],
        },
      ];
}

/** The name of what a method is called on: `analytics` of `this.analytics.track`. */
export function receiverName(callee: Expression): string | undefined {
  const node = bare(callee);
  return node.type === "MemberExpression" && node.object.type !== "Super" ? tailName(node.object) : undefined;
}
