import { Analytics } from "@customerio/cdp-analytics-node";

const analytics = new Analytics({ writeKey });

// Of what a type allows, nobody may send the one that has a key.
export class Sender {
  send(event: "Order Completed" | "Viewed Product", userId: string) {
    analytics.track({ userId, event, properties: { order_id: "a" } });
  }
  // All of them have one.
  sendOrder(event: "Order Completed" | "Order Refunded", userId: string) {
    analytics.track({ userId, event, properties: { order_id: "a" } });
  }
  // It stands here.
  sendEither(isOrder: boolean, userId: string) {
    analytics.track({ userId, event: isOrder ? "Order Completed" : "Viewed Product", properties: { order_id: "a" } });
  }
}
