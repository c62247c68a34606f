// The rule renamed-event: an event has another name than before.
import { breakRule } from "../base-rule.js";

export const renamedEvent = breakRule({
  id: "renamed-event",
  summary: "An event has another name than before",
  why: "Names are matched letter for letter. What listens to the old name hears nothing from the day on which the code sends the new one, and two names share the history.",
  fix: "Keep the old name. Where the new one is worth it, send both for a while: the old event is `deprecated` and names the new one in `replaced_by`.",
  severity: "error",
  kinds: ["event-renamed"],
  examples: {
    bad: {
      was: `
version: 1.0.0
events:
  Checkout Completed:
    description: An order is paid.
    properties:
      order_id: string
`,
      is: `
version: 2.0.0
events:
  Order Completed:
    description: An order is paid.
    aliases: [Checkout Completed]
    properties:
      order_id: string
`,
    },
    good: {
      was: `
version: 1.0.0
events:
  Checkout Completed:
    description: An order is paid.
    properties:
      order_id: string
`,
      is: `
version: 2.0.0
events:
  Order Completed:
    description: An order is paid.
    properties:
      order_id: string
  Checkout Completed:
    description: The old name of the purchase.
    deprecated: { since: 2.0.0, replaced_by: Order Completed, remove_after: 2026-12-31 }
    properties:
      order_id: string
`,
    },
  },
  advice: () => 'Keep the old event as deprecated while both are sent, or agree on it under "breaks".',
});
