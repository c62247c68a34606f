// Consumers that were pulled: how they join those that are written, what they are called, and what their conditions are.
import { describe, expect, test } from "vitest";
import { loadPlanFiles } from "../../src/plan/load.js";
import type { Consumer, Plan, SegmentCondition } from "../../src/plan/plan.js";

/** The plan of a head's consumers and of pulled files. */
function planOf(consumers: string, pulled: readonly object[]): Plan {
  const text = (content: string): Uint8Array => Buffer.from(content);
  const { value, diagnostics } = loadPlanFiles("tracking-plan", [
    {
      path: "tracking-plan/plan.yaml",
      bytes: text(`trackwright: 1\nname: shop\nevents: { Paid: {}, Left: {} }\n${consumers}`),
    },
    ...pulled.map((facts, index) => ({
      path: `tracking-plan/consumers/campaign-${index}.json`,
      bytes: text(JSON.stringify({ trackwright: 1, ...facts })),
    })),
  ]);
  expect(diagnostics).toEqual([]);
  if (value === undefined) throw new Error("no plan");
  return value;
}

const find = (plan: Plan, name: string): Consumer | undefined =>
  plan.consumers.find((one) => one.name.value === name);
const names = (plan: Plan): readonly string[] => plan.consumers.map(({ name }) => name.value);

describe("a consumer that is written and pulled", () => {
  test("is one: the workspace says what it is, the plan why", () => {
    const plan = planOf(
      `consumers:
  Thanks:
    kind: segment
    owner: lifecycle
    reason: Because.
    trigger: Left
    wait: 45m
    exits_on: [Left]
    templates: [mine.liquid]
`,
      [
        {
          kind: "campaign",
          id: "5",
          name: "Thanks",
          state: "stopped",
          description: "Says thanks.",
          triggers: [{ segment: "VIP", id: "9" }, { event: "Paid" }],
          messages: [{ id: "1", type: "email", templates: ["templates/1.liquid"] }],
        },
      ],
    );
    expect(names(plan)).toEqual(["Thanks"]);
    expect(find(plan, "Thanks")).toMatchObject({
      origin: "both",
      id: { value: "5" },
      kind: { value: "campaign" },
      state: { value: "stopped" },
      description: { value: "Says thanks." },
      owner: { value: "lifecycle" },
      reason: { value: "Because." },
      trigger: { kind: "event", event: "Paid" },
      triggers: [
        { kind: "event", event: "Paid" },
        { kind: "segment", segment: "VIP" },
      ],
      wait: { value: { seconds: 2700 } },
      exitsOn: [{ value: "Left" }],
      templates: [{ value: "mine.liquid" }, { value: "tracking-plan/consumers/templates/1.liquid" }],
      name: { span: { file: "tracking-plan/plan.yaml" } },
      contradictions: [
        { of: "kind", written: { value: "a segment" }, pulled: { value: "a campaign" } },
        { of: "trigger", written: { value: '"Left"' }, pulled: { value: '"Paid" and the segment "VIP"' } },
      ],
    });
  });

  test("keeps the written trigger where the workspace tells none", () => {
    const plan = planOf(
      "consumers: { Receipt: { kind: transactional, trigger: { api: { properties: { total: number } } } } }\n",
      [{ kind: "transactional", id: "1", name: "Receipt" }],
    );
    expect(find(plan, "Receipt")).toMatchObject({ trigger: { kind: "api" }, triggers: [{ kind: "api" }] });
  });
});

describe("several of one name", () => {
  const pulled = [
    { kind: "segment", id: "90", name: "VIP" },
    { kind: "campaign", id: "12", name: "VIP" },
    { kind: "campaign", id: "5", name: "VIP" },
    {
      kind: "campaign",
      id: "7",
      name: "Care",
      triggers: [{ segment: "VIP", id: "90" }],
      filters: [{ segment: "VIP", id: "90" }],
    },
  ];

  test("are told apart by their kind and identifier, whatever order they come in", () => {
    for (const order of [pulled, pulled.toReversed()]) {
      const plan = planOf("", order);
      expect(names(plan)).toEqual(["Care", "VIP", "VIP (campaign)", "VIP (segment)"]);
      expect(["VIP", "VIP (campaign)", "VIP (segment)"].map((name) => find(plan, name)?.id?.value)).toEqual([
        "5",
        "12",
        "90",
      ]);
      // Who names the segment names it by what it is called now.
      expect(find(plan, "Care")).toMatchObject({
        triggers: [{ kind: "segment", segment: "VIP (segment)" }],
        filters: [{ value: "VIP (segment)" }],
      });
    }
  });

  test("leave the name to the one that is of the written one's kind", () => {
    const plan = planOf("consumers: { VIP: { kind: segment, owner: lifecycle } }\n", pulled);
    expect(find(plan, "VIP")).toMatchObject({
      origin: "both",
      kind: { value: "segment" },
      id: { value: "90" },
    });
    expect(names(plan)).toEqual(["Care", "VIP", "VIP (campaign 12)", "VIP (campaign)"]);
  });
});

describe("the conditions of a segment", () => {
  const read = (conditions: unknown): { tree: unknown; unknown: readonly string[] } => {
    const one = find(planOf("", [{ kind: "segment", id: "1", name: "S", conditions }]), "S");
    return {
      tree: one?.audience === undefined ? undefined : bare(one.audience),
      unknown: one?.unknown.map(({ value }) => value) ?? [],
    };
  };

  test("are read as the API writes them", () => {
    const { tree, unknown } = read({
      and: [
        {
          event: {
            name: "Paid",
            type: "event",
            filters: {
              or: [
                { field: "cart.total", operator: "gte", value: "50" },
                { field: "items[0].sku", operator: "exists" },
              ],
            },
            times: "2",
            within: 86400,
            inverse: true,
          },
        },
        { not: { attribute: { field: "tier", operator: "in", value: ["gold", "silver"] } } },
        { segment: { id: 7, name: "Buyers" } },
      ],
    });
    expect(unknown).toEqual([]);
    expect(tree).toEqual({
      kind: "and",
      inverse: false,
      operands: [
        {
          kind: "event",
          inverse: true,
          event: "Paid",
          call: "track",
          times: 2,
          within: 86400,
          filters: {
            kind: "or",
            inverse: false,
            operands: [
              {
                kind: "comparison",
                inverse: false,
                path: ["event", "cart", "total"],
                operator: ">=",
                value: "50",
              },
              { kind: "comparison", inverse: false, path: ["event", "items", "sku"], operator: "exists" },
            ],
          },
        },
        {
          kind: "and",
          inverse: true,
          operands: [
            {
              kind: "comparison",
              inverse: false,
              path: ["customer", "tier"],
              operator: "in",
              value: ["gold", "silver"],
            },
          ],
        },
        { kind: "segment", inverse: false, segment: "Buyers" },
      ],
    });
  });

  test.each([
    [
      { attribute: { field: "tier", operator: "is_near", value: "gold" } },
      'A condition on "tier" with the operator "is_near" is not understood.',
    ],
    [{ attribute: { field: "tier" } }, 'A condition on "tier" without an operator is not understood.'],
    [
      { attribute: { field: "tier", operator: "eq", value: { a: 1 } } },
      'The value that "tier" is compared with is not understood.',
    ],
    [
      { attribute: { field: "tier", operator: "eq", value: "x", fuzzy: true } },
      'A condition on "tier" with "fuzzy" is not understood.',
    ],
    [{ attribute: { operator: "eq" } }, 'A condition without a "field" is not understood.'],
    [{ attribute: "tier" }, "A condition on an attribute is not understood."],
    [{ event: { times: 1 } }, "A condition on an event without a name is not understood."],
    [
      { event: { name: "Paid", type: "telepathy" } },
      'A condition on "Paid" of the type "telepathy" is not understood.',
    ],
    [{ event: { name: "Paid", times: "often" } }, '"times" of the condition on "Paid" is not understood.'],
    [{ event: { name: "Paid", during: 3 } }, '"during" of the condition on "Paid" is not understood.'],
    [
      { event: { name: "Paid", filters: { event: { name: "Left" } } } },
      "An event among the filters of an event is not understood.",
    ],
    [{ page: { name: "x" } }, 'A condition with "page" is not understood.'],
    [{ and: [], or: [] }, 'A condition with "or" is not understood.'],
    [{ and: { a: 1 } }, '"and" without a list is not understood.'],
    [{ segment: {} }, "A condition on a segment is not understood."],
    [{}, "A condition is not understood."],
    [[], "A condition is not understood."],
    ["gold", "A condition is not understood."],
  ])("say what is not understood: %j", (conditions, sentence) => {
    expect(read(conditions).unknown).toEqual([sentence]);
  });

  test("keep what a condition is about, where that much is clear", () => {
    expect(read({ attribute: { field: "tier", operator: "is_near", value: "gold" } }).tree).toEqual({
      kind: "unknown",
      inverse: false,
      path: ["customer", "tier"],
    });
  });

  test("of any depth come to an end", () => {
    let deep: object = { attribute: { field: "a", operator: "exists" } };
    for (let level = 0; level < 90; level++) deep = { and: [deep] };
    expect(read(deep).unknown).toEqual(["The conditions are nested too deeply."]);
  });
});

/** A tree without its places. */
function bare(condition: SegmentCondition): unknown {
  return JSON.parse(
    JSON.stringify(condition, (_, value: unknown) =>
      typeof value === "object" && value !== null && "span" in value
        ? "value" in value && Object.keys(value).length === 2
          ? value.value
          : { ...value, span: undefined }
        : value,
    ),
  );
}
