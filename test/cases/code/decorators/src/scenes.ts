// Nobody sees what these decorators do with the method that they stand on.
import { LogToServer, TrackEvent } from "@shop/decorators";

export class CartScene {
  @LogToServer()
  cartOpened(about: object) {
    return about;
  }
  @TrackEvent("Cart Closed")
  close() {}
  @LogToConsole()
  cartDrawn() {}
}
