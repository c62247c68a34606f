// The rule consumer-not-understood: what the workspace says and nobody here understands is at least said.
import { consumerRule } from "../consumer-rule.js";

const head = `trackwright: 1
name: acme-store
people:
  attributes:
    tier?: { type: "enum(silver, gold)", description: What a customer has reached. }
`;
const segment = (operator: string): string => `{
  "trackwright": 1,
  "kind": "segment",
  "id": "7",
  "name": "Gold",
  "conditions": { "and": [{ "attribute": { "field": "tier", "operator": "${operator}", "value": "gold" } }] }
}
`;

export const consumerNotUnderstood = consumerRule({
  id: "consumer-not-understood",
  summary: "A pulled campaign or segment says something that Trackwright does not understand",
  why:
    "Customer.io does not document all that its API gives. What is not understood is not guessed, and so it is not held " +
    "to the plan: a change that breaks it goes unseen.",
  fix: "Look at it in Customer.io when you change what it may read. A newer version of Trackwright may understand it.",
  severity: "info",
  examples: {
    bad: { files: { "plan.yaml": head, "consumers/segment-7-gold.json": segment("sounds_like") } },
    good: { files: { "plan.yaml": head, "consumers/segment-7-gold.json": segment("eq") } },
  },
  check({ plan }, report) {
    for (const { name, unknown } of plan.consumers) {
      for (const { value, span } of unknown) {
        const sentence = value.charAt(0).toLowerCase() + value.slice(1);
        report(span, `"${name.value}" is not checked in full: ${sentence}`);
      }
    }
  },
});
