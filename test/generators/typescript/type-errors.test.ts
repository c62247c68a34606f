// The compile errors that users of the generated code meet: each blames the right thing, and stays readable.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { shop } from "./sample-plans.js";
import { compile, compilers, generate, scratchFolder, write } from "./workshop.js";

const start = `import { createTracker, orderCompleted, sawBanner, signedUp, viewedProduct } from "./index.js";
import type { Attempt, PlanEvent } from "./test-types.js";
declare const attempt: Attempt;
const tracker = createTracker({ destination: { track() {}, identify() {} } });
const known = { id: "u-1" };
const visitor = { anonymous_id: "a-1" };
const order = {
  order_id: "o-1001", completed_at: 1767225600, payment: "card", cart_id: "c", cart_value: 40,
  currency: "EUR", company: null, items: [{ sku: "TEE-1", name: "T-shirt", quantity: 2, price: 20 }],
} as const;
declare const any_event: PlanEvent;
void [attempt, tracker, known, visitor, order, any_event, orderCompleted, sawBanner, signedUp, viewedProduct];
`;
const testTypes = `export type { PlanEvent } from "./index.js";
export type Attempt = unknown;
`;

/** A mistake, the code of its error, and what the error's text says; the place is the last line. */
const mistakes = {
  "a property missing": {
    code: "const { order_id: _, ...rest } = order; void _;\norderCompleted(rest);",
    error: /TS2345|TS2741/,
    says: ["Property 'order_id' is missing", "OrderCompletedProperties"],
  },
  "a property misspelled": {
    code: "const { coupon, ...rest } = { ...order, coupon: undefined }; void coupon;\norderCompleted({ ...rest, cupon: 1 });",
    error: /TS2561|TS2353|TS2345/,
    says: ["'cupon' does not exist in type 'OrderCompletedProperties'", "Did you mean to write 'coupon'?"],
  },
  "a value that the enum does not have": {
    code: 'orderCompleted({ ...order, payment: "cash" });',
    error: "TS2322",
    says: [`Type '"cash"' is not assignable to type`, `"card"`, `"invoice"`, `"paypal"`],
  },
  "null where it is not allowed": {
    code: "orderCompleted({ ...order, cart_id: null });",
    error: "TS2322",
    says: ["Type 'null' is not assignable to type 'string'"],
  },
  "a known person's event about a visitor": {
    code: "tracker.track(visitor, orderCompleted(order));",
    error: /TS2345|TS2741/,
    says: ["Property 'id' is missing in type", "KnownPerson"],
  },
  "a visitor's event about a known person": {
    code: 'tracker.track({ id: "u-1" }, sawBanner());',
    error: /TS2345|TS2353|TS2322/,
    says: [/AnonymousPerson|undefined/],
  },
  "an event that is misspelled": {
    code: 'tracker.track(known, { event: "Saw Baner", properties: {} });',
    error: "TS2820",
    says: [`Type '"Saw Baner"' is not assignable to type`, `Did you mean '"Saw Banner"'?`],
  },
  "an event without its creator": {
    code: "tracker.track(known, order);",
    error: /TS2345|TS2741/,
    says: [
      /is not assignable to parameter of type '(?:PlanEvent \| NotAnEventOfThePlan|NotAnEventOfThePlan \| PlanEvent)'/,
    ],
  },
  "arguments the wrong way round": {
    code: "tracker.track(orderCompleted(order), known);",
    error: /TS2345|TS2741/,
    says: ["Argument of type 'OrderCompleted' is not assignable to parameter of type 'Person'"],
  },
  "any event of the plan about a known person": {
    code: "tracker.track(known, any_event);",
    error: /TS2345|TS2741/,
    says: ["is not assignable to parameter of type 'never'"],
  },
  "two events at once about someone who fits one": {
    code: "tracker.track(visitor, Math.random() > 0.5 ? viewedProduct() : orderCompleted(order));",
    error: /TS2345|TS2741/,
    says: ["KnownPerson"],
  },
  "a shape of no source": {
    code: 'signedUp({ plan: "free", page_path: "/", request_id: "r" });',
    error: /TS2345|TS2322/,
    says: [/SignedUpProperties|undefined/],
  },
  "an attribute that is required": {
    code: "tracker.identify(known, { is_subscriber: true });",
    error: /TS2345|TS2741/,
    says: ["Property 'can_receive_sms' is missing", "PersonAttributes"],
  },
  "an attribute that does not exist": {
    code: "tracker.update(known, { vip_teir: null });",
    error: /TS2561|TS2353|TS2345/,
    says: ["'vip_teir' does not exist in type 'PersonUpdate'", "'vip_tier'"],
  },
  "clearing what can't be cleared": {
    code: "tracker.update(known, { email: null });",
    error: "TS2322",
    says: ["Type 'null' is not assignable to type 'string"],
  },
} as const;

describe.each(compilers)("with %s", (compiler) => {
  const folder = scratchFolder();
  const errors = new Map<string, string[]>();

  beforeAll(() => {
    write(folder, generate(shop));
    writeFileSync(join(folder, "test-types.ts"), testTypes);
    const names = Object.keys(mistakes);
    Object.values(mistakes).forEach(({ code }, index) => {
      writeFileSync(join(folder, `mistake-${index}.ts`), `${start}${code}\n`);
    });
    for (const error of compile(folder, compiler).split(/\n(?=\S)/)) {
      const name = names[Number(/^mistake-(\d+)\.ts/.exec(error)?.[1])];
      if (name === undefined) {
        if (error.trim() !== "") throw new Error(`an error in the wrong place: ${error}`);
        continue;
      }
      errors.set(name, [...(errors.get(name) ?? []), error]);
    }
  });

  it.each(Object.entries(mistakes))(
    "%s is one readable error at its place",
    (name, { code, error, says }) => {
      const [found = "", ...others] = errors.get(name) ?? [];
      expect(others).toEqual([]);
      expect(found).toMatch(new RegExp(`^mistake-\\d+\\.ts\\(${(start + code).split("\n").length},`));
      expect(found).toMatch(error);
      for (const part of says) {
        if (typeof part === "string") expect(found).toContain(part);
        else expect(found).toMatch(part);
      }
      expect(found.length).toBeLessThan(1200);
    },
  );

  it("what is right compiles", () => {
    const right = `${start}
tracker.track(known, orderCompleted(order));
tracker.track({ id: "u-1", anonymous_id: "a-1" }, orderCompleted({ ...order, coupon: undefined }));
tracker.track(visitor, sawBanner());
tracker.track(known, viewedProduct());
tracker.track(visitor, viewedProduct({ position: 1 }));
tracker.track(known, Math.random() > 0.5 ? viewedProduct() : orderCompleted(order));
tracker.track(known, signedUp({ plan: "free", request_id: "r" }));
tracker.track(known, signedUp({ plan: "free", page_path: "/" }));
tracker.track(known, { event: "Viewed Product", call: "page", properties: {} });
tracker.identify(known, { is_subscriber: true, can_receive_sms: false });
tracker.identify({ id: "u", anonymous_id: "a" }, { is_subscriber: true, can_receive_sms: false, vip_tier: null });
tracker.update(known, {});
const promised: Promise<number> = createTracker({
  destination: { track: async () => 1, identify: async () => 1 },
}).track(known, viewedProduct());
const plain: Record<string, unknown> = orderCompleted(order).properties;
const key: string = orderCompleted(order).idempotencyKey;
const name: "Order Completed" = orderCompleted(order).event;
void [promised, plain, key, name];
`;
    const rightFolder = scratchFolder();
    write(rightFolder, generate(shop));
    writeFileSync(join(rightFolder, "test-types.ts"), testTypes);
    writeFileSync(join(rightFolder, "right.ts"), right);
    expect(compile(rightFolder, compiler)).toBe("");
  });
});
