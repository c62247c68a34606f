// The events that consumers name and the plan does not have, for the two rules that tell of them.
import type { Destination } from "../destinations/destination.js";
import type { ConsumerIndex, Heard } from "./consumer-index.js";
import { mistakes } from "./consumer-mistakes.js";
import { type MeantEvent, MeantEvents } from "./meant-event.js";
import type { PlanIndex } from "./plan-index.js";
import { Suggestions } from "./suggestions.js";

export type UnplannedEvent = {
  readonly first: Heard;
  readonly others: readonly Heard[];
  readonly meant: MeantEvent | undefined;
};

/** Each name once for each consumer. */
export function unplannedEvents(
  listening: ConsumerIndex,
  index: PlanIndex,
  destination: Destination,
): readonly UnplannedEvent[] {
  const meant = new MeantEvents(index, new Suggestions());
  const found = listening.heard.filter(
    ({ reference: { name } }) => !index.events.has(name) && !destination.operationalEvents.has(name),
  );
  return mistakes(found, ({ reference }) => reference.name).map((mistake) => ({
    ...mistake,
    meant: meant.of(mistake.first.reference.name),
  }));
}

/** `"Thanks" is started by "Order Paid"`, as the beginning of a sentence. */
export function hears({ reference, consumer }: Heard): string {
  const verb =
    reference.where === "trigger" ? "is started by" : reference.where === "exit" ? "stops on" : "asks for";
  return `"${consumer.name.value}" ${verb} "${reference.name}"`;
}

/** The files of an example: a plan, and a campaign as Customer.io has it that waits for `event`. */
export const pulledExample = (event: string): { readonly [path: string]: string } => ({
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
