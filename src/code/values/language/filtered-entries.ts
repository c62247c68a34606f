// An object that is taken apart, and put together again with fewer keys: `Object.fromEntries(Object.entries(x).filter(isSet))`.
import type { Node } from "oxc-parser";
import { bare, tailName } from "../../syntax/syntax.js";
import { evaluate } from "../evaluate.js";
import { optionalMembers } from "../frameworks/react.js";
import type { Linker } from "../linker.js";
import { type Member, type Site, spanOf, type Value } from "../values.js";

/** What `Object.fromEntries` gives of a list of entries; undefined where more is done to it than leaving some out. */
export function fromEntries(linker: Linker, list: Node | undefined, site: Site): Value | undefined {
  if (list === undefined || list.type !== "CallExpression" || list.callee.type !== "MemberExpression")
    return undefined;
  const { object } = list.callee;
  if (object.type === "Super") return undefined;
  const method = tailName(list.callee);
  if (method === "filter") return fromEntries(linker, bare(object), site);
  const [whole] = list.arguments;
  if (method !== "entries" || object.type !== "Identifier" || object.name !== "Object") return undefined;
  if (whole === undefined || whole.type === "SpreadElement") return undefined;
  return optionalMembers(evaluate(linker, whole, site), spanOf(site.module, list));
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
  const complete = value.members.every(({ kind }) => kind === "property");
  const items = propertiesOf(value.members).map((one) => () => keyOf(one));
  return { kind: "array", span, complete, items };
}

function propertiesOf(members: readonly Member[]): readonly Property[] {
  return members.filter((member) => member.kind === "property");
}

function keyOf({ name, span }: Property): Value {
  return { kind: "string", span, value: name, how: "constant", replaceable: false };
}
