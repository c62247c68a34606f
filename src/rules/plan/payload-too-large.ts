// The rule payload-too-large: what the declared bounds allow fits into what the destination takes.
import type { PlanEvent, Property } from "../../plan/plan.js";
import { shapesOf } from "../../plan/shapes.js";
import { Sizes } from "../payload-size.js";
import { describeProperty } from "../plan-index.js";
import { planRule } from "../rule.js";

/** How many of an event's largest properties a finding shows. */
const shownProperties = 3;

export const payloadTooLarge = planRule({
  id: "payload-too-large",
  summary: "The declared bounds allow more than Customer.io takes",
  why:
    "Customer.io refuses an event with more than 100,000 bytes of data, and an attribute of more than 1,000. It is the " +
    "largest orders and the longest lists that go missing, so the best customers get no message, and tests never show it.",
  fix: "Lower the bounds to what fits, or send a link or an identifier in place of the content. Values without a bound are not held against a plan.",
  severity: "error",
  examples: {
    bad: `
events:
  Article Published:
    description: An article can be read.
    properties:
      body: { type: string, maxLength: 200000 }
`,
    good: `
events:
  Article Published:
    description: An article can be read.
    properties:
      article_url: url
      excerpt: { type: string, maxLength: 500 }
`,
  },
  check({ index, destination }, report) {
    const { eventDataBytes, attributeValueBytes } = destination.limits;
    const sizes = new Sizes(index);
    const told = new Set<Property["type"]>();
    // A property that alone does not fit is told where it is declared, once, however many events carry it.
    for (const declared of index.lastingProperties) {
      const { property, owner, within } = declared;
      const isAttribute = owner.kind === "person";
      if (within.length > 0 || (owner.kind !== "event" && owner.kind !== "group" && !isAttribute)) continue;
      const limit = isAttribute ? attributeValueBytes : eventDataBytes;
      // An attribute is measured without the quotes or brackets that a payload has around it.
      const around = isAttribute ? 2 : 0;
      const most = sizes.mostOf(property.type) - around;
      if (most <= limit) continue;
      const least = sizes.of(property.type).least - around;
      told.add(property.type);
      const can = least > limit ? "has at least" : "may have";
      report(
        property.type.span,
        `${describeProperty(declared).replace(/^./, (first) => first.toUpperCase())} ${can} ${bytes(least > limit ? least : most)}; ${destination.title} takes ${bytes(limit)} ${isAttribute ? "an attribute" : "an event"}.`,
        {
          property: property.name.value,
          ...(owner.kind === "event" && { event: owner.name }),
          help: "Lower its bounds, or send a link or an identifier in its place.",
        },
      );
    }
    for (const event of index.lastingEvents) {
      const { size, properties } = largestShape(event, sizes, told);
      if (size <= eventDataBytes) continue;
      const largest = properties
        .toSorted((a, b) => sizes.ofProperty(b).most - sizes.ofProperty(a).most)
        .slice(0, shownProperties);
      report(
        event.name.span,
        `The properties of "${event.name.value}" may have ${bytes(size)} together; ${destination.title} takes ${bytes(eventDataBytes)} an event.`,
        {
          event: event.name.value,
          help: "Lower the bounds of the largest, or send links or identifiers in their place.",
          related: largest.map((property) => ({
            message: `"${property.name.value}" may have ${bytes(sizes.ofProperty(property).most)}`,
            span: property.type.span,
          })),
        },
      );
    }
  },
});

/** The largest payload of an event by its sources, without the properties that are told on their own. */
function largestShape(
  event: PlanEvent,
  sizes: Sizes,
  told: ReadonlySet<Property["type"]>,
): { readonly size: number; readonly properties: readonly Property[] } {
  let largest: { size: number; properties: readonly Property[] } = { size: 0, properties: [] };
  for (const shape of shapesOf(event)) {
    const properties =
      told.size === 0 ? shape.properties : shape.properties.filter((property) => !told.has(property.type));
    const size = sizes.mostOfProperties(properties);
    if (size > largest.size) largest = { size, properties };
  }
  return largest;
}

/** 200,002 bytes: with commas, as the limit is written in the destination's docs. */
function bytes(count: number): string {
  if (!Number.isSafeInteger(count)) return "more bytes than can be counted";
  return `${String(count).replace(/\B(?=(?:\d{3})+$)/g, ",")} bytes`;
}
