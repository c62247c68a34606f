// Nobody sees what a container gives: a tracker of the shop's is known by what it does.
import { create } from "inversion";
import { container } from "./container";
import { music } from "music-player";

const shop = container.find("tracker");
shop.trackCart("Cart Opened", { items: 1 });
container.all.shop.recordShopEvent("Cart Closed");
create().recordShopEvent("Cart Kept");
export const useIt = ({ shelf }) => shelf.reporter().recordShopEvent("Cart Used");

// A package's own, what says no name, and a function of the file by that name.
music.trackCart("Intro");
shop.trackCart(1);
const other = { trackCart: (name: string) => name.length };
other.trackCart("Cart Counted");
