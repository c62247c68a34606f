// The library's own request, told many at once.
import { TrackClient } from "customerio-node";

const cio = new TrackClient("site", "key", { url: "https://track.customer.io/api/v2" });

const person = ({ id, plan }: { id: string; plan: string }) => ({
  action: "identify",
  type: "person",
  identifiers: { id },
  attributes: { plan },
});

export const sync = async (people: { id: string; plan: string }[]) => {
  const batch = await Promise.all(people.map((one) => person(one)));
  await cio.request.post(`${cio.trackRoot}/batch`, { batch });
};
