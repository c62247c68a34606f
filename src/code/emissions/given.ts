// A call of a function that sends an event by a name of its own -> what that sends, with what it is given here.
import { type Effect, partOf } from "../effects/effects.js";
import { effectsOf } from "../effects/receivers.js";
import { once } from "../once.js";
import type { Placed } from "../syntax/scopes.js";
import { calledBy } from "../syntax/syntax.js";
import { argumentValues } from "../values/call-values.js";
import { evaluate } from "../values/evaluate.js";
import { jsxArguments, jsxCallee } from "../values/frameworks/jsx.js";
import type { Module } from "../values/module.js";
import { idOf, type Site } from "../values/values.js";
import { emissionOf, namedBy } from "./build-emission.js";
import { startOf } from "./callee-text.js";
import type { Found } from "./found.js";
import { openPart } from "./open-parts.js";
import type { SiteContext } from "./sites.js";
import { shapesOf } from "./told-calls.js";

/** What a call gives to the functions that it calls; nothing where those send nothing by a name of their own. */
export function givenBy(
  { linker, known }: Pick<SiteContext, "linker" | "known">,
  module: Module,
  placed: Placed,
): readonly Found[] {
  const { node, scope } = placed;
  const site: Site = { module, scope };
  const origin = idOf(module, node);
  let effects: readonly Effect[];
  let call: string;
  if (node.type === "JSXOpeningElement") {
    call = module.text.slice(node.name.start, node.name.end);
    const args = once(() => jsxArguments(linker, node, site));
    const component = jsxCallee(linker, node, site);
    // What wraps a component may give it more than stands here.
    if ("isWrapped" in component && component.isWrapped === true) return [];
    effects = effectsOf(linker, known, component, args, origin);
  } else if (node.type === "CallExpression") {
    const { callee, arguments: given } = calledBy(node);
    call = startOf(module.text, callee).replace(/\s+/g, " ").slice(0, 120);
    const args = once(() => argumentValues(linker, given, site));
    effects = effectsOf(linker, known, evaluate(linker, callee, site), args, origin);
  } else return [];
  return effects.flatMap((effect): readonly Found[] => {
    if (effect.sentBy === undefined || effect.refused === true) return [];
    const [first, ...more] = shapesOf(linker, effect);
    if (first === undefined || more.length > 0) return [];
    const { shape, args } = first;
    const name = shape.name === undefined ? undefined : partOf(linker, args, shape.name);
    const sending = { module, placed, effect, ...first };
    const named = namedBy(linker, sending, name);
    const emission = emissionOf(linker, sending, named, call);
    return [{ emission, ...openPart(linker, module, placed, effect, first), effect, through: [] }];
  });
}
