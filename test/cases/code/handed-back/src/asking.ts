import { events } from "./asked";

events.cart_opened({ lines: 2 });
events.cart_closed();
