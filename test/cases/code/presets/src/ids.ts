import { PipelinesClient, TrackClient } from "customerio-node";
import { hashOf } from "some-lib";

const cio = new TrackClient("site", "key");
const pipelines = new PipelinesClient({ writeKey: "key" });

export function send(user: { id: string }, done: () => void) {
  cio.track(hashOf(user), { name: "Pinged", data: { loud: true } });
  cio.identify(hashOf(user), { plan: "free" });
  pipelines.track({ userId: hashOf(user), event: "Ponged", properties: { loud: false } }, done);
  pipelines.identify({ userId: user.id, traits: { plan: "paid" } }, done);
}
