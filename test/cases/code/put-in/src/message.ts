// What is put into an object is there behind the statement that puts it in, and not before it.
import { PostHog } from "posthog-node";

type Message = {
  distinctId: string;
  event: string;
  properties?: Record<string, unknown>;
  platform?: string;
};
declare const key: string | undefined;

// A wrapper may put what it adds into what it is given.
export function send(message: Message) {
  if (!key) return;
  const client = new PostHog(key);
  message.properties = {
    ...(message.properties ? { ...message.properties } : undefined),
    environment: "live",
    platform: message.platform ?? "server",
  };
  client.capture(message);
}
send({ distinctId: "1", event: "Queried", properties: { count: 1 } });
send({ distinctId: "1", event: "Opened", platform: "web" });

const hog = new PostHog("key");
export function inSteps(isDone: boolean) {
  const properties: Record<string, unknown> = { step: 1, kind: "first" };
  hog.capture({ distinctId: "1", event: "Begun", properties });
  properties.step = 2;
  if (isDone) properties.kind = "last";
  hog.capture({ distinctId: "1", event: "Ended", properties });
  Object.assign(properties, { kind: "all", more: true });
  hog.capture({ distinctId: "1", event: "Left", properties });
  // Who knows when this runs?
  const later = () => hog.capture({ distinctId: "1", event: "Later", properties });
  properties.late = true;
  return later;
}
