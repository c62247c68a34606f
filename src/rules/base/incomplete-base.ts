// The rule incomplete-base: the plan as it was has mistakes, so that not all of it could be compared.
import { mirrorRule } from "../rule.js";

export const incompleteBase = mirrorRule("base", {
  id: "incomplete-base",
  summary: "The plan that this one is compared with has mistakes that hide a part of it",
  why: "What could not be read seems to be new, or goes unnoticed when it breaks. A clean result says less than it seems to.",
  fix: "Compare with a base that loads, or look at the parts that are named yourself. It mends itself when this plan is the base.",
  severity: "warning",
  examples: {
    bad: {
      was: `
version: 1.0.0
events:
  Order Completed:
    description: An order is paid.
    include: [Cart]
    properties:
      order_id: string
`,
      is: `
version: 1.0.0
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
`,
      is: `
version: 1.0.0
events:
  Order Completed:
    description: An order is paid.
    properties:
      order_id: string
`,
    },
  },
  check({ base, plan }, report) {
    const [first] = base.unread;
    if (first === undefined) return;
    const more = base.unread.length === 1 ? "" : ` There are ${base.unread.length - 1} more.`;
    report(
      plan.name.span,
      `The plan of ${base.label} has a mistake that hides a part of it, at ${first}${more}`,
      {
        help: "What it hides was not compared: look at it yourself.",
      },
    );
  },
});
