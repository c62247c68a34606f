// The rule attribute-name-casing: the names of attributes follow the casing that the plan declares.
import { checkCasing } from "../name-casing.js";
import { planRule } from "../rule.js";

export const attributeNameCasing = planRule({
  id: "attribute-name-casing",
  summary: "An attribute's name does not follow the casing that the plan declares",
  why:
    'Customer.io tells attributes apart by every letter: "vipTier" and "vip_tier" are two attributes. Where the ' +
    "casing changes from one to the next, somebody builds a segment on the one that is never set, and it stays empty.",
  fix: "Rename the attribute, or change `naming.attributes` if the convention is the mistake. `--fix` renames one that is only planned, wherever the plan mentions it. Once it is sent, or where there are templates, what reads the old name has to follow: then it takes `--fix --unsafe attribute-name-casing`.",
  severity: "error",
  fixable: true,
  examples: {
    bad: `
people:
  attributes:
    vipTier: enum(silver, gold)
`,
    good: `
people:
  attributes:
    vip_tier: enum(silver, gold)
`,
  },
  check({ plan, index, destination }, report) {
    checkCasing("attribute", plan.naming.attributes, index, report, destination);
  },
});
