// What `--fix` does to a name that is in the wrong casing: who knows the old name must still be found.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Fix } from "../../src/diagnostics/diagnostic.js";
import { assemblePlan } from "../../src/plan/assemble.js";
import { exampleHead } from "../../src/rules/examples.js";
import { fixPlan } from "../../src/rules/fix-plan.js";
import { exampleDay } from "../../src/rules/rule.js";
import { check, checkBody } from "./example-plan.js";

const head = "tracking-plan/plan.yaml";

/** A plan's body after `--fix`, with the unsafe fixes of these rules. */
function fixed(body: string, ...unsafe: string[]): string {
  const text = exampleHead + body;
  const options = { folder: "tracking-plan", head, today: exampleDay, unsafe: new Set(unsafe) };
  const once = fixPlan([{ path: head, text }], options).files[0]?.text ?? text;
  expect(fixPlan([{ path: head, text: once }], options).files, "a second run").toEqual([]);
  return once.slice(exampleHead.length);
}

/** What is offered for the names of a plan that are in the wrong casing. */
function offers(body: string, more: { readonly [path: string]: string } = {}) {
  return check(new Map([["plan.yaml", exampleHead + body], ...Object.entries(more)]))
    .filter(({ rule }) => rule.endsWith("-name-casing"))
    .map(({ help, fixes = [] }) => ({ help, safe: fixes.map(({ safe }: Fix) => safe) }));
}

describe("an event that is sent keeps its old name as an alias", () => {
  test.each([
    [
      "below its description",
      "  order_paid:\n    # why\n    description: An order. # or more\n    # who\n    owner: a\n",
      "  Order Paid:\n    # why\n    description: An order. # or more\n    aliases: [order_paid]\n    # who\n    owner: a\n",
    ],
    [
      "below a description of several lines",
      '  order_paid:\n    description: "An\n      order."\n    owner: a\n',
      '  Order Paid:\n    description: "An\n      order."\n    aliases: [order_paid]\n    owner: a\n',
    ],
    [
      "as the first line, where the description is a block of text",
      "  order_paid: # paid\n    # why\n    description: |\n      An order.\n\n    owner: a\n",
      "  Order Paid: # paid\n    aliases: [order_paid]\n    # why\n    description: |\n      An order.\n\n    owner: a\n",
    ],
    [
      "as the first line, where there is no description",
      "  order_paid:\n      owner: a\n",
      "  Order Paid:\n      aliases: [order_paid]\n      owner: a\n",
    ],
    ["in braces", "  order_paid: {owner: a}\n", "  Order Paid: {owner: a, aliases: [order_paid]}\n"],
    [
      "in braces with a space",
      "  order_paid: { owner: a }\n",
      "  Order Paid: { owner: a, aliases: [order_paid] }\n",
    ],
    [
      "in braces with a comma",
      "  order_paid: { owner: a, }\n",
      "  Order Paid: { owner: a, aliases: [order_paid] }\n",
    ],
    ["in empty braces", "  order_paid: {}\n", "  Order Paid: { aliases: [order_paid] }\n"],
    [
      "in braces of several lines",
      "  order_paid: {\n    owner: a # who, {\n  }\n",
      "  Order Paid: { aliases: [order_paid],\n    owner: a # who, {\n  }\n",
    ],
    [
      "behind other aliases",
      "  order_paid:\n    aliases: [ OrderPaid,  'order paid' ] # seen\n",
      "  Order Paid:\n    aliases: [ OrderPaid,  'order paid', order_paid ] # seen\n",
    ],
    [
      "behind other aliases in a list",
      "  order_paid:\n    aliases:\n      -  OrderPaid # seen\n      # and\n    owner: a\n",
      "  Order Paid:\n    aliases:\n      -  OrderPaid # seen\n      -  order_paid\n      # and\n    owner: a\n",
    ],
    [
      "beside the only alias",
      "  order_paid:\n    aliases: 'it''s'\n",
      "  Order Paid:\n    aliases: ['it''s', order_paid]\n",
    ],
    [
      "beside the only alias, which needs quotes then",
      "  order_paid:\n    aliases: a, b\n",
      '  Order Paid:\n    aliases: ["a, b", order_paid]\n',
    ],
    [
      "in quotes where it needs them",
      '  "Order paid: fully": { owner: a }\n',
      '  "Order Paid: Fully": { owner: a, aliases: ["Order paid: fully"] }\n',
    ],
    [
      "in the place of the right name, which was listed as a wrong one",
      "  order_paid: { aliases: [Order Paid] }\n",
      "  Order Paid: { aliases: [order_paid] }\n",
    ],
  ])("%s", (_, before, after) => {
    expect(fixed(`events:\n${before}`)).toBe(`events:\n${after}`);
    const crlf = `events:\n${before}`.replaceAll("\n", "\r\n");
    expect(fixed(crlf)).toBe(`events:\n${after}`.replaceAll("\n", "\r\n"));
  });

  test("unless nobody knows it yet", () => {
    expect(fixed("events:\n  order_paid: { status: planned }\n")).toBe(
      "events:\n  Order Paid: { status: planned }\n",
    );
  });
});

test("an old name is the same text as an alias, whatever is in it and however the event is written", () => {
  const part = fc.constantFrom(
    ..."order paid it's a: #x [x] {y} \"q\" -x *x &x !x a,b null true __proto__ x: 1 日本 é \\ % @ | > ? 'z' end".split(
      " ",
    ),
  );
  const name = fc
    .array(part, { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join(" "))
    .filter((text) => text === text.trim() && !text.endsWith("?"));
  const style = fc.constantFrom<(key: string) => string>(
    (key) => `  ${key}:\n    description: d # c\n    owner: o\n`,
    (key) => `  ${key}:\n\n      # c\n      owner: o\n`,
    (key) => `  ${key} : { owner: o }\n`,
    (key) => `  ${key}: {}\n`,
    (key) => `  ${key}: { description: "}, {", aliases: [ "x, y" ] }\n`,
    (key) => `  ${key}:\n    aliases:\n    - 'x'\n    owner: o\n`,
    (key) => `  ${key}:\n    description: >\n      d\n    aliases: x\n`,
    (key) => `  ? ${key}\n  : owner: o\n`,
  );
  fc.assert(
    fc.property(name, style, (old, write) => {
      const text = `${exampleHead}events:\n${write(JSON.stringify(old))}`;
      const events = (of: string) => assemblePlan([{ path: head, text: of }], "tracking-plan", head);
      fc.pre(events(text).diagnostics.length === 0);
      const after = exampleHead + fixed(text.slice(exampleHead.length));
      const { plan, diagnostics } = events(after);
      expect(diagnostics).toEqual([]);
      const [event] = plan.events;
      const aliases = event?.aliases.map(({ value }) => value) ?? [];
      if (event?.name.value === old) expect(after).toBe(text);
      else expect(aliases.filter((alias) => alias === old)).toEqual([old]);
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 1) * 60 },
  );
});

describe("an event is left to people", () => {
  test.each([
    ["a mapping that others share", "  order_paid: &shared { owner: a }\n  Order Sent: *shared\n"],
    ["a mapping that stands elsewhere", "  Order Sent: &shared { owner: a }\n  order_paid: *shared\n"],
    ["a property of the name", "  order_paid: { properties: { aliases: string } }\n"],
  ])("where the alias can't be written: %s", (_, events) => {
    const body = `events:\n${events}`;
    expect(fixed(body)).toBe(body);
    expect(offers(body)).toEqual([
      {
        help: expect.stringContaining('"order_paid" is sent, and could not be kept among the aliases'),
        safe: [false],
      },
    ]);
  });

  test("where a campaign that was pulled from Customer.io listens to the old name", () => {
    const body = "events:\n  order_paid: { description: a }\n";
    const campaign = {
      trackwright: 1,
      kind: "campaign",
      id: "5",
      name: "Thanks",
      state: "active",
      triggers: [{ event: "order_paid" }],
    };
    const path = "consumers/campaign-5-thanks.json";
    const text = JSON.stringify(campaign);
    expect(offers(body, { [path]: text })).toEqual([
      {
        help: 'Rename it to "Order Paid", in Customer.io too. Customer.io listens to "order_paid", so it takes `--fix --unsafe event-name-casing`: change what listens with it.',
        safe: [false],
      },
    ]);
    // What was pulled says what is there, and no rename of ours changes that.
    const files = [
      { path: `tracking-plan/${path}`, text },
      { path: head, text: exampleHead + body },
    ];
    const options = { folder: "tracking-plan", head, today: exampleDay };
    expect(fixPlan(files, options).files).toEqual([]);
    expect(fixPlan(files, { ...options, unsafe: new Set(["event-name-casing"]) }).files).toEqual([
      {
        path: head,
        text: `${exampleHead}events:\n  Order Paid: { description: a, aliases: [order_paid] }\n`,
      },
    ]);
  });
});

describe("a property or an attribute", () => {
  const planned = [
    "events:\n  Order Paid: { status: planned, properties: { orderId: string } }\n",
    "events:\n  Order Paid: { properties: { orderId: { type: string, status: planned } } }\n",
    "people: { attributes: { orderId: { type: string, status: planned } } }\n",
    "groups: { Order: { properties: { orderId: string } } }\nevents:\n  Order Paid: { status: planned, include: [Order] }\n",
  ];
  test.each(planned)("is renamed where it is only planned: %s", (body) => {
    expect(fixed(body)).toBe(body.replaceAll("orderId", "order_id"));
  });

  const sent = [
    ["property", "events:\n  Order Paid: { properties: { orderId: string } }\n"],
    ["attribute", "people: { attributes: { orderId: string } }\n"],
    [
      "property",
      "groups: { Order: { properties: { orderId: string } } }\nevents:\n  A: { status: planned, include: [Order] }\n  B: { include: [Order] }\n",
    ],
  ] as const;
  test.each(sent)("is left to people where it is sent: the %s of %s", (kind, body) => {
    expect(fixed(body)).toBe(body);
    expect(offers(body)).toEqual([
      {
        help: `Rename it to "order_id". It is sent and read by this name, so it takes \`--fix --unsafe ${kind}-name-casing\`: change code, filters and templates with it.`,
        safe: [false],
      },
    ]);
    expect(fixed(body, `${kind}-name-casing`)).toBe(body.replaceAll("orderId", "order_id"));
  });
});

test.each([
  [
    "an event",
    'events:\n  " lead": { description: a }\n',
    'events:\n  "Lead": { description: a, aliases: [lead] }\n',
  ],
  [
    "a property",
    'events:\n  Lead Won: { status: planned, properties: { " leadId ?": string } }\n',
    'events:\n  Lead Won: { status: planned, properties: { "lead_id?": string } }\n',
  ],
])("a space at an end and the casing of %s are mended one after the other", (_, before, after) => {
  const found = checkBody(before).filter(({ fixes }) => fixes !== undefined);
  expect(found.map(({ rule }) => rule)).toEqual(["untrimmed-name"]);
  expect(fixed(before)).toBe(after);
});
