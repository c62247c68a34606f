import { TrackClient } from "customerio-node";

const cio = new TrackClient(siteId, apiKey);

const completedAt = (timestamp) => cio.track(id, { name: "Order Completed", timestamp });
completedAt(Date.now());
completedAt(Math.floor(Date.now() / 1000));
