// What ends sends what was begun, and what runs under the name of an event sends that.
import { callWithTelemetryAndErrorHandling } from "@microsoft/vscode-azext-utils";

export const open = () => callWithTelemetryAndErrorHandling("cart.open", async (context) => shown(context));

export function record(key: string, segmentation: object) {
  window.Countly.q.push(["end_event", { key, segmentation }]);
}
record("Cart Opened", { items: 3 });
window.Countly.q.push(["end_event", "Cart Closed"]);
window.Countly.q.push(["start_event", "Cart Closed"]);
