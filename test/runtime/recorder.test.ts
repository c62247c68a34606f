import { expect, it } from "vitest";
import { recorder } from "../../src/runtime/index.js";

it("keeps messages as they were when they were sent", () => {
  const destination = recorder();
  const properties = { items: [{ sku: "TEE-1" }] };
  destination.track({ call: "track", event: "Order Completed", properties, who: { id: "u-1" } });
  properties.items.push({ sku: "CAP-1" });
  destination.identify({ who: { id: "u-1" }, attributes: { is_subscriber: true }, update: true });
  expect(destination.messages).toEqual([
    {
      kind: "track",
      call: "track",
      event: "Order Completed",
      properties: { items: [{ sku: "TEE-1" }] },
      who: { id: "u-1" },
    },
    { kind: "identify", who: { id: "u-1" }, attributes: { is_subscriber: true }, update: true },
  ]);
  destination.clear();
  expect(destination.messages).toEqual([]);
});
