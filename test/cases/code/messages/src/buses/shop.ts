import EventEmitter from "node:events";
import posthog from "posthog-js";
import { filter, Subject } from "rxjs";

// Buses and streams are told apart by where they are declared, whatever others call them.
export const bus = new EventEmitter();
bus.on("saved", (name: string, payload: object) => posthog.capture(name, payload));
export const opened$ = new Subject<string>();
opened$.pipe(filter(Boolean)).subscribe((name) => posthog.capture(name));
export const closed$ = new Subject<string>();

export class Shop extends EventEmitter {
  buy() {
    this.emit("bought", "Shop Bought");
  }
}
const shop = new Shop();
shop.on("bought", (name) => posthog.capture(name));

PubSub.subscribe("shown", (_topic, { name }) => posthog.capture(name));
PubSub.publish("shown", { name: "Topic Shown" });
