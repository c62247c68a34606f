import { Analytics } from "@customerio/cdp-analytics-node";
import { TrackClient } from "customerio-node";

const cio = new TrackClient(siteId, apiKey);
const analytics = new Analytics({ writeKey });

cio.track(user.id, { name: "Signed Up" });
cio.track(user.emailId, { name: "Signed Up" });
cio.track(hash(user.email), { name: "Signed Up" });
analytics.track({ anonymousId: user.email, event: "Signed Up" });

cio.track(user.email, { name: "Signed Up" });
cio.track(user.email.toLowerCase(), { name: "Signed Up" });
cio.track(emailAddress, { name: "Signed Up" });
cio.track("mia@acme.example", { name: "Signed Up" });
cio.identify(session.user!.email!, { plan: "free" });
analytics.track({ userId: customerEmail, event: "Signed Up" });
export function opened(user: { id?: string; email: string; plan: string }) {
  cio.track(user.id ?? user.email, { name: "Signed Up" });
  cio.track(user.id ? user.id : user.email, { name: "Signed Up" });
  cio.track(user["email"], { name: "Signed Up" });
  cio.track(`${user.email}`, { name: "Signed Up" });
  cio.track(user.email || "unknown", { name: "Signed Up" });
  const id = user.email;
  cio.track(id, { name: "Signed Up" });
  // Right.
  cio.track(user.id ?? "unknown", { name: "Signed Up" });
  cio.track(`${user.email}:${user.plan}`, { name: "Signed Up" });
  const { plan } = user;
  cio.track(plan, { name: "Signed Up" });
}
