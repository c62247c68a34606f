// The rule invalid-type: a type is one of the language.
import { loaderRule } from "../rule.js";

export const invalidType = loaderRule({
  id: "invalid-type",
  summary: "A type cannot be read, or a constraint does not fit it",
  why: "Without a type nothing checks the value. A price that arrives as text is left out by every condition that compares it with a number.",
  fix: "Use a type of the language or one that the plan declares. An optional property has the `?` at its key, a value that may be null is `T | null`.",
  examples: {
    bad: `
events:
  Signed In:
    description: A person signs in.
    properties:
      attempts: Record<string, number>
`,
    good: `
events:
  Signed In:
    description: A person signs in.
    properties:
      attempts: map(number)
`,
  },
});
