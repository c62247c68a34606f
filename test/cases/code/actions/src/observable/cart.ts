import * as CartActions from "./effects";
import { opened } from "./effects";

export class Cart {
  constructor(private store) {}
  open() {
    this.store.dispatch(opened({ name: "Effect Opened" }));
    this.store.dispatch(CartActions.closed({ name: "Effect Closed" }));
  }
}
