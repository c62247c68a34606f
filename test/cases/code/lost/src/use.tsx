import { clean } from "./clean";
import { useCart } from "./lib/cart";
import { trackEvent, trackStart } from "./trackers";

trackEvent({ category: "Cart", action: "Cart Opened", label: "menu" });
trackStart({ at: 1 });
clean("Cart Cleaned");
const { report } = useCart();
report({ category: "Cart", action: "Cart Closed" });
