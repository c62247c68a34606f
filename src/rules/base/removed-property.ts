// The rule removed-property: a property or attribute that was sent is gone or has another name.
import { breakRule } from "../base-rule.js";

export const removedProperty = breakRule({
  id: "removed-property",
  summary: "A property or attribute that was sent is gone or has another name",
  why: "A message that uses it fails to render and is not sent, a condition on it matches nobody, and calls that pass it no longer compile.",
  fix: "Keep it, or deprecate it with a date in `remove_after` first: what is removed after its date was announced, and is no finding.",
  severity: "error",
  yieldsTo: ["missing-tombstone"],
  kinds: [
    "property-removed",
    "property-retired",
    "property-renamed",
    "attribute-removed",
    "attribute-retired",
    "attribute-renamed",
    "object-removed",
    "object-renamed",
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
      coupon?: string
`,
      is: `
version: 2.0.0
events:
  Order Completed:
    description: An order is paid.
    properties:
      order_id: string
      coupon?: { type: string, status: retired }
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
      coupon?: string
`,
      is: `
version: 2.0.0
events:
  Order Completed:
    description: An order is paid.
    properties:
      order_id: string
      coupon?: { type: string, deprecated: { remove_after: 2026-12-31, reason: Coupons end with the year. } }
`,
    },
  },
  advice: () => 'Deprecate it with "remove_after" first, or agree on it under "breaks".',
});
