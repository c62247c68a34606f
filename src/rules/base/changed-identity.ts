// The rule changed-identity: people are told apart in another way than before.
import { breakRule } from "../base-rule.js";

export const changedIdentity = breakRule({
  id: "changed-identity",
  summary: "People are told apart in another way than before",
  why: "Two ways to name a person make two profiles of one: campaigns are sent twice, or to an address that nobody reads, and a merge can not be undone.",
  fix: "Keep the identifier. A change needs a plan for the profiles that exist, and every source has to change on one day.",
  severity: "error",
  kinds: [
    "identity-primary-changed",
    "identity-identifier-removed",
    "identity-anonymous-renamed",
    "event-identity-narrowed",
    "event-identity-changed",
  ],
  examples: {
    bad: {
      was: `
version: 1.0.0
identity: { primary: id, also: [email], merge: on-identify }
events:
  Order Completed:
    description: An order is paid.
    properties:
      order_id: string
`,
      is: `
version: 2.0.0
identity: { primary: id, merge: on-identify }
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
identity: { primary: id, also: [email], merge: on-identify }
events:
  Order Completed:
    description: An order is paid.
    properties:
      order_id: string
`,
      is: `
version: 2.0.0
identity: { primary: id, also: [email, phone], merge: on-identify }
events:
  Order Completed:
    description: An order is paid.
    properties:
      order_id: string
`,
    },
  },
  advice: () => 'Plan for the profiles that exist, and agree on it under "breaks".',
});
