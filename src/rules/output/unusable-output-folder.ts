// The rule unusable-output-folder: a target writes to a folder of its own in the project.
import { planOutputRule } from "../rule.js";

export const unusableOutputFolder = planOutputRule({
  id: "unusable-output-folder",
  summary: "A target cannot write to the folder that the plan names",
  why: "Nothing is generated. In the plan folder or around the project, a build could overwrite files that people wrote.",
  fix: "Name a folder in the project beside the plan, such as `generated/typescript`.",
  examples: {
    bad: `
generate:
  typescript: tracking-plan/generated
`,
    good: `
generate:
  typescript: generated/typescript
`,
  },
});
