// Holds rules that take a shorter way through large or common things to what they say the long way.
import { describe, expect, test } from "vitest";
import { messages } from "./mended.js";

const letters = [..."abcdefghijklmnopqrstuvwxyz"];

function withoutLines(found: readonly string[]): readonly string[] {
  return found.map((message) => message.replace(/^\d+: /, ""));
}

describe("invalid-example", () => {
  /** An event of so many numbers, and an example that is wrong about two of them. */
  const event = (names: readonly string[]): string => `
events:
  Cart Viewed:
    properties:
      lines: "Line[]"
${names.map((name) => `      ${name}_value: number`).join("\n")}
    examples:
      - { lines: [{ price: 1 }, { price: none }], ${names.map((name, at) => `${name}_value: ${at === 1 ? "none" : at}`).join(", ")} }
types:
  Line: { properties: { price: number } }
`;

  test.each([3, 26])("tells each place of an example with %d members", (count) => {
    const found = withoutLines(messages("invalid-example", event(letters.slice(0, count))));
    expect(found).toEqual([
      'In an example of the event "Cart Viewed", "lines[1].price" must be a number.',
      'In an example of the event "Cart Viewed", "b_value" must be a number.',
    ]);
  });
});

describe("cart-shape-drift", () => {
  const typedOut = (events: readonly (readonly string[])[]): readonly string[] =>
    withoutLines(messages("cart-shape-drift", `\nevents:\n${events.map(typed).join("")}`));
  const typed = (names: readonly string[], at: number): string =>
    `  Page ${letters[at]} Viewed: { properties: { ${names.map((name) => `${name}_value: number`).join(", ")} } }\n`;

  test("finds what events share whatever stands between them, in any order", () => {
    expect(
      typedOut([
        ["a", "b", "c", "d"],
        ["m", "n"],
        ["d", "x", "c", "b", "a"],
        ["y", "z"],
        ["c", "a", "d", "w", "b"],
      ]),
    ).toEqual(['3 events type out the same 4 properties: "a_value", "b_value", "c_value", "d_value".']);
  });

  test("says nothing of fewer", () => {
    expect(typedOut([["a", "b", "c"], ["a", "b", "c", "d"], ["a"]])).toEqual([]);
  });
});

describe("the common form of a property", () => {
  test("is read like any other", () => {
    const broken = (property: string): readonly string[] =>
      ["invalid-type", "invalid-value", "missing-key"].flatMap((rule) =>
        messages(rule, `\nevents:\n  Cart Viewed:\n    properties:\n      total: ${property}\n`),
      );
    expect(broken("{ type: number, description: The total. }")).toEqual([]);
    expect(broken("{ type: number?, description: 5 }")).toEqual(
      broken("{ type: number?, pii: false, description: 5 }"),
    );
    expect(broken("{ type: , description: The total. }")).toEqual(
      broken("{ type: , pii: false, description: The total. }"),
    );
    expect(broken("{ description: The total., type: number }")).toEqual([]);
  });
});
