// The events that consumers name and the plan does not have, for the two rules that tell of them.

import type { Destination } from "../destinations/destination.js";
import type { Fix } from "../diagnostics/diagnostic.js";
import { withoutInvisible } from "../diagnostics/invisible.js";
import { mayBeDeclared } from "../plan/unread.js";
import { yamlScalar } from "../plan/yaml-text.js";
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

const known = new WeakMap<ConsumerIndex, readonly UnplannedEvent[]>();

/** Each name once for each consumer. */
export function unplannedEvents(
  listening: ConsumerIndex,
  index: PlanIndex,
  destination: Destination,
): readonly UnplannedEvent[] {
  const before = known.get(listening);
  if (before !== undefined) return before;
  const meant = new MeantEvents(index, new Suggestions());
  const found = listening.heard.filter(
    ({ reference: { name } }) =>
      !index.events.has(name) &&
      !destination.operationalEvents.has(name) &&
      !mayBeDeclared(index.plan.unread, name),
  );
  const unplanned = mistakes(found, ({ reference }) => reference.name).map((mistake) => ({
    ...mistake,
    meant: meant.of(mistake.first.reference.name),
  }));
  known.set(listening, unplanned);
  return unplanned;
}

/** What else to do about a name that is written in the plan. */
export function mendToo({ reference }: Heard): string {
  return isPulledFile(reference.span.file)
    ? ""
    : " Correct it here, and in the workflow where it says so, too.";
}

/** Names an event as the plan does, in a file that is written by hand. */
export function eventFix({ first, others, meant }: UnplannedEvent): Fix | undefined {
  const all = [first, ...others].map(({ reference }) => reference);
  if (meant === undefined || all.some(({ where, span }) => where === "template" || isPulledFile(span.file)))
    return undefined;
  const right = meant.event.name.value;
  // What nobody can see is mended where the event is declared.
  if (right !== withoutInvisible(right).trim()) return undefined;
  return {
    title: `change to "${right}"`,
    safe: meant.isAlias,
    edits: all.map(({ span }) => ({ span, text: yamlScalar(right) })),
  };
}

/** Without the event, a written consumer is no part of a plan that can be compiled, whatever is set for the rule. */
export function severityOf({ reference }: Heard): { readonly severity?: "error" } {
  return isPulledFile(reference.span.file) ? {} : { severity: "error" };
}

/** The workspace is the truth about what was pulled: it is mended there. */
export function isPulledFile(file: string): boolean {
  return file.endsWith(".json");
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
