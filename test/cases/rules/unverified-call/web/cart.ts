// Sent in a way that nobody sees to the end: the plan's event is not missing, and not held to the plan either.
import { shell } from "@acme/shell";

export function cart(items: number) {
  shell.call("telemetry", "track", { event: "Cart Opened", items });
  shell.call("telemetry", "track", { event: "Cart Emptied" });
  // What the plan does not have is asked about by `scan` alone.
  shell.reportUsage("Cart Shaken");
  // Another call sends it.
  shell.reportUsage("Signed Up");
}
