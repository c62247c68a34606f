// The command lines that are read without commander mean what commander makes of them.
import { describe, expect, test } from "vitest";
import { readPlainCommand } from "../../src/cli/plain-command.js";
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
