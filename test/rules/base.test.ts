// Each kind of change that can break something is for one rule about the plan as it was, and for no second one.
import { expect, test } from "vitest";
import type { PropertyChange } from "../../src/compare/change.js";
import { otherKinds } from "../../src/compare/kinds.js";
import { aspects, rateProperty } from "../../src/compare/property-kinds.js";
import { kindsByRule } from "../../src/rules/base-rule.js";
import { rules } from "../../src/rules/registry.js";

const fit = { code: "breaking", payload: "breaking", history: "breaking" } as const;

/** Whether a property's change of a kind can break a promise, whatever else holds. */
function canBreak(aspect: PropertyChange["aspect"]): boolean {
  const variants = [true, false].flatMap((required) =>
    (["closed", "fits", "clashes"] as const).map((free) => ({ required, free })),
  );
  return variants.some((variant) => {
    const change = {
      subject: "property",
      kind: `property-${aspect}`,
      holder: { kind: "event", name: "Order Completed" },
      path: ["a"],
      aspect,
      fit,
      constraint: "minimum",
      before: "a",
      after: "b",
      planned: false,
      bound: false,
      ...variant,
      // One of each aspect: the compiler can't follow which fields go with which.
    } as unknown as PropertyChange;
    return Object.values(rateProperty(change)).some(({ level }) => level === "breaking");
  });
}

test("each kind that can break something has one rule", () => {
  const breaking = [
    ...Object.keys(aspects).flatMap((aspect) =>
      canBreak(aspect as PropertyChange["aspect"]) ? [`property-${aspect}`, `attribute-${aspect}`] : [],
    ),
    ...Object.entries(otherKinds).flatMap(([kind, { levels }]) =>
      levels.includes("b") || levels === "fit" ? [kind] : [],
    ),
  ];
  const claimed: string[] = [...kindsByRule.values()].flat();
  expect(claimed.toSorted()).toEqual([...new Set(claimed)].toSorted());
  expect(breaking.filter((kind) => !claimed.includes(kind))).toEqual([]);
  expect(claimed.filter((kind) => !breaking.includes(kind))).toEqual([]);
  expect([...kindsByRule.keys()].every((id) => rules.some((rule) => rule.id === id))).toBe(true);
});
