import posthog from "posthog-js";
export class ShopTracker {
  trackCart(name: string, about?: object) { posthog.capture(name, about); }
  recordShopEvent(name: string) { posthog.capture(name); }
}
