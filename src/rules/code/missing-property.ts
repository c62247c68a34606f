// The rule missing-property: what an event always carries is there at every call.
import type { Span } from "../../diagnostics/diagnostic.js";
import type { CodeCall } from "../code-index.js";
import { isInside, namesText, sentAt } from "../code-places.js";
import { codeRule } from "../code-rule.js";
import type { ShapeIssue } from "../shape-issues.js";

type Missing = Extract<ShapeIssue, { kind: "missing" }>;

export const missingProperty = codeRule({
  id: "missing-property",
  summary: "The code sends an event without a property that the plan requires",
  why:
    "A message that reads a property fails to render where it is missing, and is not sent: an automation can be silent for " +
    "months without an error that anybody sees. A condition on it is never true.",
  fix: "Send the property. Where there are calls that can't know it, write a `?` behind its name in the plan, and a fallback into the templates.",
  severity: "error",
  examples: {
    bad: {
      body: `
events:
  Started Checkout:
    description: The checkout is open.
    properties:
      cart_id: string
      cart_value: number
`,
      beside: {
        "web/checkout.ts": `
analytics.track("Started Checkout", { cart_id: cart.id });
`,
      },
    },
    good: {
      body: `
events:
  Started Checkout:
    description: The checkout is open.
    properties:
      cart_id: string
      cart_value: number
`,
      beside: {
        "web/checkout.ts": `
analytics.track("Started Checkout", { cart_id: cart.id, cart_value: cart.total });
`,
      },
    },
  },
  check({ code }, report) {
    for (const { call, event, issues } of code.payloads) {
      const name = event.name.value;
      const missing = issues.filter((issue): issue is Missing => issue.kind === "missing");
      const required = missing.filter(({ path }) => path.length === 1);
      // A call that carries none of them is one mistake, however many there are.
      const none = required.length > 1 && required.every(({ certainty }) => certainty === "absent");
      const carries = issues.some(({ kind }) => kind === "misspelled") || hasRequired(call, event);
      if (none && !carries) {
        const names = required.map(({ path }) => path.join("."));
        report(placeOf(call), `"${name}" is sent without ${namesText(names)}.`, {
          event: name,
          help: "Send what the plan requires, or make it optional there with a `?`.",
          related: required.slice(0, 5).map(({ property }) => ({
            message: `"${property.name.value}" is required here`,
            span: property.name.span,
          })),
        });
      }
      for (const issue of missing) {
        const { path, property, span, certainty } = issue;
        if (none && !carries && path.length === 1) continue;
        const at = path.length === 1 && certainty === "absent" ? placeOf(call) : span;
        report(at, `"${name}" ${sentWithout[certainty]} "${path.join(".")}".`, {
          event: name,
          property: path.join("."),
          help: "Send it, or make it optional in the plan with a `?`.",
          related: [...sentAt(at, [call.emission]), { message: "required here", span: property.name.span }],
        });
      }
    }
  },
});

const sentWithout = {
  absent: "is sent without",
  maybe: "may be sent without",
  undefined: "is sent with no value for",
} as const;

function placeOf({ emission }: CodeCall): Span {
  const name = emission.name?.names[0];
  const inCall =
    name !== undefined && isInside(name.span, emission.span) && emission.name?.names.length === 1;
  return inCall ? name.span : (emission.name?.span ?? emission.span);
}

/** Whether a payload has any of the properties that the plan requires. */
function hasRequired({ emission }: CodeCall, event: CodeCall["events"][number]["event"]): boolean {
  const { properties } = emission;
  if (properties?.kind !== "object") return false;
  const names = new Set(event.properties.filter(({ required }) => required).map(({ name }) => name.value));
  return properties.properties.some(({ name }) => names.has(name));
}
