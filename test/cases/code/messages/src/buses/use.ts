import { closed$, bus as messages, opened$ } from "./shop";

messages.emit("saved", "Shop Saved", { size: 1 });
opened$.next("Shop Opened");
// Nobody hears this one.
closed$.next("Shop Closed");
