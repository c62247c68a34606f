// What is compared, listened to and looked for is not sent, nor is what others call their events.
import posthog from "posthog-js";
import { TrackingEvents } from "./analytics/events";
import { KeyEvents } from "./keys";
import { bus } from "./bus";

bus.on(TrackingEvents.CartSaved, () => undefined);
bus.told(KeyEvents.Enter);
export const isSaved = (all: readonly string[]) => all.includes(TrackingEvents.CartSaved);

// It is sent here, whatever else is asked for it.
posthog.capture(check(TrackingEvents.CartLeft));
const ready = prepare(TrackingEvents.CartLeft);
posthog.capture(TrackingEvents.CartLeft, ready);

// What is put into a list of the file's own is sent by who takes it out, if at all.
const changes: string[] = [];
changes.push(TrackingEvents.CartPrinted);
export const changed = changes.join(",");
