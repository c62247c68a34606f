// The rule invalid-pattern: a pattern means the same in every language.
import { loaderRule } from "../rule.js";

export const invalidPattern = loaderRule({
  id: "invalid-pattern",
  summary: "A pattern cannot be read by every language that the plan is compiled to",
  why: "The pattern would stop a program at its start, or match other text in the browser than on the server.",
  fix: "Write it in the syntax that JavaScript and RE2 share: no look-around, no back-references. Put it in single quotes.",
  examples: {
    bad: `
types:
  Sku: { type: string, pattern: '[A-Z' }
`,
    good: `
types:
  Sku: { type: string, pattern: '^[A-Z]+$' }
`,
  },
});
