// The rule property-type-mismatch: values are of the plan's types.
import { sentAt } from "../code-places.js";
import { codeRule } from "../code-rule.js";
import { onlyEvent, sharedIssues, someNames } from "../same-place.js";
import type { ShapeIssue } from "../shape-issues.js";

type Mismatch = Extract<ShapeIssue, { kind: "mismatch" }>;

export const propertyTypeMismatch = codeRule({
  id: "property-type-mismatch",
  summary: "The code sends a value that is not of the plan's type",
  why:
    'Customer.io compares by type: `"40"` is not more than 20, a moment in milliseconds lies fifty thousand years ahead, ' +
    "an ISO date matches no date condition, and a list that was turned into text can't be looped over in a message.",
  fix: "Send the value as the plan declares it.",
  severity: "error",
  examples: {
    bad: {
      body: `
events:
  Order Completed:
    description: An order is paid.
    properties:
      total: number
      paid_at: timestamp
`,
      beside: {
        "web/checkout.ts": `
analytics.track("Order Completed", { total: order.total.toFixed(2), paid_at: Date.now() });
`,
      },
    },
    good: {
      body: `
events:
  Order Completed:
    description: An order is paid.
    properties:
      total: number
      paid_at: timestamp
`,
      beside: {
        "web/checkout.ts": `
analytics.track("Order Completed", { total: order.total, paid_at: Math.floor(Date.now() / 1000) });
`,
      },
    },
  },
  check({ code }, report) {
    const shared = sharedIssues(
      code.payloads,
      ({ issues }) => issues.filter((issue): issue is Mismatch => issue.kind === "mismatch"),
      ({ message }) => message,
    );
    for (const { issue, events, emissions } of shared) {
      const { path, span, message, help, property } = issue;
      const name = path.join(".");
      report(span, `"${name}" of ${someNames(events)} ${message}.`, {
        ...onlyEvent(events),
        property: name,
        ...(help !== undefined && { help }),
        related: [
          ...sentAt(span, emissions),
          ...(property === undefined ? [] : [{ message: "declared here", span: property.type.span }]),
        ],
      });
    }
  },
});
