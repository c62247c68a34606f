// What may be no emission may change the casing itself; what it can't change means the event.
import { tracker } from "./nowhere";

tracker.track("Order Complete");
// trackwright-ignore-next-line unverified-call: nobody knows what it sends
tracker.track("order completed");
