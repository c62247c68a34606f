// What is wrong with a payload in the code, by what is known of it: and nothing where it is not known.
import { describe, expect, test } from "vitest";
import type { ShapeProperty, ValueShape } from "../../../src/code/emission.js";
import { assemblePlan } from "../../../src/plan/assemble.js";
import { exampleHead } from "../../../src/rules/examples.js";
import { PlanIndex } from "../../../src/rules/plan-index.js";
import { payloadIssues, type ShapeIssue } from "../../../src/rules/shape-issues.js";

const span = { file: "web/cart.ts", start: 0, end: 0 };
const unknown: ValueShape = { kind: "unknown", span };
const nothing: ValueShape = { kind: "undefined", span };
const none: ValueShape = { kind: "null", span };
const truth: ValueShape = { kind: "boolean", span };
const date: ValueShape = { kind: "other", what: "date", span };
const bigint: ValueShape = { kind: "other", what: "bigint", span };
const number = (value?: number): ValueShape => ({
  kind: "number",
  span,
  ...(value !== undefined && { value }),
});
const text = (value?: string): ValueShape => ({
  kind: "string",
  span,
  ...(value !== undefined && { value }),
});
const milliseconds: ValueShape = { kind: "number", meaning: "milliseconds", span };
const seconds: ValueShape = { kind: "number", meaning: "seconds", span };
const json: ValueShape = { kind: "string", meaning: "json", span };
const numberText: ValueShape = { kind: "string", meaning: "stringified-number", span };
const isoText: ValueShape = { kind: "string", meaning: "iso-date", span };
const list = (...items: readonly ValueShape[]): ValueShape => ({
  kind: "array",
  items,
  complete: true,
  span,
});
const either = (...members: readonly ValueShape[]): ValueShape => ({ kind: "union", members, span });

function object(values: Readonly<Record<string, ValueShape>>, closed = true): ValueShape {
  const properties = Object.entries(values).map(([key, value]): ShapeProperty => {
    const optional = key.endsWith("?");
    return { name: optional ? key.slice(0, -1) : key, span, value, optional };
  });
  return { kind: "object", properties, closed, span };
}

const body = `
types:
  Money: { type: number, minimum: 0 }
  LineItem:
    properties:
      sku: string
      quantity: { type: integer, minimum: 1 }
      price?: Money
sources:
  backend: { kind: server }
  storefront: { kind: browser }
events:
  Order Completed:
    description: An order is paid.
    source: { names: [backend, storefront], because: each sends its own }
    properties:
      order_id: string
      completed_at: timestamp
      total: Money
      items: { type: "LineItem[]", minItems: 1 }
      is_first: boolean
      cart_id?: uuid
      coupon?: string | null
      payment?: enum(card, paypal)
      day?: date
      moment?: datetime
      extra?: any
      labels?: map(string)
      page_path?: { type: string, source: storefront }
      queue: { type: string, source: backend }
      old?: { type: string, status: retired }
`;

const { plan } = assemblePlan(
  [{ path: "tracking-plan/plan.yaml", text: exampleHead + body }],
  "tracking-plan",
  "tracking-plan/plan.yaml",
);
const index = new PlanIndex(plan);

const right = {
  order_id: text(),
  completed_at: seconds,
  total: number(),
  items: unknown,
  is_first: truth,
};

function told(issue: ShapeIssue): string {
  const path = issue.path.join(".");
  switch (issue.kind) {
    case "mismatch":
      return `${path} ${issue.message}`;
    case "misspelled":
      return `${path} is ${issue.meant.name.value}`;
    case "missing":
      return `${path} is missing: ${issue.certainty}`;
    case "unknown":
      return `${path} is ${issue.retired !== undefined ? "retired" : issue.elsewhere !== undefined ? "of another source" : "unknown"}`;
  }
}

function issues(shape: ValueShape, sources: readonly string[] = []): readonly string[] {
  const event = plan.events[0];
  if (event === undefined) throw new Error("the plan has an event");
  return payloadIssues(shape, event, { lookup: index.lookup, sources, complete: true }).map(told);
}

/** What is said of one property beside those that are right. */
function of(name: string, value: ValueShape): readonly string[] {
  return issues(object({ ...right, [name]: value }));
}

describe("a payload that is right", () => {
  test("or not known at all", () => {
    expect(issues(object(right))).toEqual([]);
    expect(issues(unknown)).toEqual([]);
    expect(issues(object({}, false))).toEqual([]);
  });

  test.each<[string, ValueShape]>([
    ["completed_at", number()],
    ["completed_at", unknown],
    ["completed_at", number(1_767_225_600)],
    ["order_id", numberText],
    ["order_id", json],
    ["order_id", date],
    ["coupon", none],
    ["coupon", either(text(), none)],
    ["coupon", nothing],
    ["coupon", either(text(), nothing)],
    ["payment", text()],
    ["payment", text("card")],
    ["cart_id", text()],
    ["cart_id", text("0b1f7c1e-8a52-4b7e-9a55-0f2d7f3f5c10")],
    ["moment", isoText],
    ["moment", date],
    ["day", text()],
    ["extra", list(object({ a: none }))],
    ["labels", object({ a: text(), b: text("x") }, false)],
    ["items", list(object({ sku: text(), quantity: number(2) }))],
    ["items", { kind: "array", items: [], complete: false, span }],
    ["anything", nothing],
  ])("%s %#", (name, value) => {
    expect(of(name, value)).toEqual([]);
  });
});

describe("a value of another type", () => {
  test.each<[string, ValueShape, string]>([
    ["completed_at", milliseconds, "must be Unix seconds, not milliseconds"],
    [
      "completed_at",
      number(1_767_225_600_000),
      "must be Unix seconds, and looks like milliseconds, not 1767225600000",
    ],
    ["completed_at", isoText, "must be Unix seconds, not an ISO date as text"],
    ["completed_at", date, "must be Unix seconds, not a Date, which is sent as ISO text"],
    ["completed_at", text("2026-01-01"), 'must be Unix seconds, not "2026-01-01"'],
    ["total", numberText, "must be a number, not a number as text"],
    ["total", number(-1), "must be at least 0, not -1"],
    ["total", none, "must be a number, not null"],
    ["total", either(number(), none), "must be a number, not null"],
    ["total", bigint, "must be a number, not a bigint, which JSON can't hold"],
    ["items", json, "must be a list, not JSON as text"],
    ["items", list(), "must have at least 1 item, not an empty list"],
    ["items", object({}), "must be a list, not an object"],
    ["order_id", number(), "must be text, not a number"],
    ["order_id", number(17), "must be text, not 17"],
    ["is_first", text("true"), 'must be true or false, not "true"'],
    ["is_first", number(1), "must be true or false, not 1"],
    ["payment", text("cash"), 'must be one of "card", "paypal", not "cash"'],
    [
      "payment",
      either(text("cash"), text("card"), none),
      'must be one of "card", "paypal", not null or "cash"',
    ],
    [
      "payment",
      either(...["a", "b", "c", "d", "e"].map(text)),
      'must be one of "card", "paypal", not "a", "b", "c" and 2 more',
    ],
    ["payment", number(), 'must be one of "card", "paypal", not a number'],
    ["cart_id", text("17"), 'must be a UUID, not "17"'],
    ["cart_id", numberText, "must be a UUID, not a number as text"],
    ["day", isoText, "must be a date such as 2026-03-31, not an ISO date as text"],
    ["coupon", number(), "must be text or null, not a number"],
    ["extra", bigint, "must be a JSON value, not a bigint, which JSON can't hold"],
  ])("%s %#", (name, value, message) => {
    expect(of(name, value)).toEqual([`${name} ${message}`]);
  });

  test("deep inside of lists, objects and maps", () => {
    expect(of("items", list(object({ sku: text(), quantity: numberText })))).toEqual([
      "items.quantity must be an integer, not a number as text",
    ]);
    expect(of("items", list(object({ sku: text(), qty: number(1) })))).toEqual(["items.qty is quantity"]);
    expect(of("items", list(object({ sku: text() })))).toEqual(["items.quantity is missing: absent"]);
    expect(of("items", list(object({ sku: text(), quantity: number(1), color: text() })))).toEqual([
      "items.color is unknown",
    ]);
    expect(of("labels", object({ a: number() }))).toEqual(["labels.a must be text, not a number"]);
  });
});

describe("a property that is missing", () => {
  const without = (name: string): Readonly<Record<string, ValueShape>> =>
    Object.fromEntries(Object.entries(right).filter(([key]) => key !== name));

  test("is told where the whole payload is known", () => {
    expect(issues(object(without("total")))).toEqual(["total is missing: absent"]);
    expect(issues(object(without("total"), false))).toEqual([]);
    expect(issues(object({ ...without("total"), total: nothing }))).toEqual(["total is missing: undefined"]);
    expect(issues(object({ ...without("total"), "total?": number() }))).toEqual(["total is missing: maybe"]);
    expect(issues(object({ ...right, total: either(number(), nothing) }))).toEqual([
      "total is missing: maybe",
    ]);
  });

  test("is told once, as misspelled, where it is there under another name", () => {
    expect(issues(object({ ...without("order_id"), orderId: text() }))).toEqual(["orderId is order_id"]);
    expect(issues(object({ ...without("total"), totl: number() }))).toEqual(["totl is total"]);
  });

  test("is asked of the sources that send it", () => {
    expect(issues(object(right), ["backend"])).toEqual(["queue is missing: absent"]);
    expect(issues(object(right), ["storefront"])).toEqual([]);
    expect(issues(object({ ...right, page_path: text() }), ["storefront"])).toEqual([]);
    expect(issues(object({ ...right, queue: text(), page_path: text() }), ["backend"])).toEqual([
      "page_path is of another source",
    ]);
  });
});

describe("a property that is not in the plan", () => {
  test("is unknown, or retired", () => {
    expect(of("shelf", unknown)).toEqual(["shelf is unknown"]);
    expect(of("__proto__x", text())).toEqual(["__proto__x is unknown"]);
    expect(of("old", text())).toEqual(["old is retired"]);
  });

  test("is no misspelling of one that is there as well, or whose values are of another kind", () => {
    expect(of("orderId", text())).toEqual(["orderId is unknown"]);
    expect(of("cartId", number())).toEqual(["cartId is unknown"]);
  });

  test("is a misspelling where some of its values fit, or would but for what they say", () => {
    expect(of("cartId", either(text(), none))).toEqual(["cartId is cart_id"]);
    expect(of("cartId", either(number(), nothing))).toEqual(["cartId is unknown"]);
    expect(of("cartId", either(text("a"), text("b")))).toEqual(["cartId is cart_id"]);
  });
});
