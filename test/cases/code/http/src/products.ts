import axios from "axios";
import got from "got";
import ky from "ky";

// Interfaces of products, by a team that does without their libraries.
const segment = process.env.SEGMENT_HOST ?? "https://api.segment.io";
async function call(path: string, body: object) {
  return fetch(`${segment}/v1${path}`, { method: "POST", body: JSON.stringify(body) });
}
export const record = (userId: string, event: string, properties: object) =>
  call("/track", { userId, event, properties });
record("u_1", "Cart Opened", { size: 1 });
call("/identify", { userId: "u_1", traits: { plan: "pro" } });
await fetch("https://api.segment.io/v1/batch", {
  method: "POST",
  body: JSON.stringify({ batch: [{ type: "track", userId: "u_1", event: "Cart Closed", properties: {} }] }),
});

// A client that has the beginning of all addresses.
const mixpanel = axios.create({ baseURL: "https://api-eu.mixpanel.com" });
await mixpanel.post("/track", [{ event: "Cart Shared", properties: { token: "t", by: "link" } }]);
const posthog = ky.create({ prefixUrl: "https://eu.i.posthog.com" });
await posthog.post("capture/", { json: { api_key: "k", event: "Cart Left", distinct_id: "u_1" } });
const region = process.env.EU ? "track-eu.customer.io" : "track.customer.io";
const customerio = got.extend({ prefixUrl: `https://${region}/api/v1` });
await customerio.post("customers/u_1/events", { json: { name: "Cart Paid", data: { total: 1 } } });

const amplitude = "https://api2.amplitude.com/2/httpapi";
await axios({
  method: "post",
  url: amplitude,
  data: { api_key: "k", events: [{ user_id: "u_1", event_type: "Cart Sent", event_properties: { days: 2 } }] },
});
const query = new URLSearchParams({ measurement_id: "m", api_secret: "s" });
await fetch(`https://www.google-analytics.com/mp/collect?${query}`, {
  method: "POST",
  body: JSON.stringify({ client_id: "c", events: [{ name: "cart_returned", params: { reason: "size" } }] }),
});

// Another product's address, which takes no events.
await fetch("https://api.mixpanel.com/engage", { method: "POST", body: JSON.stringify([{ $set: {} }]) });

// With a letter, as libraries of pages send it.
export const sign = async (event: string, properties: object) =>
  fetch("https://api.segment.io/v1/t", {
    method: "POST",
    body: JSON.stringify({ event, properties, type: "track", userId: "u_1" }),
  });
