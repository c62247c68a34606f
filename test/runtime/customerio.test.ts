// The adapter with the real client library, against an HTTP server on this machine.
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { TrackClient } from "customerio-node";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type CustomerioClient, customerio, eventId } from "../../src/runtime/index.js";

type Request = {
  method: string | undefined;
  url: string | undefined;
  authorization: string | undefined;
  body: unknown;
};

const requests: Request[] = [];
let status = 200;
let server: Server;
let client: TrackClient;

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method, url, headers } = request;
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
      requests.push({ method, url, authorization: headers.authorization, body });
      response.writeHead(status, { "content-type": "application/json" });
      response.end(status === 200 ? "{}" : JSON.stringify({ meta: { errors: ["name is too long"] } }));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  client = new TrackClient("site", "key", { url: `http://127.0.0.1:${address.port}/api/v1` });
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  requests.length = 0;
  status = 200;
});

describe("an event on the wire", () => {
  it("carries name, data, a ULID made from its key, and its time", async () => {
    await customerio(client).track({
      call: "track",
      event: "Order Completed",
      properties: { order_id: "o-1001", company: null },
      who: { id: "user/1", anonymous_id: "anon-1" },
      idempotencyKey: "o-1001",
      timestamp: 1767225600,
    });
    expect(requests).toEqual([
      {
        method: "POST",
        url: "/api/v1/customers/user%2F1/events",
        authorization: `Basic ${Buffer.from("site:key").toString("base64")}`,
        body: {
          name: "Order Completed",
          id: eventId("Order Completed", "o-1001"),
          timestamp: 1767225600,
          data: { order_id: "o-1001", company: null },
        },
      },
    ]);
  });

  it("says no id and no time where it has none, and says that it is a page", async () => {
    await customerio(client).track({ call: "page", event: "Cart", properties: {}, who: { id: 42 } });
    expect(requests.map(({ url, body }) => ({ url, body }))).toEqual([
      { url: "/api/v1/customers/42/events", body: { name: "Cart", type: "page", data: {} } },
    ]);
  });

  it("is anonymous for a visitor, goes by email or by phone for those", async () => {
    const { track } = customerio(client);
    const message = { call: "track", event: "Saw Banner", properties: { a: 1 } } as const;
    await track({ ...message, who: { anonymous_id: "anon-1" } });
    await track({ ...message, who: { email: "a@example.com" } });
    await track({ ...message, who: { phone: "+4930123456" }, call: "screen", timestamp: 5 });
    expect(requests.map(({ url, body }) => ({ url, body }))).toEqual([
      { url: "/api/v1/events", body: { name: "Saw Banner", anonymous_id: "anon-1", data: { a: 1 } } },
      { url: "/api/v1/customers/a%40example.com/events", body: { name: "Saw Banner", data: { a: 1 } } },
      {
        url: "/api/v2/entity",
        body: {
          type: "person",
          identifiers: { phone: "+4930123456" },
          action: "screen",
          name: "Saw Banner",
          timestamp: 5,
          attributes: { a: 1 },
        },
      },
    ]);
  });
});

describe("a person on the wire", () => {
  it("is identified with the anonymous trail, and updated", async () => {
    const { identify } = customerio(client);
    await identify({ who: { id: "u-1", anonymous_id: "anon-1" }, attributes: { vip: true }, update: false });
    await identify({ who: { id: "u-1" }, attributes: { vip: null }, update: true });
    expect(requests.map(({ method, url, body }) => ({ method, url, body }))).toEqual([
      { method: "PUT", url: "/api/v1/customers/u-1", body: { vip: true, anonymous_id: "anon-1" } },
      { method: "PUT", url: "/api/v1/customers/u-1", body: { vip: null, _update: true } },
    ]);
  });
});

describe("what goes wrong", () => {
  it("is the client's own error", async () => {
    status = 400;
    const sent = customerio(client).track({ call: "track", event: "x", properties: {}, who: { id: "u" } });
    await expect(sent).rejects.toThrow("name is too long");
    await expect(sent).rejects.toHaveProperty("statusCode", 400);
  });

  it("names a person that nobody could find, and a client that is too old", async () => {
    const { entity: _, ...old }: CustomerioClient = {
      identify: async () => ({}),
      track: async () => ({}),
      trackAnonymous: async () => ({}),
      entity: async () => ({}),
    };
    const message = { call: "track", event: "x", properties: {} } as const;
    await expect(customerio(old).track({ ...message, who: {} })).rejects.toThrow("needs someone");
    await expect(customerio(old).track({ ...message, who: { phone: "+4930123456" } })).rejects.toThrow(
      "version 5",
    );
    expect(requests).toEqual([]);
  });
});
