// No analytics: what is told by others on a bus of the page's own, what listens, what is shown.
import { Board } from "./board";

export class Bus {
  emit(eventName: string, ...rest: unknown[]) {
    this.listeners.get(eventName)?.forEach((one) => one(...rest));
  }
  subscribe(eventName: string, one: () => void) {
    this.all.set(eventName, one);
  }
}
const bus = new Bus();
bus.emit("cart:opened", 1);
bus.subscribe("cart:opened", () => Board({ trackingAction: () => bus.emit("cart:closed") }));
