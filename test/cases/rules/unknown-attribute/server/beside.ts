// What an event of PostHog's sets of its person beside what it carries.
import { PostHog } from "posthog-node";

const posthog = new PostHog("key");
posthog.capture({
  distinctId: user.id,
  event: "Signed Up",
  properties: { $set: { is_subscriber: true, isSubscriber: true, $browser: "x" }, $set_once: { shoe_size: 42 } },
});

// A wrapper says it once, and hands on what it is given.
function tell(event: string, properties: Record<string, unknown>) {
  posthog.capture({ distinctId: user.id, event, properties: { ...properties, $set_once: { first_event: event } } });
}
tell("Signed Up", { $set: { hat_size: 7 } });
tell("Signed Up", {});

// What is told of a group is no person's.
import mixpanel from "mixpanel-browser";
mixpanel.get_group("team", team.id).set({ team_size: 3 });
mixpanel.people.set({ team_size: 3 });
