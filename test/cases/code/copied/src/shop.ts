import * as track from "./track.js";

export function order(total: number, coupon: string | undefined, note: string | null) {
  track.entries("By Entries", { total, currency: "EUR", Email: "a@b.example", coupon: coupon ?? undefined });
  track.keys("By Keys", { orderTotal: total.toFixed(2), shopNote: note || null, none: null });
  track.names("By Name", { total: 4, currency: "EUR", secret: "x" });
  track.each("By Each", { quantity: 2, currency: "EUR", place: "cart" });
  track.reduced("By Reduce", { total: 4, note: null, place: "cart" });
  track.spreads("By Spreads", { total: 4, note: "x" });
  track.list("By List", { orderTotal: 4, none: undefined, place: coupon ?? undefined });
  track.flat("By Flat List", { total: 4, _mark: true });
  track.library("By Library", { total: 4, none: null });
  track.test("By Test", { total: 4, note: "x", none: null });
  track.rename("By Rename", { orderTotal: 4 });
  track.text("By Text", { total: 4, place: "cart" });
  track.anyone("By Anyone", { total: 4 }, (key) => key !== "x");
  track.table("By Table", { total: 4 }, {});
  track.loops("By Loops", [{ total: 4 }, { place: "cart" }]);
  track.allowed("By Allowed", { total: 4, secret: "x" });
  track.entries("By A Default", { place: note || "cart", shop: note });
  track.nested("By Nested", { total: 4 });
}
