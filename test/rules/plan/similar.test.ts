// Holds the rules about names that look alike to which of two is the mistake, and to clusters.
import { describe, expect, test } from "vitest";
import { complaints, messages } from "./mended.js";

describe("of two events, the mistake is", () => {
  const events = (...names: readonly string[]): string =>
    `events:\n${names.map((name) => `  ${name}: { description: a }\n`).join("")}`;
  const wrong = (body: string): readonly string[] => messages("similar-event-names", body);

  test("the one that does not follow the casing", () => {
    expect(wrong(events("order_paid", "Paid Order"))).toEqual([
      '4: The event "order_paid" has the words of "Paid Order" in another order.',
    ]);
  });

  test("else the one that is used less", () => {
    expect(
      wrong(
        `${events("Order Paid", "Paid Order")}sequences:\n  a: { steps: [Paid Order], description: a }\n`,
      ),
    ).toEqual(['4: The event "Order Paid" has the words of "Paid Order" in another order.']);
  });

  test("else the one that has a word which stands nowhere else, although it comes first", () => {
    expect(wrong(events("Subscripton Paused", "Subscription Paused", "Subscription Renewed"))).toEqual([
      '4: The event "Subscripton Paused" is a typo away from "Subscription Paused".',
    ]);
    // Descriptions and properties know words, too; what an event says of itself does not count.
    expect(
      wrong(
        "events:\n  Delivery Reschedulled: { description: The delivery is reschedulled. }\n" +
          "  Delivery Rescheduled: { description: a }\n" +
          "  Delivery Sent: { description: Not for one that was rescheduled. }\n",
      ),
    ).toEqual(['4: The event "Delivery Reschedulled" is a typo away from "Delivery Rescheduled".']);
  });

  test("else the one that is only planned", () => {
    expect(
      wrong("events:\n  Paid Order: { description: a, status: planned }\n  Order Paid: { description: a }\n"),
    ).toEqual(['4: The event "Paid Order" has the words of "Order Paid" in another order.']);
  });

  test("not the one that is sent and listened to, although its spelling looks wrong", () => {
    expect(
      wrong(
        "events:\n  Subscription Paused: { description: a, status: planned }\n" +
          "  Subscripton Paused: { description: a }\n  Subscription Renewed: { description: a }\n" +
          "consumers:\n  Stay: { kind: campaign, trigger: Subscripton Paused }\n",
      ),
    ).toEqual(['4: The event "Subscription Paused" is a typo away from "Subscripton Paused".']);
  });

  test("else the later one", () => {
    expect(wrong(events("Order Paid", "Paid Order"))).toEqual([
      '5: The event "Paid Order" has the words of "Order Paid" in another order.',
    ]);
  });

  test("each of a cluster but one, which all others are held against", () => {
    expect(wrong(events("Order Paid", "Paid Order", "Paid Orders", "Orders Paid"))).toEqual([
      '5: The event "Paid Order" has the words of "Order Paid" in another order.',
      '6: The event "Paid Orders" differs from "Order Paid" in singular and plural alone.',
      '7: The event "Orders Paid" differs from "Order Paid" in singular and plural alone.',
    ]);
  });
});

test("an alias is the mend: it is no rival", () => {
  expect(
    complaints("events:\n  Order Paid: { description: a, aliases: [Paid Order, order_paid, Order Payd] }\n"),
  ).toEqual([]);
});

test("hostile names do no harm", () => {
  expect(
    complaints(
      `events:\n  "constructor": { description: a, properties: { "__proto__": string, "toString": string } }\n  "***": { description: b }\n  "!!!": { description: c }\n  ${"x".repeat(90)}: { description: d }\n`,
    ).filter((one) => one.startsWith("similar-")),
  ).toEqual([]);
});
