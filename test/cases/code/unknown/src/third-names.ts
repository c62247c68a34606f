import { ask } from "@shop/wire";

// Whom it is about, and where, stand before the name.
const sendTrackEvent = (shopId: string, place: string | undefined, event: string, about?: object) =>
  ask({ kind: "track", shopId, place, event, about, analytics: true });
sendTrackEvent("shop-1", undefined, "third_opened", { items: 1 });

export const trackEvent = (event: string, about?: object) => sendTrackEvent("1", "analytics", event, about);
trackEvent("third_handed_on");
