// What a change is called the other way round.
import type { Change } from "../../src/compare/change.js";
import { otherKinds } from "../../src/compare/kinds.js";
import { aspects } from "../../src/compare/property-kinds.js";

export function oppositeOf(change: Change): string {
  if (change.subject !== "property") return otherKinds[change.kind].opposite;
  return `${change.kind.split("-")[0]}-${aspects[change.aspect].opposite}`;
}

/** Every kind there is. */
export const allKinds: readonly string[] = [
  ...Object.keys(otherKinds),
  ...Object.keys(aspects).flatMap((aspect) => [`property-${aspect}`, `attribute-${aspect}`]),
];
