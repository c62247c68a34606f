// Finds types that no finite value can have: those that require themselves.
import { compareText, type Span } from "../diagnostics/diagnostic.js";
import type { Context } from "./context.js";
import type { NamedType, Type } from "./plan.js";

/** Reports each named type that can only be satisfied by an endless value. */
export function checkFiniteTypes(context: Context, types: readonly NamedType[]): void {
  const known = new Map(types.map((type) => [type.name.value, type.type]));
  const finite = new Set<string>();
  const waiting = new Map<string, Set<string>>();
  for (const type of types) {
    for (const name of referred(type.type)) {
      const others = waiting.get(name) ?? new Set();
      waiting.set(name, others.add(type.name.value));
    }
  }
  // The least fixed point, by a work list: a type is looked at again only when one that it refers to became finite.
  const queue = types.map((type) => type.name.value);
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const type = known.get(name);
    if (finite.has(name) || type === undefined || !hasFiniteValue(type, finite, known)) continue;
    finite.add(name);
    for (const other of waiting.get(name) ?? []) queue.push(other);
  }
  const help = "Refer to it through an optional property, an array, a map or a union with null.";
  const direct = circles(types, (type) => members(type.type));
  for (const circle of direct) {
    report(
      context,
      circle,
      "is made of itself",
      "so that it says nothing",
      "Remove the type's own name from it.",
    );
  }
  const reported = new Set(direct.flat());
  const endless = types.filter((type) => !finite.has(type.name.value) && !reported.has(type));
  for (const circle of circles(endless, (type) => demanded(type.type, finite, known))) {
    report(context, circle, "requires itself", "so that no value of it could ever end", help);
  }
}

/** One finding for a circle of types, at the one that is written first. */
function report(
  context: Context,
  circle: readonly NamedType[],
  does: string,
  result: string,
  help: string,
): void {
  const [first, ...others] = circle.toSorted((a, b) => compareSpans(a.name.span, b.name.span));
  if (first === undefined) return;
  const names = others.slice(0, 3).map((type) => `"${type.name.value}"`);
  const through = names.length === 0 ? "" : ` through ${names.join(", ")}${others.length > 3 ? ", …" : ""}`;
  context.error(
    "circular-type",
    first.name.span,
    `The type "${first.name.value}" ${does}${through}, ${result}.`,
    {
      help,
      related: others.slice(0, 3).map((type) => ({ message: "and this one", span: type.name.span })),
    },
  );
}

function compareSpans(a: Span, b: Span): number {
  return compareText(a.file, b.file) || a.start - b.start;
}

/**
 * The types that lead back to themselves, in groups that lead to each other: each group is one mistake. A type that
 * merely leads to such a group is in none. (Tarjan's components, unrolled: a chain of types may be long.)
 */
function circles(
  types: readonly NamedType[],
  leadsTo: (type: NamedType) => readonly string[],
): readonly (readonly NamedType[])[] {
  const byName = new Map(types.map((type) => [type.name.value, type]));
  const edges = (name: string): string[] => {
    const type = byName.get(name);
    return type === undefined ? [] : leadsTo(type).filter((next) => byName.has(next));
  };
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const found: NamedType[][] = [];
  for (const root of byName.keys()) {
    if (index.has(root)) continue;
    const work: { readonly name: string; readonly next: string[] }[] = [];
    const enter = (name: string): void => {
      low.set(name, index.size);
      index.set(name, index.size);
      open.push(name);
      isOpen.add(name);
      work.push({ name, next: edges(name) });
    };
    enter(root);
    for (let top = work.at(-1); top !== undefined; top = work.at(-1)) {
      const { name } = top;
      const next = top.next.pop();
      if (next !== undefined) {
        if (!index.has(next)) enter(next);
        else if (isOpen.has(next)) low.set(name, Math.min(low.get(name) ?? 0, index.get(next) ?? 0));
        continue;
      }
      work.pop();
      const parent = work.at(-1)?.name;
      if (parent !== undefined) low.set(parent, Math.min(low.get(parent) ?? 0, low.get(name) ?? 0));
      if (low.get(name) !== index.get(name)) continue;
      const circle = open.splice(open.lastIndexOf(name));
      for (const member of circle) isOpen.delete(member);
      if (circle.length > 1 || edges(name).includes(name))
        found.push(circle.flatMap((one) => byName.get(one) ?? []));
    }
  }
  return found;
}

/** The names that a type is made of itself, without an array, a map or an object between. */
function members(type: Type): readonly string[] {
  if (type.kind === "ref") return [type.name];
  return type.kind === "union" ? type.members.flatMap(members) : [];
}

/** The endless types that a value of this one must hold. */
function demanded(type: Type, finite: ReadonlySet<string>, known: ReadonlyMap<string, Type>): string[] {
  switch (type.kind) {
    case "ref":
      return finite.has(type.name) ? [] : [type.name];
    case "array":
      return (type.minItems ?? 0) === 0 ? [] : demanded(type.items, finite, known);
    case "union":
      return hasFiniteValue(type, finite, known)
        ? []
        : type.members.flatMap((member) => demanded(member, finite, known));
    case "object":
      return type.properties.flatMap((property) =>
        property.required && property.status !== "retired" ? demanded(property.type, finite, known) : [],
      );
    default:
      return [];
  }
}

function hasFiniteValue(type: Type, finite: ReadonlySet<string>, known: ReadonlyMap<string, Type>): boolean {
  switch (type.kind) {
    case "ref":
      return finite.has(type.name) || !known.has(type.name);
    case "array":
      return (type.minItems ?? 0) === 0 || hasFiniteValue(type.items, finite, known);
    case "union":
      return type.members.some((member) => hasFiniteValue(member, finite, known));
    case "object":
      return type.properties.every(
        (property) =>
          !property.required || property.status === "retired" || hasFiniteValue(property.type, finite, known),
      );
    default:
      return true;
  }
}

function referred(type: Type): readonly string[] {
  switch (type.kind) {
    case "ref":
      return [type.name];
    case "array":
      return referred(type.items);
    case "union":
      return type.members.flatMap(referred);
    case "object":
      return [
        ...type.properties.flatMap((property) => referred(property.type)),
        ...(typeof type.open === "boolean" ? [] : referred(type.open)),
      ];
    default:
      return [];
  }
}
