// An object that is taken apart, and put together again with fewer keys: `Object.fromEntries(Object.entries(x).filter(isSet))`.
import type { Argument, Expression, Node } from "oxc-parser";
import { bare, isFunction, tailName } from "../../syntax/syntax.js";
import { evaluate } from "../evaluate.js";
import { lazily } from "../lazily.js";
import type { Linker } from "../linker.js";
import { entriesMade } from "../rebuilt.js";
import { withoutNone } from "../remade.js";
import { type Member, type Site, spanOf, unknown, type Value } from "../values.js";

/** What `Object.fromEntries` gives of a list of entries; undefined where more is done to it than leaving some out. */
export function fromEntries(
  linker: Linker,
  list: Node | undefined,
  site: Site,
  span: Value["span"],
): Value | undefined {
  const made = list === undefined ? undefined : entriesMade(linker, list as Expression, site, span);
  return made ?? leftEntries(linker, list, site);
}

function leftEntries(linker: Linker, list: Node | undefined, site: Site): Value | undefined {
  if (list === undefined || list.type !== "CallExpression" || list.callee.type !== "MemberExpression")
    return undefined;
  const { object } = list.callee;
  if (object.type === "Super") return undefined;
  const method = tailName(list.callee);
  if (method === "filter") return leftEntries(linker, bare(object), site);
  const [whole] = list.arguments;
  if (method !== "entries" || object.type !== "Identifier" || object.name !== "Object") return undefined;
  if (whole === undefined || whole.type === "SpreadElement") return undefined;
  return optionalMembers(evaluate(linker, whole, site), spanOf(site.module, list));
}

/** An object from which keys without a value are left out; of what they hold nobody knows whether it is one. */
export function optionalMembers(value: Value, span: Value["span"]): Value {
  if (value.kind !== "object")
    return value.kind === "parameter" ? value : unknown(span, "some keys of an object");
  const members = value.members.map((member): Member => {
    if (member.kind !== "property") return member;
    return { ...member, optional: true, value: lazily(() => withoutNone(member.value())) };
  });
  return { ...value, members: [{ kind: "computed" }, ...members] };
}

/** Whether what `omitBy` or `pickBy` is told asks what a key holds, and not which it is. */
export function leavesNothingElse(name: string, predicate: Argument | undefined): boolean {
  if (!name.endsWith("By")) return false;
  if (predicate === undefined) return true;
  if (isFunction(predicate)) return predicate.params.length < 2;
  if (predicate.type === "SpreadElement") return false;
  return /^(?:is[A-Z]\w*|identity|Boolean)$/.test(tailName(predicate) ?? "");
}

type Property = Extract<Member, { kind: "property" }>;

/** The pairs of `Object.entries`; undefined where the object is not known. */
export function entriesOf(value: Value | undefined, span: Value["span"]): Value | undefined {
  if (value?.kind !== "object") return undefined;
  const items = propertiesOf(value.members).map((one) => (): Value => {
    const pair = [() => keyOf(one), one.value];
    return { kind: "array", span, complete: true, items: pair };
  });
  return { kind: "array", span, complete: true, items };
}

/** The texts of `Object.keys`; undefined where the object is not known. */
export function keysOf(value: Value | undefined, span: Value["span"]): Value | undefined {
  if (value?.kind !== "object") return undefined;
  const isKnown = value.members.every(({ kind }) => kind === "property");
  const items = propertiesOf(value.members).map((one) => () => keyOf(one));
  // Of keys that are put in under a condition nobody knows how many there are.
  return { kind: "array", span, complete: isKnown && value.members.every(isAlways), items, every: isKnown };
}

function isAlways(member: Member): boolean {
  return (
    member.kind === "property" && !member.optional && member.guards === undefined && member.isMaybe !== true
  );
}

function propertiesOf(members: readonly Member[]): readonly Property[] {
  return members.filter((member) => member.kind === "property");
}

function keyOf({ name, span }: Property): Value {
  return { kind: "string", span, value: name, how: "constant", replaceable: false };
}
