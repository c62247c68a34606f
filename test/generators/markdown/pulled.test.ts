// What was pulled from Customer.io, in the docs: who listens and counts, in pages and in the picture.
import { expect, test } from "vitest";
import { markdown } from "../../../src/generators/markdown/index.js";
import { loadPlanFiles } from "../../../src/plan/load.js";
import { expectGoldens } from "../../support/goldens.js";
import { brokenLinks } from "./pages.js";

const head = `trackwright: 1
name: pulled-store
sources: { backend: { kind: server } }
events:
  Order Completed:
    description: An order is paid.
    source: backend
    properties: { order_id: string, cart_value: number }
  Signed Up: { description: A new account., source: backend }
people: { attributes: { tier?: "enum(silver, gold)", birthday?: timestamp, shoe_size?: integer } }
consumers:
  Thanks: { kind: campaign, owner: lifecycle, reason: Says thanks., exits_on: [Signed Up], templates: [mine.liquid] }
`;

const pulled: readonly object[] = [
  {
    kind: "segment",
    id: "1",
    name: "Buyers",
    conditions: {
      and: [
        {
          event: {
            name: "Order Completed",
            filters: {
              and: [
                { field: "cart_value", operator: "gt", value: "0" },
                { field: "order_id", operator: "exists" },
              ],
            },
            times: 3,
            within: 604800,
          },
        },
        {
          or: [
            { attribute: { field: "tier", operator: "eq", value: "gold", inverse: true } },
            { segment: { id: 2, name: "Best | of all" } },
          ],
        },
        { attribute: { field: "shoe_size", operator: "is_about", value: 42 } },
        { geofence: {} },
      ],
    },
  },
  {
    kind: "segment",
    id: "2",
    name: "Best | of all",
    conditions: { event: { name: "Nobody Knows", within: 3600, inverse: true } },
  },
  {
    kind: "campaign",
    id: "5",
    name: "Thanks",
    state: "stopped",
    triggers: [{ event: "Order Completed" }],
    filters: [{ segment: "Buyers", id: "1" }],
    messages: [
      { id: "51", name: "First <b>", type: "email", language: "de", templates: ["templates/51.liquid"] },
      { id: "52", type: "twilio", templates: ["templates/52.liquid"] },
    ],
  },
  {
    kind: "campaign",
    id: "6",
    name: "Care",
    state: "draft",
    triggers: [
      { segment: "Best | of all", id: "2" },
      { segment: "Buyers", id: "1" },
    ],
    unknown: ['Its state "sleeping" is not understood.'],
  },
  { kind: "campaign", id: "7", name: "Birthday", state: "active", triggers: [{ date: "birthday" }] },
];

test("consumers that were pulled are described, drawn and linked", () => {
  const { value, diagnostics } = loadPlanFiles("tracking-plan", [
    { path: "tracking-plan/plan.yaml", bytes: Buffer.from(head) },
    ...pulled.map((facts, index) => ({
      path: `tracking-plan/consumers/${index}.json`,
      bytes: Buffer.from(JSON.stringify({ trackwright: 1, ...facts })),
    })),
  ]);
  expect(diagnostics).toEqual([]);
  if (value === undefined) throw new Error("no plan");
  const { files } = markdown.generate(value, {});
  expect(brokenLinks(files)).toEqual([]);
  expectGoldens("markdown/pulled-store", files);
});
