// Lists and sets say which events leave.
import { Analytics } from "@customerio/cdp-analytics-node";

const analytics = new Analytics({ writeKey: "key" });
const allowed = new Set(["cart", "order"]);
const silent = ["Page Scrolled"];

export function report(area: string, event: string) {
  if (!allowed.has(area)) return;
  if (!silent.includes(event)) analytics.track({ userId, event, properties: { area } });
}

report("cart", "Cart Opened");
report("page", "Page Opened");
report("order", "Page Scrolled");
report(document.title, "Title Reported");

const growing = new Set(["cart"]);
growing.add(document.title);

export function grown(area: string, event: string) {
  if (growing.has(area)) analytics.track({ userId, event });
}

grown("page", "Page Grown");

const listed = ["cart"];
listed.push(document.title);

export function onList(area: string, event: string) {
  if (listed.includes(area)) analytics.track({ userId, event });
}

onList("page", "Page Listed");
