// What a function takes is handed on behind a command, each at its place.
export class Counter {
  count(...args) {
    window._paq.push(["trackEvent", ...args]);
  }
  button(...more) {
    this.count("Buttons", ...more);
  }
}

const counter = new Counter();
counter.count("Cart", "Cart Counted");
counter.button("Button Counted", "menu");
