import { emitEvent, fireEvent, sendEvent } from "./happened";

export function open() {
  fireEvent({ name: "basket-opened", action_type: "button", items: 2 });
}

export class Basket {
  shown() {
    this.told("basket-shown");
  }
  private told(eventName: string) {
    fireEvent({ name: eventName });
  }
}

emitEvent({ name: "basket-moved" });
sendEvent({ name: "basket-hidden" });
