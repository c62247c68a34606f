// What the type of a parameter allows, and no caller is seen to give: where the callers of a function are judged by what
// they give, that is not what it sends.
import type { Span } from "../../diagnostics/diagnostic.js";
import type { CodeScan, Emission, ShapeProperty, ValueShape } from "../emission.js";
import type { Answers, Question } from "./questions.js";

/** The functions whose callers are seen, and the calls inside of them that send what those give. */
export type SeenCallers = {
  /** By file. */
  readonly functions: ReadonlyMap<string, readonly Span[]>;
  /** By the place of the call inside: whether some caller is known to give all that it sends. */
  readonly calls: ReadonlyMap<string, { readonly isWhole: boolean }>;
};

export function seenCallers({ emissions, given = [] }: CodeScan): SeenCallers {
  const functions = new Map<string, Span[]>();
  const known = new Set<string>();
  const calls = new Map<string, { isWhole: boolean }>();
  for (const { via } of [...emissions, ...given]) {
    if (via === undefined || known.has(placeOf(via.span))) continue;
    known.add(placeOf(via.span));
    const same = functions.get(via.span.file);
    if (same === undefined) functions.set(via.span.file, [via.span]);
    else same.push(via.span);
  }
  for (const { sentBy, properties } of given) {
    if (sentBy === undefined) continue;
    const isWhole = calls.get(placeOf(sentBy))?.isWhole === true || isKnown(properties);
    calls.set(placeOf(sentBy), { isWhole });
  }
  return { functions, calls };
}

function isKnown(shape: ValueShape | undefined): boolean {
  if (shape?.kind === "union") return shape.members.every(isKnown);
  return shape === undefined || (shape.kind === "object" && shape.closed);
}

/** The answers about an emission, without what a type only allows where callers give it. */
export function asCallersGive(answers: Answers, emission: Emission, seen: SeenCallers): Answers {
  const inside = seen.calls.get(placeOf(emission.span));
  const isWrapped = inside !== undefined || emission.via !== undefined;
  // What a function made of what it is given here is given here, whatever else it may be given.
  const isGivenHere = (question: Question): boolean => {
    const fn = isWithin(question.span, emission.span) ? undefined : answers.givenTo(question);
    return fn !== undefined && !isWithin(emission.span, fn);
  };
  const isCallers = ({ span }: Question): boolean =>
    inside !== undefined ||
    (!isWithin(span, emission.span) &&
      (seen.functions.get(span.file) ?? []).some((one) => isWithin(span, one)));
  return {
    ...answers,
    shape(question) {
      const answer = answers.shape(question);
      if (answer?.kind === "union" && isGivenHere(question)) return undefined;
      if (answer === undefined || !isWrapped || !isCallers(question)) return answer;
      // Of several values that a parameter takes a caller gives one.
      if (answer.kind === "union" && answers.givenTo(question) !== undefined) return undefined;
      const given = withoutAllowed(answer);
      return inside?.isWhole === true && given.kind === "object" ? { ...given, closed: false } : given;
    },
  };
}

function placeOf({ file, start, end }: Span): string {
  return `${file}:${start}:${end}`;
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;
}

function withoutAllowed(shape: ValueShape): ValueShape {
  if (shape.kind === "union") return { ...shape, members: shape.members.map(withoutAllowed) };
  if (shape.kind !== "object") return shape;
  const properties = shape.properties.map((property): ShapeProperty => {
    if (!isAllowed(property)) {
      const value = withoutAllowed(property.value);
      return value === property.value ? property : { ...property, value };
    }
    // Of several values a caller gives one, and of what may be left out perhaps nothing.
    const { span } = property.value;
    return {
      ...property,
      value: { kind: "unknown", span },
      optional: false,
      ...(property.optional && { isUnsure: true }),
    };
  });
  return { ...shape, properties };
}

function isAllowed({ fromType, optional, value }: ShapeProperty): boolean {
  return fromType === true && (optional || value.kind === "union");
}
