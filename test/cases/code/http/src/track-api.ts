import axios from "axios";

const host = "https://track-eu.customer.io/api/v1";
const headers = { Authorization: "Basic ..." };

export async function orderCompleted(customerId: string, orderId: string, total: number) {
  await axios.post(`${host}/customers/${customerId}/events`, { name: "Order Completed", data: { total }, id: orderId });
}

export async function signUp(user: { email: string; plan: string }) {
  await fetch(`${host}/customers/${encodeURIComponent(user.email)}`, {
    method: "PUT",
    headers,
    body: JSON.stringify({ email: user.email, plan: user.plan }),
  });
  await fetch("https://track.customer.io/api/v2/entity", {
    method: "POST",
    headers,
    body: JSON.stringify({
      type: "person",
      identifiers: { id: "u_1" },
      action: "event",
      name: "Signed Up",
      attributes: { plan: user.plan },
    }),
  });
}

/** Any event of a person who is not known yet. */
export const anonymous = (name: string, data: object) =>
  axios.post(`${host}/events`, { name, data, anonymous_id: "a_1" });
anonymous("Viewed Product", { sku: "A1" });

await axios.post("https://track.customer.io/api/v2/batch", {
  batch: [
    { type: "person", identifiers: { id: "u_1" }, action: "event", name: "Order Shipped", attributes: {} },
    { type: "person", identifiers: { id: "u_2" }, action: "identify", attributes: { vip_tier: "gold" } },
  ],
});

await fetch("https://cdp.customer.io/v1/track", {
  method: "POST",
  body: JSON.stringify({ userId: "u_1", event: "Refund Issued", properties: { amount: 3 } }),
});

// Neither an event nor a person's attributes.
await axios.post(`${host}/customers/u_1/suppress`, {});
await fetch(`${host}/customers/u_1`, { method: "DELETE", body: "{}" });
