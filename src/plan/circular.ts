// Finds types that no finite value can have: those that require themselves.
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
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    const type = known.get(name);
    if (finite.has(name) || type === undefined || !hasFiniteValue(type, finite, known)) continue;
    finite.add(name);
    queue.push(...(waiting.get(name) ?? []));
  }
  const endless = types.filter((type) => !finite.has(type.name.value));
  const core = endless.filter((type) => reaches(type.name.value, type.name.value, known, finite));
  // A type that merely holds an endless one is not the mistake.
  for (const type of core.length > 0 ? core : endless) {
    context.error(
      "circular-type",
      type.name.span,
      `The type "${type.name.value}" requires itself, so that no value of it could ever end.`,
      {
        help: "Refer to it through an optional property, an array, a map or a union with null.",
      },
    );
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

/** True where a chain of endless types leads from one name back to another. */
function reaches(
  from: string,
  to: string,
  known: ReadonlyMap<string, Type>,
  finite: ReadonlySet<string>,
): boolean {
  const seen = new Set<string>();
  const stack = [from];
  for (let name = stack.pop(); name !== undefined; name = stack.pop()) {
    const type = known.get(name);
    for (const next of type === undefined ? [] : referred(type)) {
      if (next === to) return true;
      if (finite.has(next) || seen.has(next)) continue;
      seen.add(next);
      stack.push(next);
    }
  }
  return false;
}
