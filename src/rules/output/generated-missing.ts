// The rule generated-missing: generated files are there.
import { outputRule } from "../rule.js";

export const generatedMissing = outputRule({
  id: "generated-missing",
  summary: "A file that the plan generates is missing",
  why: "Code that imports it does not compile, or an event has no schema to be checked against.",
  fix: "Run `trackwright build` and commit what it writes. See that no ignore file leaves the folder out.",
  severity: "error",
  examples: {
    bad: {
      told: "An event was added to the plan, and the module for it was not generated or not committed.",
    },
    good: { told: "Every file that `trackwright build` writes is committed." },
  },
});
