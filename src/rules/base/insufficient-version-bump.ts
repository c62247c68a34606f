// The rule insufficient-version-bump: the plan's version does not say what its changes do.
import { nextVersion, versionStep } from "../../compare/bump.js";
import { breaks } from "../base-rule.js";
import { mirrorRule } from "../rule.js";

export const insufficientVersionBump = mirrorRule("base", {
  id: "insufficient-version-bump",
  summary: "The version of the plan does not step as far as its changes need",
  why:
    "Applications and reports hold on to a version. One that breaks them under a number that promises that nothing breaks is " +
    "taken without a look, and found out in production.",
  fix: "Set `version`: a major step where something breaks, a minor one where something is new, a patch where only words changed.",
  severity: "error",
  examples: {
    bad: {
      was: `
version: 1.0.0
events:
  Order Completed:
    description: An order is paid.
    properties:
      order_id: string
`,
      is: `
version: 1.0.1
events:
  Order Completed:
    description: An order is paid.
    properties:
      order_id: string
      coupon?: string
`,
    },
    good: {
      was: `
version: 1.0.0
events:
  Order Completed:
    description: An order is paid.
    properties:
      order_id: string
`,
      is: `
version: 1.1.0
events:
  Order Completed:
    description: An order is paid.
    properties:
      order_id: string
      coupon?: string
`,
    },
  },
  check({ base, plan }, report) {
    const { bump, changes, declared } = base.comparison;
    if (declared.sufficient) return;
    const cause = changes.find(breaks) ?? changes[0];
    const { from, to } = declared;
    const wanted = nextVersion(from, bump);
    const write = wanted === undefined ? "Set the version." : `Write "version: ${wanted}".`;
    report(plan.version.span, `A ${bump} step of the version is needed, and ${versionStep(from, to)}.`, {
      help: cause === undefined ? write : `${write} It is needed for this: ${cause.message}`,
    });
  },
});
