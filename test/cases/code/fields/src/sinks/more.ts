import { ShopSteps } from "./steps";

// Methods that another file gives to a class.
declare module "./steps" {
  interface ShopSteps {
    pack(): void;
    send(): void;
  }
}

ShopSteps.prototype.pack = function () {
  this.advance("Order Packed");
};

Object.assign(ShopSteps.prototype, {
  send() {
    this.advance("Order Sent");
  },
});
