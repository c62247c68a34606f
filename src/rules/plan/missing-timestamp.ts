// The rule missing-timestamp: what a server sends, or what arrives late, says when it happened.
import { arrivalOf } from "../../plan/arrival.js";
import { durationText } from "../../plan/duration.js";
import type { PlanEvent } from "../../plan/plan.js";
import { isTimestampType } from "../../plan/property-path.js";
import type { PlanIndex } from "../plan-index.js";
import { planRule } from "../rule.js";

export const missingTimestamp = planRule({
  id: "missing-timestamp",
  summary: "An event of a server, or one that arrives late, does not say when it happened",
  why:
    "Servers send late: from queues, after retries, in nightly jobs. Without a time of its own, an event happened when " +
    "Customer.io received it, so a campaign counts its waiting time from the wrong moment and reports show the wrong day. " +
    "So does what an import brings days later (`arrives_after`), whoever sends it.",
  fix: "Send the moment as a property and name it, `timestamp: completed_at`. Write `timestamp: now` where the event is sent the moment it happens.",
  severity: "warning",
  needs: "plan",
  examples: {
    bad: `
sources:
  backend: { kind: server }
events:
  Order Delivered:
    description: A parcel is in the customer's hands.
    source: backend
    properties:
      delivered_at: timestamp
`,
    good: `
sources:
  backend: { kind: server }
events:
  Order Delivered:
    description: A parcel is in the customer's hands.
    source: backend
    timestamp: delivered_at
    properties:
      delivered_at: timestamp
`,
  },
  check({ index }, report) {
    for (const event of index.liveEvents) {
      if (event.status === "deprecated" || event.timestamp !== undefined || event.sources.length === 0)
        continue;
      const arrival = arrivalOf(event, index.sources);
      const isServed = (): boolean =>
        event.sources.every((one) => index.sources.get(one.value)?.kind.value === "server");
      if (arrival === undefined && !isServed()) continue;
      const name = event.name.value;
      const moments = momentsOf(event, index);
      const late =
        arrival === undefined
          ? `The event "${name}" does not say when it happened.`
          : `The event "${name}" arrives ${durationText(arrival.value)} after it happened or later, and does not say when that was.`;
      report(event.name.span, late, {
        event: name,
        help:
          moments.length === 1
            ? `Write "timestamp: ${moments[0]}".`
            : `Add a property of the type "timestamp" and name it, such as "timestamp: completed_at"${arrival === undefined ? ', or write "timestamp: now" where nothing delays it' : ""}.`,
      });
    }
  },
});

/** Required timestamps of the event that lie in its past by their name. */
function momentsOf(event: PlanEvent, index: PlanIndex): readonly string[] {
  return event.properties
    .filter(
      (property) =>
        property.required &&
        property.status !== "retired" &&
        property.origin.kind === "own" &&
        isTimestampType(property.type, index.lookup) &&
        /ed_?at$/i.test(property.name.value),
    )
    .map((property) => property.name.value);
}
