// The rule missing-head: plan.yaml begins with the version of the language.
import { loaderRule } from "../rule.js";

export const missingHead = loaderRule({
  id: "missing-head",
  summary: "The head does not say which language version it is written in",
  why: "Trackwright finds a plan by that line, and reads it by the rules of that version. Without it a plan that is right today could mean something else tomorrow.",
  fix: "Begin plan.yaml with `trackwright: 1` and `name:`.",
  examples: {
    bad: {
      plan: `name: acme-store
events:
  Signed In: { description: A person signs in. }
`,
    },
    good: {
      plan: `trackwright: 1
name: acme-store
events:
  Signed In: { description: A person signs in. }
`,
    },
  },
});
