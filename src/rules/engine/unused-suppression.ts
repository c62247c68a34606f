// The rule unused-suppression: a comment that sets a finding aside has one to set aside.
import { engineRule } from "../rule.js";

export const unusedSuppression = engineRule({
  id: "unused-suppression",
  summary: "A comment sets a finding aside that is not there",
  why: "What was wrong is mended, or the comment stands at the wrong place. Left there, it hides the next mistake of its kind at this place, which nobody has agreed to.",
  fix: "Remove the comment. If it should set something aside, move it above that entry or to the end of that line.",
  severity: "warning",
  fixable: true,
  examples: {
    bad: `
events:
  # trackwright-ignore event-name-casing: the app sends it like this since 2019
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
