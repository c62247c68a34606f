// The rule impossible-condition: a condition asks for values that there can be.
import { comparisonMistakes, reportComparison } from "../comparison-mistakes.js";
import { consumerRule } from "../consumer-rule.js";

export const impossibleCondition = consumerRule({
  id: "impossible-condition",
  summary: "A condition asks for a value outside of what the plan allows",
  why:
    "Nobody can meet it: the campaign lets nobody in, the segment stays empty. Mostly a unit is wrong, such as cents where " +
    "the plan has euros, or a percentage where it has a fraction.",
  fix: "Correct the value, or the bounds of the property where they are wrong.",
  severity: "error",
  examples: {
    bad: `
events:
  Survey Answered:
    description: A customer answered how likely they are to recommend us.
    properties:
      score: { type: integer, minimum: 0, maximum: 10 }
consumers:
  Promoters:
    kind: campaign
    description: Asks those who like us for a review.
    trigger: Survey Answered
    conditions: ["event.score >= 90"]
`,
    good: `
events:
  Survey Answered:
    description: A customer answered how likely they are to recommend us.
    properties:
      score: { type: integer, minimum: 0, maximum: 10 }
consumers:
  Promoters:
    kind: campaign
    description: Asks those who like us for a review.
    trigger: Survey Answered
    conditions: ["event.score >= 9"]
`,
  },
  check({ listening }, report) {
    for (const mistake of comparisonMistakes(listening, "impossible")) reportComparison(mistake, report);
  },
});
