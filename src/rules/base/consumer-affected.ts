// The rule consumer-affected: a campaign, segment or message listens to what is less sure than before.
import { breaks, groupsOf, placeOf } from "../base-rule.js";
import { mirrorRule } from "../rule.js";

export const consumerAffected = mirrorRule("base", {
  id: "consumer-affected",
  summary: "A campaign, segment or message listens to something that is less sure than before",
  why:
    "It breaks nothing for whoever sends the event, so nobody in that team notices. But a message that needs a value is not " +
    "sent where the value is missing, and a condition leaves people out.",
  fix: "Ask whoever runs the consumer. Then change the consumer with the plan, or agree on it under `breaks`.",
  severity: "warning",
  examples: {
    bad: {
      was: `
version: 1.0.0
events:
  Order Completed:
    description: An order is paid.
    properties:
      total: number
consumers:
  Thanks: { kind: campaign, owner: lifecycle, trigger: Order Completed, conditions: [event.total > 50] }
`,
      is: `
version: 1.1.0
events:
  Order Completed:
    description: An order is paid.
    properties:
      total?: number
consumers:
  Thanks: { kind: campaign, owner: lifecycle, trigger: Order Completed, conditions: [event.total > 50] }
`,
    },
    good: {
      was: `
version: 1.0.0
events:
  Order Completed:
    description: An order is paid.
    properties:
      total: number
      coupon: string
consumers:
  Thanks: { kind: campaign, owner: lifecycle, trigger: Order Completed, conditions: [event.total > 50] }
`,
      is: `
version: 1.1.0
events:
  Order Completed:
    description: An order is paid.
    properties:
      total: number
      coupon?: string
consumers:
  Thanks: { kind: campaign, owner: lifecycle, trigger: Order Completed, conditions: [event.total > 50] }
`,
    },
  },
  check({ base, plan }, report) {
    const places = new Map(plan.consumers.map(({ name }) => [name.value, name.span]));
    for (const { first, all } of groupsOf(base)) {
      const { payload } = first.verdicts;
      if (payload.level !== "dangerous" || breaks(first) || first.agreed !== undefined) continue;
      const effects = new Map(
        all.flatMap(({ effects: some }) => some.map((one) => [one.consumer, one] as const)),
      );
      if (effects.size === 0) continue;
      const told = [...effects.values()].slice(0, 5).map(({ consumer, owner, message }) => {
        const whose = owner === undefined ? "" : ` (${owner})`;
        return `"${consumer}"${whose} ${message}.`;
      });
      const more = effects.size > told.length ? [`${effects.size - told.length} more are reached.`] : [];
      report(placeOf(first, plan), first.message, {
        help: [...told, ...more].join(" "),
        related: [...effects.keys()].slice(0, 5).flatMap((consumer) => {
          const span = places.get(consumer);
          return span === undefined ? [] : [{ message: "listens here", span }];
        }),
        ...(first.subject === "property" && { property: first.path[0] ?? "" }),
        ...(first.subject === "event" && { event: first.event }),
      });
    }
  },
});
