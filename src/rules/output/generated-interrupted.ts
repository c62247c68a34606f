// The rule generated-interrupted: a build ran to its end.
import { outputRule } from "../rule.js";

export const generatedInterrupted = outputRule({
  id: "generated-interrupted",
  summary: "A build was stopped before it was done",
  why: "Some of the generated files are new and some are old, which fits no version of the plan.",
  fix: "Run `trackwright build` again: it finishes what was begun.",
  severity: "error",
  examples: {
    bad: { told: "The machine went down while `trackwright build` was writing." },
    good: { told: "`trackwright build` ran again and finished." },
  },
});
