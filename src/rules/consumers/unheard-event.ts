// The rule unheard-event: what is sent is of use to somebody.
import { consumerRule } from "../consumer-rule.js";
import { unplannedEvents } from "../unplanned-events.js";

const campaign = (event: string): string => `{
  "trackwright": 1,
  "kind": "campaign",
  "id": "5",
  "name": "Thanks",
  "state": "active",
  "triggers": [{ "event": "${event}" }]
}
`;
const events = `trackwright: 1
name: acme-store
events:
  Order Completed:
    description: An order is paid.
`;

export const unheardEvent = consumerRule({
  id: "unheard-event",
  summary: "Nobody listens to an event",
  why:
    "Customer.io counts and stores it, its code is maintained and its data are personal, and nothing comes of it. It may " +
    "be of use elsewhere, in a warehouse: then nothing has to be done.",
  fix: "Build what it was meant for, or retire it. Where others use it, say so in its description and switch this rule off.",
  severity: "info",
  needs: "plan",
  examples: {
    bad: {
      files: {
        "plan.yaml": `${events}  Viewed Collection:
    description: A collection is shown.
`,
        "consumers/campaign-5-thanks.json": campaign("Order Completed"),
      },
    },
    good: { files: { "plan.yaml": events, "consumers/campaign-5-thanks.json": campaign("Order Completed") } },
  },
  check({ plan, listening, index, destination }, report) {
    // What is written by hand need not be all; what was pulled is.
    if (plan.consumers.every(({ origin }) => origin === "written")) return;
    const heard = new Set(listening.heard.map(({ reference }) => reference.name));
    // Who names it wrongly is told of the name.
    for (const { meant } of unplannedEvents(listening, index, destination))
      if (meant !== undefined) heard.add(meant.event.name.value);
    for (const { steps, suppress } of plan.sequences) {
      for (const { value } of steps) heard.add(value);
      if (suppress !== undefined) heard.add(suppress.on.value);
    }
    if (plan.identity.merge?.kind === "on-event") heard.add(plan.identity.merge.event.value);
    for (const { name, status, call } of plan.events) {
      if (status !== "active" || call !== "track" || heard.has(name.value)) continue;
      report(name.span, `Nobody listens to "${name.value}": no workflow, segment or sequence names it.`, {
        event: name.value,
      });
    }
  },
});
