import { TrackClient } from "customerio-node";

const cio = new TrackClient(siteId, apiKey);
const id = user.id;

cio.track(user.id, { name: "Order Completed", id: user.id });
cio.track(id, { name: "Order Completed", id });
cio.track(user.id, { name: "Order Completed", id: "order-completed" });
cio.trackAnonymous(visitor.key, { name: "Order Completed", id: visitor.key });
