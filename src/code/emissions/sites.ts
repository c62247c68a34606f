// One call of the code -> what it emits, and what that makes of the functions around it.
import type { CallExpression } from "oxc-parser";
import type { Plan } from "../../plan/plan.js";
import { actionOf } from "../effects/actions.js";
import { type Heard, type Listener, messageOf } from "../effects/channels.js";
import { declaredBy, declaredEffect } from "../effects/declared.js";
import { decoratorEffect } from "../effects/decorators.js";
import { deciders, type Effect, partOf } from "../effects/effects.js";
import { generatedEffect } from "../effects/generated.js";
import { guessOf, mayGuess } from "../effects/guesses.js";
import { requestEffect } from "../effects/http.js";
import { methodByName } from "../effects/named-classes.js";
import { effectsOf, type KnownEffects } from "../effects/receivers.js";
import { setting } from "../effects/set-functions.js";
import { hadBy } from "../effects/subscribers.js";
import { eventFunction } from "../effects/typed-clients.js";
import type { Emission } from "../emission.js";
import { once } from "../once.js";
import type { Placed } from "../syntax/scopes.js";
import { calledBy, tailName } from "../syntax/syntax.js";
import { argumentValues } from "../values/call-values.js";
import { evaluate } from "../values/evaluate.js";
import { connected } from "../values/frameworks/connect.js";
import { jsxArguments, jsxCallee } from "../values/frameworks/jsx.js";
import { type Linker, refuel } from "../values/linker.js";
import type { Module } from "../values/module.js";
import { keyOwnersOf, ownersOf } from "../values/owners.js";
import { type FunctionValue, idOf, type Site, type Value } from "../values/values.js";
import { emissionOf, namedBy, type Sending, together } from "./build-emission.js";
import { callbackIn, deferred } from "./callbacks.js";
import { calleeText, startOf } from "./callee-text.js";
import { eitherWay, ofOwnApplication } from "./either-way.js";
import { givesTyped } from "./given-types.js";
import { holderOf } from "./holders.js";
import { lostName } from "./lost-names.js";
import { isNamed, isNothing, likely, shapesOf, weight, withoutEach } from "./told-calls.js";

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
};

export type SiteContext = {
  readonly linker: Linker;
  readonly known: KnownEffects;
  readonly declared: Plan["code"]["calls"];
  /** Functions that were found to hand names on, and that are called by messages. */
  readonly listeners: readonly Listener[];
  /**
   * What is guessed, once nothing more can be known for certain: calls of what nobody knows, and only then functions
   * in which none of those was found.
   */
  readonly guessing: "nothing" | "unknown" | "own";
  /** Whether a function's own text holds a call that emits. */
  readonly emitsInside: (fn: FunctionValue) => boolean;
  /** The names of what functions that hand names on are handed to under a key; empty for anything. */
  readonly handedUnder: (key: string) => readonly string[];
};

/** What a call emits; nothing where it is no call of anything known. */
export function emissionsOf(context: SiteContext, module: Module, placed: Placed): readonly Found[] {
  const { linker } = context;
  const { node, scope } = placed;
  const site: Site = { module, scope };
  const origin = idOf(module, node);
  if (node.type === "JSXOpeningElement") {
    const call = module.text.slice(node.name.start, node.name.end);
    const effects = effectsOf(
      linker,
      context.known,
      jsxCallee(linker, node, site),
      once(() => jsxArguments(linker, node, site)),
      origin,
    );
    return foundOf(context, module, placed, effects, call);
  }
  if (node.type !== "CallExpression") return [];
  const { callee: written, arguments: given } = calledBy(node);
  // What Svelte calls by `use:track` is written there in another way.
  const call =
    written.type === "Identifier"
      ? written.name
      : startOf(module.text, written).replace(/\s+/g, " ").slice(0, 120);
  const args = once(() => argumentValues(linker, given, site));
  const declared = declaredBy(context.declared, call);
  const callee = evaluate(linker, written, site);
  if (declared !== undefined) {
    const effect = declaredEffect(linker, declared, callee, args(), origin);
    const inside = callee.kind === "function" ? context.known.get(idOf(callee.site.module, callee.fn)) : [];
    return foundOf(context, module, placed, [effect], call, inside);
  }
  if (callee.kind === "function") {
    const planned = generatedEffect(linker, callee, tailName(written) ?? "", args, origin);
    if (planned !== undefined) return foundOf(context, module, placed, [planned], call);
  }
  const decorated = decoratorEffect(linker, node, callee, args, site, origin);
  if (decorated !== undefined) return foundOf(context, module, placed, [decorated], call);
  const effects = hadBy(linker, effectsOf(linker, context.known, callee, args, origin), written, site);
  // Where all that it does hangs on what further callers hand in, more may be said of it below.
  const handedOn = effects.every((effect) => effect.callee !== undefined) ? effects : [];
  if (effects.length > handedOn.length) {
    const found = foundOf(context, module, placed, effects, call);
    // A request inside that may carry an event carries none from here, as far as can be seen.
    const isLost = effects.every(({ preset }) => preset === "http") && !found.some(leads);
    const own = isLost ? guessed(context, node, callee, args, site, () => false) : undefined;
    return own === undefined ? found : foundOf(context, module, placed, [own], call);
  }
  const byName = effects.length > 0 ? undefined : methodByName(linker, written, callee, site);
  const named = byName === undefined ? [] : effectsOf(linker, context.known, byName, args, origin);
  if (named.length > 0) return foundOf(context, module, placed, named, call);
  const joined = connected(linker, node, site);
  if (joined !== undefined) {
    const own = effectsOf(linker, context.known, joined.component, once(joined.args), origin);
    return own.length === 0 ? [] : foundOf(context, module, placed, own, call);
  }
  const request = requestEffect(linker, node, site, origin);
  if (request?.request !== undefined)
    return [
      {
        emission: undefined,
        effect: request,
        through: [],
        ...holderOf(module, placed, ownersOf(request.request.address)),
      },
    ];
  // A server of the team's own that is seen sends what it makes of the request.
  const isOwn = request === undefined || request.preset === "http";
  const message = isOwn ? messageOf(linker, context.listeners, node, site) : undefined;
  const heard = message === undefined ? [] : heardBy(context, module, placed, message, origin, call);
  if (request !== undefined && heard.length === 0) return foundOf(context, module, placed, [request], call);
  if (message !== undefined) return heard;
  const action = actionOf(linker, context.listeners, node, callee, site);
  const told = action === undefined ? [] : heardBy(context, module, placed, action, origin, call);
  if (told.length > 0) return told;
  const handedIn = callbackIn(linker, callee, written, module, args, context.handedUnder);
  if (handedIn !== undefined && handedOn.length === 0 && context.guessing === "nothing")
    return [deferred(module, placed, handedIn, args(), origin)];
  const guess = guessed(context, node, callee, args, site);
  if (guess !== undefined) return foundOf(context, module, placed, [guess], call);
  if (handedOn.length > 0) return foundOf(context, module, placed, handedOn, call);
  // What is handed in may have been guessed.
  return handedIn === undefined ? [] : [deferred(module, placed, handedIn, args(), origin)];
}

function guessed(
  context: SiteContext,
  node: CallExpression,
  callee: Value,
  args: () => readonly Value[],
  site: Site,
  emitsInside = context.emitsInside,
): Effect | undefined {
  // What is guessed changes, and a call that asks has to be looked at again.
  if (!mayGuess(node, site)) return undefined;
  const { linker, guessing } = context;
  if (guessing === "nothing") return undefined;
  return guessOf(linker, node, callee, args, site, guessing === "own" ? emitsInside : undefined);
}

/** Whether something is emitted here, or by whoever calls the function around. */
function leads({ emission, owner }: Found): boolean {
  return emission !== undefined || owner !== undefined;
}

/** What comes of a message, by who hears it. */
function heardBy(
  context: SiteContext,
  module: Module,
  placed: Placed,
  { others = [], ...first }: Heard,
  origin: string,
  call: string,
): readonly Found[] {
  const effects = [first, ...others].flatMap(({ channel, listener, args, instance }) =>
    effectsOf(context.linker, context.known, listener, once(args), origin).map((effect) => ({
      ...effect,
      instance,
      // Of functions that are set, one is.
      ...(channel.startsWith(setting) && { either: effect.either ?? channel }),
      // A listener has no name but that of what it hears.
      ...(effect.via?.name === "" && { via: { ...effect.via, name: channel.replace(setting, "") } }),
    })),
  );
  return effects.length === 0 ? [] : foundOf(context, module, placed, effects, call);
}

function foundOf(
  context: SiteContext,
  module: Module,
  placed: Placed,
  effects: readonly Effect[],
  call: string,
  inside: readonly Effect[] = [],
): readonly Found[] {
  const { linker } = context;
  const found: Found[] = [];
  // A wrapper that sends one event to several libraries emits it once.
  const told = new Map<
    string,
    { readonly at: number; readonly presets: string[]; readonly form: string; readonly others: Emission[] }
  >();
  // Whatever becomes of them, these are called from here.
  const through = [...effects, ...inside].map(({ origin, isHanded }) =>
    isHanded ? `${byKey}${origin}` : origin,
  );
  const had = likely(
    ofOwnApplication(effects, module.path),
    placed.node.type === "JSXOpeningElement",
  ).toSorted((a, b) => weight(b) - weight(a));
  const most = weight(had.find(({ callee }) => callee === undefined));
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
      const name = shape.name === undefined ? undefined : partOf(linker, args, shape.name);
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
      // What a parameter was called with stands where it is called.
      const at = effect.at !== undefined && effect.isSettledAtSite === true ? effect.at : { module, placed };
      const sending: Sending = { ...at, effect, shape, args };
      const named = namedBy(linker, sending, name);
      const { names = [], patterns = [] } = named.emitted ?? {};
      const key = [
        `${index}`,
        shape.method,
        ...names.map((one) => one.name),
        "",
        ...patterns.map(({ parts }) => parts.join("*")),
      ].join("\0");
      const same = told.get(key);
      const isMost = weight(effect) === most;
      const form = JSON.stringify([effect.preset, shape]);
      const tells = same === undefined && isMost;
      // What it carries is worked out for those that are told, and for what one library is sent otherwise: that takes
      // longest.
      const text = effect.at === at ? calleeText(at.module, at.placed) : call;
      const made =
        isMost && (tells || same?.form === form) ? emissionOf(linker, sending, named, text) : undefined;
      const isByType = made?.via !== undefined && names.length > 1 && givesTyped(linker, module, placed);
      const emission = made === undefined || !isByType ? made : { ...made, byType: true as const };
      if (tells) told.set(key, { at: found.length, presets: [effect.preset], form, others: [] });
      else if (emission !== undefined) same?.others.push(emission);
      else if (same?.presets.includes(effect.preset) === false && effect.doubt === undefined)
        same.presets.push(effect.preset);
      const offered = owners.size === 0 ? eventFunction(module, placed) : undefined;
      const own = tells && (effect.isHanded !== true || isNamed(emission)) ? emission : undefined;
      const isLost = own?.method === "track" && owners.size === 0 && offered === undefined && !isNamed(own);
      const lost = isLost ? lostName(module, placed, effect) : undefined;
      if (lost !== undefined) {
        found.push({ emission: own, requires: [], through, ...lost });
        continue;
      }
      found.push({
        ...(offered === undefined
          ? { emission: own, ...holderOf(module, placed, owners) }
          : { emission: own && { ...own, forwards: true }, owner: offered, requires: [] }),
        effect: { ...effect, shapes: shape.each === undefined ? effect.shapes : [withoutEach(shape)], args },
        through,
      });
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
  const [first] = effects;
  if (found.length === 0 && first !== undefined)
    found.push({ emission: undefined, owner: undefined, requires: [], effect: first, through });
  return eitherWay(found);
}

/** What begins the identity of a call that others come to by a key alone, under which its function is handed. */
export const byKey = "key ";
