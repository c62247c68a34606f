import { Told as Spoken } from "./others";
import { OfCart, Told } from "./told";

export class CartOpened extends OfCart {
  eventName = "Cart Opened";
  size = 2;
}

export class ShelfOpened extends Told {
  readonly eventName = "Shelf Opened";
  size = 1;
  get part() {
    return "Shelf";
  }
}

export class CartSpoken extends Spoken {
  eventName = "Not An Event";
}
