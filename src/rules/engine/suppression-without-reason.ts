// The rule suppression-without-reason: a comment that sets a finding aside says why.
import { engineRule } from "../rule.js";

export const suppressionWithoutReason = engineRule({
  id: "suppression-without-reason",
  summary: "A comment sets a finding aside without saying why",
  why: "In half a year nobody can tell whether it may go. It stays for ever, and so does the mistake that it hides.",
  fix: "Write the reason behind a colon.",
  severity: "error",
  examples: {
    bad: `
events:
  # trackwright-ignore event-name-casing
  order_completed:
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
