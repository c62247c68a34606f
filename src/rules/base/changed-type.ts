// The rule changed-type: a value is of another type than before.
import { breakRule } from "../base-rule.js";

export const changedType = breakRule({
  id: "changed-type",
  summary: "A value is of another type than before",
  why: "A condition compares with what never comes, a date that became text matches no segment, and a message shows what nobody meant.",
  fix: "Declare the new form as a property of its own, and deprecate the old one.",
  severity: "error",
  kinds: [
    "property-type-changed",
    "property-type-widened",
    "property-type-narrowed",
    "property-constraint-disjoint",
    "attribute-type-changed",
    "attribute-type-widened",
    "attribute-type-narrowed",
    "attribute-constraint-disjoint",
    "identity-type-changed",
    "object-type-changed",
  ],
  examples: {
    bad: {
      was: `
version: 1.0.0
events:
  Order Completed:
    description: An order is paid.
    properties:
      coupon: string
`,
      is: `
version: 2.0.0
events:
  Order Completed:
    description: An order is paid.
    properties:
      coupon: integer
`,
    },
    good: {
      was: `
version: 1.0.0
events:
  Order Completed:
    description: An order is paid.
    properties:
      coupon: string
`,
      is: `
version: 2.0.0
events:
  Order Completed:
    description: An order is paid.
    properties:
      coupon: string
      coupon_number?: integer
`,
    },
  },
  advice: () => 'Send the new form under a name of its own, or agree on it under "breaks".',
});
