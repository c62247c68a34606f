import { emittersFor, shelf } from "./emitters";

const cart = emittersFor("Cart");
cart.opened();
emittersFor("Till").closed();

export function look() {
  shelf.opened();
  const { cleared } = emittersFor("Basket");
  cleared();
}
