// The rule narrowed-values: values that were allowed no longer are.
import { breakRule } from "../base-rule.js";

export const narrowedValues = breakRule({
  id: "narrowed-values",
  summary: "Values that were allowed no longer are",
  why: "Calls that send them no longer compile, what was stored with them no longer validates, and a segment on such a value gets no new members.",
  fix: "Keep taking them, or make the next version a major one and agree on the break.",
  severity: "warning",
  kinds: [
    "property-enum-value-removed",
    "property-not-nullable",
    "property-closed",
    "attribute-enum-value-removed",
    "attribute-not-nullable",
    "attribute-closed",
    "event-closed",
  ],
  examples: {
    bad: {
      was: `
version: 1.0.0
events:
  Order Completed:
    description: An order is paid.
    properties:
      payment: enum(card, paypal, invoice)
`,
      is: `
version: 2.0.0
events:
  Order Completed:
    description: An order is paid.
    properties:
      payment: enum(card, paypal)
`,
    },
    good: {
      was: `
version: 1.0.0
events:
  Order Completed:
    description: An order is paid.
    properties:
      payment: enum(card, paypal, invoice)
`,
      is: `
version: 2.0.0
events:
  Order Completed:
    description: An order is paid.
    properties:
      payment: enum(card, paypal, invoice, giropay)
`,
    },
  },
  advice: () => 'Keep taking what was taken, or agree on it under "breaks".',
});
