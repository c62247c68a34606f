// The rule shared-output-folder: each target has a folder of its own.
import { planOutputRule } from "../rule.js";

export const sharedOutputFolder = planOutputRule({
  id: "shared-output-folder",
  summary: "Two targets or two plans generate into one folder",
  why: "Each build would take the files of the other for left-overs and remove them.",
  fix: "Give each target a folder of its own, none inside another.",
  examples: {
    bad: `
generate:
  json-schema: generated
  typescript: generated
`,
    good: `
generate:
  json-schema: generated/schemas
  typescript: generated/typescript
`,
  },
});
