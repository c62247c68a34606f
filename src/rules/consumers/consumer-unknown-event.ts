// The rule consumer-unknown-event: consumers wait for events of the plan.
import { alsoHere } from "../consumer-mistakes.js";
import { consumerRule } from "../consumer-rule.js";
import { hears, pulledExample, severityOf, unplannedEvents } from "../unplanned-events.js";

export const consumerUnknownEvent = consumerRule({
  id: "consumer-unknown-event",
  summary: "A workflow or segment waits for an event that is not in the plan",
  why:
    "Either nobody sends it, and the campaign never starts; or somebody does, and the next change of it breaks the campaign " +
    "without anybody looking here.",
  fix: "Declare the event in the plan, or have the workflow wait for one that is there and pull again.",
  severity: "error",
  examples: {
    bad: { files: pulledExample("Newsletter Joined") },
    good: { files: pulledExample("Order Completed") },
  },
  check({ listening, index, destination }, report) {
    for (const { first, others, meant } of unplannedEvents(listening, index, destination)) {
      if (meant !== undefined) continue;
      report(first.reference.span, `${hears(first)}, which is not in the plan.`, {
        event: first.reference.name,
        ...severityOf(first),
        help: "Declare it under `events`, or have the consumer wait for an event that is there.",
        related: alsoHere(others),
      });
    }
  },
});
