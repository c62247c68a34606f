// The rule unknown-target-option: options of a target exist.
import { generatorRule } from "../rule.js";

export const unknownTargetOption = generatorRule({
  id: "unknown-target-option",
  summary: "The plan sets an option that a target does not have",
  why: "The option does nothing, and the generated code is other than whoever wrote it expects.",
  fix: "Use the target's own options. The finding lists them.",
  examples: {
    bad: `
generate:
  json-schema: { out: generated/schemas, pretty: true }
`,
    good: `
generate:
  json-schema: { out: generated/schemas }
`,
  },
});
