import amplitude from "amplitude-js";
import { identify, Identify } from "@amplitude/node";
import mixpanel from "mixpanel";
import posthog from "posthog-js";
import { PostHog } from "posthog-node";
import ReactGA from "react-ga";

const client = mixpanel.init("token");

export function known(user: { id: string; plan: string }) {
  mixpanel.people.set({ plan: user.plan });
  client.people.set(user.id, { plan: user.plan, $email: "a@b.example" });
  identify(user.id, null, new Identify());
}

const trackEvent = (event) => ReactGA.event(event);
trackEvent({ category: "Map", action: "Opened" });
// It takes objects, and sends nothing of a text.
trackEvent("closed", { roads: 1 });

// What a library calls a person's own.
posthog.setPersonProperties({ plan: "pro" });
amplitude.getInstance().setUserProperties({ plan: "pro" });
new PostHog("k").identify({ distinctId: "u_1", properties: { $set: { plan: "pro" } } });
