// Holds what is known of a payload in the code to the properties that the plan declares. What is not known is right.
import type { ObjectShape, ShapeProperty, ValueShape } from "../code/emission.js";
import type { Span } from "../diagnostics/diagnostic.js";
import { mismatches } from "../plan/conforms.js";
import type { ObjectType, Property, Type } from "../plan/plan.js";
import { resolved } from "../plan/property-path.js";
import { longerName, shortName } from "./near-keys.js";
import { NearNames } from "./near-names.js";
import { mergedMismatches, mismatchText } from "./several-values.js";
import { expectedText, shapeText } from "./shape-text.js";
import { mismatchHelp, valueFits } from "./shape-values.js";
import type { Difference } from "./similar-names.js";

/** A place where a payload is not what the plan says; `path` leads to the property. */
export type ShapeIssue = { readonly path: readonly string[]; readonly span: Span } & (
  | {
      readonly kind: "missing";
      readonly property: Property;
      /** `maybe` where the code may leave it out, or gives it no value. */
      readonly certainty: "absent" | "maybe" | "undefined";
    }
  | {
      readonly kind: "unknown";
      readonly written: ShapeProperty;
      /** The tombstone under that name, or the property that other sources send. */
      readonly retired?: Property;
      readonly elsewhere?: Property;
      /** What could be sent instead. */
      readonly among: readonly string[];
    }
  | {
      readonly kind: "misspelled";
      readonly written: ShapeProperty;
      readonly meant: Property;
      readonly difference: Difference;
      readonly certain: boolean;
    }
  | {
      readonly kind: "mismatch";
      /** `must be Unix seconds, not milliseconds`: what is wanted, and what is there. */
      readonly message: string;
      readonly wanted: string;
      readonly given: readonly string[];
      readonly help?: string;
      readonly property: Property | undefined;
      /** True where the type of a parameter allows it beside what is right. */
      readonly isAllowed?: true;
    }
);

export type MisspelledKey = Extract<ShapeIssue, { kind: "misspelled" }>;

type Lookup = (name: string) => Type | undefined;

export type ShapeRules = {
  readonly lookup: Lookup;
  /** The plan's sources that the code belongs to; empty where it is not known. */
  readonly sources: readonly string[];
  /** False for a set of which any part may be sent, such as attributes. */
  readonly complete: boolean;
  /** What is put in by itself, and never meant by another name. */
  readonly added?: readonly string[];
};

type Holder = Pick<ObjectType, "properties" | "open">;
type Path = readonly string[];

/** Every issue of a payload; none for one that is no object. */
export function payloadIssues(shape: ValueShape, holder: Holder, rules: ShapeRules): readonly ShapeIssue[] {
  const found: ShapeIssue[] = [];
  if (shape.kind === "object") compareObject(shape, holder, rules, [], found);
  // Of several payloads each is sent at some time, if not for this caller.
  else if (shape.kind === "union") {
    const each = shape.members.map((member) =>
      member.kind === "object" ? payloadIssues(member, holder, rules) : [],
    );
    found.push(...(shape.isAsked === true ? common(each) : each.flat()));
  }
  return found;
}

/** What is wrong with all of several payloads. */
function common(each: readonly (readonly ShapeIssue[])[]): readonly ShapeIssue[] {
  const keyOf = ({ kind, path }: ShapeIssue): string => JSON.stringify([kind, path]);
  const [first, ...others] = each.map((issues) => new Map(issues.map((issue) => [keyOf(issue), issue])));
  return [...(first ?? [])].flatMap(([key, issue]) => (others.every((one) => one.has(key)) ? [issue] : []));
}

function compareObject(
  shape: ObjectShape,
  holder: Holder,
  rules: ShapeRules,
  path: Path,
  found: ShapeIssue[],
): void {
  const declared = new Map(holder.properties.map((property) => [property.name.value, property]));
  const written = new Map(shape.properties.map((property) => [property.name, property]));
  const spelledWrong = new Set<string>();
  for (const property of written.values()) {
    const at = [...path, property.name];
    const known = declared.get(property.name);
    if (known !== undefined && known.status !== "retired" && isSentFrom(known, rules)) {
      compareValue(property.value, known.type, rules, at, known, found);
      continue;
    }
    // Nothing is sent under a key without a value.
    if (property.value.kind === "undefined" || isFunction(property.value)) continue;
    if (known === undefined && holder.open !== false) {
      if (holder.open !== true) compareValue(property.value, holder.open, rules, at, undefined, found);
      continue;
    }
    const issue = unknownIssue(property, known, holder, written, rules, at);
    // It may be for what else the function sends.
    if (property.isUnsure === true) continue;
    if (issue.kind === "misspelled") spelledWrong.add(issue.meant.name.value);
    found.push(issue);
  }
  if (!rules.complete && path.length === 0) return;
  for (const [name, property] of declared) {
    if (!isRequired(property, rules) || spelledWrong.has(name)) continue;
    const certainty = absence(written.get(name), shape.closed);
    if (certainty === undefined) continue;
    const span = written.get(name)?.span ?? shape.span;
    found.push({ kind: "missing", path: [...path, name], span, property, certainty });
  }
}

function isFunction(shape: ValueShape): boolean {
  return shape.kind === "other" && shape.what === "function";
}

/** False for a property that other sources send alone. */
function isSentFrom({ sources }: Property, { sources: own }: ShapeRules): boolean {
  return sources.length === 0 || own.length === 0 || sources.some(({ value }) => own.includes(value));
}

function isRequired({ required, status, sources }: Property, { sources: own }: ShapeRules): boolean {
  if (!required || status === "retired" || status === "deprecated" || status === "planned") return false;
  if (sources.length === 0) return true;
  return own.length > 0 && own.every((source) => sources.some(({ value }) => value === source));
}

function absence(
  written: ShapeProperty | undefined,
  closed: boolean,
): "absent" | "maybe" | "undefined" | undefined {
  if (written === undefined) return closed ? "absent" : undefined;
  const { value } = written;
  if (value.kind === "undefined") return "undefined";
  // What is not seen may bring it.
  if (written.optional) return closed ? "maybe" : undefined;
  return value.kind === "union" && value.members.some(({ kind }) => kind === "undefined")
    ? "maybe"
    : undefined;
}

function unknownIssue(
  property: ShapeProperty,
  known: Property | undefined,
  holder: Holder,
  written: ReadonlyMap<string, ShapeProperty>,
  rules: ShapeRules,
  path: Path,
): Extract<ShapeIssue, { kind: "unknown" | "misspelled" }> {
  const isAdded = ({ name }: Property): boolean =>
    path.length === 1 && rules.added?.includes(name.value) === true;
  const live = holder.properties.filter(
    (one) =>
      one.status !== "retired" && isSentFrom(one, rules) && !written.has(one.name.value) && !isAdded(one),
  );
  const common = { path, span: property.span, written: property };
  if (known !== undefined) {
    return known.status === "retired"
      ? { ...common, kind: "unknown", retired: known, among: [] }
      : { ...common, kind: "unknown", elsewhere: known, among: [] };
  }
  // Of several values each may be wrong for itself, under the right key too: there it is the kind that counts.
  const values = property.value.kind === "union" ? property.value.members : [property.value];
  const fits = (one: Property): boolean =>
    values.some((value) => {
      if (values.length > 1 && isLiteral(value)) return anyOfKindFits(value, one.type, rules);
      const issues: ShapeIssue[] = [];
      compareValue(value, one.type, rules, [], one, issues);
      return issues.length === 0 && (value.kind !== "undefined" || values.length === 1);
    });
  const likely =
    new NearNames(live, { anyOrder: true, abbreviations: true }).find(property.name, fits) ??
    shortName(
      property.name,
      live.filter((one) => isRequired(one, rules) && fits(one)),
    );
  const near = likely?.difference === "typo" ? longerName(property.name, live, likely) : likely;
  if (near !== undefined)
    return {
      ...common,
      kind: "misspelled",
      meant: near.like,
      difference: near.difference,
      certain: near.certain,
    };
  return { ...common, kind: "unknown", among: live.map(({ name }) => name.value) };
}

function compareValue(
  shape: ValueShape,
  type: Type,
  rules: ShapeRules,
  path: Path,
  property: Property | undefined,
  found: ShapeIssue[],
): void {
  if (shape.kind === "unknown")
    for (const one of shape.also ?? []) compareValue(one, type, rules, path, property, found);
  if (shape.kind === "unknown" || shape.kind === "undefined") return;
  if (shape.kind === "union") {
    const first = found.length;
    let isRightAtTimes = false;
    // Where no value of a kind is right, a literal of that kind is no second mistake.
    const wrong = new Set<ValueShape["kind"]>();
    for (const member of shape.members.toSorted((a, b) => Number(isLiteral(a)) - Number(isLiteral(b)))) {
      const before = found.length;
      if (!wrong.has(member.kind)) compareValue(member, type, rules, path, property, found);
      isRightAtTimes ||= found.length === before && member.kind !== "undefined";
      if (found.length === before || member.kind === "object") continue;
      if (!isLiteral(member) || !anyOfKindFits(member, type, rules)) wrong.add(member.kind);
    }
    const issues = mergedMismatches(found.splice(first));
    // What a caller gives is wrong, whatever it is.
    found.push(...(isRightAtTimes ? issues : issues.map(certainly)));
    return;
  }
  const members = resolved(type, rules.lookup);
  const isAny = members.length === 0 || members.some(({ kind }) => kind === "any");
  if (isAny && !(shape.kind === "other" && shape.what !== "date")) return;
  const attempts = members.map((member) => {
    const attempt: ShapeIssue[] = [];
    compareMember(shape, member, rules, path, property, attempt);
    return attempt;
  });
  if (attempts.some((attempt) => attempt.length === 0)) return;
  // The member that fails only deeper inside is the one that was meant; of several, the one that fails least.
  const [meant] = attempts
    .filter((attempt) => attempt.every((issue) => issue.path.length > path.length))
    .toSorted((a, b) => a.length - b.length);
  const only = attempts.length === 1 ? attempts[0] : meant;
  if (only !== undefined) found.push(...only);
  else found.push(mismatch(shape, `must be ${expectedText(type, rules.lookup)}`, members, path, property));
}

function certainly(issue: ShapeIssue): ShapeIssue {
  if (issue.kind !== "mismatch") return issue;
  const { isAllowed: _isAllowed, ...rest } = issue;
  return rest;
}

/** Whether some value of a literal's kind is right. */
function anyOfKindFits({ kind, span }: ValueShape, type: Type, rules: ShapeRules): boolean {
  if (kind !== "string" && kind !== "number" && kind !== "boolean") return true;
  const issues: ShapeIssue[] = [];
  compareValue({ kind, span }, type, rules, [], undefined, issues);
  return issues.length === 0;
}

function isLiteral(shape: ValueShape): boolean {
  return "value" in shape && shape.value !== undefined;
}

function compareMember(
  shape: ValueShape,
  type: Type,
  rules: ShapeRules,
  path: Path,
  property: Property | undefined,
  found: ShapeIssue[],
): void {
  const wrong = (message = `must be ${expectedText(type, rules.lookup)}`): void => {
    found.push(mismatch(shape, message, [type], path, property));
  };
  if (shape.kind === "object" && type.kind === "object") {
    compareObject(shape, type, { ...rules, complete: true }, path, found);
  } else if (shape.kind === "array" && type.kind === "array") {
    if (shape.complete && shape.items.length === 0 && (type.minItems ?? 0) > 0)
      wrong(`must have at least ${type.minItems} item${type.minItems === 1 ? "" : "s"}`);
    for (const item of shape.items) compareValue(item, type.items, rules, path, property, found);
  } else if ("value" in shape && shape.value !== undefined && isSpelledOut(shape)) {
    const [first] = mismatches(shape.value, type, rules.lookup);
    if (first !== undefined) wrong(first.message.replace(/^must be a mapping$/, "must be an object"));
  } else if (!valueFits(shape, type)) wrong();
}

/** True for a value that is written as it is sent. */
function isSpelledOut(shape: ValueShape): boolean {
  return !("meaning" in shape) || shape.meaning === undefined;
}

function mismatch(
  shape: ValueShape,
  message: string,
  types: readonly Type[],
  path: Path,
  property: Property | undefined,
): ShapeIssue {
  const help = mismatchHelp(shape, types);
  const given = [shape.kind === "array" && shape.items.length === 0 ? "an empty list" : shapeText(shape)];
  return {
    kind: "mismatch",
    path,
    span: shape.span,
    message: mismatchText(message, given),
    wanted: message,
    given,
    ...(help !== undefined && { help }),
    property,
    ...(shape.isAllowed === true && { isAllowed: true }),
  };
}
