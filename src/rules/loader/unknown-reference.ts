// The rule unknown-reference: names that are referred to exist.
import { loaderRule } from "../rule.js";

export const unknownReference = loaderRule({
  id: "unknown-reference",
  summary: "A name is used that the plan does not declare",
  why: "A campaign that waits for an event which nobody sends stays silent, and nobody notices: no error, no bounce, just no messages.",
  fix: "Correct the name, or declare what it stands for.",
  yieldsTo: ["consumer-unknown-event", "consumer-misspelled-event", "consumer-unknown-attribute"],
  examples: {
    bad: `
events:
  Started Checkout: { description: The checkout page is open. }
sequences:
  checkout:
    steps: [Start Checkout]
`,
    good: `
events:
  Started Checkout: { description: The checkout page is open. }
sequences:
  checkout:
    steps: [Started Checkout]
`,
  },
});
