// The rule consumer-deprecated-event: consumers move on from events that are on their way out.
import { alsoHere, mistakes } from "../consumer-mistakes.js";
import { consumerRule } from "../consumer-rule.js";
import { hears } from "../unplanned-events.js";

const events = `
events:
  Order Paid:
    description: An order is paid.
    deprecated: { replaced_by: Order Completed }
  Order Completed:
    description: An order is paid, whatever the payment method.
`;

export const consumerDeprecatedEvent = consumerRule({
  id: "consumer-deprecated-event",
  summary: "A consumer waits for an event that is on its way out",
  why:
    "On the day when the event is no longer sent, the campaign stops to start, and nobody is told. Until then it still " +
    "works, so this is the time to move it.",
  fix: "Have the consumer wait for the event that replaces it.",
  severity: "warning",
  examples: {
    bad: `${events}consumers:
  Thanks:
    kind: campaign
    description: One letter after the first order.
    trigger: Order Paid
`,
    good: `${events}consumers:
  Thanks:
    kind: campaign
    description: One letter after the first order.
    trigger: Order Completed
`,
  },
  check({ listening, index }, report) {
    const found = listening.heard.filter(
      ({ reference }) => index.events.get(reference.name)?.status === "deprecated",
    );
    for (const { first, others } of mistakes(found, ({ reference }) => reference.name)) {
      const event = index.events.get(first.reference.name);
      if (event === undefined) continue;
      const { replacedBy, removeAfter, span } = event.deprecated ?? {};
      const end = removeAfter === undefined ? "" : ` and is sent until ${removeAfter.value}`;
      report(first.reference.span, `${hears(first)}, which is deprecated${end}.`, {
        event: event.name.value,
        ...(replacedBy !== undefined && { help: `"${replacedBy.value}" replaces it.` }),
        related: [{ message: "deprecated here", span: span ?? event.name.span }, ...alsoHere(others)],
      });
    }
  },
});
