// The rule unknown-target: targets that the plan generates exist.
import { generatorRule } from "../rule.js";

export const unknownTarget = generatorRule({
  id: "unknown-target",
  summary: "The plan generates a target that does not exist",
  why: "Nothing is written for it, and the code that imports it finds the files of the last build, or none.",
  fix: "Name a target that exists. The finding lists them.",
  examples: {
    bad: `
generate:
  typscript: generated/typescript
`,
    good: `
generate:
  typescript: generated/typescript
`,
  },
});
