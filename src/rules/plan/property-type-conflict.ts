// The rule property-type-conflict: one name means one type, in every event and on people.
import { compareText } from "../../diagnostics/diagnostic.js";
import { describeProperty } from "../plan-index.js";
import { planRule } from "../rule.js";
import { conflictingKinds } from "../value-kinds.js";

/** How many other places a finding shows. */
const shownPlaces = 5;

export const propertyTypeConflict = planRule({
  id: "property-type-conflict",
  summary: "One property name stands for two types",
  why:
    "A filter, a segment or a template is written for one type. Where another event sends the same name as another " +
    'type, the filter compares text with a number and leaves people out, and nobody is told. "total: 40" and ' +
    "\"total: '40'\" look the same in Customer.io.",
  fix: "Give the property the type that most places use, or another name where it means something else.",
  severity: "error",
  examples: {
    bad: `
events:
  Started Checkout:
    properties:
      total: number
  Order Completed:
    properties:
      total: string
  Order Refunded:
    properties:
      total: number
`,
    good: `
events:
  Started Checkout:
    properties:
      total: number
  Order Completed:
    properties:
      total: number
  Order Refunded:
    properties:
      total: number
`,
  },
  check({ index }, report) {
    for (const [name, kinds] of conflictingKinds(index)) {
      // Most places first; where two are even, what comes first by name, so that the answer never wavers.
      const [usual, ...others] = [...kinds].sort(
        ([a, placesA], [b, placesB]) => placesB.length - placesA.length || compareText(a, b),
      );
      if (usual === undefined) continue;
      const [usualKind, usualPlaces] = usual;
      for (const [kind, places] of others) {
        for (const place of places) {
          const owner = place.owner.kind === "event" ? { event: place.owner.name } : {};
          report(place.property.type.span, `"${name}" is ${kind} here and ${usualKind} elsewhere.`, {
            ...owner,
            property: name,
            help: `Make it ${usualKind}, as ${counted(usualPlaces.length)}, or give it another name.`,
            related: usualPlaces.slice(0, shownPlaces).map((one) => ({
              message: `${usualKind}: ${describeProperty(one)}`,
              span: one.property.type.span,
            })),
          });
        }
      }
    }
  },
});

function counted(places: number): string {
  return places === 1 ? "the other place does" : `${places} places do`;
}
