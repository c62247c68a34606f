// The rule condition-type-mismatch: a condition compares what can be compared.
import { comparisonMistakes, reportComparison } from "../comparison-mistakes.js";
import { consumerRule } from "../consumer-rule.js";

export const conditionTypeMismatch = consumerRule({
  id: "condition-type-mismatch",
  summary: "A condition compares a value with one of another type",
  why:
    "A condition that compares a number with text, or asks for a value that nobody sends, is never met: the campaign lets " +
    "nobody in, the segment stays empty, and a template shows its other branch to everybody. No error tells.",
  fix: "Compare numbers with numbers, dates with Unix seconds, and an enum with one of its values.",
  severity: "error",
  examples: {
    bad: `
events:
  Order Completed:
    description: An order is paid.
    properties:
      payment: enum(card, paypal)
consumers:
  Thanks:
    kind: campaign
    description: One letter after each order.
    trigger: Order Completed
    conditions: ["event.payment = credit_card"]
`,
    good: `
events:
  Order Completed:
    description: An order is paid.
    properties:
      payment: enum(card, paypal)
consumers:
  Thanks:
    kind: campaign
    description: One letter after each order.
    trigger: Order Completed
    conditions: ["event.payment = card"]
`,
  },
  check({ listening }, report) {
    for (const mistake of comparisonMistakes(listening, "mismatch")) reportComparison(mistake, report);
  },
});
