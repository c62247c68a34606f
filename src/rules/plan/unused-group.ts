// The rule unused-group: each group is carried by some event.
import { planRule } from "../rule.js";

export const unusedGroup = planRule({
  id: "unused-group",
  summary: "No event carries a group",
  why:
    "Who reads the plan believes that the properties of the group arrive. A template that is written for them fails " +
    "to render, since no event ever sends them.",
  fix: "Include the group in the events that carry it, or remove it.",
  severity: "warning",
  needs: "plan",
  examples: {
    bad: `
groups:
  Cart:
    description: The cart as it stands.
    properties:
      cart_id: uuid
events:
  Started Checkout:
    description: The first page of the checkout is shown.
`,
    good: `
groups:
  Cart:
    description: The cart as it stands.
    properties:
      cart_id: uuid
events:
  Started Checkout:
    description: The first page of the checkout is shown.
    include: [Cart]
`,
  },
  check({ plan }, report) {
    const included = new Set(
      [...plan.events, ...plan.sources].flatMap((one) => one.include.map(({ value }) => value)),
    );
    for (const { name } of plan.groups) {
      if (included.has(name.value)) continue;
      report(name.span, `No event and no source includes the group "${name.value}".`, {
        help: `Write "include: [${name.value}]" in the events that carry it, or remove the group.`,
      });
    }
  },
});
