// The rule unknown-key: every key is one of the language.
import { loaderRule } from "../rule.js";

export const unknownKey = loaderRule({
  id: "unknown-key",
  summary: "A key is not part of the plan language",
  why: "A misspelled key does nothing. `idempotencykey` would let every order count twice, and the plan would look as if it were taken care of.",
  fix: "Use the key that was meant; the finding names the nearest one and all that may stand there.",
  examples: {
    bad: `
events:
  Signed In:
    descriptoin: A person signs in.
`,
    good: `
events:
  Signed In:
    description: A person signs in.
`,
  },
});
