import { Wire } from "@shop/wire";

const wire = new Wire("ws://localhost");

// Nothing says where it goes, but what is sent is an event.
export function recordTEvent(event: string, props?: object) {
  wire.call("recordtevent", { event, props }, { silent: true });
}
recordTEvent("wire:opened", { items: 1 });
wire.RecordTEventCommand({ event: "wire:closed", props: { items: 1 } });
wire.Paint({ event: "no event", props: { items: 1 } });
