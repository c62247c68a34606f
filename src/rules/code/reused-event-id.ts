// The rule reused-event-id: an event's id belongs to that event alone.
import type { EmittedPart } from "../../code/emission.js";
import { codeRule } from "../code-rule.js";

export const reusedEventId = codeRule({
  id: "reused-event-id",
  summary: "The code gives an event an id that other events have, too",
  why:
    "Customer.io takes a second event with the same id for the first one, sent again, and drops it. With the person's id or " +
    "a fixed text in its place, each person's first event arrives and no other: campaigns start once, or never.",
  fix: "Pass an id that is this event's own, as `eventId` of `trackwright/runtime` makes from its name and its key, or leave it out.",
  severity: "error",
  examples: {
    bad: {
      body: `
events:
  Order Completed:
    description: An order is paid.
`,
      beside: {
        "server/orders.ts": `
import { TrackClient } from "customerio-node";

const cio = new TrackClient(siteId, apiKey);
cio.track(customer.id, { name: "Order Completed", id: customer.id });
`,
      },
    },
    good: {
      body: `
events:
  Order Completed:
    description: An order is paid.
`,
      beside: {
        "server/orders.ts": `
import { TrackClient } from "customerio-node";
import { eventId } from "trackwright/runtime";

const cio = new TrackClient(siteId, apiKey);
cio.track(customer.id, { name: "Order Completed", id: eventId("Order Completed", order.id) });
`,
      },
    },
  },
  check({ code }, report) {
    for (const { emission, events } of code.eventCalls) {
      const { eventIdAs, identities, typed } = emission;
      if (eventIdAs === undefined || typed) continue;
      const person = identities.find((identity) => isSame(identity, eventIdAs));
      const fixed = eventIdAs.value.kind === "string" ? eventIdAs.value.value : undefined;
      if (person === undefined && fixed === undefined) continue;
      const [sent, ...more] = events;
      const message =
        person === undefined
          ? `Each time, this event has the id ${JSON.stringify(fixed)}: only the first one counts.`
          : `\`${eventIdAs.text}\` is the person's id, and the event's: only a person's first event counts.`;
      report(eventIdAs.span, message, {
        ...(sent !== undefined && more.length === 0 && { event: sent.event.name.value }),
        help: 'Make the id from what is this event\'s own, with "eventId" of "trackwright/runtime", or leave it out.',
        ...(person !== undefined && { related: [{ message: "the person's id", span: person.span }] }),
      });
    }
  },
});

/** The same expression, and no call of a function, which may give something else each time. */
function isSame(a: EmittedPart, b: EmittedPart): boolean {
  return a.text === b.text && /^[\p{L}_$][\p{L}\p{N}_$.?!]*$/u.test(a.text);
}
