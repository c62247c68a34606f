// The generated code of the shop at work: what its creators return, and what its tracker sends.
import { describe, expect, expectTypeOf, it } from "vitest";
import { type Destination, recorder } from "../../../src/runtime/index.js";
import {
  createTracker,
  orderCompleted,
  orderPaid,
  sawBanner,
  signedUp,
  type TrackerDestination,
  type TrackMessage,
  type Violation,
  ViolationError,
  viewedProduct,
} from "../../goldens/typescript/shop/index.js";
import { validate } from "../../goldens/typescript/shop/validators/index.js";

const order = {
  order_id: "o-1001",
  completed_at: 1767225600,
  payment: "card",
  cart_id: "0b1f7c1e-8a52-4b7e-9a55-0f2d7f3f5c10",
  cart_value: 40,
  currency: "EUR",
  company: null,
  items: [{ sku: "TEE-1", name: "T-shirt", quantity: 2, price: 20 }],
} as const;
const attributes = { can_receive_sms: false, is_subscriber: true };

describe("creators", () => {
  it("return plain data: name, properties, and what the plan says of key and time", () => {
    expect(orderCompleted(order)).toEqual({
      event: "Order Completed",
      properties: order,
      idempotencyKey: "o-1001",
      timestamp: 1767225600,
    });
    expect(orderPaid({ order_id: "o-1" })).toEqual({
      event: "Order Paid",
      properties: { order_id: "o-1" },
      idempotencyKey: "o-1",
    });
    expect(sawBanner()).toEqual({ event: "Saw Banner", properties: {} });
    expect(viewedProduct()).toEqual({ event: "Viewed Product", call: "page", properties: {} });
    expect(signedUp({ plan: "pro", request_id: "r" })).toHaveProperty("timestamp", "now");
  });

  it("make events that survive a queue", () => {
    const event = orderCompleted(order);
    expect(JSON.parse(JSON.stringify(event))).toEqual(event);
  });
});

describe("a tracker", () => {
  it("sends messages that say everything", () => {
    const destination = recorder();
    const tracker = createTracker({ destination });
    tracker.track({ id: "u-1" }, orderCompleted(order));
    tracker.track({ anonymous_id: "a-1" }, viewedProduct({ position: 2 }));
    tracker.identify({ id: "u-1", anonymous_id: "a-1" }, attributes);
    tracker.update({ id: "u-1" }, { vip_tier: null });
    expect(destination.messages).toEqual([
      {
        kind: "track",
        call: "track",
        event: "Order Completed",
        properties: order,
        who: { id: "u-1" },
        idempotencyKey: "o-1001",
        timestamp: 1767225600,
      },
      {
        kind: "track",
        call: "page",
        event: "Viewed Product",
        properties: { position: 2 },
        who: { anonymous_id: "a-1" },
      },
      { kind: "identify", who: { id: "u-1", anonymous_id: "a-1" }, attributes, update: false },
      { kind: "identify", who: { id: "u-1" }, attributes: { vip_tier: null }, update: true },
    ]);
  });

  it("takes the time of the call for events that happen now", () => {
    const destination = recorder();
    const before = Math.floor(Date.now() / 1000);
    createTracker({ destination }).track({ id: "u" }, signedUp({ plan: "pro", page_path: "/" }));
    const [message] = destination.messages;
    if (message?.kind !== "track") throw new Error("nothing was tracked");
    expect(message.timestamp).toBeGreaterThanOrEqual(before);
    expect(message.timestamp).toBeLessThanOrEqual(Date.now() / 1000);
    expect(Number.isInteger(message.timestamp)).toBe(true);
  });

  it.each([
    ["a creator that was not called", orderCompleted],
    ["undefined", undefined],
    ["null", null],
    ["a payload without its creator", order],
  ])("refuses %s, from code without types, by name", (_, event) => {
    const destination = recorder();
    const tracker = createTracker({ destination, validate, validation: "off" });
    for (const who of [{ id: "u-1" }, undefined]) {
      expect(() => Reflect.apply(tracker.track, tracker, [who, event])).toThrow(
        new TypeError("Not an event of the plan"),
      );
    }
    expect(destination.messages).toEqual([]);
  });

  it("hands on what the destination returns, and its errors", async () => {
    const failing = {
      track: () => Promise.reject(new Error("no network")),
      identify: () => Promise.resolve(),
    };
    const sent = createTracker({ destination: failing }).track({ id: "u" }, viewedProduct());
    await expect(sent).rejects.toThrow("no network");
    const throwing = {
      track: (): void => {
        throw new Error("queue is full");
      },
      identify: (): void => {},
    };
    expect(() => createTracker({ destination: throwing }).track({ id: "u" }, viewedProduct())).toThrow(
      "queue is full",
    );
  });

  it("takes the destinations of trackwright/runtime, which take its own", () => {
    expectTypeOf<Destination<void>>().toEqualTypeOf<TrackerDestination<void>>();
    expectTypeOf<Destination>().toEqualTypeOf<TrackerDestination>();
  });
});

describe("validation", () => {
  // As a payload from a variable, or from JavaScript, may be: the compiler doesn't see the mistake.
  const wrong: typeof order = JSON.parse(JSON.stringify({ ...order, cart_value: "40", card_number: "4111" }));
  const found: readonly Violation[] = [
    {
      path: "/cart_value",
      message: "must be a number of at least 0, not this string",
      expected: "a number of at least 0",
    },
    { path: "/card_number", message: "is not in the tracking plan", expected: "nothing" },
  ];

  it("warns by default, and sends all the same", () => {
    const destination = recorder();
    const reported: unknown[] = [];
    const tracker = createTracker({
      destination,
      validate,
      onViolation: ({ violations }, message) =>
        reported.push([violations, "event" in message && message.event]),
    });
    tracker.track({ id: "u" }, orderCompleted(wrong));
    tracker.track({ id: "u" }, orderCompleted(order));
    expect(reported).toEqual([[found, "Order Completed"]]);
    expect(destination.messages.length).toBe(2);
  });

  it("warns on the console where there is no other place", () => {
    const texts: unknown[] = [];
    const { warn } = console;
    console.warn = (text: unknown) => texts.push(text);
    try {
      createTracker({ destination: recorder(), validate }).track({ id: "u" }, orderCompleted(wrong));
    } finally {
      console.warn = warn;
    }
    expect(texts).toEqual([
      'The event "Order Completed" departs from the tracking plan:\n' +
        "- /cart_value must be a number of at least 0, not this string\n" +
        "- /card_number is not in the tracking plan",
    ]);
  });

  it("throws before it sends, and lists every violation", () => {
    const destination = recorder();
    const tracker = createTracker({ destination, validate, validation: "throw" });
    const attempt = () => tracker.track({ id: "u" }, orderCompleted(wrong));
    expect(attempt).toThrow(ViolationError);
    expect(attempt).toThrow(/\/cart_value must be.*\n- \/card_number is not/);
    try {
      attempt();
    } catch (error) {
      expect(error).toMatchObject({ name: "ViolationError", violations: found });
    }
    expect(destination.messages).toEqual([]);
    tracker.track({ id: "u" }, orderCompleted(order));
    expect(destination.messages.length).toBe(1);
  });

  it("looks at nothing when it is off", () => {
    const destination = recorder();
    const tracker = createTracker({
      destination,
      validation: "off",
      validate: () => {
        throw new Error("was asked");
      },
    });
    tracker.track({ id: "u" }, orderCompleted(wrong));
    expect(destination.messages.length).toBe(1);
  });

  it("holds people to the plan: all of a profile, or a part of it", () => {
    const tracker = createTracker({ destination: recorder(), validate, validation: "throw" });
    const partial: typeof attributes = JSON.parse('{ "is_subscriber": true, "email": "nobody" }');
    expect(() => tracker.identify({ id: "u" }, partial)).toThrow(
      "A person departs from the tracking plan:\n- /email must be an email address, not this string\n" +
        "- /can_receive_sms is missing: it must be a boolean",
    );
    expect(() => tracker.update({ id: "u" }, { is_subscriber: false })).not.toThrow();
  });

  it("knows every event of the plan, and no other", () => {
    const unknown = validate({ call: "track", event: "Saw Baner", properties: {}, who: {} });
    expect(unknown?.message).toBe(
      'The event "Saw Baner" departs from the tracking plan:\n- it is not in the tracking plan',
    );
    expect(unknown?.violations).toEqual([
      {
        path: "",
        message: "is not in the tracking plan",
        expected: "an event of the tracking plan",
      },
    ]);
    expect(validate({ call: "track", event: "Saw Banner", properties: {}, who: {} })).toBeUndefined();
    // As a message without its event's name is: an event all the same, and not a person.
    const nameless: TrackMessage = JSON.parse('{ "call": "track", "properties": {}, "who": {} }');
    expect(validate(nameless)?.message).toContain("The event undefined departs");
  });
});
