// The rule unknown-suppression: a comment that sets a finding aside names a rule that exists.
import { engineRule } from "../rule.js";

export const unknownSuppression = engineRule({
  id: "unknown-suppression",
  summary: "A comment sets a rule aside that does not exist, or can't be set aside",
  why: "The comment does nothing, so the finding that it was written for keeps failing the build, or comes back on the day when its rule is switched on.",
  fix: "Name the rule as the finding names it, in brackets behind its severity. Findings of the loader can't be set aside: mend what they are about.",
  severity: "error",
  examples: {
    bad: `
events:
  # trackwright-ignore event-name-case: the app sends it like this since 2019
  Order Completed:
    description: An order is paid.
`,
    good: `
events:
  # trackwright-ignore event-name-casing: the app sends it like this since 2019
  order_completed:
    description: An order is paid.
`,
  },
});
