// Services that mail people on what they did, as servers tell them.
import { Analytics as Bento } from "@bentonow/bento-node-sdk";
import Plunk from "@plunk/node";
import { LoopsClient } from "loops";

const loops = new LoopsClient("key");
const plunk = new Plunk("key");
const bento = new Bento({ siteUuid: "shop" });

function client() {
  return process.env.LOOPS === "off" ? undefined : loops;
}

export async function mail(email: string, total: number) {
  await loops.sendEvent({ email, eventName: "Order Completed", eventProperties: { total } });
  await client()?.sendEvent({ userId: "u1", eventName: "Order Shipped", contactProperties: { plan: "pro" } });
  await loops.updateContact({ email, properties: { plan: "pro" } });
  await loops.createContact(email, { plan: "free" });
  await plunk.events.track({ event: "Order Returned", email, data: { total } });
  await bento.V1.track({ email, type: "Order Rated", details: { total } });
}
