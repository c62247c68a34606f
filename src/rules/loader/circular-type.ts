// The rule circular-type: a type comes to an end.
import { loaderRule } from "../rule.js";

export const circularType = loaderRule({
  id: "circular-type",
  summary: "A type requires itself, so that no value of it could ever end",
  why: "Nobody can build such a value, so no event with it can be sent.",
  fix: "Make the inner one optional, nullable, or a list.",
  examples: {
    bad: `
types:
  Category:
    properties:
      name: string
      parent: Category
`,
    good: `
types:
  Category:
    properties:
      name: string
      parent?: Category
`,
  },
});
