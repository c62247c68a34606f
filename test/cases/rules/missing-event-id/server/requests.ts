// Requests to the Track API without the library say it under the same key.
const host = "https://track.customer.io/api/v1";

const tell = (id: string, body: object) =>
  fetch(`${host}/customers/${id}/events`, { method: "POST", body: JSON.stringify(body) });

export const paid = (id: string) => tell(id, { name: "Order Completed", data: { order_id: "o_1" } });
export const again = (id: string) => tell(id, { name: "Order Completed", id: "01J", data: { order_id: "o_1" } });
