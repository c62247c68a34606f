// The JSON Schema under ajv and the generated TypeScript validator are two judges of one plan: they must agree.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PlanEvent } from "../../../src/plan/plan.js";
import { event, namedType, plan, property, type } from "../../support/plan-builder.js";
import { anyPlan, valuesFor } from "./agreement-arbitraries.js";
import { judgesOf, type Pair } from "./generated-validators.js";

describe("the schema and the validator", () => {
  test("give the same verdict on random values of random plans", async () => {
    let accepted = 0;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(
        anyPlan.chain((plan) => {
          // An attribute's sources say who may set it: they part no shapes.
          const people: Pick<PlanEvent, "sources" | "properties" | "open"> = {
            sources: [],
            properties: plan.people.attributes,
            open: false,
          };
          return fc.tuple(
            fc.constant(plan),
            fc.array(
              fc.oneof(
                ...plan.events.map((event) =>
                  fc.tuple(fc.constant(event.name.value), valuesFor(plan, event)),
                ),
                fc.tuple(fc.constant("people"), valuesFor(plan, people)),
              ),
              { minLength: 30, maxLength: 60 },
            ),
          );
        }),
        async ([plan, values]) => {
          const judges = await judgesOf(plan);
          for (const [name, value] of values) {
            const event = judges.events.get(name);
            for (const pair of event === undefined ? [judges.people, judges.peopleUpdate] : [event]) {
              const verdict = pair.schema(value);
              if (verdict) accepted++;
              else refused++;
              const other = pair.validator(value);
              if (other !== verdict) throw new Error(disagreement(pair, value, verdict, other));
            }
          }
        },
      ),
      { numRuns: 50 },
    );
    // Either verdict often enough to mean something.
    expect(accepted).toBeGreaterThan(200);
    expect(refused).toBeGreaterThan(200);
  });

  test("take any value where a member of a union does, whatever the others ask for", async () => {
    const of = type.union(type.null(), type.object([property("a", type.string())]), type.ref("Anything"));
    const judges = await judgesOf(
      plan({ types: [namedType("Anything", type.any())], events: [event("E", [property("p", of)])] }),
    );
    const pair = judges.events.get("E");
    for (const [value, verdict] of [
      [{ p: {} }, true],
      [{ p: { a: 1 } }, true],
      [{ p: [] }, true],
      [{ p: null }, true],
      [{}, false],
    ] as const) {
      expect([pair?.schema(value), pair?.validator(value)], JSON.stringify(value)).toEqual([
        verdict,
        verdict,
      ]);
    }
  });

  test.each([
    ["^\\s$", " ", "\u00a0"],
    ["^\\S$", "\u00a0", " "],
    ["^.$", "\r", "\n"],
    ["^[\\s-]$", "\t", "\v"],
  ])("read the pattern %s as RE2 does", async (pattern, good, bad) => {
    const judges = await judgesOf(
      plan({ events: [event("E", [property("p", type.string({ patterns: [pattern] }))])] }),
    );
    const pair = judges.events.get("E");
    for (const [text, verdict] of [
      [good, true],
      [bad, false],
    ] as const) {
      expect([pair?.schema({ p: text }), pair?.validator({ p: text })], text).toEqual([verdict, verdict]);
    }
  });

  test.each([
    ["number", type.number()],
    ["integer", type.integer()],
    ["timestamp", type.timestamp()],
    ["multiple", type.number({ multipleOf: [0.01] })],
    ["number | null", type.union(type.number(), type.null())],
    ["enum", type.enum(0, 1)],
  ])("refuse what is no number in JSON: %s", async (_, of) => {
    const judges = await judgesOf(plan({ events: [event("E", [property("p?", of)])] }));
    const pair = judges.events.get("E");
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect([pair?.schema({ p: value }), pair?.validator({ p: value })]).toEqual([false, false]);
    }
    expect([pair?.schema({ p: undefined }), pair?.validator({ p: undefined })]).toEqual([true, true]);
  });
});

function disagreement({ text }: Pair, value: unknown, schema: boolean, validator: boolean): string {
  return `schema ${schema}, validator ${validator} on ${fc.stringify(value)} of ${text}`;
}
