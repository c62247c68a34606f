import { isGuest } from "./guests";

export function left(cart: { id: string; total: number }, from?: number) {
  const sent: Record<string, unknown> = { cart_id: cart.id, cart_value: cart.total, step: 1 };
  // On a server there is no page; who sends this is in a browser.
  if (typeof window !== "undefined") sent.page_path = window.location.pathname;
  analytics.track("Left Checkout", sent);

  const guest: Record<string, unknown> = { cart_id: cart.id, cart_value: cart.total, page_path: "/" };
  // Here it holds, and behind it nobody knows.
  if (isGuest(cart)) {
    guest.step = 1;
    analytics.track("Left Checkout", guest);
  }
  analytics.track("Left Checkout", guest);

  const given: Record<string, unknown> = { cart_id: cart.id, cart_value: cart.total, page_path: "/" };
  // That is for callers to say.
  if (from !== undefined) given.step = from;
  analytics.track("Left Checkout", given);
}

export function started(cart: { id: string }) {
  const sent: Record<string, unknown> = { cart_id: cart.id, cart_value: 1, page_path: "/" };
  // What is put in for one call is not in the others, which nobody comes to from there.
  if (isGuest(cart)) {
    sent.step = 1;
    analytics.track("Left Checkout", sent);
    return;
  }
  analytics.track("Started Checkout", sent);
}
