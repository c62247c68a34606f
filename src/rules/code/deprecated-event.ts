// The rule deprecated-event: what is on its way out is sent by no new code.
import { nameAt, sentWrongly, withoutDoubled } from "../code-places.js";
import { codeRule } from "../code-rule.js";

export const deprecatedEvent = codeRule({
  id: "deprecated-event",
  summary: "The code sends an event that is deprecated",
  why: "The event is on its way out. On the day when it goes, whatever this call was meant to start stays silent.",
  fix: "Send the event that replaces it. Where both have to be sent for a while, set the finding aside until the day on which the old one goes.",
  severity: "warning",
  examples: {
    bad: {
      body: `
events:
  Order Completed:
    description: An order is paid.
  Order Paid:
    description: An order is paid.
    deprecated: { since: 1.2.0, replaced_by: Order Completed, remove_after: 2027-01-31 }
`,
      beside: {
        "web/checkout.ts": `
analytics.track("Order Paid");
`,
      },
    },
    good: {
      body: `
events:
  Order Completed:
    description: An order is paid.
  Order Paid:
    description: An order is paid.
    deprecated: { since: 1.2.0, replaced_by: Order Completed, remove_after: 2027-01-31 }
`,
      beside: {
        "web/checkout.ts": `
analytics.track("Order Completed");
`,
      },
    },
  },
  check({ code }, report) {
    for (const call of withoutDoubled(code.eventCalls)) {
      for (const sent of sentWrongly(call, ({ status }) => status === "deprecated")) {
        const { event, name } = sent;
        if (name === undefined) continue;
        const { since, replacedBy, removeAfter, reason } = event.deprecated ?? {};
        const when = since === undefined ? "" : ` since ${since.value}`;
        const end = removeAfter === undefined ? "" : ` and goes after ${removeAfter.value}`;
        const help =
          replacedBy === undefined ? reason?.value : `Send "${replacedBy.value}", which replaces it.`;
        report(nameAt(call, sent), `"${event.name.value}" is deprecated${when}${end}.`, {
          event: event.name.value,
          ...(help !== undefined && { help }),
          related: [{ message: "deprecated here", span: event.name.span }],
        });
      }
    }
  },
});
