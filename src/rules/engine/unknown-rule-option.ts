// The rule unknown-rule-option: a rule's setting holds the options that the rule has.
import { engineRule } from "../rule.js";

export const unknownRuleOption = engineRule({
  id: "unknown-rule-option",
  summary: "The plan sets an option that a rule does not have",
  why: "The option does nothing, and the rule goes on as before: it misses what it was meant to find, or reports what it was meant to leave.",
  fix: "Use the rule's own options. `trackwright explain RULE` shows them.",
  severity: "error",
  examples: {
    bad: `
rules:
  missing-description: { severity: warning, off: [events, consumers] }
`,
    good: `
rules:
  missing-description: { severity: warning, of: [events, consumers] }
`,
  },
});
