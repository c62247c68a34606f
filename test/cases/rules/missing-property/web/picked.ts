import { pick } from "lodash";
import { openCart } from "shop-kit";

// Whatever it is picked from, it brings those keys alone.
export const left = () =>
  analytics.track("Left Checkout", { ...pick(openCart(), ["cart_id", "cart_value"]), page_path: "/" });
