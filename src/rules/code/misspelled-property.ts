// The rule misspelled-property: properties are named as the plan names them.
import { sentAt } from "../code-places.js";
import { codeRule } from "../code-rule.js";

export const misspelledProperty = codeRule({
  id: "misspelled-property",
  summary: "The code sends a property under a name that is not quite the plan's",
  why:
    "A campaign that asks for `event.cart_value` sees nothing of `cartValue`: a message that needs it fails to render and " +
    "is not sent, and a condition on it is never true.",
  fix: "Write the name as the plan does.",
  severity: "error",
  fixable: true,
  examples: {
    bad: {
      body: `
events:
  Started Checkout:
    description: The checkout is open.
    properties:
      cart_value: number
`,
      beside: {
        "web/checkout.ts": `
analytics.track("Started Checkout", { cartValue: 40 });
`,
      },
    },
    good: {
      body: `
events:
  Started Checkout:
    description: The checkout is open.
    properties:
      cart_value: number
`,
      beside: {
        "web/checkout.ts": `
analytics.track("Started Checkout", { cart_value: 40 });
`,
      },
    },
  },
  check({ code }, report) {
    for (const { call, event, issues } of code.payloads) {
      for (const issue of issues) {
        if (issue.kind !== "misspelled") continue;
        const { path, span, meant } = issue;
        const right = [...path.slice(0, -1), meant.name.value].join(".");
        const fix = code.keyFix(issue, call.emission);
        report(
          span,
          `"${event.name.value}" has no property "${path.join(".")}" in the plan; did you mean "${right}"?`,
          {
            event: event.name.value,
            property: right,
            related: [...sentAt(span, [call.emission]), { message: "declared here", span: meant.name.span }],
            help: `Write "${meant.name.value}".`,
            ...(fix !== undefined && { fixes: [fix] }),
          },
        );
      }
    }
  },
});
