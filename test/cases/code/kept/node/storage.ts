// What Node keeps while a request is answered is known by the type of the store.
import { AsyncLocalStorage } from "node:async_hooks";
import { PostHog } from "posthog-node";

type Held = { client: PostHog; person: string };

export const held = new AsyncLocalStorage<Held>();
export const run = (person: string, work: () => void) =>
  held.run({ client: new PostHog("key"), person }, work);

export function order() {
  const { client, person } = held.getStore() ?? {};
  client?.capture({ distinctId: person, event: "Order Held" });
}
