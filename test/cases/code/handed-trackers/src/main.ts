import { Cart, Desk } from "./cart";
import { KioskTracker, makeTrack, StoreTracker } from "./trackers";

export const carts = [new Cart(new StoreTracker()), new Cart(new KioskTracker())];

export const desk = new Desk({ track: makeTrack("Desk") });
desk.greet();
