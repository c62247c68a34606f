// One call of the code -> what it emits, and what that makes of the functions around it.
import type { CallExpression } from "oxc-parser";
import type { Plan } from "../../plan/plan.js";
import { calledThrough } from "../effects/called-through.js";
import { declaredBy, declaredEffect, isInDeclared } from "../effects/declared.js";
import { decorating, decoratorEffect } from "../effects/decorators.js";
import type { Effect } from "../effects/effects.js";
import { generatedEffect } from "../effects/generated.js";
import { decoratedEffect, isDecorating } from "../effects/guessing/decorated.js";
import { guessOf, mayGuess } from "../effects/guessing/guesses.js";
import { methodByName } from "../effects/guessing/named-classes.js";
import { tableAt } from "../effects/guessing/tables.js";
import { actionOf } from "../effects/messages/actions.js";
import { type Heard, type Listener, messageOf } from "../effects/messages/channels.js";
import { handsOnEvent } from "../effects/messages/component-events.js";
import { setting } from "../effects/messages/set-functions.js";
import { hadBy } from "../effects/messages/subscribers.js";
import { effectsOf, type KnownEffects } from "../effects/receivers.js";
import { requestEffect } from "../effects/requests/http.js";
import { once } from "../once.js";
import type { Placed } from "../syntax/scopes.js";
import { calledBy, isClass, tailName } from "../syntax/syntax.js";
import { argumentValues } from "../values/call-values.js";
import { evaluate } from "../values/evaluate.js";
import { connected } from "../values/frameworks/connect.js";
import { directiveCalled } from "../values/frameworks/directives.js";
import { jsxArguments, jsxCallee } from "../values/frameworks/jsx.js";
import type { Linker } from "../values/linker.js";
import type { Module } from "../values/module.js";
import { ownersOf } from "../values/owners.js";
import { type FunctionValue, idOf, type Site, type Value } from "../values/values.js";
import { alikeEffects, alikePrefix } from "./alike.js";
import { callbackIn, deferred, handedOut, keptFor, keptIn } from "./callbacks.js";
import { startOf } from "./callee-text.js";
import { type Found, foundOf } from "./found.js";
import { heirsIn } from "./heirs.js";
import { holderOf } from "./holders.js";
import { relayedBy } from "./relayed.js";
import { isSaidInside } from "./said-inside.js";
import { tabledIn } from "./tabled.js";
import { toldIn } from "./told-actions.js";
import { isNamed } from "./told-calls.js";

export type SiteContext = {
  readonly linker: Linker;
  readonly known: KnownEffects;
  readonly declared: Plan["code"]["calls"];
  /** Whether the plan speaks of a library's calls. */
  readonly isHeld: (preset: string) => boolean;
  /** Functions that were found to hand names on, and that are called by messages. */
  readonly listeners: readonly Listener[];
  /**
   * What is guessed, once nothing more can be known for certain: calls of what nobody knows, and only then functions
   * in which none of those was found, and at last what functions do with the name of an event that they are given.
   */
  readonly guessing: "nothing" | "unknown" | "own" | "rest";
  /** Whether a function's own text holds a call that emits. */
  readonly emitsInside: (fn: FunctionValue) => boolean;
  /** The names of what functions that hand names on are handed to under a key; empty for anything. */
  readonly handedUnder: (key: string) => readonly string[];
};

/** What a call emits; nothing where it is no call of anything known. */
export function emissionsOf(context: SiteContext, module: Module, placed: Placed): readonly Found[] {
  const found = allOf(context, module, placed);
  if (!isInDeclared(context.declared, module, placed)) return found;
  // What a function that is declared does with the name is not asked: its calls are told.
  return found.flatMap((one) => {
    const { emission } = one;
    if (emission?.method !== "track" || isNamed(emission)) return [one];
    return emission.doubt === undefined ? [{ ...one, emission: { ...emission, forwards: true } }] : [];
  });
}

function allOf(context: SiteContext, module: Module, placed: Placed): readonly Found[] {
  const { node } = placed;
  if (node.type === "ObjectExpression")
    return context.guessing === "rest" ? toldIn(context, module, { node, scope: placed.scope }) : [];
  if (isClass(node)) return heirsIn(context, module, { node, scope: placed.scope });
  const found = followed(context, module, placed);
  if (found.some(({ emission }) => emission !== undefined)) return found;
  const relay = relayedBy(module, placed);
  const isOfTable = tableAt(module, placed) !== undefined;
  const decorator = decoratorAt(placed);
  if ((relay === undefined && !isOfTable && decorator === undefined) || context.guessing !== "rest")
    return found;
  const table = isOfTable ? tabledIn(context, module, placed) : [];
  if (decorator !== undefined) return [...found, ...decoratedIn(context, module, placed, decorator)];
  const hands = relay !== undefined && !context.emitsInside(relay.fn) ? [relay.found] : [];
  return [...found, ...table, ...hands];
}

/** The call of a decorator that says that what it decorates is told somewhere. */
function decoratorAt({ node, scope }: Placed): CallExpression | undefined {
  return node.type === "CallExpression" && isDecorating(node, { scope }) ? node : undefined;
}

function decoratedIn(
  context: SiteContext,
  module: Module,
  placed: Placed,
  node: CallExpression,
): readonly Found[] {
  const { linker } = context;
  const site = { module, scope: placed.scope };
  const args = argumentValues(linker, node.arguments, site);
  const effect = decoratedEffect(linker, node, args, site, idOf(module, node));
  return effect === undefined ? [] : foundOf(context, module, placed, [effect], tailName(node.callee) ?? "");
}

/** What a call emits by what is followed of it, or guessed of what it calls. */
function followed(context: SiteContext, module: Module, placed: Placed): readonly Found[] {
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
  const directive = directiveCalled(linker, node, site);
  if (directive !== undefined) {
    const { word, callee: hooks, args: told } = directive;
    const had = effectsOf(linker, context.known, hooks, once(told), origin).map((one) => withName(one, word));
    return had.length === 0 ? [] : foundOf(context, module, placed, had, word);
  }
  const handed = calledThrough(linker, node, site);
  const through =
    handed === undefined ? [] : effectsOf(linker, context.known, handed.callee, once(handed.args), origin);
  if (through.length > 0)
    // Of what nobody sees in a list, types say what it is.
    return foundOf(context, module, placed, through, call).filter(
      ({ emission, owner }) => owner !== undefined || emission?.method !== "track" || isNamed(emission),
    );
  const textOf = (index: number): string | undefined => {
    const one = given[index];
    return one === undefined ? undefined : module.text.slice(one.start, one.end);
  };
  const declared = declaredBy(linker, context.declared, call, args, textOf);
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
  const member = decorating(linker, node, callee, args, site);
  const sent =
    member === undefined ? [] : effectsOf(linker, context.known, member.decorator, () => member.args, origin);
  if (sent.length > 0) return foundOf(context, module, placed, sent, call);
  const effects = hadBy(linker, effectsOf(linker, context.known, callee, args, origin), written, site);
  // Where all that it does hangs on what further callers hand in, more may be said of it below.
  const handedOn = effects.every((effect) => effect.callee !== undefined) ? effects : [];
  if (effects.length > handedOn.length) {
    const found = foundOf(context, module, placed, effects, call);
    if (handsOnEvent(module, given)) return found.map(unlessNamed);
    // A request inside that may carry an event carries none from here, as far as can be seen.
    const isLost = effects.every(({ preset }) => preset === "http") && !found.some(leads);
    const own = isLost ? guessed(context, node, callee, args, site, () => false) : undefined;
    return own === undefined ? found : foundOf(context, module, placed, [own], call);
  }
  const byName = effects.every(isSaidInside) ? methodByName(linker, written, callee, site) : undefined;
  const named = byName === undefined ? [] : effectsOf(linker, context.known, byName, args, origin);
  if (named.length > 0) return foundOf(context, module, placed, named, call);
  const joined = connected(linker, node, site);
  if (joined !== undefined) {
    const all = effectsOf(linker, context.known, joined.component, once(joined.args), origin);
    // Nobody looks for an event here: it stands where the function is called that is joined to the component.
    // What was guessed of it before it was seen what it is says nothing any more.
    const isSeen = all.some(({ doubt }) => doubt === undefined);
    const own = all.flatMap((one) =>
      isSeen && one.doubt !== undefined
        ? []
        : [one.at === undefined ? one : { ...one, isSettledAtSite: true }],
    );
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
  if (handedOn.length === 0 && context.guessing === "nothing") {
    const kept = keptIn(linker, callee, placed, module, args);
    if (kept.length > 0)
      return kept.map((one) =>
        keptFor(deferred(module, placed, { callee: one, isHanded: false }, args(), origin), one),
      );
    if (handedIn !== undefined)
      return handedOut(deferred(module, placed, handedIn, args(), origin), handedIn.callee);
  }
  const guess = guessed(context, node, callee, args, site);
  if (guess !== undefined) return foundOf(context, module, placed, [guess], call);
  if (handedOn.length > 0) return foundOf(context, module, placed, handedOn, call);
  const alike =
    context.guessing === "nothing"
      ? []
      : alikeEffects(linker, context.known, node, callee, args, site, (name) =>
          context.handedUnder(`${alikePrefix}${name}`),
        );
  if (alike.length > 0) return foundOf(context, module, placed, alike, call);
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
  return guessOf(linker, node, callee, args, site, guessing === "unknown" ? undefined : emitsInside);
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
  const { linker, known } = context;
  const effects = [first, ...others].flatMap(({ channel, listener, args, instance, isHanded, doubt }) =>
    effectsOf(linker, known, listener, once(args), origin).map((effect) => ({
      ...withName(effect, channel.replace(setting, "")),
      instance,
      ...(doubt !== undefined && { doubt: effect.doubt ?? doubt }),
      ...(isHanded && { isHanded }),
      // Of functions that are set, one is.
      ...(channel.startsWith(setting) && { either: effect.either ?? `${channel}\0${origin}` }),
    })),
  );
  return effects.length === 0 ? [] : foundOf(context, module, placed, effects, call);
}

/** What hears something has no name but that of what it hears. */
function withName(effect: Effect, name: string): Effect {
  return effect.via?.name === "" ? { ...effect, via: { ...effect.via, name } } : effect;
}

/** What markup gives that happened is named where it is said. */
function unlessNamed(found: Found): Found {
  return (found.emission?.name?.names.length ?? 0) > 0
    ? found
    : { ...found, emission: undefined, through: [] };
}
