// Holds the rules about names that the destination trims, cuts, keeps or obeys to what they must and must not say.
import { describe, expect, test } from "vitest";
import { complaints, mended, messages } from "./mended.js";

describe("untrimmed-name", () => {
  const body = `
events:
  " Order Completed":
    description: An order is paid.
    idempotency_key: "order_id "
    properties: { "order_id ": string, "coupon ?": string }
    examples: [{ "order_id ": o-1 }]
people:
  attributes:
    " tier": string
sequences:
  checkout: { steps: [" Order Completed"], description: To an order. }
`;

  test("names what has the space, and on which side", () => {
    expect(messages("untrimmed-name", body)).toEqual([
      '5: The name of the event " Order Completed" begins with a space.',
      '8: The name of the property "order_id " ends with a space.',
      '8: The name of the property "coupon " ends with a space.',
      '12: The name of the attribute " tier" begins with a space.',
    ]);
  });

  test("is mended wherever the plan mentions the name", () => {
    const after = mended("untrimmed-name", body);
    expect(complaints(after)).toEqual([]);
    expect(after).toContain('idempotency_key: "order_id"\n');
    expect(after).toContain('properties: { "order_id": string, "coupon?": string }');
    expect(after).toContain('examples: [{ "order_id": o-1 }]');
    expect(after).toContain('steps: ["Order Completed"]');
  });

  test("offers no rename to a name that is taken, and no other rule says the same again", () => {
    expect(
      complaints(
        'events:\n  "Signed In ": { description: a }\n  Signed In: { description: b, properties: { "x ": string, x: string } }\n',
      ),
    ).toEqual([
      'untrimmed-name: The name of the event "Signed In " ends with a space.',
      'untrimmed-name: The name of the property "x " ends with a space.',
    ]);
    expect(
      mended(
        "untrimmed-name",
        'events:\n  "Signed In ": { description: a }\n  Signed In: { description: b }\n',
      ),
    ).toContain('"Signed In ":');
  });

  test("is silent about tombstones and keys inside of objects", () => {
    expect(
      messages(
        "untrimmed-name",
        'events:\n  "Old ": { status: retired }\n  Older: { properties: { a: { properties: { "b ": string } } } }\n',
      ),
    ).toEqual([]);
  });
});

describe("name-too-long", () => {
  const events = (name: string): readonly string[] => messages("name-too-long", `events:\n  ${name}: {}\n`);

  test("counts bytes, not letters", () => {
    expect(events(`A${"a".repeat(99)}`)).toEqual([]);
    expect(events(`A${"a".repeat(100)}`)).toEqual([
      `4: The name of the event "A${"a".repeat(39)}…" has 101 bytes; Customer.io takes 100.`,
    ]);
    expect(events("注".repeat(33))).toEqual([]);
    expect(events("注".repeat(34))).toHaveLength(1);
    expect(events("🎉".repeat(26))).toHaveLength(1);
  });

  test("allows attributes more, and properties what the payload allows", () => {
    const named = (length: number): string =>
      `people:\n  attributes:\n    ${"a".repeat(length)}: string\nevents:\n  A:\n    properties: { ${"b".repeat(300)}: string }\n`;
    expect(messages("name-too-long", named(150))).toEqual([]);
    expect(messages("name-too-long", named(151))).toHaveLength(1);
  });
});

describe("too-many-attributes", () => {
  const plan = (live: number, retired: number): string =>
    `people:\n  attributes:\n${Array.from({ length: live }, (_, at) => `    a${at}x: string\n`).join("")}${Array.from({ length: retired }, (_, at) => `    b${at}x: { type: string, status: retired }\n`).join("")}`;

  test("is said once, at the first that is too many; retired ones don't count", () => {
    expect(messages("too-many-attributes", plan(300, 20))).toEqual([]);
    expect(messages("too-many-attributes", plan(303, 20))).toEqual([
      "305: The plan declares 303 attributes of people; Customer.io keeps 300 a person.",
    ]);
  });
});

describe("reserved-name", () => {
  const attributes = (text: string): readonly string[] =>
    messages("reserved-name", `people:\n  attributes:\n    ${text}\n`);

  test("takes the names of a profile with their own meaning", () => {
    for (const fine of [
      "email?: { type: email, pii: true }",
      "email?: { type: email | null, pii: true }",
      "phone?: { type: phone, pii: true }",
      "created_at: timestamp",
      "timezone?: string",
      "timezone?: enum('Europe/Berlin', 'Asia/Tokyo')",
      "unsubscribed?: boolean",
      "id: uuid",
      "id: integer",
      "cio_subscription_preferences?: object",
    ])
      expect(attributes(fine), fine).toEqual([]);
  });

  test("refuses them as something else", () => {
    expect(attributes("created_at: datetime")).toEqual([
      '5: "created_at" is when the person signed up in Customer.io, and is not declared as that.',
    ]);
    for (const wrong of [
      "unsubscribed: string",
      "unsubscribed: enum(yes, no)",
      "phone: string",
      "email: any",
      "cio_id: string",
      "_timestamp: timestamp",
      "anonymous_id: string",
    ])
      expect(attributes(wrong), wrong).toHaveLength(1);
  });

  test("refuses every attribute that begins with an underscore", () => {
    expect(attributes("_score: integer")).toEqual([
      '5: No segment sees the attribute "_score": names that begin with "_" are internal to Customer.io.',
    ]);
  });

  test("refuses in events what changes a message, once for a group", () => {
    expect(
      messages(
        "reserved-name",
        "groups:\n  Mail: { properties: { reply_to: email } }\nevents:\n  A: { include: [Mail], properties: { recipient: email } }\n  B: { include: [Mail] }\n",
      ),
    ).toEqual([
      '4: The property "reply_to" of the group "Mail" replaces the address that answers go to in Customer.io.',
      '6: The property "recipient" of the event "A" replaces the address that the message goes to in Customer.io.',
    ]);
  });

  test("leaves the same words alone elsewhere", () => {
    expect(
      messages(
        "reserved-name",
        "events:\n  A: { properties: { gift: { properties: { recipient: email } }, email: email, created_at: datetime, _x: string } }\npeople:\n  attributes: { recipient: string, reply_to: string }\nobjects:\n  Team: { id: team_id, attributes: { created_at: date } }\n",
      ),
    ).toEqual([]);
  });
});

describe("operational-event-name", () => {
  test("is about the exact names, the deprecated ones too", () => {
    expect(
      messages(
        "operational-event-name",
        "events:\n  User Deleted: { deprecated: { since: 1.0.0 } }\n  Object Deleted: { status: retired }\n  Users Deleted: {}\n  User Deleted Account: {}\n  Device Deleted: {}\n",
      ),
    ).toEqual([
      '4: Customer.io takes "User Deleted" as an order: it deletes the person.',
      '8: Customer.io takes "Device Deleted" as an order: it removes a device.',
    ]);
  });
});
