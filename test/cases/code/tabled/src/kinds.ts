import posthog from "posthog-js";

// Kinds of one event are named like events, and are something that it says.
export enum ClickTrackingEvents {
  Cart = "Cart Clicked",
}
export const tellClick = (kind: ClickTrackingEvents) => posthog.capture("Clicked", { kind });
tellClick(ClickTrackingEvents.Cart);
