// Finds what syntax left open in an emission, and puts the checker's answers in its place.
import type { Span } from "../../diagnostics/diagnostic.js";
import type { Emission, EmittedIdentity, EmittedName, ObjectShape, ValueShape } from "../emission.js";
import { membersOf, oneOf } from "../emissions/shapes.js";

/**
 * What to look up. A shape's own place may be where a value was made, far from where it is sent: questions name the
 * place of the very expression that is sent.
 * - `expression`: the expression at the place.
 * - `key`: the value of the property whose key is at the place.
 * - `literal`: the object that is written out at the place; nothing else that may stand there.
 */
export type Question = { readonly span: Span; readonly as: "expression" | "key" | "literal" };

/** Who answers; undefined where nothing more is known. */
export type Answers = {
  shape(question: Question): ValueShape | undefined;
  /** The function that was given what stands there as it is; undefined where it is something else. */
  givenTo(question: Question): Span | undefined;
  name(name: EmittedName): EmittedName | undefined;
};

/** The emission with every open part asked about. It is the same object where nothing was answered. */
export function refineEmission(emission: Emission, answers: Answers): Emission {
  const { name, properties, payloadAt, timestamp, timestampAt, identities } = emission;
  const named = name === undefined || name.complete ? name : (answers.name(name) ?? name);
  const payload = properties && refineShape(properties, expressionAt(payloadAt?.()), answers);
  const at = timestamp && refineShape(timestamp, expressionAt(timestampAt?.()), answers);
  const people = sameOrNew(identities, (identity) => {
    // Elsewhere than at the call stands what the value was made of.
    const given = isWithin(identity.span, emission.span) ? identity.span : undefined;
    const asked = refineShape(identity.value, expressionAt(given), answers);
    const value = underKey(asked, identity);
    return value === identity.value ? identity : { ...identity, value };
  });
  const same = named === name && payload === properties && at === timestamp && people === identities;
  return same
    ? emission
    : { ...emission, name: named, properties: payload, timestamp: at, identities: people };
}

/** What is taken from what stands at the call: `user` there, of which a wrapper sends `user.email`. */
function underKey(asked: ValueShape, { key, value }: EmittedIdentity): ValueShape {
  if (asked === value || key === undefined || asked.kind !== "object") return asked;
  const found = asked.properties.find(({ name }) => name === key)?.value;
  return found === undefined || found.kind === "unknown" ? value : found;
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;
}

function expressionAt(span: Span | undefined): Question | undefined {
  return span === undefined ? undefined : { span, as: "expression" };
}

/** `question` is undefined where nothing tells which expression gives the value. */
function refineShape(shape: ValueShape, question: Question | undefined, answers: Answers): ValueShape {
  const ask = (): ValueShape | undefined => question && answers.shape(question);
  switch (shape.kind) {
    case "unknown":
      return withAnswer(shape, ask());
    case "object":
      return refineObject(shape, answers);
    case "array": {
      // Objects among the items are asked about by their own keys.
      const items = sameOrNew(shape.items, (item) => refineShape(item, undefined, answers));
      const known = items === shape.items ? shape : { ...shape, items };
      if (shape.complete && items.every(({ kind }) => kind !== "unknown")) return known;
      const answer = ask();
      if (answer?.kind !== "array" || !answer.complete || answer.items.length === 0) return known;
      const kept = items.filter(({ kind }) => kind !== "unknown");
      return { ...known, items: [oneOf([...kept, ...answer.items], shape.span)], complete: true };
    }
    case "union": {
      const members = sameOrNew(shape.members, (member) => refineShape(member, undefined, answers));
      return members === shape.members ? shape : oneOf(members, shape.span);
    }
    default:
      return shape;
  }
}

/** What syntax knows that a value is at times stays, with the kinds of values beside it that its type knows of. */
function withAnswer(
  shape: Extract<ValueShape, { kind: "unknown" }>,
  answer: ValueShape | undefined,
): ValueShape {
  const certain = (shape.also ?? []).flatMap(membersOf).filter(({ kind }) => isValue(kind));
  if (answer === undefined || answer.kind === "unknown" || certain.length === 0) return answer ?? shape;
  const kinds = new Set(certain.map(({ kind }) => kind));
  const more = membersOf(answer).filter(({ kind }) => !kinds.has(kind));
  return more.length === 0 ? shape : { kind: "union", members: [...certain, ...more], span: shape.span };
}

/** Where nothing is given, the type says so. */
function isValue(kind: ValueShape["kind"]): boolean {
  return kind !== "unknown" && kind !== "undefined";
}

function refineObject(shape: ObjectShape, answers: Answers): ValueShape {
  const properties = sameOrNew(shape.properties, (property) => {
    const question = property.fromType === true ? undefined : ({ span: property.span, as: "key" } as const);
    const value = refineShape(property.value, question, answers);
    return value === property.value ? property : { ...property, value };
  });
  const known = properties === shape.properties ? shape : { ...shape, properties };
  if (shape.closed) return known;
  const answer = answers.shape({ span: shape.span, as: "literal" });
  if (answer?.kind !== "object") return known;
  const written = new Set([...properties.map(({ name }) => name), ...(shape.apart ?? [])]);
  const more = answer.properties.flatMap((property) =>
    written.has(property.name) ? [] : { ...property, fromType: true as const },
  );
  const closed = answer.closed && shape.grows !== true;
  if (more.length === 0 && !closed) return known;
  const byName = new Map(answer.properties.map((property) => [property.name, property]));
  // What a spread brings may stand over a key that is written before it: then the type says what is left.
  const kept = properties.map((property) => {
    const { value: typed, fromType } = byName.get(property.name) ?? {};
    // A key that is sent as it stands is what syntax knows of it, whatever wider type it was declared or cast to.
    const parted =
      typed !== undefined &&
      fromType === true &&
      typed.kind !== "unknown" &&
      typed.kind !== property.value.kind;
    return parted && property.value.kind !== "union" ? { ...property, value: typed } : property;
  });
  return { ...known, properties: [...kept, ...more], closed };
}

function sameOrNew<T>(list: readonly T[], change: (one: T) => T): readonly T[] {
  const changed = list.map(change);
  return changed.some((one, index) => one !== list[index]) ? changed : list;
}
