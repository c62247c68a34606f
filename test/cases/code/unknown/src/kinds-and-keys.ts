import { trackEvent } from "@shop/analytics";

enum Kind {
  PAGE = "Page",
  FEATURE = "Feature",
}

// What kind of event it is says less than which.
trackEvent({ key: "Open Cart Menu", type: Kind.FEATURE, properties: { items: 2 } });
trackEvent({ key: "Orders", type: Kind.PAGE });
trackEvent({ key: "Keep Cart Open", type: "cart" });
// Here the type says which, and where.
trackEvent({ key: "menu", type: "Cart Menu Left" });
trackEvent({ key: "menu", type: "paid" });
