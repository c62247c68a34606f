// The rule unknown-filter: templates use filters that the destination has.
import { consumerRule } from "../consumer-rule.js";
import { reportProblems } from "../template-problems.js";

const plan = `trackwright: 1
name: acme-store
events:
  Order Completed:
    description: An order is paid.
    properties: { total: number }
consumers:
  Thanks:
    kind: campaign
    description: One letter after each order.
    trigger: Order Completed
    templates: [tracking-plan/templates/thanks.liquid]
`;

export const unknownFilter = consumerRule({
  id: "unknown-filter",
  summary: "A template uses a filter that Customer.io does not have",
  why:
    "A filter of another tool, such as Shopify's `money`, changes nothing, or keeps the message from being sent: the " +
    "customer reads 49.9 where € 49.90 was meant, or nothing at all.",
  fix: "Use a filter that Customer.io documents, such as `currency` or `rounded_currency` for money.",
  severity: "error",
  fixable: true,
  examples: {
    bad: {
      files: {
        "plan.yaml": plan,
        "templates/thanks.liquid": "You paid {{ event.total | money }}.\n",
      },
    },
    good: {
      files: {
        "plan.yaml": plan,
        "templates/thanks.liquid": 'You paid {{ event.total | currency: "en", "EUR" }}.\n',
      },
    },
  },
  check({ scan }, report) {
    reportProblems(scan, "filter", report);
  },
});
