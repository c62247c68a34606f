// The rule unknown-source: a target is for a source that the plan declares.
import { generatorRule } from "../rule.js";

export const unknownSource = generatorRule({
  id: "unknown-source",
  summary: "A target is limited to a source that the plan does not have",
  why: "The target would hold no events at all, and the application that imports it could send nothing.",
  fix: "Name one of the plan's sources, or declare it.",
  examples: {
    bad: `
sources:
  backend: { kind: server }
generate:
  typescript: { out: generated/typescript, source: backnd }
`,
    good: `
sources:
  backend: { kind: server }
generate:
  typescript: { out: generated/typescript, source: backend }
`,
  },
});
