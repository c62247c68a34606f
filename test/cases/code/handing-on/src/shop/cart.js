import { usePeople } from "../analytics/use-people";
import { later } from "../analytics/later";
import { sendPixel } from "../pixels";
import { pings } from "../telemetry/pings";

sendPixel("cart_opened", { items: 2 });

export class Cart {
  firePixel(eventName) {
    sendPixel(`cart_${eventName}`);
  }
  close() {
    this.firePixel("closed");
  }
}

export function Panel() {
  const { generic, opened } = usePeople();
  generic("Cart Panel Shown", { items: 2 });
  opened("Cart Panel");
  return later.captureDelayed("Cart Panel Left", { items: 2 });
}

pings.ping("installed");
