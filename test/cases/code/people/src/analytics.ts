import { Analytics } from "@segment/analytics-node";

const client = new Analytics({ writeKey: "key" });

/** Adds its own to what it is given. */
export function identify(userId: string, traits: { plan?: string }) {
  client.identify({ userId, traits: { app: "web", ...traits } });
}

/** Its callers choose no attribute. */
export function setPlan(userId: string, plan: string) {
  client.identify({ userId, traits: { plan } });
}
