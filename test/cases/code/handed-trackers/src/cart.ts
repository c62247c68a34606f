import type { Track, Tracker } from "./trackers";

export class Cart {
  constructor(private readonly tracker: Tracker) {}

  // One event, which has one of two names.
  open() {
    this.tracker.track("Cart Opened", { items: 3 });
  }
}

export class Desk {
  private readonly track: Track;

  constructor(options: { track: Track }) {
    this.track = options.track;
  }

  // What it was given says the name, where the desk is made.
  greet() {
    this.track("Guest Greeted");
  }
}
