// What Customer.io's library has no method for goes through the request that it makes.
import { RegionUS, TrackClient } from "customerio-node";
import Request from "customerio-node/dist/lib/request";

const cio = new TrackClient("site", "key", { url: "https://track.customer.io/api/v2" });

export const synced = (users: { id: string; plan: string }[]) =>
  cio.request.post(`${cio.trackRoot}/batch`, {
    batch: users.map(({ id, plan }) => ({
      ...{ type: "person", action: "identify" },
      identifiers: { id },
      attributes: { plan },
    })),
  });

// It reads what is known of people.
export const known = (ids: string[]) =>
  new Request("key", {}).post(`${RegionUS.apiUrl}/customers/attributes`, { ids });
