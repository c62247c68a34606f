// The rule missing-event-id: what may be sent twice can be told to be the same.
import type { CodeCall, SentEvent } from "../code-index.js";
import { isInside, nameAt } from "../code-places.js";
import { codeRule } from "../code-rule.js";

export const missingEventId = codeRule({
  id: "missing-event-id",
  summary: "The code sends an event that has an idempotency key without an event id",
  why:
    "Queues deliver twice and requests are repeated. Without an id that stays the same, Customer.io takes each for an event " +
    "of its own: the receipt goes out twice, and revenue counts double.",
  fix: "Send the event through its generated emitter, which makes the id from the key. By hand, pass the ULID that `eventId` of `trackwright/runtime` makes of the name and the key.",
  severity: "error",
  examples: {
    bad: {
      body: `
events:
  Order Completed:
    description: An order is paid.
    idempotency_key: order_id
    properties:
      order_id: string
`,
      beside: {
        "server/orders.ts": `
import { TrackClient } from "customerio-node";

const cio = new TrackClient(siteId, apiKey);
cio.track(order.customerId, { name: "Order Completed", data: { order_id: order.id } });
`,
      },
    },
    good: {
      body: `
events:
  Order Completed:
    description: An order is paid.
    idempotency_key: order_id
    properties:
      order_id: string
`,
      beside: {
        "server/orders.ts": `
import { TrackClient } from "customerio-node";
import { eventId } from "trackwright/runtime";

const cio = new TrackClient(siteId, apiKey);
cio.track(order.customerId, {
  name: "Order Completed",
  id: eventId("Order Completed", order.id),
  data: { order_id: order.id },
});
`,
      },
    },
  },
  check({ code }, report) {
    for (const call of [...code.eventCalls, ...code.givenCalls]) {
      const { emission } = call;
      // A function that makes none whatever it is given is told of itself.
      if (code.sentBy(emission)?.eventId === "absent") continue;
      // A library that keeps the person itself, as in a browser, makes the id itself too.
      const makesNone = emission.needsIdentity || emission.isTrackApi === true;
      if (emission.typed || emission.eventId !== "absent" || !makesNone) continue;
      const isCertain =
        !call.open &&
        call.unplanned.length === 0 &&
        call.events.every(({ event }) => event.idempotencyKey.length > 0);
      for (const sent of meantBy(call)) {
        const { event, name } = sent;
        // Of several that a type allows, nobody may send this one.
        const isWritten = name !== undefined && isInside(name.span, emission.span);
        if (!isCertain && !isWritten && call.events.length > 1) continue;
        if (name === undefined || event.status === "retired" || event.idempotencyKey.length === 0) continue;
        const keys = event.idempotencyKey.map(({ value }) => `"${value.join(".")}"`).join(" and ");
        report(nameAt(call, sent), `"${event.name.value}" is sent without an event id.`, {
          event: event.name.value,
          help: `Send it through its generated emitter, or make the id from ${keys} with "eventId" of "trackwright/runtime".`,
          related: event.idempotencyKey.slice(0, 1).map(({ span }) => ({ message: "its key", span })),
        });
      }
    }
  },
});

/** The events that a call sends, or that its only name was certainly meant to name. */
function meantBy({ events, unplanned, open }: CodeCall): readonly SentEvent[] {
  const [only, ...others] = unplanned;
  if (events.length > 0 || open || others.length > 0 || only?.meant?.certain !== true) return events;
  return [{ event: only.meant.event, name: only.name }];
}
