import { Analytics } from "@customerio/cdp-analytics-node";
import { TrackClient } from "customerio-node";

const cio = new TrackClient(siteId, apiKey);
const analytics = new Analytics({ writeKey });

cio.identify(id, { is_subscriber: true, email: "a@b.example", created_at: 1, _update: true });
cio.identify(id, { vip_tier: "gold", ...more });
analytics.identify({ userId: id, traits: { vip_tier: "gold" } });

cio.identify(id, { shoe_size: 42 });
cio.identify(id, { vipTier: "gold" });
cio.identify(id, { old_tier: "gold" });
analytics.identify({ userId: id, traits: { shoe_size: 42 } });
