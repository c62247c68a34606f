// Holds the rules about the casing of properties and attributes to their fixes, and to when they offer none.
import { describe, expect, test } from "vitest";
import { checkBody } from "../example-plan.js";
import { complaints, mended, messages } from "./mended.js";

const body = `
groups:
  Cart: { properties: { "cartId": uuid, Total: number } }
events:
  Order Completed:
    description: An order is paid.
    include: [Cart]
    idempotency_key: cartId
    timestamp: paidAt
    properties:
      paidAt: timestamp
      couponCode?: string
      old: { type: string, deprecated: { since: 1.0.0, replaced_by: couponCode } }
      orderMeta: { properties: { a: string } }
    examples:
      - cartId: 0b1f7c1e-8a52-4b7e-9a55-0f2d7f3f5c10
        Total: 3
        paidAt: 1767225600
        'couponCode': "couponCode: is not a key here"
        old: a
        orderMeta: { a: b }
  Order Refunded: { properties: { paidAt: timestamp } }
people:
  attributes:
    vipTier?: string
    # Customer.io's own names stay as they are.
    created_at: timestamp
sequences:
  orders: { steps: [Order Completed, Order Refunded], key: paidAt }
consumers:
  Thanks:
    kind: campaign
    trigger: Order Completed
    conditions: ["event.paidAt > 3 and customer.vipTier = gold", "event.orderMeta.a = b"]
`;

test("a rename reaches every place of the plan", () => {
  const after = mended("attribute-name-casing", mended("property-name-casing", body));
  expect(complaints(after)).toEqual([]);
  for (const text of [
    'properties: { "cart_id": uuid, total: number }',
    "idempotency_key: cart_id",
    "timestamp: paid_at",
    "      paid_at: timestamp",
    "      coupon_code?: string",
    "replaced_by: coupon_code",
    "      - cart_id: 0b1f",
    "        'coupon_code': \"couponCode: is not a key here\"",
    "Order Refunded: { properties: { paid_at: timestamp } }",
    "key: paid_at",
    '"event.paid_at > 3 and customer.vip_tier = gold", "event.order_meta.a = b"',
    "    vip_tier?: string",
  ])
    expect(after).toContain(text);
});

describe("no rename is offered", () => {
  const fixes = (text: string): readonly unknown[] =>
    checkBody(text)
      .filter((one) => one.rule.endsWith("-name-casing"))
      .map((one) => one.fixes?.map((fix) => fix.safe));

  test("as a safe one where templates read the old name", () => {
    const plan = (templates: string): string =>
      `events:\n  A: { status: planned, properties: { aB: string } }\nconsumers:\n  C: { kind: campaign, trigger: A, ${templates} }\n`;
    expect(fixes(plan("wait: 3h"))).toEqual([[true]]);
    expect(fixes(plan("templates: [a.liquid]"))).toEqual([[false]]);
  });

  test.each([
    [
      "an example that can't be told apart",
      "A: { properties: { aB: string, c: object }, examples: [{ aB: x, c: { aB: y } }] }",
    ],
    [
      "a unit that names it",
      "A: { properties: { aB: currency, c: { type: integer, unit: { minor: aB } } } }",
    ],
    ["a property inside of another", "A: { properties: { c: { properties: { aB: string } } } }"],
    [
      "a tombstone of the same name",
      "A: { properties: { aB: string } }\n  B: { properties: { aB: { type: string, status: retired } } }",
    ],
    [
      "a name that is taken by a tombstone",
      "A: { properties: { aB: string, a_b: { type: string, status: retired } } }",
    ],
    ["a name that no casing makes right", "A: { properties: { $a: string } }"],
  ])("for %s", (_, event) => {
    expect(fixes(`events:\n  ${event}\n`)).toEqual([undefined]);
  });
});

describe("one mistake is one finding", () => {
  test("a name in many events", () => {
    expect(
      messages(
        "property-name-casing",
        "events:\n  A: { properties: { aB: string } }\n  B: { properties: { aB: string } }\n",
      ),
    ).toHaveLength(1);
  });

  test("a name that is wrong in casing and taken for another", () => {
    expect(
      complaints("events:\n  A: { properties: { aB: string } }\n  B: { properties: { a_b: string } }\n"),
    ).toEqual([
      'similar-property-names: The property "aB" differs from "a_b" in casing, spaces or punctuation alone.',
    ]);
  });

  test("a name that the destination keeps", () => {
    expect(complaints("people:\n  attributes:\n    _Score: integer\n")).toHaveLength(1);
  });
});

test("the casing of the head decides", () => {
  const events = "events:\n  A: { properties: { aB: string } }\n";
  expect(messages("property-name-casing", `naming: { properties: camelCase }\n${events}`)).toEqual([]);
  expect(
    messages("property-name-casing", `naming: { properties: { pattern: "^[a-zB]+$" } }\n${events}`),
  ).toEqual([]);
  expect(messages("property-name-casing", `naming: { properties: PascalCase }\n${events}`)).toHaveLength(1);
});
