// Decorators that send an event whenever a method runs: `@track({ action: "saved" })` of react-tracking, and those of a
// team's own that send the method's name.
import type { CallExpression, Node } from "oxc-parser";
import { presetOfPackage } from "../presets/index.js";
import { keyName, tailName } from "../syntax/syntax.js";
import { resultOf } from "../values/call-values.js";
import type { Linker } from "../values/linker.js";
import { type Site, spanOf, unknown, type Value } from "../values/values.js";
import type { Effect } from "./effects.js";

/** What such decorators are called, and the method of the library's client that they come to. */
const called = /^_?track(?:Event)?$/;
const method = "trackEvent";

/** What a decorator of a method sends; undefined where a call is none. Those of classes and components say where they are. */
export function decoratorEffect(
  linker: Linker,
  node: CallExpression,
  callee: Value,
  args: () => readonly Value[],
  site: Site,
  origin: string,
): Effect | undefined {
  if (!called.test(tailName(node.callee) ?? "") || decoratedMember(node, site) === undefined)
    return undefined;
  // Teams give it types of their own, in a function around it.
  const inner = callee.kind === "function" ? resultOf(linker, callee, args()) : callee;
  const preset = inner.kind === "external" && inner.source !== "" ? presetOfPackage(inner.source) : undefined;
  const shapes = preset?.methods.get(method);
  const [given] = args();
  if (preset?.id !== "react-tracking" || shapes === undefined || given === undefined) return undefined;
  return {
    preset: preset.id,
    shapes,
    args: [given.kind === "function" ? resultOf(linker, given, partsOf(given.span)) : given],
    typed: false,
    doubt: undefined,
    via: undefined,
    origin,
    requires: [],
  };
}

/** What the library calls a function with: the props, the state and the arguments of the method. */
function partsOf(span: Value["span"]): readonly Value[] {
  return ["props", "state", "arguments"].map((part) => unknown(span, `the ${part} when it is called`));
}

/** What a decorator of a member is given: the function that the call of it gives, and what that is told. */
export function decorating(
  linker: Linker,
  node: CallExpression,
  callee: Value,
  args: () => readonly Value[],
  site: Site,
): { readonly decorator: Value; readonly args: readonly Value[] } | undefined {
  const member = callee.kind === "function" ? decoratedMember(node, site) : undefined;
  if (member === undefined) return undefined;
  const decorator = resultOf(linker, callee, args());
  if (decorator.kind !== "function") return undefined;
  const name = keyValue(member, site);
  const other = unknown(name.span, "what a decorator is told");
  return { decorator, args: [other, name, other] };
}

/** The name of a member as a text. */
export function keyValue(member: Node, { module }: Site): Value {
  const value = keyName(member, false) ?? "";
  return { kind: "string", span: spanOf(module, member), value, how: "constant", replaceable: false };
}

/** The key of the member of a class that a call decorates. */
export function decoratedMember(node: CallExpression, { scope }: Pick<Site, "scope">): Node | undefined {
  for (let at: Site["scope"] | undefined = scope; at !== undefined; at = at.parent) {
    if (at.cls === undefined) continue;
    for (const member of at.cls.body.body)
      if (
        (member.type === "MethodDefinition" || member.type === "PropertyDefinition") &&
        member.decorators.some(({ expression }) => expression === node)
      )
        return member.key;
    return undefined;
  }
  return undefined;
}
