import { Sinks, ToMixpanel } from "./kept-sinks";

const sinks = new Sinks();
sinks.register(new ToMixpanel());
sinks.subscribe(new ToMixpanel());

sinks.say("Cart Kept");
export const look = (shelf) => sinks.tell({ type: "Shelf Kept", shelf });
