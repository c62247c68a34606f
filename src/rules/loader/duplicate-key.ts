// The rule duplicate-key: a key stands once in a mapping.
import { loaderRule } from "../rule.js";

export const duplicateKey = loaderRule({
  id: "duplicate-key",
  summary: "A mapping has the same key twice",
  why: "One of the two would win in silence, and which one depends on the program that reads the file.",
  fix: "Keep one of them, or give the second the name that was meant.",
  examples: {
    bad: `
events:
  Signed In:
    description: A person signs in.
    properties:
      method: string
      method: enum(password, link)
`,
    good: `
events:
  Signed In:
    description: A person signs in.
    properties:
      method: enum(password, link)
`,
  },
});
