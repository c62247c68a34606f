import { TrackClient } from "customerio-node";

const cio = new TrackClient(siteId, apiKey);
cio.identify(id, { is_subscriber: true, vip_tier: tier, next_delivery_at: null });

cio.identify(id, { last_order_at: Date.now() });
cio.identify(id, { is_subscriber: "yes", vip_tier: "bronze" });
cio.identify(id, { last_order_at: null });
