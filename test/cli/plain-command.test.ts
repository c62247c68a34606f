// The command lines that are read without commander mean what commander makes of them.
import { describe, expect, test } from "vitest";
import { readPlainCommand, readPlainScan } from "../../src/cli/plain-command.js";
import { project } from "./spawn.js";

describe("a plain command line", () => {
  test("is read whole", () => {
    expect(readPlainCommand(["build", "--check", "--only", "markdown", "--quiet"])).toEqual({
      name: "build",
      check: true,
      quiet: true,
      color: undefined,
      only: "markdown",
      plan: undefined,
      failOn: undefined,
      format: undefined,
    });
  });

  test.each([
    "",
    "rules",
    "--quiet lint",
    "lint --check",
    "lint extra",
    "lint --watch",
    "lint --fix",
    "lint --verbose",
    "lint --no-cache",
    "lint --output a",
    "lint --only",
    "lint --only --quiet",
    "lint --only=plan",
    "lint --only plan --only generated",
    "lint --quiet --quiet",
    "lint --color --no-color",
    "lint --help",
    "lint -- --quiet",
  ])("is not: %s", (args) => {
    expect(readPlainCommand(args.split(" "))).toBeUndefined();
  });

  // Options before the command's name are the same to commander, and are never read by hand.
  test.each([
    ["lint --only plan --format json", "--format json lint --only plan"],
    ["lint --fail-on warning", "--fail-on warning lint"],
    ["lint --only generated,plan --quiet", "--quiet lint --only generated,plan"],
    ["lint --color", "--color lint"],
    ["build --check --format concise --only markdown", "--format concise build --check --only markdown"],
    ["build --check --plan tracking-plan", "--plan tracking-plan build --check"],
    ["lint --format jsno", "--format jsno lint"],
    ["lint --fail-on never-ever", "--fail-on never-ever lint"],
    ["lint --only ,", "--no-cache lint --only ,"],
    ["build --only nothing", "--no-cache build --only nothing"],
    ["lint --plan nowhere", "--plan nowhere lint"],
  ])("%s is %s", (plain, other) => {
    const shop = project("store");
    shop.edit("tracking-plan/plan.yaml", "version:", "verzion:");
    expect(readPlainCommand(plain.split(" "))).toBeDefined();
    expect(readPlainCommand(other.split(" "))).toBeUndefined();
    expect(shop.run(plain)).toEqual(shop.run(other));
  });
});

describe("a plain scan", () => {
  test.each([
    "scan --no-cache",
    "scan a b",
    "scan --plan a --no-plan",
    "scan --tests --tests",
    "scan --output a",
    "scan --fail-on error",
    "scan --help",
    "--quiet scan",
  ])("is not: %s", (args) => {
    expect(readPlainScan(args.split(" "))).toBeUndefined();
  });

  test.each([
    ["scan", "--fail-on error scan"],
    ["scan web --format json --tests", "--format json scan web --tests"],
    ["scan --no-plan", "--fail-on error scan --no-plan"],
    ["scan --plan tracking-plan --quiet", "--plan tracking-plan --quiet scan"],
    ["scan --plan nowhere", "--plan nowhere scan"],
    ["scan nowhere", "--fail-on error scan nowhere"],
    ["scan --format jsno", "--format jsno scan"],
    ["scan --color", "--color scan"],
  ])("%s is %s", (plain, other) => {
    const shop = project("store");
    shop.write("web/a.ts", 'analytics.track("A", { b: 1 });\n');
    shop.write("web/a.test.ts", 'analytics.track("B");\n');
    expect(readPlainScan(plain.split(" "))).toBeDefined();
    expect(readPlainScan(other.split(" "))).toBeUndefined();
    expect(shop.run(plain)).toEqual(shop.run(other));
  });
});
