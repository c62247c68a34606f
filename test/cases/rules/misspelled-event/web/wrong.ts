import { events, Names } from "./names";

analytics.track("Checkout Started");
analytics.track('order_completed');
analytics.track(`Order Compelted`);
analytics.track("Begin Checkout");
analytics.track("Viewed Products");
analytics.track(events.viewed);
analytics.track(Names.Order);
analytics.track(Names.Order, {});
