// Which names of a plan people take for one another: what counts as a use, and what is meant to be alike.
import type { PlanEvent, Type } from "../plan/plan.js";
import { resolved } from "../plan/property-path.js";
import { FamiliarWords } from "./familiar-words.js";
import { follows } from "./names.js";
import type { DeclaredProperty, PlanIndex } from "./plan-index.js";
import { type NameUse, type SimilarName, similarNames } from "./similar-names.js";

/** Events that are a rival of another one; names with a space at an end are told as that. */
export function similarEvents(index: PlanIndex): ReadonlyMap<string, SimilarName> {
  const rules = { anyOrder: true, abbreviations: false };
  const names = index.lastingEvents
    .filter(({ name }) => name.value === name.value.trim())
    .map((event) => ({
      value: event.name.value,
      span: event.name.span,
      conventional: follows(event.name.value, index.plan.naming.events),
      uses: listeners(index, event) + (event.sources.length > 0 ? 1 : 0),
      event,
    }));
  const found = similarNames(names, rules);
  if (found.size === 0) return found;
  // Which of two is the mistake takes a closer look, for those alone that are part of a pair.
  const familiar = new FamiliarWords(index.plan);
  const rivals = new Set([...found].flatMap(([name, { like }]) => [name, like.value]));
  return similarNames(
    names.map((name) =>
      rivals.has(name.value) ? { ...name, evidence: evidence(index, name.event, familiar) } : name,
    ),
    rules,
  );
}

/**
 * What speaks for the name of an event beside its casing: that it is sent, that somebody listens to it, and, as much
 * as both, that its words stand elsewhere too, since a typo does not.
 */
function evidence(index: PlanIndex, event: PlanEvent, familiar: FamiliarWords): number {
  const isKnown = familiar.of(event.name.value) > 0;
  return (event.status === "active" ? 1 : 0) + (listeners(index, event) > 0 ? 1 : 0) + (isKnown ? 2 : 0);
}

/** How many places name an event beside its own. */
function listeners(index: PlanIndex, { name }: PlanEvent): number {
  return index.eventListeners.get(name.value) ?? 0;
}

export function similarProperties(index: PlanIndex): ReadonlyMap<string, SimilarName> {
  const isCompared = ({ owner, within }: DeclaredProperty): boolean =>
    within.length === 0 && (owner.kind === "event" || owner.kind === "group");
  const kinds = new Kinds(index, isCompared);
  const travelTogether = (a: string, b: string): boolean => {
    const others = new Set(index.eventsByProperty.get(b));
    return (index.eventsByProperty.get(a) ?? []).some((event) => others.has(event));
  };
  return similarNames(uses(index, isCompared, index.plan.naming.properties), {
    anyOrder: false,
    abbreviations: true,
    // Who writes both into one payload means two things, unless nothing but the writing parts them.
    mayBeMistaken: (a, b, difference) =>
      difference === "writing" ||
      (!travelTogether(a, b) && (difference !== "plural" || kinds.of(a) === kinds.of(b))),
  });
}

export function similarAttributes(index: PlanIndex): ReadonlyMap<string, SimilarName> {
  const isCompared = ({ owner, within }: DeclaredProperty): boolean =>
    within.length === 0 && owner.kind === "person";
  const kinds = new Kinds(index, isCompared);
  return similarNames(uses(index, isCompared, index.plan.naming.attributes), {
    anyOrder: false,
    abbreviations: true,
    mayBeMistaken: (a, b, difference) => difference !== "plural" || kinds.of(a) === kinds.of(b),
  });
}

/** Each name once, at its first place. Names with a space at an end are told as that. */
function uses(
  index: PlanIndex,
  isCompared: (declared: DeclaredProperty) => boolean,
  convention: Parameters<typeof follows>[1],
): readonly NameUse[] {
  const found: NameUse[] = [];
  for (const [name, places] of index.lastingByName) {
    const first = places.find(isCompared);
    if (first === undefined || name !== name.trim()) continue;
    let count = 0;
    for (const place of places) if (isCompared(place)) count++;
    found.push({ ...first.property.name, conventional: follows(name, convention), uses: count });
  }
  return found;
}

/** What values a name has, where it stands last: one thing and a list of them are not the same. */
class Kinds {
  readonly #index: PlanIndex;
  readonly #isCompared: (declared: DeclaredProperty) => boolean;

  constructor(index: PlanIndex, isCompared: (declared: DeclaredProperty) => boolean) {
    this.#index = index;
    this.#isCompared = isCompared;
  }

  of(name: string): string | undefined {
    const last = this.#index.lastingByName.get(name)?.findLast(this.#isCompared);
    return last === undefined
      ? undefined
      : resolved(last.property.type, this.#index.lookup).map(valueKind).sort().join(" ");
  }
}

function valueKind(type: Type): string {
  if (type.kind === "array") return `list of ${valueKind(type.items)}`;
  return type.kind === "enum" || type.kind === "const" ? "string" : type.kind;
}
