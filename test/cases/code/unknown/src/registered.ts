// A package that is about analytics is told which event stands for which action.
import { add, createClient } from "our-store/modules/analytics/utils";

const CART_OPENED = "[Cart] opened";

createClient("Shop Front");
add(CART_OPENED, "Cart Registered");
add("Cart Added", { items: 1 });
add(3, 4);

const addWithPayload = (type: string, eventName: string) => add(type, eventName, (action: any) => action.payload);

addWithPayload("[Cart] closed", "Cart Closing Registered");
