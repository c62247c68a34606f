// The rule missing-tombstone: what was sent is deleted from the plan, and its name is free to mean something else.
import { groupsOf, reportChange, wasAnnounced } from "../base-rule.js";
import { mirrorRule } from "../rule.js";

export const missingTombstone = mirrorRule("base", {
  id: "missing-tombstone",
  summary: "Something that was sent is deleted from the plan without a tombstone",
  why:
    "What was stored keeps the name for ever. When somebody gives it to something else next year, old and new data are counted " +
    "as one, and nobody can tell what the old data meant.",
  fix: "Keep the entry with `status: retired`. What was deprecated may be deleted when its `remove_after` is past.",
  severity: "error",
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
      coupon?: { type: string, deprecated: { remove_after: 2026-01-31, reason: Coupons ended. } }
`,
      is: `
version: 2.0.0
events:
  Order Completed:
    description: An order is paid.
    properties:
      order_id: string
`,
    },
  },
  check({ base, plan, today }, report) {
    for (const group of groupsOf(base, ["event-removed", "property-removed", "attribute-removed"])) {
      const { first } = group;
      // What a trigger is given is stored nowhere.
      if (first.subject === "property" && first.holder.kind === "trigger") continue;
      if ((first.subject === "event" || first.subject === "property") && first.planned) continue;
      if (wasAnnounced(first, base, today)) continue;
      const what = first.subject === "event" ? "the event" : "it";
      reportChange(report, group, base, plan, `Keep ${what} with "status: retired".`);
    }
  },
});
