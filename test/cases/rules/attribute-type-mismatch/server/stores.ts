// What a store begins with is not what it holds when somebody is told of it; what is set is.
import { writable, get } from "svelte/store";

const customer = writable({ id: "", is_subscriber: null, vip_tier: "bronze" });
const settings = { is_subscriber: "no" };

export function opened() {
  const who = get(customer);
  if (!who?.id) return;
  analytics.identify(who.id, { is_subscriber: who.is_subscriber, vip_tier: who.vip_tier });
  analytics.identify(who.id, settings);
}
