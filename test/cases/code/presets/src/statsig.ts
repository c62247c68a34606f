import { StatsigClient } from "@statsig/js-client";
import { Statsig, StatsigUser } from "@statsig/statsig-node-core";

const client = new StatsigClient("key", {});
client.logEvent("cart_opened", 3, { from: "menu" });

const server = new Statsig("secret");
export function logEvent(user: { uid: string }, name: string, value?: string, metadata?: object) {
  server.logEvent(new StatsigUser({ userID: user.uid }), name, value, metadata);
}
logEvent({ uid: "1" }, "order_completed", null, { total: "3" });
