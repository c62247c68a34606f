// What a call does -> the emissions that are told of it, and the functions that hand names on.
import { deciders, type Effect, partOf } from "../effects/effects.js";
import { eventFunction } from "../effects/typed-clients.js";
import type { Emission } from "../emission.js";
import type { Placed } from "../syntax/scopes.js";
import { resultOfCallback } from "../values/call-values.js";
import { type Linker, refuel } from "../values/linker.js";
import { memberOf } from "../values/members.js";
import type { Module } from "../values/module.js";
import { keyOwnersOf, ownersOf } from "../values/owners.js";
import { idOf, type Value } from "../values/values.js";
import { emissionOf, namedBy, type Sending, together } from "./build-emission.js";
import { calleeText } from "./callee-text.js";
import { eitherWay, ofOwnApplication } from "./either-way.js";
import { givesTyped } from "./given-types.js";
import { holderOf } from "./holders.js";
import { lostName } from "./lost-names.js";
import { atMaking, makerDoubt, memberAround } from "./made-members.js";
import { madeName, saysOut } from "./made-names.js";
import { openPart } from "./open-parts.js";
import { isSaidInside, saidInside } from "./said-inside.js";
import { followed, isNamed, isNothing, likely, shapesOf, weight, withoutEach } from "./told-calls.js";
import { mayBeUnnamed, unnamedDoubt } from "./unnamed-elements.js";

/** What one call was found to do. */
export type Found = {
  /** Undefined where it hangs on the callers whether it emits. */
  readonly emission: Emission | undefined;
  /** The function that hands the name on from its own parameters; undefined where the name stands here. */
  readonly owner: string | undefined;
  /** Functions further out whose arguments decide, too, where the owner is what they gave out. */
  readonly requires: readonly string[];
  readonly effect: Effect;
  /** The functions through whose effects this call emits. */
  readonly through: readonly string[];
  /** Where the call is that the owner makes, where another one shows what that does. */
  readonly heldAt?: { readonly module: Module; readonly placed: Placed };
  /** True where the call is told by itself, and its owner's callers give something that it sends. */
  readonly isGiven?: true;
};

/** What decides beside a call's effects what is told of it. */
export type FoundIn = {
  readonly linker: Linker;
  /** Whether the plan speaks of a library's calls. */
  readonly isHeld: (preset: string) => boolean;
};

/** What a call comes to by its effects. */
export function foundOf(
  { linker, isHeld }: FoundIn,
  module: Module,
  placed: Placed,
  all: readonly Effect[],
  call: string,
  inside: readonly Effect[] = [],
): readonly Found[] {
  const found: Found[] = [];
  // A wrapper that sends one event to several libraries emits it once.
  const told = new Map<
    string,
    {
      readonly at: number;
      readonly presets: string[];
      readonly form: string;
      readonly isJudged: boolean;
      readonly others: Emission[];
    }
  >();
  const effects = all.filter((one) => !isSaidInside(one));
  const isJudged = ({ preset, doubt }: Effect): boolean => doubt === undefined && isHeld(preset);
  const rank = (effect: Effect): number => (isJudged(effect) ? 1 : 0);
  // Whatever becomes of them, these are called from here.
  const through = [...effects, ...inside].map(({ origin, isHanded }) =>
    isHanded ? `${byKey}${origin}` : origin,
  );
  const had = likely(
    ofOwnApplication(followed(effects), module.path),
    placed.node.type === "JSXOpeningElement",
  )
    .flatMap((one) => atMaking(linker, module, placed, one))
    // What is held to the plan says what is sent; other libraries are told beside it, wherever they stand.
    .toSorted((a, b) => weight(b) - weight(a) || rank(b) - rank(a));
  const most = weight(had.find(({ callee, request }) => callee === undefined && request === undefined));
  for (const effect of had) {
    // What it asks for, a caller further out says.
    if (effect.request !== undefined) {
      const owners = ownersOf(effect.request.address);
      found.push({ emission: undefined, effect, through: [], ...holderOf(module, placed, owners) });
      continue;
    }
    if (effect.callee !== undefined) {
      const owners = new Set(
        [effect.callee, ...effect.args.slice(0, 1)].flatMap((one) => [...ownersOf(one)]),
      );
      // Nothing is called from here yet.
      const own = effect.at === undefined ? { ...effect, at: { module, placed } } : effect;
      found.push({ emission: undefined, effect: own, through: [], ...holderOf(module, placed, owners) });
      continue;
    }
    const shaped = shapesOf(linker, effect);
    const owners = shaped.length === 0 ? deciders(linker, effect) : undefined;
    if (owners !== undefined && owners.size > 0)
      found.push({ emission: undefined, effect, through: [], ...holderOf(module, placed, owners) });
    for (const [index, { shape, args }] of shaped.entries()) {
      // Whom it is about may have taken long to look for: the name is not to be missed for that.
      refuel(linker);
      const name = shape.name === undefined ? undefined : given(linker, partOf(linker, args, shape.name));
      // A wrapper that is not told to send does not.
      if (effect.via !== undefined && shape.name !== undefined && isNothing(name)) continue;
      const subject =
        name ??
        (shape.properties === undefined ? undefined : partOf(linker, args, shape.properties)) ??
        args[0];
      const owners =
        subject === undefined
          ? new Set<string>()
          : name === undefined
            ? keyOwnersOf(subject)
            : ownersOf(subject);
      if (effect.member?.isOpen === true && owners.size > 0) continue;
      // What a parameter was called with stands where it is called.
      const isThere = effect.isSettledAtSite === true || effect.isKept === true;
      const at = effect.at !== undefined && isThere ? effect.at : { module, placed };
      if (effect.isKept === true && owners.size > 0) {
        const kept = { ...effect, args, at: undefined, isKept: undefined, isHanded: false };
        const holder = holderOf(at.module, at.placed, owners);
        const whole: Sending = { ...at, effect: kept, shape, args };
        const own = namedBy(linker, whole, name);
        // What is written of its name stands where it is called.
        const isWritten = (own.emitted?.patterns.length ?? 0) > 0;
        const emission = isWritten
          ? emissionOf(linker, whole, own, calleeText(at.module, at.placed))
          : undefined;
        found.push({ emission, effect: kept, through, ...holder, heldAt: at });
        continue;
      }
      // What is given back whole, and hangs on nobody, is told where it is called.
      const isWhole = effect.member !== undefined && owners.size === 0;
      const doubted = isWhole ? { ...effect, doubt: makerDoubt } : effect;
      const sending: Sending = { ...at, effect: doubted, shape, args };
      const named = namedBy(linker, sending, name);
      const { names = [], patterns = [] } = named.emitted ?? {};
      const key = [
        `${index}`,
        idOf(at.module, at.placed.node),
        shape.method,
        ...names.map((one) => one.name),
        "",
        ...patterns.map(({ parts }) => parts.join("*")),
      ].join("\0");
      const same = told.get(key);
      const isMost = weight(effect) === most;
      const form = JSON.stringify([effect.preset, shape]);
      const tells = same === undefined && isMost;
      // What it carries is worked out for those that are told, for what one library is sent otherwise, and for what
      // another is sent that is held to the plan, too: that takes longest. Which of several names goes with which of
      // several payloads nobody would know.
      const isOther = same?.isJudged === true && isJudged(effect) && names.length + patterns.length < 2;
      const text = effect.at === at ? calleeText(at.module, at.placed) : call;
      const whole =
        isMost && (tells || isOther || same?.form === form)
          ? emissionOf(linker, sending, named, text)
          : undefined;
      const isByType = whole?.via !== undefined && names.length > 1 && givesTyped(linker, module, placed);
      const emission = whole && {
        ...whole,
        ...(isByType && { byType: true as const }),
        ...(mayBeUnnamed(linker, module, placed, effect, whole) && { doubt: unnamedDoubt }),
        ...(effect.isSupposed === true && !isNamed(whole) && { isSupposed: true as const }),
        ...(effect.isMade === true && names.length === 0 && !saysOut(name) && { isUnsaid: true as const }),
      };
      if (tells)
        told.set(key, {
          ...{ at: found.length, presets: [effect.preset], form, isJudged: isJudged(effect), others: [] },
        });
      else if (emission !== undefined && (same?.form === form || isSeen(emission)))
        same?.others.push(emission);
      if (same?.presets.includes(effect.preset) === false && effect.doubt === undefined)
        same.presets.push(effect.preset);
      const offered = owners.size === 0 ? eventFunction(module, placed) : undefined;
      const isSilent = effect.isHanded === true || (effect.isLater === true && owners.size === 0);
      const own = tells && (!isSilent || isNamed(emission)) ? emission : undefined;
      const ownShapes = shape.each === undefined ? effect.shapes : [withoutEach(shape)];
      const isLost =
        own?.method === "track" &&
        owners.size === 0 &&
        offered === undefined &&
        names.length === 0 &&
        !isOthers(name);
      const lost = isLost
        ? ((isNamed(own) ? undefined : lostName(module, placed, effect)) ??
          madeName(linker, module, placed, { ...effect, args, shapes: ownShapes }, name))
        : undefined;
      if (lost !== undefined) {
        found.push({ emission: own, requires: [], ...lost, through });
        continue;
      }
      const holder = holderOf(module, placed, owners);
      const sends = { ...effect, shapes: ownShapes, args };
      const made = offered === undefined ? memberAround(module, placed, holder) : undefined;
      found.push({
        ...(offered === undefined
          ? { emission: own, ...holder }
          : { emission: own && { ...own, forwards: true }, owner: offered, requires: [] }),
        effect: made === undefined ? sends : { ...sends, member: made.member },
        // What says no name is none of the calls by a key.
        through: isSilent && own === undefined && owners.size === 0 ? [] : through,
      });
      if (made !== undefined)
        found.push({
          ...{ emission: undefined, owner: made.member.id, requires: made.requires },
          effect: { ...sends, member: undefined },
          through: [],
        });
      // What is sent by another way is told with what was told first.
      const first =
        own ?? (same === undefined || emission === undefined ? undefined : found[same.at]?.emission);
      if (first === undefined || owners.size > 0 || !isSettled(first)) continue;
      const left = openPart(linker, module, placed, effect, { shape, args });
      if (left.owner === undefined) continue;
      const sent = { ...effect, shapes: [withoutEach(shape)], args, sentBy: first.span };
      found.push({ emission: undefined, ...left, effect: sent, through: [], isGiven: true });
    }
  }
  for (const { at, presets, others } of told.values()) {
    const one = found[at];
    if (one?.emission !== undefined)
      found[at] = { ...one, emission: together(one.emission, presets, others) };
  }
  // What may be none, and has no name, says nothing beside what has one.
  if (found.some(({ emission }) => isNamed(emission)))
    for (const [at, one] of found.entries())
      if (one.emission?.doubt !== undefined && one.emission.method === "track" && !isNamed(one.emission))
        found[at] = { ...one, emission: undefined };
  for (const [at, one] of found.entries())
    if (found.some(({ emission }, index) => index !== at && saysSame(emission, one.emission, index < at)))
      found[at] = { ...one, emission: undefined };
  const [first] = effects;
  // Who is seen to give nothing of what is asked for is a caller, too.
  const isRefused = effects.every(({ refused }) => refused === true);
  if (
    found.length === 0 &&
    first !== undefined &&
    first.isHanded !== true &&
    (first.isLater !== true || isRefused)
  )
    found.push({ emission: undefined, owner: undefined, requires: [], effect: first, through });
  return [...eitherWay(found), ...all.flatMap(saidInside)];
}

/** Whether something of what an emission carries is known. */
function isSeen({ properties }: Emission): boolean {
  return properties !== undefined && properties.kind !== "unknown";
}

/** Whether a name is a constant of a package's, which no caller has a say in. */
function isOthers(name: Value | undefined): boolean {
  return name?.kind === "external" && name.source !== "" && !name.path.includes("()");
}

/** Whether one of two guesses of a call says all that is worth saying: both share a name, and it has no more ways to be. */
function saysSame(one: Emission | undefined, other: Emission | undefined, isBefore: boolean): boolean {
  if (one?.span.file !== other?.span.file || one?.span.start !== other?.span.start) return false;
  if (one?.preset !== "own" || other?.preset !== "own" || one.method !== other.method) return false;
  const [own, others] = [one, other].map(({ name }) => name?.names.map((each) => each.name) ?? []);
  if (!own?.some((name) => others?.includes(name))) return false;
  const [few, many] = [one, other].map(
    ({ name }) => (name?.names.length ?? 0) + (name?.patterns.length ?? 0),
  );
  return few === many ? isBefore : (few ?? 0) < (many ?? 0);
}

/** Whether a call certainly sends an event by names that it says itself. */
function isSettled({ name, doubt, test, typed }: Emission): boolean {
  return name?.complete === true && doubt === undefined && !test && !typed;
}

/** What begins the identity of a call that others come to by a key alone, under which its function is handed. */
export const byKey = "key ";

/** A name, or what stands for it: a function of what happened that gives it, or an object that holds it as Umami's does. */
function given(linker: Linker, name: Value | undefined): Value | undefined {
  if (name?.kind !== "function") return name;
  const made = resultOfCallback(linker, name, []);
  if (saysText(made)) return made;
  const held = made.kind === "object" ? memberOf(linker, made, "name") : undefined;
  return held === undefined || held.kind === "undefined" || held.kind === "unknown" ? name : held;
}

/** Whether a text is written out of a value, in whole or in part. */
function saysText(value: Value): boolean {
  switch (value.kind) {
    case "string":
    case "template":
    case "lookup":
      return true;
    case "union":
      return value.members.some(saysText);
    case "choice":
      return saysText(value.yes) || saysText(value.no);
    case "fallback":
      return saysText(value.left) || saysText(value.right);
    default:
      return false;
  }
}
