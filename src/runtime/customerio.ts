// A destination that sends through the TrackClient of customerio-node.
import type { Destination, PersonIdentifiers, TrackMessage } from "./destination.js";
import { eventId } from "./event-id.js";

type Data = { [key: string]: unknown };

/** What is used of customerio-node's TrackClient (4 and 5): it is not imported, so any such client will do. */
export type CustomerioClient = {
  identify(id: string, data: Data): Promise<unknown>;
  track(id: string, data: Data): Promise<unknown>;
  trackAnonymous(anonymousId: string, data: Data): Promise<unknown>;
  /** Version 5: it can tell people by their phone. */
  entity?(operation: Data): Promise<unknown>;
};

/**
 * Sends a tracker's messages to Customer.io: `createTracker({ destination: customerio(new TrackClient(...)) })`.
 * An event with an idempotency key gets an id that is the same each time, so that Customer.io takes it once.
 * The promises reject with the client's own errors.
 */
export function customerio(client: CustomerioClient): Destination<Promise<void>> {
  return {
    async track(message) {
      const { who, event, properties } = message;
      const id = identifierOf(who);
      if (id !== undefined) {
        await client.track(id, { name: event, ...envelope(message), data: properties });
      } else if (who.anonymous_id !== undefined) {
        await client.trackAnonymous(who.anonymous_id, {
          name: event,
          ...envelope(message),
          data: properties,
        });
      } else {
        const { type: action = "event", ...rest } = envelope(message);
        await viaEntity(client, who, { action, name: event, ...rest, attributes: properties });
      }
    },
    async identify({ who, attributes, update }) {
      const anonymous = who.anonymous_id === undefined ? {} : { anonymous_id: who.anonymous_id };
      const data = { ...attributes, ...anonymous, ...(update ? { _update: true } : {}) };
      const id = identifierOf(who);
      if (id !== undefined) await client.identify(id, data);
      else await viaEntity(client, who, { action: "identify", attributes: data });
    },
  };
}

/** The identifier that Customer.io's paths take: an id before an email, which it tells from ids by its form. */
function identifierOf({ id, email }: PersonIdentifiers): string | undefined {
  return id === undefined ? email : String(id);
}

function envelope({ call, event, idempotencyKey, timestamp }: TrackMessage): Data {
  return {
    ...(call === "track" ? {} : { type: call }),
    ...(idempotencyKey === undefined ? {} : { id: eventId(event, idempotencyKey) }),
    ...(timestamp === undefined ? {} : { timestamp }),
  };
}

async function viaEntity(
  client: CustomerioClient,
  { phone }: PersonIdentifiers,
  operation: Data,
): Promise<void> {
  if (phone === undefined) throw new Error("A message to Customer.io needs someone that it is about.");
  if (client.entity === undefined) {
    throw new Error("This version of customerio-node can't tell people by their phone; version 5 can.");
  }
  await client.entity({ type: "person", identifiers: { phone }, ...operation });
}
