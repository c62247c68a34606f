// What changed between two sets of properties: those of an event, of people, or of an object inside of them.
import type { Located } from "../diagnostics/diagnostic.js";
import type { Json, Property, Status, Type } from "../plan/plan.js";
import { renderType } from "../plan/render-type.js";
import type { FreeKeys, PropertyEdit } from "./change.js";
import { pairRenames } from "./renames.js";
import { typeShape } from "./shape-text.js";
import type { TypeEdits } from "./type-edits.js";
import type { Notes } from "./type-notes.js";
import { isSubset } from "./type-relation.js";

/** What holds properties. */
export type PropertySet = { readonly properties: readonly Property[]; readonly open: boolean | Type };

/** Notes what changed from the properties of `a` to those of `b`, which stand at `path`. Gives the renames. */
export function propertyEdits(
  types: TypeEdits,
  a: PropertySet,
  b: PropertySet,
  path: readonly string[],
  notes: Notes,
): ReadonlyMap<string, string> {
  const before = byName(a.properties);
  const after = byName(b.properties);
  const renamed = renames(before, after);
  const taken = new Set([...renamed.values()].map((property) => property.name.value));
  const put = (name: string, edit: PropertyEdit): void => {
    notes.edits.push({ path: [...path, name], edit, via: undefined });
  };
  for (const property of a.properties) {
    const name = property.name.value;
    const to = renamed.get(property);
    if (to !== undefined) {
      put(to.name.value, {
        aspect: "renamed",
        required: property.required,
        free: freeAfter(types, property, b.open),
        before: name,
        after: to.name.value,
        was: property.name.span,
        at: to.name.span,
      });
      compareOne(types, property, to, [...path, to.name.value], notes);
      continue;
    }
    const same = after.get(name);
    if (same === undefined) put(name, gone(types, property, b.open));
    else if (taken.has(name)) continue;
    else if (isRetired(property) !== isRetired(same))
      put(
        name,
        isRetired(same)
          ? { ...gone(types, property, b.open, same), aspect: "retired" }
          : { ...come(types, same, a.open, property), aspect: "revived" },
      );
    else if (!isRetired(property)) compareOne(types, property, same, [...path, name], notes);
  }
  for (const property of b.properties) {
    const name = property.name.value;
    if (!before.has(name) && !taken.has(name)) put(name, come(types, property, a.open));
  }
  return new Map([...renamed].map(([from, to]) => [from.name.value, to.name.value]));
}

/** What went (or was retired: its tombstone may stay) and what came in its place. */
function renames(
  before: ReadonlyMap<string, Property>,
  after: ReadonlyMap<string, Property>,
): ReadonlyMap<Property, Property> {
  const gone = [...before.values()].filter((property) => {
    const now = after.get(property.name.value);
    return !isRetired(property) && (now === undefined || isRetired(now));
  });
  const come = [...after.values()].filter((property) => {
    const then = before.get(property.name.value);
    return !isRetired(property) && then === undefined;
  });
  const candidate = (property: Property) => ({
    item: property,
    name: property.name.value,
    shape: () => typeShape(property.type),
  });
  const replacements = (property: Property): readonly string[] =>
    [property, after.get(property.name.value)].flatMap((one) => one?.deprecated?.replacedBy?.value ?? []);
  return pairRenames(gone.map(candidate), come.map(candidate), () => true, replacements);
}

function gone(
  types: TypeEdits,
  property: Property,
  open: boolean | Type,
  now?: Property,
): PropertyEdit & { readonly required: boolean; readonly free: FreeKeys } {
  const facts = { before: describe(property), after: null, was: property.name.span, at: now?.name.span };
  const { required } = property;
  const free = freeAfter(types, property, open);
  if (isRetired(property) && now === undefined)
    return { aspect: "tombstone-removed", ...facts, required, free };
  return { aspect: "removed", ...facts, required, free };
}

function come(
  types: TypeEdits,
  property: Property,
  open: boolean | Type,
  then?: Property,
): PropertyEdit & { readonly required: boolean; readonly free: FreeKeys } {
  const facts = { before: null, after: describe(property), was: then?.name.span, at: property.name.span };
  const { required } = property;
  const free = freeBefore(types, property, open);
  if (isRetired(property)) return { aspect: "tombstone-added", ...facts, required, free };
  return { aspect: "added", ...facts, required, free };
}

/** What the key may hold now that the property is gone, against what it held. */
function freeAfter(types: TypeEdits, { type }: Property, open: boolean | Type): FreeKeys {
  if (typeof open === "boolean") return open ? "fits" : "closed";
  const was = { type, lookup: types.before };
  return isSubset(was, { type: open, lookup: types.after }, "history") ? "fits" : "clashes";
}

/** What the key may have held before the property came, against what it holds. */
function freeBefore(types: TypeEdits, { type }: Property, open: boolean | Type): FreeKeys {
  if (open === false) return "closed";
  const was: Type = open === true ? { kind: "any", span: type.span } : open;
  const is = { type, lookup: types.after };
  if (isSubset({ type: was, lookup: types.before }, is, "history")) return "fits";
  return open === true ? "open" : "clashes";
}

/** Notes what changed about one property. */
function compareOne(types: TypeEdits, a: Property, b: Property, path: readonly string[], notes: Notes): void {
  const facts = { was: a.name.span, at: b.name.span };
  const add = (edit: PropertyEdit): void => {
    notes.edits.push({ path, edit, via: undefined });
  };
  if (a.required !== b.required)
    add({
      aspect: b.required ? "required" : "optional",
      before: a.required ? "required" : "optional",
      after: b.required ? "required" : "optional",
      ...facts,
    });
  types.compare(a.type, b.type, path, facts, notes);
  const pii = [types.isPersonal(a, "before"), types.isPersonal(b, "after")];
  if (pii[0] !== pii[1])
    add({
      aspect: pii[1] === true ? "pii-added" : "pii-removed",
      before: pii[0] === true,
      after: pii[1] === true,
      ...facts,
    });
  const units = [unitText(a), unitText(b)] as const;
  if (units[0] !== units[1]) add({ aspect: "unit-changed", before: units[0], after: units[1], ...facts });
  for (const step of lifecycle(a.status, b.status))
    add({ aspect: step, before: a.status, after: b.status, ...facts });
  const sources = compareSources(a.sources, b.sources);
  if (sources !== undefined)
    add({ aspect: sources, before: listOf(a.sources), after: listOf(b.sources), ...facts });
  const was = documentation(a);
  const is = documentation(b);
  const isTold = saysDeprecated(a.status, b.status);
  const fields = Object.keys(was).filter((key) => was[key] !== is[key] && !(isTold && key === "deprecated"));
  if (fields.length > 0)
    add({
      aspect: "documentation-changed",
      before: pick(was, fields),
      after: pick(is, fields),
      ...facts,
    });
}

/** Whether its deprecation comes or goes: what is said of it comes and goes with it, and need not be told as well. */
export function saysDeprecated(from: Status, to: Status): boolean {
  return (from === "deprecated") !== (to === "deprecated");
}

/** A step in the life of something that is sent. */
export type Step = "deprecated" | "undeprecated" | "activated" | "postponed";

/** The steps from one status to another, where neither is retired: what is deprecated was active before. */
export function lifecycle(from: Status, to: Status): readonly Step[] {
  const isDue = (status: Status): boolean => status !== "planned";
  const isOut = (status: Status): boolean => status === "deprecated";
  return [
    ...(isDue(from) === isDue(to) ? [] : [isDue(to) ? ("activated" as const) : ("postponed" as const)]),
    ...(isOut(from) === isOut(to) ? [] : [isOut(to) ? ("deprecated" as const) : ("undeprecated" as const)]),
  ];
}

function compareSources(
  a: readonly Located<string>[],
  b: readonly Located<string>[],
): "sources-widened" | "sources-narrowed" | "sources-changed" | undefined {
  const before = new Set(a.map(({ value }) => value));
  const after = new Set(b.map(({ value }) => value));
  // None named: all of them.
  const wider = after.size === 0 || (before.size > 0 && [...before].every((name) => after.has(name)));
  const narrower = before.size === 0 || (after.size > 0 && [...after].every((name) => before.has(name)));
  if (wider && narrower) return undefined;
  return wider ? "sources-widened" : narrower ? "sources-narrowed" : "sources-changed";
}

type Texts = { readonly [field: string]: string | null };

function documentation(property: Property): Texts {
  const { deprecated } = property;
  return {
    description: property.description?.value ?? null,
    owner: property.owner?.value ?? null,
    person: property.person ? "true" : null,
    default: property.default === undefined ? null : JSON.stringify(property.default.value),
    examples:
      property.examples.length === 0 ? null : JSON.stringify(property.examples.map(({ value }) => value)),
    values: valueTexts(property.type),
    deprecated: deprecationText(deprecated),
  };
}

/** What is said about the values of an enumeration; null where nothing is. */
export function valueTexts(type: Type): string | null {
  const all = (of: Type): readonly (readonly [Json, string])[] => {
    if (of.kind === "enum")
      return of.values.flatMap(({ value, description }) =>
        description === undefined ? [] : [[value, description.value] as const],
      );
    if (of.kind === "array") return all(of.items);
    return of.kind === "union" ? of.members.flatMap(all) : [];
  };
  const texts = all(type);
  return texts.length === 0 ? null : JSON.stringify(texts);
}

/** What a deprecation says, for comparing. */
export function deprecationText(deprecated: Property["deprecated"]): string | null {
  if (deprecated === undefined) return null;
  const { since, replacedBy, removeAfter, reason } = deprecated;
  return JSON.stringify({
    since: since?.value,
    replaced_by: replacedBy?.value,
    remove_after: removeAfter?.value,
    reason: reason?.value,
  });
}

/** Those fields alone. */
export function pick(texts: Texts, fields: readonly string[]): Json {
  return Object.fromEntries(fields.map((field) => [field, texts[field] ?? null]));
}

/** A property as one writes it: `required string`. */
function describe(property: Property): string {
  return `${property.required ? "" : "optional "}${renderType(property.type)}`;
}

/** What a unit says, for comparing. */
export function unitText({ unit }: Pick<Property, "unit">): string | null {
  if (unit === undefined) return null;
  return "text" in unit.value ? unit.value.text : `minor units of ${unit.value.minor}`;
}

function listOf(sources: readonly Located<string>[]): Json {
  return sources.map(({ value }) => value);
}

function isRetired({ status }: Property): boolean {
  return status === "retired";
}

function byName(properties: readonly Property[]): ReadonlyMap<string, Property> {
  return new Map(properties.map((property) => [property.name.value, property]));
}
