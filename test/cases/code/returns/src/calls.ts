import { Tracker, trackThen } from "./tracker.js";

const tracker = new Tracker();
tracker.track("Cart Opened", { items: 2 });
tracker.track({ eventName: "Cart Closed", reason: "paid" });

trackThen("Left", { to: "/cart" });
trackThen("Left Again", () => undefined);
