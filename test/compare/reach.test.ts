// Whom changes reach: on random changes, everybody who reads what broke is told; and what happens to each is said in
// the words of the workspace.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparePlans } from "../../src/compare/compare-plans.js";
import { loadPlanFiles } from "../../src/plan/load.js";
import type { Consumer, Plan } from "../../src/plan/plan.js";
import { consumer, located, nowhere } from "../support/plan-builder.js";
import { experiment, subject } from "./experiments.js";

/** A campaign that asks for each of the event's properties. */
function listener(plan: Plan): Consumer {
  const event = plan.events.find(({ name }) => name.value === subject);
  const conditions = (event?.properties ?? [])
    .filter(({ status }) => status !== "retired")
    .map(({ name }) =>
      located({
        text: `event.${name.value} = 1`,
        parsed: {
          kind: "comparison" as const,
          path: located(["event", name.value]),
          operator: "=" as const,
          value: located(1),
        },
      }),
    );
  const trigger = { kind: "event" as const, event: subject, span: nowhere };
  return consumer("Listener", { trigger, conditions });
}

test("on random changes, whoever reads what broke is told", () => {
  let told = 0;
  fc.assert(
    fc.property(experiment, ({ before, after }) => {
      const consumers = [listener(before)];
      const { changes } = comparePlans({ ...before, consumers }, { ...after, consumers });
      for (const change of changes) {
        const isAbout =
          (change.subject === "event" && change.event === subject) ||
          (change.subject === "property" && change.holder.kind === "event" && change.holder.name === subject);
        if (!isAbout || change.verdicts.payload.level !== "breaking") continue;
        expect(change.effects, change.message).toMatchObject([{ consumer: "Listener" }]);
        told++;
      }
    }),
    { numRuns: Number(process.env.EXPERIMENTS ?? 60), seed: 3 },
  );
  expect(told).toBeGreaterThan(5);
});

function load(text: string): Plan {
  const bytes = Buffer.from(`trackwright: 1\nname: shop\n${text}`);
  const { value } = loadPlanFiles("tracking-plan", [{ path: "tracking-plan/plan.yaml", bytes }]);
  if (value === undefined) throw new Error("no plan");
  return value;
}

const head = (properties: string, event = "Order Completed", more = ""): string =>
  `events:\n  ${event}:\n${more}    properties: { ${properties} }\n  Started Checkout: {}\npeople: { attributes: { tier: "enum(silver, gold)" } }\n`;
const thanks = (condition = "event.total > 5", trigger = "Order Completed"): string =>
  `  Thanks: { kind: campaign, owner: lifecycle, trigger: ${trigger}, conditions: ["${condition}"] }\n`;

/** `consumer: what happens`, of all changes. */
function effects(before: string, after: string): readonly string[] {
  return comparePlans(load(before), load(after)).changes.flatMap(({ effects: some }) =>
    some.map(({ consumer: name, message }) => `${name}: ${message}`),
  );
}

describe("what happens to a consumer", () => {
  test.each([
    [
      "an optional property",
      `${head("total: number")}consumers:\n${thanks()}`,
      `${head("total?: number")}consumers:\n${thanks()}`,
      ['Thanks: asks for "event.total", which may be left out: not sent for "Order Completed" without it'],
    ],
    [
      "a property that is gone",
      `${head("total: number")}consumers:\n${thanks()}`,
      `${head("id: string")}consumers:\n${thanks()}`,
      ['Thanks: asks for "event.total", which is no longer sent: it matches nobody'],
    ],
    [
      "a property that is gone, and the condition with it",
      `${head("total: number")}consumers:\n${thanks()}`,
      `${head("id: string")}consumers:\n  Thanks: { kind: campaign, owner: lifecycle, trigger: Order Completed }\n`,
      [],
    ],
    [
      "an event that is gone",
      `${head("total: number")}consumers:\n${thanks()}`,
      `${head("total: number", "Basket Emptied")}consumers:\n  Thanks: { kind: campaign, owner: lifecycle, trigger: Order Completed }\n`,
      ['Thanks: never starts again: "Order Completed" no longer comes'],
    ],
    [
      "a retired event that starts one and ends another",
      `${head("total: number")}consumers:\n${thanks()}  Reminder: { kind: campaign, trigger: Started Checkout, exits_on: [Order Completed] }\n`,
      `events:\n  Order Completed: { status: retired }\n  Started Checkout: {}\npeople: { attributes: { tier: "enum(silver, gold)" } }\nconsumers:\n${thanks()}  Reminder: { kind: campaign, trigger: Started Checkout, exits_on: [Order Completed] }\n`,
      [
        'Reminder: no longer ends on "Order Completed": people get messages that are not meant for them',
        'Thanks: never starts again: "Order Completed" no longer comes',
      ],
    ],
    [
      "a value that a segment asks for, and what the segment starts",
      `${head("total: number")}consumers:\n  VIP: { kind: segment, conditions: [customer.tier = gold] }\n  Silver: { kind: segment, conditions: [customer.tier = silver] }\n  Welcome: { kind: campaign, trigger: { segment: VIP } }\n`,
      `${head("total: number").replace("silver, gold", "silver, platinum")}consumers:\n  VIP: { kind: segment, conditions: [customer.tier = gold] }\n  Silver: { kind: segment, conditions: [customer.tier = silver] }\n  Welcome: { kind: campaign, trigger: { segment: VIP } }\n`,
      [
        'VIP: asks for "customer.tier", which is never "gold" again: nobody new matches',
        'Welcome: is started by the segment "VIP", which asks for "customer.tier", which is never "gold" again: nobody new matches',
      ],
    ],
    [
      "an event whose people are fewer",
      `${head("total: number", "Order Completed", "    identity: any\n")}consumers:\n${thanks("customer.tier exists")}`,
      `${head("total: number", "Order Completed", "    identity: known\n")}consumers:\n${thanks("customer.tier exists")}`,
      ['Thanks: hears of "Order Completed" for fewer people: those with id alone'],
    ],
  ])("%s", (_, before, after, expected) => {
    expect(effects(before, after)).toEqual(expected);
  });
});
