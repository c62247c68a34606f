import { getReporter } from "@shop/usage-telemetry";
import { sendShopTrackEvent, sendShopTrackEventWithDelay } from "@shop/utils";

declare const shop: { readonly id: string };

export async function close() {
  await sendShopTrackEventWithDelay(shop.id, "shop.closed");
}

// The name comes after what it is about, and is given by who calls this.
export const publish = (eventName: string) => sendShopTrackEvent(shop.id, eventName, { at: 1 });
publish("shop.shown");

export const seen = (isFirst: boolean) => {
  const name = isFirst ? "shop.found" : "shop.seen";
  sendShopTrackEvent(shop.id, name, {});
};

export async function start(context: object) {
  const service = await getReporter(context);
  service.send({ name: "shop.started", properties: { fast: true } });
  service.close("not an event");
}
