// Texts that an abstract class leaves to its heirs: `abstract eventName: string`.
import type { Node } from "oxc-parser";
import { evaluate } from "./evaluate.js";
import { settle } from "./language/types.js";
import type { Linker } from "./linker.js";
import { type ClassValue, type ParameterValue, type Site, spanOf, type Value } from "./values.js";

/** Where an abstract class takes an instance of an heir, behind what a component is given. */
const heirAt = 1;

/**
 * A text that each heir says, as a member of what the class is given; undefined for anything else, which its type says
 * more of, and where a payload asks: of that, its type is enough.
 */
export function leftToHeirs(
  linker: Linker,
  { cls, site: { module } }: ClassValue,
  member: Node,
  key: string,
  site: Site,
): Value | undefined {
  const type =
    member.type === "TSAbstractPropertyDefinition"
      ? member.typeAnnotation?.typeAnnotation
      : member.type === "TSAbstractMethodDefinition" && member.kind === "get"
        ? member.value.returnType?.typeAnnotation
        : undefined;
  if (linker.near || cls.id === null || type === undefined) return undefined;
  const span = spanOf(module, member);
  if (settle(linker, { kind: "typed", span, type, site }).kind !== "text") return undefined;
  return { ...heirOf(module.path, cls, span), name: key, path: [key] };
}

/** An heir of a class, as what the class takes; of an heir that is abstract, an heir of its own. */
export function heirOf(path: string, cls: ClassValue["cls"], span: Value["span"]): ParameterValue & Value {
  return {
    ...{ kind: "parameter", span, owner: `${path}:${cls.start}`, ownerName: cls.id?.name ?? "" },
    ...{ name: "this", index: heirAt, path: [], type: undefined },
  };
}

/** What an abstract class is given where an heir stands for its own. */
export function asHeir(heir: Value): readonly Value[] {
  return [...Array.from({ length: heirAt }, (): Value => ({ kind: "undefined", span: heir.span })), heir];
}

/** The classes above one, the nearest first, as what its instances are, too. */
export function classesAbove(linker: Linker, { cls, site }: ClassValue): readonly ClassValue[] {
  const found: ClassValue[] = [];
  let at: Pick<ClassValue, "cls" | "site"> = { cls, site };
  while (at.cls.superClass !== null && found.length < mostAbove) {
    const above = evaluate(linker, at.cls.superClass, at.site);
    if (above.kind !== "class") break;
    found.push({ ...above, instance: true });
    at = above;
  }
  return found;
}

/** Classes may be written to extend each other. */
const mostAbove = 10;
