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

// A list of a function's own is joined here, and that of the file is somebody's queue.
const waiting = [];
export function changed(states: readonly number[]) {
  const changes: string[] = [];
  for (const state of states) changes.push(state > 1 ? TrackingEvents.CartSaved : TrackingEvents.CartLeft);
  if (states.length === 0) changes.unshift(TrackingEvents.CartLeft);
  waiting.push(TrackingEvents.CartSaved);
  return changes.join(", ");
}
