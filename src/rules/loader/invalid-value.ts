// The rule invalid-value: a value is one that its key takes.
import { loaderRule } from "../rule.js";

export const invalidValue = loaderRule({
  id: "invalid-value",
  summary: "A value does not fit its key",
  why: "The entry says something that has no meaning, so it is left out, and the plan means less than it seems to.",
  fix: "Write a value of the kind that the finding names. Text that looks like a number or `true` wants quotes.",
  examples: {
    bad: `
events:
  Signed In:
    description: A person signs in.
    status: live
`,
    good: `
events:
  Signed In:
    description: A person signs in.
    status: active
`,
  },
});
