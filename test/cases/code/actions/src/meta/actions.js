import { CATEGORIES } from "../../../shop/categories";

export const openCart = (cart) => ({
  type: "OPEN_CART",
  payload: { cart },
  meta: { analytics: { category: CATEGORIES.CART, action: "Meta Cart Opened", label: cart.id } },
});
export const closeCart = (isTold) => ({
  type: "CLOSE_CART",
  meta: isTold ? { analytics: { category: CATEGORIES.CART } } : null,
});
export const addToCart = (item) => ({
  type: "ADD_TO_CART",
  item,
  meta: { analytics: { eventType: "track", eventPayload: { event: "Meta Item Added", properties: { item } } } },
});

// A page's own, and what is told of nothing.
export const route = { path: "/cart", component: "Cart", meta: { analytics: { name: "cart page" } } };
export const load = () => ({ type: "LOAD", meta: { analytics: { sampling: 2 } } });
export const printCart = () => ({
  type: "PRINT_CART",
  meta: { source: "menu", metric: { eventName: "Meta Cart Printed", properties: { from: "menu" } } },
});
