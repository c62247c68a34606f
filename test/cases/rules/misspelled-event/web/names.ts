export const events = {
  viewed: "viewed_product",
} as const;

export enum Names {
  Order = "Order Complete",
}
