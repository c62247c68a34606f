// The rule new-requirement: something must be sent that did not have to be.
import { breakRule } from "../base-rule.js";

export const newRequirement = breakRule({
  id: "new-requirement",
  summary: "Something must be sent that did not have to be",
  why: "Every call that leaves it out stops compiling at once, in every team that sends the event, and what was stored before no longer validates.",
  fix: "Begin with an optional property, and require it when every source sends it.",
  severity: "warning",
  kinds: [
    "property-required",
    "property-added",
    "property-revived",
    "attribute-required",
    "attribute-added",
    "attribute-revived",
  ],
  examples: {
    bad: {
      was: `
version: 1.0.0
events:
  Order Completed:
    description: An order is paid.
    properties:
      order_id: string
`,
      is: `
version: 2.0.0
events:
  Order Completed:
    description: An order is paid.
    properties:
      order_id: string
      currency: currency
`,
    },
    good: {
      was: `
version: 1.0.0
events:
  Order Completed:
    description: An order is paid.
    properties:
      order_id: string
`,
      is: `
version: 2.0.0
events:
  Order Completed:
    description: An order is paid.
    properties:
      order_id: string
      currency?: currency
`,
    },
  },
  advice: () => 'Begin with an optional one ("?"), or agree on it under "breaks".',
});
