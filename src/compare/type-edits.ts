// What changed between two types. Named types are compared once, however many places use them; each place is told of
// the changes that it reaches.
import type { Span } from "../diagnostics/diagnostic.js";
import type { ArrayType, Json, ObjectType, Plan, Property, Type } from "../plan/plan.js";
import { resolved } from "../plan/property-path.js";
import { renderType } from "../plan/render-type.js";
import type { Fit, PropertyEdit } from "./change.js";
import { arrayEdits, type ConstraintEdit, numberEdits, stringEdits } from "./constraint-edits.js";
import { NamedPairs } from "./named-pairs.js";
import { propertyEdits } from "./property-edits.js";
import type { Notes, PlacedEdit, Site } from "./type-notes.js";
import {
  bareNumber,
  bareString,
  kindsOf,
  lookupOf,
  namesIn,
  type Parts,
  parts,
  personalTypes,
  withoutNull,
} from "./type-parts.js";
import { isDisjoint, isSubset, type Lookup } from "./type-relation.js";

/** Lives for one comparison of two plans. */
export class TypeEdits {
  readonly before: Lookup;
  readonly after: Lookup;
  readonly #named = new NamedPairs();
  readonly #open = new Map<Type, Set<Type>>();
  readonly #personal: { readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string> };

  constructor(before: Plan, after: Plan) {
    const [was, is] = [lookupOf(before), lookupOf(after)];
    this.before = (name) => was.get(name);
    this.after = (name) => is.get(name);
    this.#personal = { before: personalTypes(before), after: personalTypes(after) };
  }

  /** Whether a property holds personal data: it says so itself, or the named type that it holds does. */
  isPersonal(property: Property, side: "before" | "after"): boolean {
    return property.pii || namesIn(property.type).some((name) => this.#personal[side].has(name));
  }

  /** Notes what changed from `a` to `b`, which stand at `path`. */
  compare(a: Type, b: Type, path: readonly string[], site: Site, notes: Notes): void {
    const add = (edit: PropertyEdit): void => {
      notes.edits.push({ path, edit, via: undefined });
    };
    const one = withoutNull(a);
    const other = withoutNull(b);
    // Null beside a named type that may be null itself says nothing, so such a pair is looked at as a whole.
    const twice =
      (one.nullable && this.#mayBeNull(one.type, this.before)) ||
      (other.nullable && this.#mayBeNull(other.type, this.after));
    if (one.type.kind === "ref" && other.type.kind === "ref" && !twice) {
      this.#nullability(one.nullable, other.nullable, site, add, a, b);
      notes.links.push({ path, pair: this.#named.pair(one.type.name, other.type.name) });
      return;
    }
    // A union leads back to itself through named types: what is inside of it is being compared already.
    const open = this.#open.get(a) ?? new Set();
    if (open.has(b)) return;
    this.#open.set(a, open.add(b));
    this.#compareParts(a, b, path, site, notes, add);
    open.delete(b);
  }

  #compareParts(
    a: Type,
    b: Type,
    path: readonly string[],
    site: Site,
    notes: Notes,
    add: (edit: PropertyEdit) => void,
  ): void {
    const left = parts(resolved(a, this.before));
    const right = parts(resolved(b, this.after));
    if (left.any || right.any) {
      if (left.any !== right.any) add(this.#typeEdit(a, b, site));
      return;
    }
    if (!this.#comparable(left, right)) {
      if (!this.#isSame(a, b)) add(this.#typeEdit(a, b, site));
      return;
    }
    this.#nullability(left.nullable, right.nullable, site, add, a, b);
    for (const value of right.literals) {
      if (!left.literals.includes(value))
        add({ aspect: "enum-value-added", before: null, after: value, ...site });
    }
    for (const value of left.literals) {
      if (!right.literals.includes(value))
        add({ aspect: "enum-value-removed", before: value, after: null, ...site });
    }
    for (const [kind, [member]] of left.others) {
      const counterpart = right.others.get(kind)?.[0];
      if (member !== undefined && counterpart !== undefined)
        this.#compareMembers(member, counterpart, path, site, notes);
    }
  }

  #mayBeNull(type: Type, lookup: Lookup): boolean {
    const { any, nullable } = parts(resolved(type, lookup));
    return any || nullable;
  }

  /** Whether two types take the same values. */
  #isSame(a: Type, b: Type): boolean {
    const before = { type: a, lookup: this.before };
    const after = { type: b, lookup: this.after };
    return (
      isSubset(before, after, "history") &&
      isSubset(after, before, "history") &&
      isSubset(before, after, "payload") &&
      isSubset(after, before, "payload")
    );
  }

  #nullability(
    was: boolean,
    is: boolean,
    site: Site,
    add: (edit: PropertyEdit) => void,
    a: Type,
    b: Type,
  ): void {
    if (was === is) return;
    add({ aspect: is ? "nullable" : "not-nullable", before: renderType(a), after: renderType(b), ...site });
  }

  /** Two types can be told apart part by part where each kind of value has one part on both sides. */
  #comparable(a: Parts, b: Parts): boolean {
    if (a.others.size !== b.others.size) return false;
    for (const [kind, members] of a.others) {
      if (members.length !== 1 || b.others.get(kind)?.length !== 1) return false;
    }
    if (a.literals.length === 0 && b.literals.length === 0)
      return a.others.size > 0 || a.nullable === b.nullable;
    const common = a.literals.filter((value) => b.literals.includes(value)).length;
    // Values beside a whole kind are nothing of their own to add or remove.
    if (a.others.size > 0) return common === a.literals.length && common === b.literals.length;
    return common > 0;
  }

  #compareMembers(a: Type, b: Type, path: readonly string[], site: Site, notes: Notes): void {
    const constraints = (edits: readonly ConstraintEdit[]): void => {
      for (const edit of edits) notes.edits.push({ path, edit: { ...edit, ...site }, via: undefined });
    };
    const bare = (one: Type, other: Type): void => {
      notes.edits.push({ path, edit: this.#typeEdit(one, other, site), via: undefined });
    };
    if (a.kind === "string" && b.kind === "string") {
      if (a.format !== b.format) bare(bareString(a), bareString(b));
      constraints(stringEdits(a, b));
    } else if (a.kind === "number" && b.kind === "number") {
      if (a.integer !== b.integer || a.timestamp !== b.timestamp) bare(bareNumber(a), bareNumber(b));
      constraints(numberEdits(a, b));
    } else if (a.kind === "array" && b.kind === "array") {
      constraints(arrayEdits(a, b));
      this.#compareItems(a, b, path, notes);
    } else if (a.kind === "object" && b.kind === "object") this.#compareObjects(a, b, path, site, notes);
  }

  #compareItems(a: ArrayType, b: ArrayType, path: readonly string[], notes: Notes): void {
    const site = { was: a.items.span, at: b.items.span };
    this.compare(a.items, b.items, [...path, "[]"], site, notes);
  }

  #compareObjects(a: ObjectType, b: ObjectType, path: readonly string[], site: Site, notes: Notes): void {
    propertyEdits(this, a, b, path, notes);
    this.compareOpenness(
      a.open,
      b.open,
      path,
      site,
      notes,
      a.properties.length > 0 || b.properties.length > 0,
    );
  }

  /** What changed about the keys that are not declared. */
  compareOpenness(
    a: boolean | Type,
    b: boolean | Type,
    path: readonly string[],
    site: Site,
    notes: Notes,
    hasProperties: boolean,
  ): void {
    if (typeof a === "boolean" && a === b) return;
    if (a === false || b === false) {
      notes.edits.push({
        path,
        edit: {
          aspect: a === false ? "opened" : "closed",
          before: opennessText(a),
          after: opennessText(b),
          ...site,
        },
        via: undefined,
      });
      return;
    }
    const any = (span: Span): Type => ({ kind: "any", span });
    const inner: Notes = { edits: [], links: [] };
    const one = a === true ? any(site.was) : a;
    const other = b === true ? any(site.at) : b;
    this.compare(one, other, [...path, "*"], { was: one.span, at: other.span }, inner);
    notes.links.push(...inner.links);
    // TypeScript lets a free key hold what any declared property may hold, so not every call breaks.
    notes.edits.push(...(hasProperties ? inner.edits.map(softened) : inner.edits));
  }

  #typeEdit(a: Type, b: Type, site: Site): PropertyEdit {
    const fit = this.fit(a, b);
    const before = { type: a, lookup: this.before };
    const after = { type: b, lookup: this.after };
    const widened = isSubset(before, after, "history") && isSubset(before, after, "payload");
    const narrowed = isSubset(after, before, "history") && isSubset(after, before, "payload");
    // A timestamp is an integer to JSON, and not to a date condition: neither wider nor narrower is the whole truth.
    const aspect =
      widened && !narrowed ? "type-widened" : narrowed && !widened ? "type-narrowed" : "type-changed";
    return { aspect, fit, before: renderType(a), after: renderType(b), ...site };
  }

  /** What each promise says of a type that takes the place of another. */
  fit(a: Type, b: Type): Fit {
    const before = { type: a, lookup: this.before };
    const after = { type: b, lookup: this.after };
    const apart = isDisjoint(before, after);
    return {
      code: isSubset(before, after, "code") ? "safe" : "breaking",
      payload: isSubset(after, before, "payload") ? "safe" : apart ? "breaking" : "dangerous",
      history: isSubset(before, after, "history")
        ? "safe"
        : apart || this.#losesKind(a, b)
          ? "breaking"
          : "dangerous",
    };
  }

  /** True where values of some JSON kind were allowed, and none of it are any more. */
  #losesKind(a: Type, b: Type): boolean {
    const after = kindsOf(resolved(b, this.after));
    if (after.has("any")) return false;
    return [...kindsOf(resolved(a, this.before))].some((kind) => kind !== "any" && !after.has(kind));
  }

  /** Compares the named types that were met; to be called when all else is compared. */
  finish(): void {
    this.#named.finish((pair) => {
      const a = this.before(pair.from);
      const b = this.after(pair.to);
      if (a !== undefined && b !== undefined) this.compare(a, b, [], { was: a.span, at: b.span }, pair);
    });
  }

  /** Everything that changed at a place, in named types too. */
  expand(notes: Notes): readonly PlacedEdit[] {
    return this.#named.expand(notes);
  }
}

function opennessText(open: boolean | Type): Json {
  return typeof open === "boolean" ? open : renderType(open);
}

function softened({ path, edit, via }: PlacedEdit): PlacedEdit {
  if (!("fit" in edit) || edit.fit.code !== "breaking") return { path, edit, via };
  return { path, via, edit: { ...edit, fit: { ...edit.fit, code: "dangerous" } } };
}
