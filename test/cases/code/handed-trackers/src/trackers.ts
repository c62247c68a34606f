import { Analytics } from "@segment/analytics-node";

const client = new Analytics({ writeKey: "key" });

export interface Tracker {
  track(name: string, properties: object): void;
}

export class StoreTracker implements Tracker {
  track(name: string, properties: object) {
    client.track({ userId: "u", event: `Store ${name}`, properties });
  }
}

export class KioskTracker implements Tracker {
  track(name: string, properties: object) {
    client.track({ userId: "u", event: `Kiosk ${name}`, properties });
  }
}

export type Track = (name: string) => void;

export function makeTrack(prefix: string): Track {
  return (name) => client.track({ userId: "u", event: `${prefix} ${name}` });
}
