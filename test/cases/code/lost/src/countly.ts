import root from "window-or-global";
import Countly from "countly-sdk-nodejs";

root.Countly.q.push(["add_event", { key: "Page Opened", segmentation: { path: "/" } }]);
Countly.add_event({ key: "App Started", count: 1 });
ym(123, "reachGoal", "Cart Bought", { items: 2 });
_hmt.push(["_trackEvent", "Cart", "Cart Weighed"]);
aptrinsic("track", "Cart Looked At", { items: 2 });
