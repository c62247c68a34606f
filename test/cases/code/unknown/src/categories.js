const CATEGORIES = { CART: "Cart" };

export function open(count, isHidden) {
  // Nobody sees who makes this: it is told where, then what.
  window.analyticsEvent(CATEGORIES.CART, "open-cart", count);
  window.analyticsEvent("Help", `${isHidden ? "open" : "close"}-help`);
  // The first says what happened.
  window.analyticsEvent("Cart Closed", "Menu");
  window.analyticsEvent("Cart Left", { count });
}
