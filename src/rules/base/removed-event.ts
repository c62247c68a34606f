// The rule removed-event: an event that was sent is gone.
import { breakRule } from "../base-rule.js";

export const removedEvent = breakRule({
  id: "removed-event",
  summary: "An event that was sent is gone",
  why: "Campaigns that it starts never start again, those that it ends go on, and segments that count it stand still. None of them reports an error.",
  fix: "Keep the event, or deprecate it with a date in `remove_after` first: what is removed after its date was announced, and is no finding.",
  severity: "error",
  yieldsTo: ["missing-tombstone"],
  kinds: ["event-removed", "event-retired"],
  examples: {
    bad: {
      was: `
version: 1.0.0
events:
  Order Completed:
    description: An order is paid.
    properties:
      order_id: string
`,
      is: `
version: 2.0.0
events:
  Order Completed:
    description: Was sent when an order was paid.
    status: retired
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
`,
      is: `
version: 2.0.0
breaks:
  - { event: Order Completed, reason: The shop is closed., owner: checkout }
events:
  Order Completed:
    description: Was sent when an order was paid.
    status: retired
`,
    },
  },
  advice: () => 'Deprecate it with "remove_after" first, or agree on it under "breaks".',
});
