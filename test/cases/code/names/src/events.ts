export enum Events {
  Started = "Checkout Started",
  Done = `Checkout ${"Done"}`,
}
export const CART = { added: "Cart Added", page: { viewed: "Cart Viewed" } } as const;
export const PREFIX = "shop";
export type Step = "address" | "payment";
