import { attachPage } from "shop-kit";
import { addDefaults, addThrough, setNote } from "./notes";

setNote("Left Checkout", { cart_id: "1", cart_value: 2, page_path: "/" });

export function noted() {
  const sent = { cart_id: "1", cart_value: 2, page_path: "/" };
  setNote("Left Checkout", sent);
}

// These put something in, or may do so.
export function filled() {
  const one = { cart_id: "1", cart_value: 2 };
  addDefaults(one);
  analytics.track("Left Checkout", one);

  const two = { cart_id: "1", cart_value: 2 };
  addThrough(two);
  analytics.track("Left Checkout", two);

  const three = { cart_id: "1", cart_value: 2 };
  attachPage(three);
  analytics.track("Left Checkout", three);
}
