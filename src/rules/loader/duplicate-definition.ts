// The rule duplicate-definition: a name is defined once.
import { loaderRule } from "../rule.js";

export const duplicateDefinition = loaderRule({
  id: "duplicate-definition",
  summary: "Two places of the plan define the same name",
  why: "Two teams describe one event, each in their own words and with their own properties. What is sent depends on who wins, and the other team's campaign reads properties that are not there.",
  fix: "Keep one definition, or rename one of the two. An alias must not be an event itself.",
  examples: {
    bad: {
      files: {
        "plan.yaml": `trackwright: 1
name: acme-store
`,
        "checkout.yaml": `events:
  Order Completed:
    description: An order is paid.
`,
        "legacy.yaml": `events:
  Order Completed:
    description: The thank-you page was shown.
`,
      },
    },
    good: {
      files: {
        "plan.yaml": `trackwright: 1
name: acme-store
`,
        "checkout.yaml": `events:
  Order Completed:
    description: An order is paid.
`,
        "legacy.yaml": `events:
  Thanked Customer:
    description: The thank-you page was shown.
`,
      },
    },
  },
});
