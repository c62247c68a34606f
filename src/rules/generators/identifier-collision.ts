// The rule identifier-collision: names stay apart in generated code.
import { generatorRule } from "../rule.js";

export const identifierCollision = generatorRule({
  id: "identifier-collision",
  summary: "Two names become one identifier in the generated code",
  why: "One of the two could not be called, or would send the other's name. Nothing is generated until they part.",
  fix: "Rename one of the two. They most likely look alike to people as well.",
  yieldsTo: ["similar-event-names"],
  examples: {
    bad: `
types:
  OrderCompleted: { type: timestamp, description: When an order was paid. }
events:
  Order Completed:
    description: An order is paid.
    properties:
      paid_at: OrderCompleted
`,
    good: `
types:
  PaymentTime: { type: timestamp, description: When an order was paid. }
events:
  Order Completed:
    description: An order is paid.
    properties:
      paid_at: PaymentTime
`,
  },
});
