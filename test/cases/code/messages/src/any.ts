// Whatever a bus is told goes out, without what stands before its dot.
import { EventEmitter2 } from "eventemitter2";
import posthog from "posthog-js";

export const shopBus = new EventEmitter2();

shopBus.onAny((eventName: string, about: object) => {
  const [, ...rest] = eventName.split(".");
  posthog.capture(rest.join("."), about);
});

export const cartOpened = () => shopBus.emit("cart.opened", { items: 2 });
export const told = (name: string) => shopBus.emit(`cart.${name}`);
told("closed");

export const otherBus = new EventEmitter2();
otherBus.emit("cart.kept");
