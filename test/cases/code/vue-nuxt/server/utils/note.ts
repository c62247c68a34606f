import { PostHog } from "posthog-node";

const client = new PostHog("key");

export function note(event: string) {
  client.capture({ distinctId: "server", event: `server ${event}` });
}
