// The rule property-conflict: a property of an event comes from one place.
import { loaderRule } from "../rule.js";

export const propertyConflict = loaderRule({
  id: "property-conflict",
  summary: "An event gets one property from two places",
  why: "Two groups, or a group and the event, say different things about one property, and one of them would win in silence.",
  fix: "Rename one of the two, or leave out the group that the event does not need.",
  examples: {
    bad: `
groups:
  Cart: { properties: { currency: currency } }
events:
  Order Completed:
    description: An order is paid.
    include: [Cart]
    properties:
      currency: string
`,
    good: `
groups:
  Cart: { properties: { currency: currency } }
events:
  Order Completed:
    description: An order is paid.
    include: [Cart]
`,
  },
});
