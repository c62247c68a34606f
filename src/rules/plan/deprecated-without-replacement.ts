// The rule deprecated-without-replacement: what is on its way out says what comes instead, or why nothing does.
import { capitalized, deprecatedThings } from "../deprecations.js";
import { planRule } from "../rule.js";

export const deprecatedWithoutReplacement = planRule({
  id: "deprecated-without-replacement",
  summary: "Something is deprecated, and nothing says what to use instead",
  why:
    "Whoever meets the mark in code or in a campaign knows that it must go and not where to. So it stays, for years, and " +
    "each new campaign that is built on it has to be built again.",
  fix: "Name what comes instead, `deprecated: { replaced_by: Order Completed }`, or give the `reason` why nothing does.",
  severity: "warning",
  needs: "entry",
  examples: {
    bad: `
events:
  Order Paid:
    description: An order is paid.
    status: deprecated
`,
    good: `
events:
  Order Paid:
    description: An order is paid.
    deprecated: { replaced_by: Order Completed }
  Order Completed:
    description: An order is paid, whatever the payment method.
`,
  },
  check({ index }, report) {
    for (const { name, what, deprecation } of deprecatedThings(index)) {
      if (deprecation?.replacedBy !== undefined || (deprecation?.reason?.value.trim() ?? "") !== "") continue;
      report(
        deprecation?.span ?? name.span,
        `${capitalized(what)} is deprecated, and nothing says what to use instead.`,
        { help: 'Write "deprecated: { replaced_by: NAME }", or "{ reason: … }" where nothing replaces it.' },
      );
    }
  },
});
