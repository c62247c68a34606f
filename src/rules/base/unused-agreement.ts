// The rule unused-agreement: the plan agrees on a break that does not happen.
import { mirrorRule } from "../rule.js";

export const unusedAgreement = mirrorRule("base", {
  id: "unused-agreement",
  summary: "An entry of `breaks` names something that does not break",
  why:
    "It was agreed on something else, or on nothing: the break that was meant is not covered, or the entry lies in wait for " +
    "whoever breaks that thing next.",
  fix: "Name what breaks as the other findings name it, or remove the entry.",
  severity: "warning",
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
version: 1.0.0
breaks:
  - { event: Order Completed, property: coupon, reason: Coupons ended., owner: checkout }
events:
  Order Completed:
    description: An order is paid.
    properties:
      order_id: string
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
breaks:
  - { event: Order Completed, property: coupon, reason: Coupons ended., owner: checkout }
events:
  Order Completed:
    description: An order is paid.
    properties:
      order_id: string
      coupon?: { type: string, status: retired }
`,
    },
  },
  check({ base }, report) {
    // What the base hides may be what is meant.
    if (base.unread.length > 0) return;
    for (const { entry, used } of base.comparison.agreements) {
      if (used) continue;
      const { subject, name, inner } = entry;
      const what =
        inner === undefined
          ? `${subject} "${name.value}"`
          : `${inner.kind} "${inner.path.value}" of ${subject} "${name.value}"`;
      report(entry.span, `Nothing breaks about the ${what} since ${base.label}.`, {
        help: "Name what breaks, or remove the entry.",
      });
    }
  },
});
