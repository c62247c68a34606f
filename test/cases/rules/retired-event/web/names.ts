export const paid = "Order Paid";
