// Holds the rules about sequences and consumers to what they must not say, and to saying each mistake once.
import { describe, expect, test } from "vitest";
import { checkBody } from "../example-plan.js";
import { complaints, messages } from "./mended.js";

const events = `
events:
  Signed Up: {}
  Activated: {}
  Order Paid: { status: retired, properties: { total: number } }
`;
const onboarding = "sequences:\n  onboarding: { steps: [Signed Up, Activated] }\n";

describe("a sequence without suppression is fine", () => {
  test.each([
    ["that nothing listens to", "Other: { kind: campaign, trigger: Activated, wait: 3d }"],
    ["whose step starts a welcome", "Welcome: { kind: campaign, trigger: Signed Up }"],
    ["whose step fills a segment", "New: { kind: segment, trigger: Signed Up, wait: 3d }"],
    ["whose step sends a receipt", "Receipt: { kind: transactional, trigger: Signed Up, wait: 3m }"],
  ])("%s", (_, consumer) => {
    expect(complaints(`${events}${onboarding}consumers:\n  ${consumer}\n`)).toEqual([]);
  });

  test("and is not once a message follows up on it", () => {
    const plan = `${events}${onboarding}consumers:\n  Nudge: { kind: campaign, trigger: Signed Up, wait: 3d }\n`;
    expect(complaints(plan)).toEqual([
      'sequence-without-suppression: "Nudge" follows up on the sequence "onboarding", which has no "suppress".',
    ]);
  });
});

test("what waits for a retired event is told once, as that", () => {
  const plan = `${events}
sequences:
  orders: { steps: [Signed Up, Order Paid], suppress: { on: Order Paid, wait: 3d } }
consumers:
  Paid: { kind: campaign, trigger: Order Paid, wait: 1h, conditions: [event.sum > 3] }
`;
  expect(complaints(plan)).toEqual([
    'consumer-retired-event: A step of the sequence "orders" is "Order Paid", which is retired: nobody sends it any more.',
    'consumer-retired-event: "Paid" is started by "Order Paid", which is retired: nobody sends it any more.',
  ]);
});

test("a plan that keeps no attributes says nothing about those of people", () => {
  const body = `${events}consumers:\n  Fans: { kind: segment, conditions: [customer.vip_tier = gold] }\n`;
  expect(complaints(body)).toEqual([]);
});

describe("examples", () => {
  const event = (examples: string): string =>
    `events:\n  A:\n    properties: { order_id: string, "note?": string }\n    examples: ${examples}\n`;

  test("that leave out what is optional are fine", () => {
    expect(complaints(event('[{ order_id: a }, { order_id: "1", note: "" }]'))).toEqual([]);
  });

  test("with a misspelled key have one mistake", () => {
    expect(messages("invalid-example", event("[{ orderId: a }]"))).toEqual([
      '6: In an example of the event "A", "orderId" is not declared. Did you mean "order_id"?',
    ]);
  });

  test("with hostile keys are held to what is declared, too", () => {
    expect(messages("invalid-example", event("[{ order_id: a, __proto__: 3 }, { constructor: a }]"))).toEqual(
      [
        '6: In an example of the event "A", "__proto__" is not declared.',
        '6: An example of the event "A" must have "order_id".',
        '6: In an example of the event "A", "constructor" is not declared.',
      ],
    );
  });

  test("behind an alias are shown where they are written", () => {
    const body = `events:
  A:
    properties: { order_id: string }
    examples: &shown
      - order_id: 3
  B:
    properties: { order_id: string }
    examples: *shown
`;
    const places = checkBody(body).filter(({ rule }) => rule === "invalid-example");
    expect(places).toHaveLength(2);
    for (const { span } of places) expect(span.end - span.start).toBe(1);
  });
});
