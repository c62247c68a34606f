// Holds the names of properties and attributes to a casing: two rules are made of it.

import type { Destination } from "../destinations/destination.js";
import { withoutInvisible } from "../diagnostics/invisible.js";
import type { Convention } from "../plan/plan.js";
import { conventionText, follows, newNameText, recased } from "./names.js";
import type { DeclaredProperty, PlanIndex } from "./plan-index.js";
import { renameProperty } from "./rename.js";
import type { Report } from "./rule.js";

/** How many other places of the same name a finding shows. */
const shownPlaces = 5;

/**
 * Reports each name that does not follow the convention, once, where it stands first. Names that the destination
 * keeps are written as it writes them.
 */
export function checkCasing(
  kind: "property" | "attribute",
  convention: Convention,
  index: PlanIndex,
  report: Report,
  destination?: Destination,
): void {
  for (const [name, all] of index.lastingByName) {
    if (followsByPart(withoutInvisible(name), convention)) continue;
    const places = all.filter((one) => isAttribute(one) === (kind === "attribute"));
    const [first, ...others] = places;
    if (first === undefined) continue;
    const similar = kind === "property" ? index.similarProperties : index.similarAttributes;
    // What is taken for another name is told as that, a reserved name as what it is, and a space at an end comes first.
    if (similar.has(name) || isReserved(name, first, destination) || name !== name.trim()) continue;
    const better = recasedByPart(name, convention);
    const isTop = places.every(
      ({ within, owner }) => within.length === 0 && /^(?:event|group|person)$/.test(owner.kind),
    );
    const fix =
      better === undefined || !isTop ? undefined : renameProperty(index, kind, name, better, "another name");
    const left =
      fix === undefined || fix.safe
        ? ""
        : ` It is sent and read by this name, so it takes \`--fix --unsafe ${kind}-name-casing\`: change code, filters and templates with it.`;
    const help = /^\?|\?$/.test(name)
      ? `The "?" of what may be missing stands once, at the end of the key: "${name.replace(/^\?+|\?+$/g, "")}?".`
      : better === undefined
        ? newNameText(convention)
        : `Rename it to "${better}".`;
    const counted = others.length === 0 ? "" : ` It is declared in ${places.length} places.`;
    report(first.property.name.span, `The ${kind} "${name}" is not in ${conventionText(convention)}.`, {
      property: name,
      ...(first.owner.kind === "event" && { event: first.owner.name }),
      help: `${help}${counted}${left}`,
      related: others
        .slice(0, shownPlaces)
        .map(({ property }) => ({ message: "and here", span: property.name.span })),
      ...(fix !== undefined && { fixes: [fix] }),
    });
  }
}

function isAttribute({ owner }: DeclaredProperty): boolean {
  return owner.kind === "person" || owner.kind === "object" || owner.kind === "relationship";
}

function isReserved(
  name: string,
  { owner, within }: DeclaredProperty,
  destination: Destination | undefined,
): boolean {
  return (
    destination !== undefined &&
    owner.kind === "person" &&
    within.length === 0 &&
    (destination.reservedAttributes.has(name) || name.startsWith(destination.internalPrefix))
  );
}

/** Dots part the steps of a path that was flattened: each step has the casing. */
function followsByPart(name: string, convention: Convention): boolean {
  return (
    follows(name, convention) ||
    (name.includes(".") && name.split(".").every((part) => part !== "" && follows(part, convention)))
  );
}

function recasedByPart(name: string, convention: Convention): string | undefined {
  const parts = name.split(".").map((part) => (follows(part, convention) ? part : recased(part, convention)));
  return parts.includes(undefined) ? undefined : parts.join(".");
}
