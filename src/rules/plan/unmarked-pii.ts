// The rule unmarked-pii: personal data is marked as such.

import { personalSign, placeKey, repeatedIdentifiers } from "../person-data.js";
import type { DeclaredProperty, PlanIndex } from "../plan-index.js";
import { describeProperty } from "../plan-index.js";
import { planRule } from "../rule.js";

export const unmarkedPii = planRule({
  id: "unmarked-pii",
  summary: "Personal data is not marked as such",
  why:
    "Whoever answers a request for deletion, or decides what a new tool may see, goes by the marks in the plan. Data " +
    "without the mark is forgotten there: it stays behind, or it leaves the company.",
  fix: "Add `pii: true`, or leave the value out where nobody needs it.",
  severity: "warning",
  examples: {
    bad: `
people:
  attributes:
    first_name?: string
`,
    good: `
people:
  attributes:
    first_name?: { type: string, pii: true }
`,
  },
  check({ index }, report) {
    for (const declared of unmarked(index)) {
      const { property, owner } = declared;
      const name = property.name.value;
      const what = describeProperty(declared);
      report(
        property.name.span,
        `${what.charAt(0).toUpperCase()}${what.slice(1)} ${personalSign(property, index)} and not marked.`,
        {
          ...(owner.kind === "event" && { event: owner.name }),
          property: name,
          help: 'Write "pii: true" beside its type.',
        },
      );
    }
    for (const { name, type, pii, status } of index.plan.types) {
      if (pii || status === "retired" || status === "deprecated" || type.kind !== "string") continue;
      if (type.format !== "email" && type.format !== "phone") continue;
      const what = type.format === "email" ? "an email address" : "a phone number";
      report(name.span, `The type "${name.value}" is ${what} and not marked.`, {
        help: 'Write "pii: true" beside its type.',
      });
    }
  },
});

function unmarked(index: PlanIndex): readonly DeclaredProperty[] {
  const repeated = repeatedIdentifiers(index);
  return index.declaredProperties.filter(({ property, owner, within }) => {
    // What triggers a message by hand is not kept.
    if (owner.kind === "trigger" || property.status === "retired" || property.status === "deprecated")
      return false;
    if (property.pii || within.some((one) => one.pii)) return false;
    if (owner.kind === "type" && index.types.get(owner.name)?.pii === true) return false;
    if (isMarkedType(property.type, index)) return false;
    // What repeats the person has to go, marked or not.
    return personalSign(property, index) !== undefined && !repeated.has(placeKey(property.name.span));
  });
}

function isMarkedType(type: DeclaredProperty["property"]["type"], index: PlanIndex): boolean {
  const name = type.kind === "ref" ? type.name : type.refines;
  return name !== undefined && index.types.get(name)?.pii === true;
}
