// What an event costs in a bundle: the same in a plan of ten events and of a thousand.
import { beforeAll, describe, expect, it } from "vitest";
import type { Plan } from "../../../src/plan/plan.js";
import { event, located, plan, property, type } from "../../support/plan-builder.js";
import { shop } from "./sample-plans.js";
import { bundle, generate, scratchFolder, write } from "./workshop.js";

function planOf(count: number): Plan {
  const others = Array.from({ length: count - shop.events.length }, (_, index) =>
    event(
      `Other Event ${index}`,
      Array.from({ length: 8 }, (_, key) => property(`property_${key}`, type.string())),
      { idempotencyKey: [located(["property_0"])] },
    ),
  );
  return plan({ ...shop, events: [...shop.events, ...others] });
}

const programs = {
  event: `import { orderCompleted } from "./index.js";
console.log(orderCompleted);`,
  "event and tracker": `import { createTracker, orderCompleted } from "./index.js";
console.log(createTracker, orderCompleted);`,
  "validator of the event": `import { validateOrderCompleted } from "./validators/events/order-completed.js";
console.log(validateOrderCompleted);`,
};

describe("the bundle of one", () => {
  const few = scratchFolder();
  const many = scratchFolder();
  beforeAll(() => {
    write(few, generate(planOf(10)));
    write(many, generate(planOf(1000)));
  });

  it.each([
    ["event", 150],
    ["event and tracker", 700],
    ["validator of the event", 3000],
  ] as const)("%s is the same at 10 and at 1,000 events, and under %i bytes", (program, limit) => {
    const small = bundle(few, programs[program]);
    const large = bundle(many, programs[program]);
    expect(small).toContain(program === "validator of the event" ? "/cart_value" : "Order Completed");
    expect(Math.abs(large.length - small.length)).toBeLessThanOrEqual(small.length * 0.02);
    expect(large.length).toBeLessThan(limit);
  });

  it("holds the whole plan where all validators are asked for", () => {
    const all = bundle(few, 'export { validate } from "./validators/index.js";');
    expect(all).toContain("Other Event 3");
    expect(all).toContain("Order Completed");
  });
});
