// The rule moved-target: generated files are no longer where they were.
import { breakRule } from "../base-rule.js";

export const movedTarget = breakRule({
  id: "moved-target",
  summary: "Generated files are no longer where they were",
  why: "Whatever imports them no longer finds them, and builds fail in every application that uses them.",
  fix: "Keep the target where it is, or change the imports in the same pull request and agree on it.",
  severity: "warning",
  kinds: ["target-removed", "target-moved"],
  examples: {
    bad: {
      was: `
version: 1.0.0
generate: { typescript: generated/typescript }
events:
  Order Completed:
    description: An order is paid.
    properties:
      order_id: string
`,
      is: `
version: 2.0.0
generate: { typescript: web/tracking }
events:
  Order Completed:
    description: An order is paid.
    properties:
      order_id: string
`,
    },
    good: {
      was: `
version: 1.0.0
generate: { typescript: generated/typescript }
events:
  Order Completed:
    description: An order is paid.
    properties:
      order_id: string
`,
      is: `
version: 2.0.0
generate: { typescript: generated/typescript, markdown: docs/tracking }
events:
  Order Completed:
    description: An order is paid.
    properties:
      order_id: string
`,
    },
  },
  advice: () => 'Change what imports them too, and agree on it under "breaks".',
});
