// What may be no emission may turn names into others itself: it is asked about, and not told to be wrong.
import { tracker } from "./nowhere";

tracker.track("Order Complete");
tracker.track("order completed");
