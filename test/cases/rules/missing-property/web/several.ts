// What other products are told is not the plan's, wherever that stands; what each library of the plan's is told is.
import posthog from "posthog-js";

export function tell(name: string, about?: object) {
  if (window.ga) window.ga("send", { hitType: "event", eventAction: name });
  posthog.capture(name, { page_path: "/" });
  window.analytics.track(name, about);
}
const whole = (cart_id: string, page_path: string) => tell("Started Checkout", { cart_id, cart_value: 1, page_path });
whole("a", "/");
whole("a");
tell("Left Checkout", { cart_id: "a", cart_value: 1, page_path: "/" });

// Both are the plan's, and the second lacks something.
export function tellBoth(step: number) {
  window.analytics.track("Left Checkout", { cart_id: "a", cart_value: 1, page_path: "/", step });
  _cio.track("Left Checkout", { cart_id: "a", cart_value: 1, page_path: "/" });
}
const both = (name: string, step: number) => {
  window.analytics.track(name, { cart_id: "a", cart_value: 1, page_path: "/", step });
  _cio.track(name, { cart_id: "a", cart_value: 1, step });
};
both("Left Checkout", 1);
