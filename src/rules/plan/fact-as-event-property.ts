// The rule fact-as-event-property: a lasting fact about a person stands on the person, not on each event.
import type { Property, Type } from "../../plan/plan.js";
import { resolved } from "../../plan/property-path.js";
import { wordsOf } from "../names.js";
import { personalSign, placeKey, repeatedIdentifiers } from "../person-data.js";
import type { PlanIndex } from "../plan-index.js";
import { planRule } from "../rule.js";

export const factAsEventProperty = planRule({
  id: "fact-as-event-property",
  summary: "A fact about the person is sent with an event under the same name",
  why:
    "The copy in the event is as old as the event. A campaign that waits three days and then reads `event.vip_tier` greets " +
    "gold customers as silver, while `customer.vip_tier` is right; and people who build segments don't know which one to take.",
  fix: "Remove the property and read the attribute. Where the event must keep the value of that moment, give it a name that says so: `vip_tier_at_order`.",
  severity: "warning",
  examples: {
    bad: `
events:
  Order Completed:
    description: An order is paid.
    properties:
      vip_tier: enum(silver, gold)
people:
  attributes:
    vip_tier?: enum(silver, gold)
`,
    good: `
events:
  Order Completed:
    description: An order is paid.
    properties:
      payment_method: enum(card, invoice)
people:
  attributes:
    vip_tier?: enum(silver, gold)
`,
  },
  check({ plan, index }, report) {
    const facts = new Map<string, Property>();
    for (const attribute of plan.people.attributes) {
      const gone = attribute.status === "retired" || attribute.status === "deprecated";
      // One word alone, such as "country" or "plan", means something else in each event.
      if (!gone && wordsOf(attribute.name.value).length > 1 && !isMoment(attribute.type, index))
        facts.set(attribute.name.value, attribute);
    }
    if (facts.size === 0) return;
    const repeated = repeatedIdentifiers(index);
    const seen = new Set<string>();
    for (const event of index.liveEvents) {
      if (event.status === "deprecated") continue;
      for (const property of event.properties) {
        const fact = facts.get(property.name.value);
        const place = placeKey(property.name.span);
        if (fact === undefined || property.status === "retired" || property.status === "deprecated") continue;
        if (property.person || property.origin.kind === "object" || seen.has(place)) continue;
        if (isAbout(event.name.value, property.name.value) || repeated.has(place)) continue;
        // Personal data without its mark is the graver mistake, and told as that.
        if (!property.pii && personalSign(property, index) !== undefined) continue;
        seen.add(place);
        const { value: name, span } = property.name;
        report(span, `"${name}" is a fact about the person, and an attribute already.`, {
          event: event.name.value,
          property: name,
          help: `Remove it and read "customer.${name}", or call it "${name}_at_…" if the event must keep the value of that moment.`,
          related: [{ message: "the attribute", span: fact.name.span }],
        });
      }
    }
  },
});

/** Moments share their names: the `created_at` of an order is not that of the person. */
function isMoment(type: Type, index: PlanIndex): boolean {
  return resolved(type, index.lookup).some(
    (member) =>
      (member.kind === "number" && member.timestamp) ||
      (member.kind === "string" && (member.format === "date" || member.format === "datetime")),
  );
}

/** An event that reports how the fact changed carries it: "VIP Tier Changed". */
function isAbout(event: string, property: string): boolean {
  const words = new Set(wordsOf(event).map((word) => word.toLowerCase()));
  return wordsOf(property).every(
    (word) => words.has(word.toLowerCase()) || /^(?:is|has|can|new|old|previous)$/i.test(word),
  );
}
