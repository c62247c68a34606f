import { TrackClient } from "customerio-node";
import { eventId } from "trackwright/runtime";
import { ulid } from "ulid";

const cio = new TrackClient(siteId, apiKey);
cio.track(user.id, { name: "Order Completed" });
cio.track(user.id, { name: "Order Completed", id: ulid() });
cio.track(user.id, { name: "Order Completed", id: eventId("Order Completed", order.id) });
cio.track(user.id, { name: "Order Completed", id: order.eventId });
cio.track(user.id, { name: "Order Completed", id: `${order.id}` });
cio.track(user.id, { ...rest, name: "Order Completed" });
// A function may give another one each time.
cio.track(newId(), { name: "Order Completed", id: newId() });
