import TagManager from "react-gtm-module";
import ua from "universal-analytics";

const visitor = ua("UA-1");
visitor.event("Cart", "Opened").send();
visitor.event({ ec: "Cart", ea: "Closed" }).send();
TagManager.dataLayer({ dataLayer: { event: "cart_opened", items: 2 } });

/** A client that nobody can see takes the category first, as its types say. */
export function report(productAnalytics) {
  const trackEvent = (category, action) => productAnalytics.trackEvent(category, action);
  trackEvent("Cart", "Reported");
}
TagManager.dataLayer({ dataLayer: { event: "customClick", eventCategory: "cart", eventAction: "Cart Closed" } });
