// A small real program: the generated code, the real client of Customer.io, and a server on this machine.
import { once } from "node:events";
import { createServer } from "node:http";
import { TrackClient } from "customerio-node";
import { expect, it } from "vitest";
import { customerio, eventId } from "../../../src/runtime/index.js";
import {
  createTracker,
  orderCompleted,
  sawBanner,
  ViolationError,
} from "../../goldens/typescript/shop/index.js";
import { validate } from "../../goldens/typescript/shop/validators/index.js";

it("an event arrives with its data, its time and an id that Customer.io takes once", async () => {
  const arrived: { readonly url: string | undefined; readonly body: unknown }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    arrived.push({ url: request.url, body: JSON.parse(Buffer.concat(chunks).toString()) });
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");

  const client = new TrackClient("site", "key", { url: `http://127.0.0.1:${address.port}/api/v1` });
  const tracker = createTracker({ destination: customerio(client), validate, validation: "throw" });
  const properties = {
    order_id: "o-1001",
    completed_at: 1767225600,
    payment: "card" as const,
    cart_id: "0b1f7c1e-8a52-4b7e-9a55-0f2d7f3f5c10",
    cart_value: 40,
    currency: "EUR",
    company: null,
    items: [{ sku: "TEE-1", name: "T-shirt", quantity: 2, price: 20 }],
  };
  try {
    await tracker.identify(
      { id: "u-1", anonymous_id: "a-1" },
      { can_receive_sms: false, is_subscriber: true },
    );
    await tracker.track({ anonymous_id: "a-1" }, sawBanner());
    await tracker.track({ id: "u-1" }, orderCompleted(properties));
    await tracker.track({ id: "u-1" }, orderCompleted(properties));
    const wrong = { ...properties, cart_value: -1 };
    expect(() => tracker.track({ id: "u-1" }, orderCompleted(wrong))).toThrow(ViolationError);
  } finally {
    server.closeAllConnections();
    server.close();
  }

  const order = {
    url: "/api/v1/customers/u-1/events",
    body: {
      name: "Order Completed",
      id: eventId("Order Completed", "o-1001"),
      timestamp: 1767225600,
      data: properties,
    },
  };
  expect(arrived).toEqual([
    {
      url: "/api/v1/customers/u-1",
      body: { can_receive_sms: false, is_subscriber: true, anonymous_id: "a-1" },
    },
    { url: "/api/v1/events", body: { name: "Saw Banner", anonymous_id: "a-1", data: {} } },
    order,
    order,
  ]);
});
