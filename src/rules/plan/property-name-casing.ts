// The rule property-name-casing: the names of properties follow the casing that the plan declares.
import { checkCasing } from "../name-casing.js";
import { planRule } from "../rule.js";

export const propertyNameCasing = planRule({
  id: "property-name-casing",
  summary: "A property's name does not follow the casing that the plan declares",
  why:
    "Templates and filters match property names letter for letter. Where some are written one way and some another, " +
    "people guess, and a message that reads a name guessed wrong fails to render and is not sent.",
  fix: "Rename the property, or change `naming.properties` if the convention is the mistake. `--fix` renames one that is only planned, wherever the plan mentions it. Once it is sent, or where there are templates, what reads the old name has to follow: then it takes `--fix --unsafe property-name-casing`.",
  severity: "error",
  fixable: true,
  examples: {
    bad: `
events:
  Order Completed:
    description: An order is paid.
    properties:
      paymentMethod: string
`,
    good: `
events:
  Order Completed:
    description: An order is paid.
    properties:
      payment_method: string
`,
  },
  check({ plan, index }, report) {
    checkCasing("property", plan.naming.properties, index, report);
  },
});
