// What is guessed of a call: by its callee's name, by the client that it is made on, by the action that it dispatches.
import type { CallExpression } from "oxc-parser";
import { calledBy, tailName } from "../../syntax/syntax.js";
import type { Linker } from "../../values/linker.js";
import { memberOf } from "../../values/members.js";
import { type FunctionValue, idOf, type Site, type Value } from "../../values/values.js";
import { actionIn } from "../callee-names.js";
import { type Effect, rearranged } from "../effects.js";
import { isEmitterName, plainTrack, saysTracking } from "../emitter-names.js";
import { typedClientOf, unseenEvent } from "../typed-clients.js";
import { guessedEffect, mayGuess as mayGuessCallee } from "./guess.js";
import { mutationAt, mutationEffect } from "./mutations.js";
import { nameAt } from "./name-places.js";
import { shapesAt } from "./name-shapes.js";
import { namedEffect, namedPreset } from "./named-clients.js";
import { isOpen } from "./open-callees.js";
import { saysName } from "./says-name.js";
import { maySpeak, spokenEffect } from "./spoken.js";
import { commandAt, toldFirst, toldFirstEffect } from "./told-first.js";

/** Whether something may be guessed of a call at all, whatever is found of others. */
export function mayGuess(node: CallExpression, site: Site): boolean {
  const { callee } = calledBy(node);
  return (
    mayGuessCallee(callee, site) ||
    maySpeak(callee, site) ||
    namedPreset(callee) !== undefined ||
    typedClientOf(callee) !== undefined ||
    dispatchedBy(node) !== undefined ||
    toldFirst(node, site.scope) !== undefined ||
    commandAt(node) !== undefined ||
    mutationAt(node, site.scope) !== undefined
  );
}

/** What a call probably does; see `guessedEffect`. */
export function guessOf(
  linker: Linker,
  node: CallExpression,
  callee: Value,
  args: () => readonly Value[],
  site: Site,
  emitsInside: ((fn: FunctionValue) => boolean) | undefined,
): Effect | undefined {
  const origin = idOf(site.module, node);
  const called = calledBy(node);
  const { callee: written } = called;
  const mutation = mutationEffect(linker, node, callee, args, site, origin);
  if (mutation !== undefined) return mutation;
  const guess = mayGuessCallee(written, site)
    ? guessedEffect(linker, called, callee, args, site, origin, emitsInside)
    : undefined;
  return (
    guess ??
    (isOpen(callee) ? namedEffect(written, args, origin) : undefined) ??
    unseenEvent(node, callee, args, site, origin) ??
    unseenAction(linker, node, args, origin) ??
    (maySpeak(written, site) ? spokenEffect(linker, called, callee, args, site, origin) : undefined) ??
    toldFirstEffect(linker, node, callee, args, site, origin)
  );
}

/** The action that is dispatched by a name that says that it tracks: `dispatch("shop/trackEvent", { event })`. */
function dispatchedBy(node: CallExpression): string | undefined {
  const action = tailName(node.callee) === "dispatch" ? actionIn(node.arguments[0]) : undefined;
  return action !== undefined &&
    isEmitterName(action) &&
    (plainTrack.test(action) || saysTracking.test(action))
    ? action
    : undefined;
}

/** An action that nobody of the project handles, as far as can be seen: its store is a package's. */
function unseenAction(
  linker: Linker,
  node: CallExpression,
  args: () => readonly Value[],
  origin: string,
): Effect | undefined {
  const action = dispatchedBy(node);
  if (action === undefined) return undefined;
  const [first, ...others] = args();
  // An action that is written out carries what is told.
  const payload = first?.kind === "object" ? memberOf(linker, first, "payload") : undefined;
  const given = payload === undefined ? others : [payload];
  if (payload !== undefined && payload.kind !== "object") return undefined;
  const at = nameAt(linker, given, saysName);
  return at === undefined
    ? undefined
    : rearranged({
        preset: "own",
        shapes: shapesAt(at, given),
        args: given,
        doubt: `what handles "${action}" can't be seen here`,
        origin,
      });
}
