// The rule idempotency-key-optional: an idempotency key is always there.
import { loaderRule } from "../rule.js";

export const idempotencyKeyOptional = loaderRule({
  id: "idempotency-key-optional",
  summary: "An idempotency key may be absent",
  why: "Two events without the key have the same key, and Customer.io drops the second: one of two orders is lost, or the win-back message goes to somebody who has just bought.",
  fix: "Make the property required and never null, or choose another one as the key.",
  examples: {
    bad: `
events:
  Order Completed:
    description: An order is paid.
    idempotency_key: order_id
    properties:
      order_id?: string
`,
    good: `
events:
  Order Completed:
    description: An order is paid.
    idempotency_key: order_id
    properties:
      order_id: string
`,
  },
});
