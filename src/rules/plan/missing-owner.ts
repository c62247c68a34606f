// The rule missing-owner: somebody answers for every event.
import { planRule } from "../rule.js";

export const missingOwner = planRule({
  id: "missing-owner",
  summary: "Nobody is named who answers for an event",
  why:
    "When an event stops arriving, a campaign goes quiet. Whoever notices has to find out first which team sends the " +
    "event, and until then nobody mends it and nobody gets the message.",
  fix: "Name the team or the person: `owner: checkout`. In a plan that one team keeps, `owners` in the head is enough.",
  severity: "warning",
  needs: "plan",
  options: {
    of: {
      type: "strings",
      values: ["events", "sources", "consumers"],
      default: ["events"],
      description: "What must have an owner.",
    },
  },
  examples: {
    bad: `
events:
  Order Completed:
    description: An order is paid.
    owner: checkout
  Order Shipped:
    description: A parcel left the warehouse.
`,
    good: `
events:
  Order Completed:
    description: An order is paid.
    owner: checkout
  Order Shipped:
    description: A parcel left the warehouse.
    owner: fulfillment
`,
  },
  check({ plan, index, options }, report) {
    const kinds = [
      { of: "events", what: "event", items: index.liveEvents },
      { of: "sources", what: "source", items: plan.sources },
      // What was only pulled asks nothing of the plan: its file is not to be edited.
      {
        of: "consumers",
        what: "consumer",
        items: plan.consumers.filter(({ origin }) => origin !== "pulled"),
      },
    ] as const;
    for (const { of, what, items } of kinds) {
      if (!options.of.includes(of)) continue;
      const without = items.filter(({ owner }) => owner === undefined || owner.value.trim() === "");
      // Where none has an owner, it is the plan that has one or lacks one: a single mistake, if any.
      if (without.length === items.length) {
        if (items.length > 0 && plan.owners.length === 0)
          report(plan.name.span, `Neither the plan nor any ${what} of it names an owner.`, {
            help: `Write "owners: [NAME]" below the plan's name, or "owner: NAME" in each ${what}.`,
          });
        continue;
      }
      for (const { name } of without)
        report(name.span, `The ${what} "${name.value}" has no owner.`, {
          ...(what === "event" && { event: name.value }),
          help: 'Write "owner: NAME": the team that mends it when it breaks.',
        });
    }
  },
});
