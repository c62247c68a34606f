import { events, Names } from "./names";

analytics.track("Checkout Started");
analytics.track('order_completed');
analytics.track(`Order Compelted`);
analytics.track("Begin Checkout");
analytics.track("Viewed Products");
analytics.track(events.viewed);
analytics.track(Names.Order);
analytics.track(Names.Order, {});

// Nothing shows that this sends; the plan itself says what the last one means.
export function leave(deps: any) {
  deps.analytics.track("viewed-product");
  deps.analytics.track("Viewed Products");
  deps.analytics.track("Begin Checkout");
}
