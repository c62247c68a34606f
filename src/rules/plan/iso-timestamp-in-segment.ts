// The rule iso-timestamp-in-segment: what a condition compares as a date is one that the destination can compare.
import type { Related } from "../../diagnostics/diagnostic.js";
import type { Consumer, Operator, Property } from "../../plan/plan.js";
import { findProperty, resolved } from "../../plan/property-path.js";
import { comparisonsOf, type PlanIndex } from "../plan-index.js";
import { planRule } from "../rule.js";

const ordering: ReadonlySet<Operator> = new Set([">", ">=", "<", "<="]);

export const isoTimestampInSegment = planRule({
  id: "iso-timestamp-in-segment",
  summary: "A condition compares a date that is written as text",
  why:
    'Customer.io compares dates as Unix seconds. A date such as "2026-03-31" is stored and never matches: the segment ' +
    "stays empty, the campaign lets nobody in, and neither says why.",
  fix: "Declare the value as `timestamp` and send Unix seconds. Where people have to read the date too, send it as text under a second name.",
  severity: "error",
  examples: {
    bad: `
people:
  attributes:
    trial_ends: date
consumers:
  Trial is over:
    kind: segment
    description: Everybody whose trial has ended.
    owner: growth
    conditions: ["customer.trial_ends < 1767225600"]
`,
    good: `
people:
  attributes:
    trial_ends: timestamp
consumers:
  Trial is over:
    kind: segment
    description: Everybody whose trial has ended.
    owner: growth
    conditions: ["customer.trial_ends < 1767225600"]
`,
  },
  check({ plan, index, destination }, report) {
    const found = new Map<Property, { readonly name: string; readonly related: Related[] }>();
    for (const consumer of plan.consumers) {
      for (const { value } of consumer.conditions) {
        for (const { path, operator } of comparisonsOf(value.parsed)) {
          if (!ordering.has(operator)) continue;
          const property = compared(path.value, consumer, index);
          if (property === undefined || !isDateText(property, index)) continue;
          // One under a name that the destination keeps is told as that.
          if (path.value[0] === "customer" && destination.reservedAttributes.has(property.name.value))
            continue;
          const place = { message: `compared by "${consumer.name.value}"`, span: path.span };
          const known = found.get(property);
          if (known === undefined) found.set(property, { name: path.value.join("."), related: [place] });
          else known.related.push(place);
        }
      }
    }
    for (const [property, { name, related }] of found) {
      report(
        property.type.span,
        `"${name}" is a date written as text, which no condition of ${destination.title} can compare.`,
        { property: property.name.value, help: 'Declare it as "timestamp", and send Unix seconds.', related },
      );
    }
  },
});

/** The property or attribute that a path of a condition leads to. */
function compared(path: readonly string[], { trigger }: Consumer, index: PlanIndex): Property | undefined {
  const properties =
    path[0] === "customer"
      ? index.plan.people.attributes
      : path[0] === "event" && trigger?.kind === "event"
        ? index.events.get(trigger.event)?.properties
        : undefined;
  if (properties === undefined) return undefined;
  const result = findProperty(path.slice(1).join("."), properties, index.lookup);
  return "missing" in result ? undefined : result.property;
}

function isDateText({ type }: Property, index: PlanIndex): boolean {
  return resolved(type, index.lookup).some(
    (member) => member.kind === "string" && (member.format === "date" || member.format === "datetime"),
  );
}
