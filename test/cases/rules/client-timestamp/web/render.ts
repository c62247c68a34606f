import { Analytics } from "@customerio/cdp-analytics-node";

// This library runs on a server, although the file lies in the storefront's folder.
const server = new Analytics({ writeKey });
server.track({ userId: id, event: "Viewed Product", timestamp: new Date() });

// Whether there is a timestamp among the options is not known.
export function viewed(options: object) {
  let sent = options;
  if (campaign) sent = { page: { referrer: campaign } };
  analytics.track("Viewed Product", {}, sent);
}
