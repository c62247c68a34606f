// The rule property-type-conflict: one name means one type, in every event and on people.
import { compareText } from "../../diagnostics/diagnostic.js";
import type { Type } from "../../plan/plan.js";
import { resolved } from "../../plan/property-path.js";
import { type DeclaredProperty, describeProperty, type PlanIndex } from "../plan-index.js";
import { planRule } from "../rule.js";

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
    for (const [name, declared] of index.propertiesByName) {
      if (declared.length < 2) continue;
      const kinds = byKind(declared.filter(isCompared), index);
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

/** Properties inside of objects are addressed by their path, so their names may repeat. */
function isCompared({ property, owner, within }: DeclaredProperty): boolean {
  return (
    within.length === 0 &&
    property.status !== "retired" &&
    property.status !== "deprecated" &&
    (owner.kind === "event" || owner.kind === "group" || owner.kind === "person")
  );
}

function byKind(
  declared: readonly DeclaredProperty[],
  index: PlanIndex,
): ReadonlyMap<string, readonly DeclaredProperty[]> {
  const kinds = new Map<string, DeclaredProperty[]>();
  for (const place of declared) {
    const kind = kindOf(place.property.type, index);
    if (kind === undefined) continue;
    const places = kinds.get(kind);
    if (places === undefined) kinds.set(kind, [place]);
    else places.push(place);
  }
  return kinds;
}

/** What a filter has to be written for; undefined for a type that allows anything. */
function kindOf(type: Type, index: PlanIndex): string | undefined {
  // Nearly all types are one kind, and there are very many of them.
  if (type.kind === "any") return undefined;
  if (type.kind !== "ref" && type.kind !== "union") {
    const [only, ...more] = valueKinds(type);
    if (more.length === 0) return only === "null" ? undefined : only;
  }
  const kinds = new Set<string>();
  for (const member of resolved(type, index.lookup)) {
    if (member.kind === "any") return undefined;
    for (const kind of valueKinds(member)) if (kind !== "null") kinds.add(kind);
  }
  return kinds.size === 0 ? undefined : [...kinds].sort(compareText).join(" or ");
}

function valueKinds(type: Type): readonly string[] {
  switch (type.kind) {
    case "string":
      return ["text"];
    case "number":
      return [type.timestamp ? "a timestamp" : "a number"];
    case "boolean":
      return ["true or false"];
    case "array":
      return ["a list"];
    case "object":
      return ["an object"];
    case "enum":
      return type.values.map(({ value }) => scalarKind(value));
    case "const":
      return [scalarKind(type.value)];
    default:
      return [];
  }
}

function scalarKind(value: string | number | boolean | null): string {
  if (value === null) return "null";
  return typeof value === "string" ? "text" : typeof value === "number" ? "a number" : "true or false";
}

function counted(places: number): string {
  return places === 1 ? "the other place does" : `${places} places do`;
}
