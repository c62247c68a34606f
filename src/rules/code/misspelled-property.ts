// The rule misspelled-property: properties are named as the plan names them.
import { sentAt } from "../code-places.js";
import { codeRule } from "../code-rule.js";
import { onlyEvent, sharedIssues, someNames } from "../same-place.js";
import type { ShapeIssue } from "../shape-issues.js";

type Misspelled = Extract<ShapeIssue, { kind: "misspelled" }>;

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
    const shared = sharedIssues(
      code.payloads,
      ({ issues }) => issues.filter((issue): issue is Misspelled => issue.kind === "misspelled"),
      ({ meant }) => meant.name.value,
    );
    for (const { issue, events, emissions } of shared) {
      const { path, span, meant } = issue;
      const [emission] = emissions;
      const right = [...path.slice(0, -1), meant.name.value].join(".");
      const fix = emission === undefined ? undefined : code.keyFix(issue, emission);
      const have = events.length > 1 ? "have" : "has";
      report(
        span,
        `${someNames(events)} ${have} no property "${path.join(".")}" in the plan; did you mean "${right}"?`,
        {
          ...onlyEvent(events),
          property: right,
          related: [...sentAt(span, emissions), { message: "declared here", span: meant.name.span }],
          help: `Write "${meant.name.value}".`,
          ...(fix !== undefined && { fixes: [fix] }),
        },
      );
    }
  },
});
