// What hands a message on to the call that sends the event is no second mistake; alone it is told.
export class Host {
  constructor(private readonly host: { postMessage(told: unknown): void }) {}
  postTrackingEvent(event: "Beta Joined" | "Order Paid") {
    this.host.postMessage({ type: "shop", event });
  }
}
const host = new Host(window.parent);
host.postTrackingEvent("Beta Joined");
host.postTrackingEvent("Order Paid");

export const joined = () => analytics.track("Beta Joined");
