// The rule consumer-contradiction: what the plan says of a consumer is what Customer.io has.
import { consumerRule } from "../consumer-rule.js";

const plan = (trigger: string): string => `trackwright: 1
name: acme-store
events:
  Order Completed:
    description: An order is paid.
  Order Shipped:
    description: A parcel left the warehouse.
consumers:
  Thanks:
    kind: campaign
    description: One letter after each order.
    trigger: ${trigger}
    exits_on: [Order Shipped]
`;
const pulled = `{
  "trackwright": 1,
  "kind": "campaign",
  "id": "5",
  "name": "Thanks",
  "state": "active",
  "triggers": [{ "event": "Order Completed" }]
}
`;

export const consumerContradiction = consumerRule({
  id: "consumer-contradiction",
  summary: "The plan and the workspace say different things of a consumer",
  why:
    "One of them is wrong. Whoever reads the plan counts on a campaign that does not run as it is described, and a change " +
    "of the event that it is said to start on worries about the wrong people.",
  fix: "Correct the plan, or the campaign in Customer.io and pull again. What the workspace tells need not be written at all.",
  severity: "warning",
  yieldsTo: ["unknown-reference"],
  examples: {
    bad: {
      files: { "plan.yaml": plan("Order Shipped"), "consumers/campaign-5-thanks.json": pulled },
    },
    good: {
      files: {
        "plan.yaml": plan("Order Completed"),
        "consumers/campaign-5-thanks.json": pulled,
      },
    },
  },
  check({ plan: { consumers } }, report) {
    for (const { name, contradictions } of consumers) {
      for (const { of, written, pulled: actual } of contradictions) {
        const verb = of === "kind" ? "is" : "starts on";
        report(
          written.span,
          `The plan says that "${name.value}" ${verb} ${written.value}; in Customer.io it ${verb} ${actual.value}.`,
          { related: [{ message: "pulled from Customer.io", span: actual.span }] },
        );
      }
    }
  },
});
