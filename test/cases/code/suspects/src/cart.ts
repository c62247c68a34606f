// Calls that look like those that send events: nobody sees where they lead, so they are no emissions, and are told apart.
import { RemoteShop } from "@acme/rpc";
import { diary, journal } from "./journal";
import { reportUsage } from "./usage";

export async function open(client: object, worker: Worker, count: number) {
  reportUsage("cart_opened", { items: count });
  await RemoteShop.recordEventCommand(client, { name: "cart:opened", data: { items: count } });
  // A bus says by its first texts what it carries.
  bridge.invoke("telemetry", "track", { action: "Cart Opened", items: count });
  bridge.invoke("storage", "save", { action: "Cart Opened", items: count });
}

export function close() {
  reportUsage(`cart_closed_${today()}`);
  // Other things have events, too: of one name or two nothing is said.
  journal.logEvent("cart_closed", { by: "customer" });
  journal.logEvent("cart_emptied");
  journal.logEvent("cart_kept");
  diary.logEvent("door_closed");
  diary.logEvent("door_opened");
}
