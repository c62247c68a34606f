// Holds the rules about what nothing uses to what counts as a use.
import { describe, expect, test } from "vitest";
import { messages } from "./mended.js";

describe("unused-type", () => {
  const unused = (body: string): readonly string[] => messages("unused-type", body);

  test("counts every place that can name a type", () => {
    expect(
      unused(`
types:
  Id: uuid
  Amount: { type: number }
  Item: { properties: { price: Amount } }
  Tag: string
  Free: string
  Seats: integer
  Team: ulid
  Role: enum(a, b)
  Tier: enum(free, paid)
  Old: { type: string, deprecated: { since: 1.0.0, replaced_by: New } }
  New: string
  Later: { type: string, status: planned }
  Gone: { type: string, status: retired }
identity: { type: Id }
groups:
  Cart: { properties: { items: "Item[]" } }
events:
  Shared: { properties: { tags: "map(Tag) | null" }, open: Free }
people:
  attributes: { tier?: { type: Tier, description: The tier. } }
objects:
  Team: { id: team_id, type: Team, attributes: { seats: { type: Seats, minimum: 1 } }, relationship: { role: Role } }
`),
    ).toEqual([]);
  });

  test("says it once of a type, and not of what only that type is made with", () => {
    expect(
      unused(`
types:
  Order: { properties: { lines: "Line[]" } }
  Line: { properties: { price: Price } }
  Price: number
  Left: { properties: { right?: Right } }
  Right: { properties: { left?: Left } }
  Self: { properties: { self?: Self } }
events:
  A: { description: a }
`),
    ).toEqual([
      '5: Nothing uses the type "Order".',
      '8: Nothing uses the type "Left".',
      '10: Nothing uses the type "Self".',
    ]);
  });

  test("waits until the whole plan can be read", () => {
    expect(unused("types:\n  A: string\nevents:\n  B: { propertys: { a: A } }\n")).toEqual([]);
  });
});

describe("unused-group", () => {
  test("is included by an event or by a source", () => {
    expect(
      messages(
        "unused-group",
        `
groups:
  A: { properties: { a: string } }
  B: { properties: { b: string } }
  C: { properties: { c: string } }
sources:
  web: { kind: browser, include: [A] }
events:
  X: { source: web, include: [B] }
`,
      ),
    ).toEqual(['7: No event and no source includes the group "C".']);
  });
});
