// The rule missing-key: what must be said is said.
import { loaderRule } from "../rule.js";

export const missingKey = loaderRule({
  id: "missing-key",
  summary: "Something is declared without a key that it needs",
  why: "The entry can't be understood without it and is left out of what is checked and compiled.",
  fix: "Add the key. The finding shows how it is written.",
  examples: {
    bad: `
sources:
  backend: { language: go }
`,
    good: `
sources:
  backend: { kind: server, language: go }
`,
  },
});
