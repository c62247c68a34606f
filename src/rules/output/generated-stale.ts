// The rule generated-stale: generated files are what the plan compiles to.
import { outputRule } from "../rule.js";

export const generatedStale = outputRule({
  id: "generated-stale",
  summary: "A generated file is not what the plan gives",
  why: "The plan says one thing and the code sends another. Reviewers approve the plan, and customers get what was there before.",
  fix: "Run `trackwright build` and commit what it writes.",
  severity: "error",
  examples: {
    bad: {
      told: "A property was added to `Order Completed` in the plan, and `generated/` was not built again.",
    },
    good: { told: "The change of the plan and what `trackwright build` wrote are in one commit." },
  },
});
