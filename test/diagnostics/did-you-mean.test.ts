// The name that was probably meant, among those that there are.
import { describe, expect, test } from "vitest";
import { didYouMean, meantWord } from "../../src/diagnostics/did-you-mean.js";

describe("the name that was probably meant", () => {
  test.each([
    ["lnit", ["init", "build", "lint"], "lint"],
    ["lnit", ["lint", "init"], "lint"],
    ["biuld", ["guild", "build"], "build"],
    ["inti", ["lint", "init"], "init"],
    ["Checkout Started", ["Started Checkout", "Checkout Stopped"], "Started Checkout"],
    ["order_completed", ["Order Completed", "Order Competed"], "Order Completed"],
    ["bild", ["build", "init"], "build"],
    // As near, and neither has the same letters: the first.
    ["fist", ["fish", "list"], "fish"],
    ["frobnicate", ["init", "build", "lint"], undefined],
    ["lint", ["lint"], undefined],
  ])("%s among %j is %s", (name, candidates, meant) => {
    expect(didYouMean(name, candidates)).toBe(meant);
  });
});

describe("of words that we know", () => {
  test.each([
    ["warn", ["off", "error", "warning", "info"], "warning"],
    ["desc", ["description", "owner", "deprecated"], "description"],
    ["prop", ["properties", "owner"], "properties"],
    ["Prop", ["properties", "owner"], "properties"],
    // Two begin so, and one is too short to tell.
    ["exc", ["exclusiveMinimum", "exclusiveMaximum"], undefined],
    ["in", ["include", "owner"], undefined],
  ])("a beginning is one cut short: %s among %j is %s", (name, words, meant) => {
    expect(meantWord(name, words)).toBe(meant);
  });
});
