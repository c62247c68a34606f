export const CART_EVENTS = {
  OPENED: { event: "clicked", action: "Cart Opened" },
  EMPTIED: { event: "clicked", action: "Cart Emptied" },
};
export enum TrackingEvents {
  CartSaved = "Cart Saved",
  CartShared = "Cart Shared",
  CartPrinted = "Cart Printed",
  CartLeft = "Cart Left",
}
