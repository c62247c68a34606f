// The rule generated-orphan: generated files belong to something in the plan.
import { outputRule } from "../rule.js";

export const generatedOrphan = outputRule({
  id: "generated-orphan",
  summary: "A generated file is left over from something that the plan no longer has",
  why: "Code can still import it and send an event that nobody expects any more.",
  fix: "Run `trackwright build`: it removes what it generated before and no longer does. A version that was edited by hand is kept beside it.",
  severity: "error",
  examples: {
    bad: { told: "An event was removed from the plan, and its module is still in `generated/`." },
    good: { told: "`trackwright build` ran after the event was removed." },
  },
});
