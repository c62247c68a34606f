// What became of a workspace between two pulls is told as changes of its consumers, in the plan's words.
import { expect, test } from "vitest";
import { comparePlans } from "../../src/compare/compare-plans.js";
import { loadPlanFiles } from "../../src/plan/load.js";
import type { Plan } from "../../src/plan/plan.js";

type Pulled = { readonly [path: string]: object };

const head = `trackwright: 1
name: acme-store
version: 1.0.0
events:
  Order Completed: { description: An order is paid. }
  Started Checkout: { description: The checkout page is open. }
`;

function load(pulled: Pulled, yaml = head): Plan {
  const files = [
    ["plan.yaml", yaml] as const,
    ...Object.entries(pulled).map(([name, value]) => [`consumers/${name}`, JSON.stringify(value)] as const),
  ];
  const contents = files.map(([path, text]) => ({
    path: `tracking-plan/${path}`,
    bytes: new TextEncoder().encode(text),
  }));
  const { value, diagnostics } = loadPlanFiles("tracking-plan", contents);
  expect(diagnostics).toEqual([]);
  if (value === undefined) throw new Error("no plan");
  return value;
}

const campaign = {
  trackwright: 1,
  kind: "campaign",
  id: "5",
  name: "Abandoned checkout",
  state: "draft",
  triggers: [{ event: "Started Checkout" }],
  filters: [{ segment: "Readers", id: "8" }],
  messages: [
    { id: "96", name: "Opening", type: "email", templates: ["templates/5/96-opening.liquid"] },
    { id: "97", name: "Nudge", type: "push", templates: ["templates/5/97-nudge.liquid"] },
  ],
};
const paying = {
  and: [
    {
      event: {
        name: "Order Completed",
        type: "event",
        filters: { and: [{ field: "total", operator: "gt", value: "50", inverse: false }] },
      },
      times: 2,
      within: 2_592_000,
      inverse: false,
    },
    { or: [{ attribute: { field: "tier", operator: "eq", value: "gold" } }, { segment: { id: 9 } }] },
  ],
};
const segment = { trackwright: 1, kind: "segment", id: "8", name: "Readers", conditions: paying };

const told = (before: Pulled, after: Pulled, yaml = head): readonly string[] =>
  comparePlans(load(before), load(after, yaml)).changes.map(
    ({ kind, message, effects, verdicts }) =>
      `${kind} ${verdicts.payload.level}: ${message}${effects.map((effect) => ` ${effect.consumer} ${effect.message}.`).join("")}`,
  );

test("a campaign that is switched on, and one that is switched off", () => {
  const active = { ...campaign, state: "active" };
  expect(told({ "a.json": campaign }, { "a.json": active })).toEqual([
    'consumer-started safe: Consumer "Abandoned checkout" is switched on; it was "draft".',
  ]);
  expect(told({ "a.json": active }, { "a.json": { ...campaign, state: "stopped" } })).toEqual([
    'consumer-stopped safe: Consumer "Abandoned checkout" is switched off; it is "stopped".',
  ]);
});

test("a campaign with another trigger, filter and message", () => {
  const [opening] = campaign.messages;
  const after = {
    ...campaign,
    triggers: [{ event: "Order Completed" }],
    filters: [{ segment: "VIP", id: "9" }],
    messages: [
      { ...opening, name: "First letter", templates: ["templates/5/96-first-letter.liquid"] },
      { id: "98", name: "Text", type: "twilio", language: "fr", templates: ["templates/5/98-text.liquid"] },
    ],
  };
  expect(told({ "a.json": campaign }, { "a.json": after })).toEqual([
    'consumer-filter-added safe: Consumer "Abandoned checkout" is now only for people in the segment "VIP".',
    'consumer-filter-removed safe: Consumer "Abandoned checkout" is no longer only for people in the segment "Readers".',
    'consumer-message-added safe: Consumer "Abandoned checkout" now sends the message "Text (twilio, fr)".',
    'consumer-message-changed safe: Consumer "Abandoned checkout" sent the message "Opening (email)", which is "First letter (email)" now.',
    'consumer-message-removed safe: Consumer "Abandoned checkout" no longer sends the message "Nudge (push)".',
    'consumer-trigger-changed safe: Consumer "Abandoned checkout" was triggered by "Started Checkout", and is by "Order Completed".',
  ]);
});

test("a segment of other people, and who is narrowed by it", () => {
  const after = { ...segment, conditions: { and: [paying.and[1], { not: paying.and[0] }] } };
  expect(told({ "a.json": campaign, "b.json": segment }, { "a.json": campaign, "b.json": after })).toEqual([
    'consumer-condition-added safe: Consumer "Readers" now asks for "not (the event "Order Completed" 2 times or more in the last 30 days with event.total > 50)". Abandoned checkout is only for the segment "Readers", which holds other people now.',
    'consumer-condition-removed safe: Consumer "Readers" no longer asks for "the event "Order Completed" 2 times or more in the last 30 days with event.total > 50". Abandoned checkout is only for the segment "Readers", which holds other people now.',
  ]);
});

test("an event that is renamed on both sides is no change of who listens", () => {
  const renamed = head.replace("Started Checkout:", "Checkout Started:");
  const after = { ...campaign, triggers: [{ event: "Checkout Started" }] };
  expect(told({ "a.json": campaign }, { "a.json": after }, renamed)).toEqual([
    expect.stringContaining("event-renamed breaking:"),
  ]);
});

test("a workspace that is pulled again unchanged is no change, in whatever order it comes", () => {
  const turned = { ...campaign, messages: campaign.messages.toReversed() };
  expect(told({ "a.json": campaign, "b.json": segment }, { "b.json": segment, "c.json": turned })).toEqual(
    [],
  );
});
