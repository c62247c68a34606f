import { TrackClient } from "customerio-node";

const cio = new TrackClient(siteId, apiKey);
cio.track(user.id, { name: "Started Checkout", data: { cart_id: "a", cart_value: 1 } });

cio.track(user.id, { name: "Started Checkout", data: { cart_id: "a" } });
cio.track(user.id, { name: "Started Checkout" });
