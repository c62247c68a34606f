// The rule unknown-rule: the head's `rules:` names rules that exist.
import { engineRule } from "../rule.js";

export const unknownRule = engineRule({
  id: "unknown-rule",
  summary: "The plan sets a rule that does not exist",
  why: "The setting does nothing. Whoever wrote it believes that a mistake is caught, or that a finding is switched off, and neither is so.",
  fix: "Name a rule that exists: `trackwright rules` lists all of them. A rule of a newer version needs that version.",
  severity: "error",
  examples: {
    bad: `
rules:
  event-name-case: warning
`,
    good: `
rules:
  event-name-casing: warning
`,
  },
});
