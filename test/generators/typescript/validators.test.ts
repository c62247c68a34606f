// What the generated validators say: every violation, at its place, in words; and never a crash.
import { describe, expect, it } from "vitest";
import type { NamedType, Property } from "../../../src/plan/plan.js";
import { validateOrderCompleted } from "../../goldens/typescript/shop/validators/events/order-completed.js";
import { event, namedType, plan, property, type } from "../../support/plan-builder.js";
import { generate, load, scratchFolder, write } from "./workshop.js";

const order = {
  order_id: "o-1001",
  completed_at: 1767225600,
  payment: "card",
  cart_id: "0b1f7c1e-8a52-4b7e-9a55-0f2d7f3f5c10",
  cart_value: 40,
  currency: "EUR",
  company: null,
  items: [{ sku: "TEE-1", name: "T-shirt", quantity: 2, price: 20 }],
};

type Found = readonly { readonly path: string; readonly message: string }[] | undefined;

/** The validator of an event with these properties. */
async function validatorOf(
  properties: readonly Property[],
  types: readonly NamedType[] = [],
): Promise<(value: unknown) => Found> {
  const folder = scratchFolder();
  write(folder, generate(plan({ types, events: [event("E", properties)] })));
  const { validateE } = await load(folder, "validators/events/e.ts");
  if (typeof validateE !== "function") throw new Error("no validator");
  return (value) => validateE(value);
}

const said = (found: Found) => found?.map(({ path, message }) => `${path} ${message}`);

describe("a validator", () => {
  it("finds every violation, at its place", () => {
    const found = validateOrderCompleted({
      ...order,
      order_id: undefined,
      completed_at: 1767225600000,
      payment: "cash",
      cart_id: "no-uuid",
      company: 7,
      gift: null,
      items: [order.items[0], { ...order.items[0], quantity: 0, price: Number.NaN, "sku/~": 1 }, "x"],
      card_number: "4111",
    });
    expect(said(found)).toEqual([
      "/cart_id must be a UUID, not this string",
      "/company must be a string or null, not this number",
      "/completed_at must be Unix seconds, an integer such as 1767225600, not this number",
      "/gift must be a boolean, not null",
      "/items/1/price must be a number of at least 0, not NaN",
      "/items/1/quantity must be an integer of at least 1, not this number",
      "/items/1/sku~1~0 is not in the tracking plan",
      "/items/2 must be an object, not this string",
      "/order_id is missing: it must be a string",
      '/payment must be "card", "paypal" or "invoice", not this string',
      "/card_number is not in the tracking plan",
    ]);
  });

  it("says nothing of what is right, and takes undefined for absent", () => {
    expect(validateOrderCompleted(order)).toBeUndefined();
    expect(validateOrderCompleted({ ...order, coupon: undefined, unknown: undefined })).toBeUndefined();
    expect(validateOrderCompleted(Object.assign(Object.create(null), order))).toBeUndefined();
  });

  it.each([undefined, null, "text", 1, [], () => {}, Symbol("s"), 1n])(
    "refuses %s, and is not upset",
    (value) => {
      expect(validateOrderCompleted(value)).toHaveLength(1);
    },
  );

  it("never repeats the value, which may be personal", () => {
    const text = JSON.stringify(
      validateOrderCompleted({ ...order, cart_id: "jane@example.com", items: ["Jane"] }),
    );
    expect(text).not.toMatch(/jane/i);
  });

  it("reports what only the prototype has as missing, and keys of its own by any name", async () => {
    const validate = await validatorOf([
      property("toString", type.string()),
      property("__proto__", type.string()),
    ]);
    expect(said(validate({}))).toEqual([
      "/__proto__ is missing: it must be a string",
      "/toString is missing: it must be a string",
    ]);
    expect(validate(JSON.parse('{ "toString": "a", "__proto__": "b" }'))).toBeUndefined();
    const closed = await validatorOf([]);
    expect(said(closed(JSON.parse('{ "__proto__": 1, "constructor": 2 }')))).toEqual([
      "/__proto__ is not in the tracking plan",
      "/constructor is not in the tracking plan",
    ]);
    expect(closed(Object.create({ inherited: 1 }))).toBeUndefined();
  });
});

describe("many values and many keys", () => {
  it("are looked up in a set", async () => {
    const values = Array.from({ length: 40 }, (_, index) => `value ${index}`);
    const keys = Array.from({ length: 60 }, (_, index) => property(`key_${index}?`, type.integer()));
    const validate = await validatorOf([property("choice", type.enum(...values)), ...keys]);
    expect(validate({ choice: "value 39", key_59: 1 })).toBeUndefined();
    expect(validate({ choice: "value 40", key_60: 1 })?.map(({ path }) => path)).toEqual([
      "/choice",
      "/key_60",
    ]);
  });
});

describe("a union", () => {
  const card = type.object([property("kind", type.const("card")), property("last4", type.string())]);
  const invoice = type.object([property("kind", type.const("invoice")), property("days", type.integer())]);

  it("is told apart by the key that differs", async () => {
    const validate = await validatorOf([property("payment", type.union(card, invoice, type.null()))]);
    expect(validate({ payment: { kind: "card", last4: "4242" } })).toBeUndefined();
    expect(validate({ payment: null })).toBeUndefined();
    expect(said(validate({ payment: { kind: "invoice", days: "14" } }))).toEqual([
      "/payment/days must be an integer, not this string",
    ]);
    expect(said(validate({ payment: { kind: "cash" } }))).toEqual([
      '/payment/kind must be "card" or "invoice", not this string',
    ]);
    expect(said(validate({ payment: 1 }))).toEqual(["/payment must be an object or null, not this number"]);
  });

  it("without such a key blames the member that fits best", async () => {
    const a = type.object([property("a", type.string()), property("b", type.string())]);
    const c = type.object([property("c", type.string())]);
    const validate = await validatorOf([property("x", type.union(a, c))]);
    expect(said(validate({ x: { a: "1", b: 2 } }))).toEqual(["/x/b must be a string, not this number"]);
    expect(validate({ x: { c: "1" } })).toBeUndefined();
  });
});

describe("a recursive type", () => {
  const category = namedType(
    "Category",
    type.object([
      property("name", type.string()),
      property("children?", type.array(type.ref("Category"))),
      property("twin?", type.ref("Category")),
    ]),
  );
  type Category = { name: unknown; children?: Category[]; twin?: Category };

  it("is checked at every level", async () => {
    const validate = await validatorOf([property("top", type.ref("Category"))], [category]);
    const top: Category = { name: "a", children: [{ name: "b", twin: { name: 1 } }] };
    expect(said(validate({ top }))).toEqual(["/top/children/0/twin/name must be a string, not this number"]);
  });

  it("may contain itself: a violation, no crash and no endless search", async () => {
    const validate = await validatorOf([property("top", type.ref("Category"))], [category]);
    const top: Category = { name: "a" };
    top.children = [top, top, top];
    top.twin = top;
    const found = validate({ top });
    expect(found).toHaveLength(1);
    expect(found?.[0]?.message).toBe("is nested too deeply, or contains itself");
  });

  it("may be deep, but not without end", async () => {
    const validate = await validatorOf([property("top", type.ref("Category"))], [category]);
    const nested = (depth: number): Category => {
      let value: Category = { name: "leaf" };
      for (let level = 0; level < depth; level++) value = { name: "x", twin: value };
      return value;
    };
    expect(validate({ top: nested(150) })).toBeUndefined();
    expect(validate({ top: nested(100_000) })).toHaveLength(1);
  });
});

describe("what may be anything", () => {
  it("must still be JSON", async () => {
    const validate = await validatorOf([
      property("x", type.any()),
      property("list?", type.array(type.any(), { uniqueItems: true })),
    ]);
    for (const right of [null, 0, "", [1, [2]], { a: { b: null, c: undefined } }])
      expect(validate({ x: right })).toBeUndefined();
    const cycle: { self?: unknown; again?: unknown } = {};
    cycle.self = cycle;
    cycle.again = cycle;
    for (const wrong of [cycle, () => {}, 1n, [Number.NaN], { deep: [undefined] }, Symbol("s")]) {
      expect(validate({ x: wrong })).toHaveLength(1);
    }
    expect(validate({ x: 1, list: [cycle] })?.length).toBeGreaterThan(0);
    expect(
      said(
        validate({
          x: 1,
          list: [
            { a: 1, b: 2 },
            { b: 2, a: 1 },
          ],
        }),
      ),
    ).toEqual(["/list must be an array without repeats, not this array"]);
  });
});
