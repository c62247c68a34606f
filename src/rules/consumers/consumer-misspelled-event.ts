// The rule consumer-misspelled-event: consumers write the names of events as the plan does.
import { withoutInvisible } from "../../diagnostics/invisible.js";
import { alsoHere } from "../consumer-mistakes.js";
import { consumerRule } from "../consumer-rule.js";
import { eventFix, hears, mendToo, pulledExample, severityOf, unplannedEvents } from "../unplanned-events.js";

export const consumerMisspelledEvent = consumerRule({
  id: "consumer-misspelled-event",
  summary: "A workflow or segment waits for an event under a name that is not quite the plan's",
  why:
    "Customer.io takes names letter for letter: a campaign that waits for `Completed Order` never starts, however often " +
    "`Order Completed` is sent, and one that should stop on it never stops.",
  fix: "Write the name as the plan does: in the plan where the consumer is written there, and in the workflow, and pull again.",
  severity: "error",
  examples: {
    bad: { files: pulledExample("order_completed") },
    good: { files: pulledExample("Order Completed") },
  },
  check({ listening, index, destination }, report) {
    for (const unplanned of unplannedEvents(listening, index, destination)) {
      const { first, others, meant } = unplanned;
      if (meant === undefined) continue;
      const fix = eventFix(unplanned);
      const right = meant.event.name;
      const isHidden = withoutInvisible(right.value).trim() !== right.value;
      report(
        first.reference.span,
        `${hears(first)}, which is not in the plan. Did you mean "${right.value}"?`,
        {
          event: right.value,
          ...severityOf(first),
          help: isHidden
            ? "It is declared with a space or a sign that can't be seen: mend it there."
            : `${meant.difference}${mendToo(first)}`,
          ...(isHidden && { followsFrom: right.span }),
          related: [{ message: "declared here", span: right.span }, ...alsoHere(others)],
          ...(fix !== undefined && { fixes: [fix] }),
        },
      );
    }
  },
});
