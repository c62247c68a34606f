// The rule removal-overdue: what was to be removed by a date is gone by then.
import { capitalized, deprecatedThings } from "../deprecations.js";
import { planRule } from "../rule.js";

export const removalOverdue = planRule({
  id: "removal-overdue",
  summary: "Something deprecated is still there after the date of its removal",
  why:
    "A date that passes and means nothing teaches everybody that dates in the plan mean nothing. Two names for one purchase " +
    "go on side by side, and each report has to add both up.",
  fix: "Remove it: `status: retired` keeps its name from being used again. Or set a new date and tell those who wait for it.",
  severity: "warning",
  examples: {
    bad: `
events:
  Order Paid:
    description: An order is paid.
    deprecated: { reason: Nobody listens to it., remove_after: 2026-01-31 }
`,
    good: `
events:
  Order Paid:
    description: Was sent when an order was paid.
    status: retired
`,
  },
  check({ index, today }, report) {
    for (const { name, what, kind, deprecation } of deprecatedThings(index)) {
      const date = deprecation?.removeAfter;
      if (date === undefined || date.value >= today) continue;
      report(date.span, `${capitalized(what)} was to be removed after ${date.value}.`, {
        ...(kind === "event" && { event: name.value }),
        help: 'Retire it ("status: retired" instead of "deprecated"), or set a new date.',
      });
    }
  },
});
