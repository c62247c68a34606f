// Which names of a plan people take for one another: what counts as a use, and what is meant to be alike.
import type { Type } from "../plan/plan.js";
import { resolved } from "../plan/property-path.js";
import { follows } from "./names.js";
import type { DeclaredProperty, PlanIndex } from "./plan-index.js";
import { type NameUse, type SimilarName, similarNames } from "./similar-names.js";

/** Events that are a rival of another one; names with a space at an end are told as that. */
export function similarEvents(index: PlanIndex): ReadonlyMap<string, SimilarName> {
  const names = index.lastingEvents
    .filter(({ name }) => name.value === name.value.trim())
    .map(({ name, status }) => ({
      ...name,
      conventional: follows(name.value, index.plan.naming.events),
      uses:
        (index.eventMentions.get(name.value) ?? []).filter((mention) => mention.in !== "alias").length +
        (status === "planned" ? 0 : 1),
    }));
  return similarNames(names, { anyOrder: true, abbreviations: false });
}

export function similarProperties(index: PlanIndex): ReadonlyMap<string, SimilarName> {
  const declared = index.lastingProperties.filter(
    ({ owner, within }) => within.length === 0 && (owner.kind === "event" || owner.kind === "group"),
  );
  const kinds = kindsOf(declared, index);
  const travelTogether = (a: string, b: string): boolean => {
    const others = new Set(index.eventsByProperty.get(b));
    return (index.eventsByProperty.get(a) ?? []).some((event) => others.has(event));
  };
  return similarNames(uses(declared, index.plan.naming.properties), {
    anyOrder: false,
    abbreviations: true,
    // Who writes both into one payload means two things, unless nothing but the writing parts them.
    mayBeMistaken: (a, b, difference) =>
      difference === "writing" ||
      (!travelTogether(a, b) && (difference !== "plural" || kinds.get(a) === kinds.get(b))),
  });
}

export function similarAttributes(index: PlanIndex): ReadonlyMap<string, SimilarName> {
  const declared = index.lastingProperties.filter(
    ({ owner, within }) => within.length === 0 && owner.kind === "person",
  );
  const kinds = kindsOf(declared, index);
  return similarNames(uses(declared, index.plan.naming.attributes), {
    anyOrder: false,
    abbreviations: true,
    mayBeMistaken: (a, b, difference) => difference !== "plural" || kinds.get(a) === kinds.get(b),
  });
}

/** Each name once, at its first place. Names with a space at an end are told as that. */
function uses(
  declared: readonly DeclaredProperty[],
  convention: Parameters<typeof follows>[1],
): readonly NameUse[] {
  const found = new Map<string, NameUse & { uses: number }>();
  for (const { name } of declared.map(({ property }) => property)) {
    const known = found.get(name.value);
    if (known !== undefined) known.uses++;
    else if (name.value === name.value.trim())
      found.set(name.value, { ...name, conventional: follows(name.value, convention), uses: 1 });
  }
  return [...found.values()];
}

/** What values a name has, by the name: one thing and a list of them are not the same. */
function kindsOf(declared: readonly DeclaredProperty[], index: PlanIndex): ReadonlyMap<string, string> {
  return new Map(
    declared.map(({ property }) => [
      property.name.value,
      resolved(property.type, index.lookup).map(valueKind).sort().join(" "),
    ]),
  );
}

function valueKind(type: Type): string {
  if (type.kind === "array") return `list of ${valueKind(type.items)}`;
  return type.kind === "enum" || type.kind === "const" ? "string" : type.kind;
}
