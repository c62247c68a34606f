// The rule consumer-unknown-event: consumers wait for events of the plan.
import { alsoHere } from "../consumer-mistakes.js";
import { consumerRule } from "../consumer-rule.js";
import { hears, unplannedEvents } from "../unplanned-events.js";

const plan = (event: string): { readonly [path: string]: string } => ({
  "plan.yaml": `trackwright: 1
name: acme-store
rules: { unheard-event: off }
events:
  Order Completed:
    description: An order is paid.
`,
  "consumers/campaign-5-thanks.json": `{
  "trackwright": 1,
  "kind": "campaign",
  "id": "5",
  "name": "Thanks",
  "state": "active",
  "triggers": [{ "event": "${event}" }]
}
`,
});

export const consumerUnknownEvent = consumerRule({
  id: "consumer-unknown-event",
  summary: "A workflow or segment waits for an event that is not in the plan",
  why:
    "Either nobody sends it, and the campaign never starts; or somebody does, and the next change of it breaks the campaign " +
    "without anybody looking here.",
  fix: "Declare the event in the plan, or have the workflow wait for one that is there and pull again.",
  severity: "error",
  needs: "plan",
  examples: {
    bad: { files: plan("Newsletter Joined") },
    good: { files: plan("Order Completed") },
  },
  check({ listening, index, destination }, report) {
    for (const { first, others, meant } of unplannedEvents(listening, index, destination)) {
      if (meant !== undefined) continue;
      report(first.reference.span, `${hears(first)}, which is not in the plan.`, {
        event: first.reference.name,
        help: "Declare it under `events`, or change the workflow in Customer.io and pull again.",
        related: alsoHere(others),
      });
    }
  },
});
