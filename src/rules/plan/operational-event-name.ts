// The rule operational-event-name: no event has a name that the destination takes as an order.
import { planRule } from "../rule.js";

export const operationalEventName = planRule({
  id: "operational-event-name",
  summary: "An event has a name that Customer.io takes as an order",
  why:
    'Some names are no news to Customer.io but something to do: an event called "User Deleted", sent to tell that ' +
    "somebody left, deletes that person's profile with all that is known of them, and no campaign can say goodbye.",
  fix: 'Give the event a name of your own, such as "Account Closed".',
  severity: "error",
  examples: {
    bad: `
events:
  User Deleted:
    description: A customer closed the account.
`,
    good: `
events:
  Account Closed:
    description: A customer closed the account.
`,
  },
  check({ index, destination }, report) {
    // What is deprecated is still sent, and does what it does.
    for (const { name } of index.liveEvents) {
      const effect = destination.operationalEvents.get(name.value.trim());
      if (effect === undefined) continue;
      report(name.span, `${destination.title} takes "${name.value}" as an order: it ${effect}.`, {
        event: name.value,
        help: "Give the event another name. To give the order, call the API for it.",
      });
    }
  },
});
