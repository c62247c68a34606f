import type { Bus } from "@shop/bus";

const Commands = { Cart: { Open: "cart:open" }, Telemetry: { TrackEvent: "telemetry:track-event" } };
declare const bus: Bus;

// A command says that an event is tracked, and who hears it is not seen.
export const opened = () => bus.remoteCall(Commands.Telemetry.TrackEvent, "command_opened", { items: 1 });
export const closed = () => bus.execute(true, Commands.Telemetry.TrackEvent, null, "command_closed");
export const open = () => bus.remoteCall(Commands.Cart.Open, "no event");
bus.on(Commands.Telemetry.TrackEvent, "heard");
