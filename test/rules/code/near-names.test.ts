// Which name of the plan a name in the code was meant to be.
import { describe, expect, test } from "vitest";
import { NearNames } from "../../../src/rules/near-names.js";

const span = { file: "plan.yaml", start: 0, end: 0 };
const events = [
  "Started Checkout",
  "Order Completed",
  "Order Canceled",
  "Viewed Product",
  "Conversation Started",
  "Signed Up",
  "Signed In",
  "Step 1 Done",
  "Step 2 Done",
  "Cart Viewed",
  "User Added to Group",
  "Trial Started",
].map((value) => ({ name: { value, span } }));
const names = new NearNames(events, { anyOrder: true, abbreviations: true });

function find(name: string): string | undefined {
  const near = names.find(name);
  return near === undefined
    ? undefined
    : `${near.like.name.value}, ${near.difference}${near.certain ? "" : ", not certain"}`;
}

describe("a name that is near one of the plan", () => {
  test.each([
    ["started_checkout", "Started Checkout, writing"],
    ["startedCheckout", "Started Checkout, writing"],
    ["STARTED_CHECKOUT", "Started Checkout, writing"],
    ["Started  Checkout", "Started Checkout, writing"],
    ["Checkout Started", "Started Checkout, order"],
    ["checkout_started", "Started Checkout, order"],
    ["Viewed Prod", "Viewed Product, abbreviation"],
    ["Viewed Products", "Viewed Product, plural, not certain"],
    ["Order Complted", "Order Completed, typo"],
    ["Order Compelted", "Order Completed, typo"],
    ["order_complted", "Order Completed, typo"],
    ["Order Cancelled", "Order Canceled, typo"],
    ["Checkot Started", "Started Checkout, typo"],
    ["ordercomplted", "Order Completed, typo, not certain"],
    ["Conversation Starred", "Conversation Started, typo, not certain"],
  ])("%s", (name, expected) => {
    expect(find(name)).toBe(expected);
  });
});

describe("a name that is another one", () => {
  test.each([
    "Signed Off",
    "Signed Out",
    "Order Created",
    "Order Updated",
    "Card Viewed",
    "Step 3 Done",
    "Group Added to User",
    "Trail Started",
    "Checkout",
    "",
    "__proto__",
  ])("%s", (name) => {
    expect(find(name)).toBe(undefined);
  });

  test("is one of two that are equally near", () => {
    const two = new NearNames(
      ["Order Shipped", "Order Skipped"].map((value) => ({ name: { value, span } })),
      { anyOrder: true, abbreviations: true },
    );
    expect(two.find("Order Sipped")).toBe(undefined);
  });
});
