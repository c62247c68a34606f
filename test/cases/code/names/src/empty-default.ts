import posthog from "posthog-js";

const send = (name = "") => posthog.capture(name);

// No event has the empty name of what is not given.
export function Confirm({ analytics }: { analytics: { action: string } }) {
  send(analytics.action);
}
