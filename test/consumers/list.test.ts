// `trackwright consumers list`: everything that would feel a change, asked of the store's plan and of a pulled workspace.
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { beforeAll, describe, expect, test } from "vitest";
import { project, run } from "../cli/spawn.js";

const schema = JSON.parse(
  readFileSync(new URL("../../schema/consumers.schema.json", import.meta.url), "utf8"),
);
const isList = new Ajv({ allowUnionTypes: true }).compile(schema);

type Listed = {
  consumers: {
    name: string;
    through: string[];
    references: { kind: string; where: string; written: string; file: string; line: number }[];
    notUnderstood: { message: string }[];
  }[];
  sequences: { name: string; as: string }[];
};

/** A shop whose campaigns were partly pulled. */
function shop() {
  const one = project();
  one.write(
    "tracking-plan/plan.yaml",
    `trackwright: 1
name: shop
events:
  Order Completed:
    description: An order is paid.
    owner: checkout
    properties:
      order_id: string
      cart_value: number
      items: "LineItem[]"
  Signed Up: { description: A new account., owner: accounts }
types:
  LineItem: { properties: { sku: string, price: number } }
people: { attributes: { tier?: "enum(silver, gold)" } }
sequences:
  checkout: { steps: [Signed Up, Order Completed], suppress: { on: Order Completed } }
consumers:
  Thanks:
    kind: campaign
    owner: lifecycle
    trigger: Order Completed
    exits_on: [Signed Up]
    conditions: ["event.cart_value >= 50"]
    templates: [tracking-plan/thanks.liquid]
`,
  );
  one.write(
    "tracking-plan/thanks.liquid",
    "{% for item in event.items %}{{ item.price }}{% endfor %}\n{{ event.order_id }} {{ customer.tier }}\n",
  );
  const write = (name: string, facts: object): void =>
    one.write(
      `tracking-plan/consumers/${name}.json`,
      JSON.stringify({ trackwright: 1, ...facts }, undefined, 2),
    );
  write("segment-1-buyers", {
    kind: "segment",
    id: "1",
    name: "Buyers",
    conditions: {
      and: [
        {
          event: {
            name: "Order Completed",
            filters: { and: [{ field: "cart_value", operator: "gt", value: "0" }] },
          },
        },
        { attribute: { field: "tier", operator: "is_fancy" } },
      ],
    },
  });
  write("segment-2-best", {
    kind: "segment",
    id: "2",
    name: "Best",
    conditions: { segment: { id: 1, name: "Buyers" } },
  });
  write("campaign-3-care", {
    kind: "campaign",
    id: "3",
    name: "Care",
    state: "draft",
    triggers: [{ segment: "Best", id: "2" }],
  });
  write("campaign-4-other", { kind: "campaign", id: "4", name: "Other", triggers: [{ event: "Signed Up" }] });
  write("campaign-5-thanks", {
    kind: "campaign",
    id: "5",
    name: "Thanks",
    state: "active",
    triggers: [{ event: "Order Completed" }],
  });
  const list = (...args: string[]): Listed => {
    const { code, stdout, stderr } = run(["consumers", "list", "--format", "json", ...args], {
      cwd: one.root,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const document = JSON.parse(stdout);
    expect(isList(document), JSON.stringify(isList.errors)).toBe(true);
    return document;
  };
  return { ...one, list };
}

const namesOf = ({ consumers }: Listed): readonly string[] => consumers.map(({ name }) => name);

describe("an event", () => {
  test("reaches triggers, exits, segments that count it, and all that these decide about", () => {
    const listed = shop().list("--event", "Order Completed");
    expect(namesOf(listed)).toEqual(["Best", "Buyers", "Care", "Thanks"]);
    const [best, buyers, care, thanks] = listed.consumers;
    expect([best?.through, buyers?.through, care?.through, thanks?.through]).toEqual([
      ["Buyers"],
      [],
      ["Best"],
      [],
    ]);
    expect(buyers?.references.map(({ where, kind, written }) => [where, kind, written])).toEqual([
      ["condition", "event", "Order Completed"],
      ["condition", "property", "event.cart_value"],
    ]);
    expect(thanks?.references.map(({ where, written }) => `${where} ${written}`)).toEqual([
      "trigger Order Completed",
      "condition event.cart_value",
      "template event.items",
      "template item.price",
      "template event.order_id",
    ]);
    expect(listed.sequences).toMatchObject([
      { name: "checkout", as: "step" },
      { name: "checkout", as: "end of recovery" },
    ]);
  });

  test("that only exits know is found", () => {
    expect(namesOf(shop().list("--event", "Signed Up"))).toEqual(["Other", "Thanks"]);
  });
});

describe("a property", () => {
  test("is found in conditions, in templates and in segments", () => {
    const listed = shop().list("--property", "cart_value");
    expect(namesOf(listed)).toEqual(["Best", "Buyers", "Care", "Thanks"]);
    expect(listed.consumers.at(-1)?.references).toMatchObject([
      { where: "condition", file: "tracking-plan/plan.yaml" },
    ]);
  });

  test("is found inside of lists, and from outside of them", () => {
    const one = shop();
    for (const asked of ["items.price", "items"]) {
      const [thanks] = one.list("--property", asked).consumers;
      expect(thanks?.references.map(({ written, line }) => `${written} ${line}`)).toContain("item.price 1");
    }
    expect(
      one.list("--property", "items.sku").consumers[0]?.references.map(({ written }) => written),
    ).toEqual(["event.items"]);
  });

  test("may be that of one event", () => {
    const one = shop();
    expect(namesOf(one.list("--property", "order_id", "--event", "Order Completed"))).toEqual(["Thanks"]);
    const { code, stderr } = run(["consumers", "list", "--property", "order_id", "--event", "Signed Up"], {
      cwd: one.root,
    });
    expect(code).toBe(2);
    expect(stderr).toBe(
      'trackwright: the plan has no property "order_id" of "Signed Up", and no consumer reads one.\n',
    );
  });
});

test("an attribute is found in templates and segments; what is not understood is said", () => {
  const listed = shop().list("--attribute", "tier");
  expect(namesOf(listed)).toEqual(["Best", "Buyers", "Care", "Thanks"]);
  expect(listed.consumers[1]?.notUnderstood).toMatchObject([
    { message: 'A condition on "tier" with the operator "is_fancy" is not understood.' },
  ]);
});

test("a name that nobody knows is a mistake", () => {
  const one = shop();
  const cases: readonly (readonly [readonly string[], string])[] = [
    [
      ["--event", "Order Complete"],
      'no event "Order Complete", and no consumer refers to one. Did you mean "Order Completed"?',
    ],
    [
      ["--property", "cart_valu"],
      'no property "cart_valu", and no consumer reads one. Did you mean "cart_value"?',
    ],
    [["--attribute", "teir"], 'no attribute "teir", and no consumer reads one. Did you mean "tier"?'],
    [["--attribute", "tier", "--event", "Signed Up"], "--attribute goes with neither --event nor --property"],
  ];
  for (const [args, message] of cases) {
    const { code, stderr } = run(["consumers", "list", ...args], { cwd: one.root });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  }
});

test("text and Markdown show the same to people", () => {
  const one = shop();
  const list = (...args: string[]): string =>
    run(["consumers", "list", "--event", "Order Completed", ...args], { cwd: one.root }).stdout;
  expect(list()).toMatchInlineSnapshot(`
    "4 consumers would feel a change of "Order Completed".

    Best (segment)
      segment    by who is in "Buyers"

    Buyers (segment)
      condition  "Order Completed"  tracking-plan/consumers/segment-1-buyers.json:10:19
      condition  event.cart_value   tracking-plan/consumers/segment-1-buyers.json:14:26
      not understood: A condition on "tier" with the operator "is_fancy" is not understood.

    Care (campaign, draft)
      segment    by who is in "Best"

    Thanks (campaign, active, lifecycle)
      trigger    "Order Completed"  tracking-plan/consumers/campaign-5-thanks.json:9:16
      condition  event.cart_value   tracking-plan/plan.yaml:23:19
      template   event.items        tracking-plan/thanks.liquid:1:16
      template   item.price         tracking-plan/thanks.liquid:1:33
      template   event.order_id     tracking-plan/thanks.liquid:2:4

    checkout (sequence)
      step  tracking-plan/plan.yaml:16:34
      end of recovery  tracking-plan/plan.yaml:16:68
    "
  `);
  expect(list("--format", "markdown")).toMatchInlineSnapshot(`
    "4 consumers would feel a change of \`Order Completed\`.

    | Consumer | Kind | Owner | Refers to it as | Where |
    | --- | --- | --- | --- | --- |
    | \`Best\` | segment |  | segment \`Buyers\` |  |
    | \`Buyers\` | segment |  | \`"Order Completed"\`, \`event.cart_value\` | \`tracking-plan/consumers/segment-1-buyers.json:10\` |
    | \`Care\` | campaign, draft |  | segment \`Best\` |  |
    | \`Thanks\` | campaign, active | \`lifecycle\` | \`"Order Completed"\`, \`event.cart_value\`, \`event.items\`, \`item.price\`, \`event.order_id\` | \`tracking-plan/consumers/campaign-5-thanks.json:9\`, \`tracking-plan/plan.yaml:23\`, \`tracking-plan/thanks.liquid:1\` |

    - sequence \`checkout\`: step
    - sequence \`checkout\`: end of recovery
    "
  `);
});

describe("the store's plan", () => {
  let text = "";
  beforeAll(() => {
    text = run(["consumers", "list"], { cwd: new URL("../..", import.meta.url).pathname }).stdout;
  });

  test("lists everything that listens", () => {
    expect(text).toMatch(/^\d+ consumers\.\n/);
    expect(text).toContain("Abandoned checkout (campaign, lifecycle)");
  });
});
