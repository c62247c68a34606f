// Holds casings to the names that people give to events and properties.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { casings } from "../../src/plan/plan.js";
import { foldName, follows, recased, wordsOf, yamlName } from "../../src/rules/names.js";

describe("words", () => {
  test.each([
    ["Order Completed", ["Order", "Completed"]],
    ["order_completed", ["order", "completed"]],
    ["orderPDFSent", ["order", "PDF", "Sent"]],
    ["HTTPServer", ["HTTP", "Server"]],
    ["checkout-started.v2", ["checkout", "started", "v2"]],
    ["step2Done", ["step2", "Done"]],
    ["3D model of B2B", ["3D", "model", "of", "B2B"]],
    ["", []],
  ])("of %j", (name, words) => {
    expect(wordsOf(name)).toEqual(words);
  });
});

describe("casings", () => {
  test.each([
    ["Title Case", "Added to Cart", "added to cart"],
    ["Title Case", "Signed In", "Signed in"],
    ["Title Case", "VIP Tier Reached", "VIP_tier_reached"],
    ["Title Case", "SMS Sent", "sms-sent"],
    ["Title Case", "3D Model Viewed", "3D_model_viewed"],
    ["Sentence case", "Added to cart", "Added To Cart"],
    ["Sentence case", "Sent by SMS", "sent_by_sms"],
    ["snake_case", "order_id", "orderId"],
    ["snake_case", "utm_source2", "UTM-Source2"],
    ["snake_case", "कार्ट_मूल्य", "कार्ट-मूल्य"],
    ["snake_case", "gro\u0308\u00dfe", "Gro\u0308\u00dfe"],
    ["snake_case", "می\u200cخواهم_1", "می\u200cخواهم-1"],
    ["camelCase", "orderId", "order_id"],
    ["PascalCase", "OrderId", "order_id"],
    ["kebab-case", "order-id", "orderId"],
    ["SCREAMING_SNAKE_CASE", "ORDER_ID", "orderId"],
  ] as const)("%s takes %j, and makes it of %j", (casing, good, bad) => {
    expect(follows(good, { casing })).toBe(true);
    expect(follows(bad, { casing })).toBe(false);
    expect(recased(bad, { casing })).toBe(good);
  });

  test.each(["Title Case", "Sentence case", "camelCase", "PascalCase", "snake_case"] as const)(
    "%s takes a name in a script without capitals",
    (casing) => {
      expect(follows("注文完了", { casing })).toBe(true);
    },
  );

  test("a pattern is searched in the name, and gives no better one", () => {
    expect(follows("shop.order", { pattern: "^[a-z]+\\.[a-z]+$" })).toBe(true);
    expect(follows("order", { pattern: "^[a-z]+\\.[a-z]+$" })).toBe(false);
    expect(recased("order", { pattern: "^x" })).toBeUndefined();
  });

  test("whatever is made of a name follows, and stays as it is when made again", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 20 }),
        fc.constantFrom(...casings),
        (name, casing) => {
          const better = recased(name, { casing });
          if (better === undefined) return;
          expect(follows(better, { casing })).toBe(true);
          expect(recased(better, { casing }) ?? better).toSatisfy((again: string) =>
            follows(again, { casing }),
          );
        },
      ),
    );
  });
});

test("names that look alike fold to one text", () => {
  for (const name of [
    "Order Completed",
    "order_completed",
    "orderCompleted",
    "ORDER-COMPLETED!",
    "Ｏrder completed",
  ])
    expect(foldName(name)).toBe("ordercompleted");
  expect(foldName("🎉")).toBe("🎉");
});

test("a name as YAML reads back as the name, in blocks and in braces", () => {
  const names = [
    "Order Paid",
    "a: b",
    "#1",
    "null",
    "true",
    "yes",
    "no",
    "404",
    "- x",
    "a, b",
    "x]",
    "'",
    '"',
    "*a",
    "&b",
    "@c",
    "日本",
    "a\nb",
    " a ",
    "1.0",
    "~",
    "e?",
  ];
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...names), fc.string({ minLength: 1, unit: "binary" })), (name) => {
      fc.pre(!/\p{Surrogate}/u.test(name));
      const text = yamlName(name);
      expect(parse(`- ${text}\n`)).toEqual([name]);
      expect(parse(`x: { ${text}: 1, y: [${text}, z] }\n`)).toEqual({ x: { [name]: 1, y: [name, "z"] } });
    }),
    { numRuns: 300 },
  );
});
