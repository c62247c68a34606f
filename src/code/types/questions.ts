// Finds what syntax left open in an emission, and puts the checker's answers in its place.
import type { Span } from "../../diagnostics/diagnostic.js";
import type { Emission, EmittedName, ObjectShape, ValueShape } from "../emission.js";
import { oneOf } from "../shapes.js";

/** Who answers; undefined where nothing more is known. */
export type Answers = {
  shape(span: Span): ValueShape | undefined;
  name(name: EmittedName): EmittedName | undefined;
};

/** The emission with every open part asked about. It is the same object where nothing was answered. */
export function refineEmission(emission: Emission, answers: Answers): Emission {
  const { name, properties, timestamp, identities } = emission;
  const named = name === undefined || name.complete ? name : (answers.name(name) ?? name);
  const payload = properties && refineShape(properties, answers);
  const at = timestamp && refineShape(timestamp, answers);
  const people = sameOrNew(identities, (identity) => {
    const value = refineShape(identity.value, answers);
    return value === identity.value ? identity : { ...identity, value };
  });
  const same = named === name && payload === properties && at === timestamp && people === identities;
  return same
    ? emission
    : { ...emission, name: named, properties: payload, timestamp: at, identities: people };
}

function refineShape(shape: ValueShape, answers: Answers): ValueShape {
  switch (shape.kind) {
    case "unknown":
      return answers.shape(shape.span) ?? shape;
    case "object":
      return refineObject(shape, answers);
    case "array": {
      const items = sameOrNew(shape.items, (item) => refineShape(item, answers));
      const known = items === shape.items ? shape : { ...shape, items };
      if (shape.complete) return known;
      const answer = answers.shape(shape.span);
      if (answer?.kind !== "array" || !answer.complete) return known;
      const all = oneOf([...items, ...answer.items], shape.span);
      return all.kind === "unknown" ? known : { ...known, items: [all], complete: true };
    }
    case "union": {
      const members = sameOrNew(shape.members, (member) => refineShape(member, answers));
      return members === shape.members ? shape : oneOf(members, shape.span);
    }
    default:
      return shape;
  }
}

function refineObject(shape: ObjectShape, answers: Answers): ValueShape {
  const properties = sameOrNew(shape.properties, (property) => {
    const value = refineShape(property.value, answers);
    return value === property.value ? property : { ...property, value };
  });
  const known = properties === shape.properties ? shape : { ...shape, properties };
  if (shape.closed) return known;
  const answer = answers.shape(shape.span);
  if (answer?.kind !== "object") return known;
  const written = new Set(properties.map(({ name }) => name));
  const more = answer.properties.filter(({ name }) => !written.has(name));
  if (more.length === 0 && !answer.closed) return known;
  const byName = new Map(answer.properties.map((property) => [property.name, property]));
  // What a spread brings may stand over a key that is written before it: then the type says what is left.
  const kept = properties.map((property) => {
    const typed = byName.get(property.name)?.value;
    const parted = typed !== undefined && typed.kind !== "unknown" && typed.kind !== property.value.kind;
    return parted && property.value.kind !== "union" ? { ...property, value: typed } : property;
  });
  return { ...known, properties: [...kept, ...more], closed: answer.closed };
}

function sameOrNew<T>(list: readonly T[], change: (one: T) => T): readonly T[] {
  const changed = list.map(change);
  return changed.some((one, index) => one !== list[index]) ? changed : list;
}
