// What a function puts in for one of its events is not in those whose callers don't show that they give it.
function sent(name: string, told: Record<string, unknown>) {
  if (told.coupon) told.coupon_id = 1;
  analytics.track(name, told);
}
sent("Shared Product", { product_id: "TEE-1" });
sent("Shared Product", { product_id: "TEE-1", ...elsewhere(cart) });
sent("Shared Product", { product_id: "TEE-1", ...pick(cart, ["coupon"]) });
export function shared(told: { product_id: string; rest: object }) {
  sent("Shared Product", { product_id: told.product_id, ...told.rest });
}
