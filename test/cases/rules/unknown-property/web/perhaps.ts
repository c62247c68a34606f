import { extras } from "shop-kit";

// What it puts in for those that give a coupon, nobody sends who is seen to give none, nor is seen to give one.
function tell(name: string, data: Record<string, any>) {
  if (data.coupon) data.coupon_id = 1;
  analytics.track(name, data);
}

export function opened(user: unknown, more) {
  tell("Viewed Product", { product_id: "1", ...extras(user) });
  tell("Viewed Product", { product_id: "1", ...more });
  tell("Viewed Product", { product_id: "1" });
}
