// The rule contradiction: what is said of a value can be true.
import { loaderRule } from "../rule.js";

export const contradiction = loaderRule({
  id: "contradiction",
  summary: "Two things that the plan says cannot both be true",
  why: "No value could ever be right, so every event with it would be refused; or one of the two statements is a mistake, and nobody can tell which.",
  fix: "Change one of the two.",
  examples: {
    bad: `
types:
  Rating: { type: integer, minimum: 5, maximum: 1 }
`,
    good: `
types:
  Rating: { type: integer, minimum: 1, maximum: 5 }
`,
  },
});
