import { TrackClient } from "customerio-node";
import { signedUp } from "../generated/typescript/index.js";
import { createTracker } from "../generated/typescript/tracker.js";

const tracker = createTracker({ destination });
tracker.track({ id: user.id }, signedUp());

const cio = new TrackClient(siteId, apiKey);
cio.track(user.id, { name: "Signed Up" });
