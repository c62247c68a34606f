// Two names that meet are one finding, however many targets they meet in, and however many rules see it.
import { expect, it } from "vitest";
import { project } from "../cli/spawn.js";

/** A plan with two events that become one identifier, and one file in each target. */
function projectWithRules(rules: string): ReturnType<typeof project> {
  const event = "{ description: Somebody paid., owner: shop, source: web }";
  const made = project();
  made.write(
    "tracking-plan/plan.yaml",
    `trackwright: 1
name: shop
sources: { web: { kind: browser } }
events:
  Order Completed: ${event}
  Order-Completed: ${event}
rules: { event-name-casing: off${rules} }
`,
  );
  return made;
}

it("is told by build once, with the identifier that people would type", () => {
  const { stdout, code } = projectWithRules("").run("build --format concise");
  expect(stdout.trim().split("\n")).toEqual([
    'tracking-plan/plan.yaml:6:3 error identifier-collision The event "Order-Completed" becomes the identifier ' +
      '"orderCompleted" in the target "typescript", as the event "Order Completed" does.',
  ]);
  expect(code).toBe(1);
});

it("is left by lint to the rule about names that look alike", () => {
  const { stdout } = projectWithRules("").run("lint --format concise");
  expect(stdout.trim().split("\n")).toEqual([expect.stringContaining("error similar-event-names")]);
});

it("is told by lint where that rule is off", () => {
  const { stdout } = projectWithRules(", similar-event-names: off").run("lint --format concise");
  expect(stdout.trim().split("\n")).toEqual([expect.stringContaining("error identifier-collision")]);
});
