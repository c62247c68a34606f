import { inject } from "inversify";
import type { Console, Ledger } from "@tills/contract";
import type { Console as Other } from "@others/contract";

export class Cart {
  constructor(
    @inject("Console") private readonly shown: Console,
    private readonly other: Other,
    private readonly ledger: Ledger,
  ) {}
  lose() {
    this.shown.warn("Cart Lost", "There is no cart");
    // Another package's interface has the same name.
    this.other.warn("Nobody Hears", "Another console");
    this.ledger.note("Noted In The Ledger");
  }
}
