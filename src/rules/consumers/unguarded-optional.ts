// The rule unguarded-optional: a template does without what may be missing.
import type { Reference } from "../../consumers/reference.js";
import { alsoHere, asksFor, mistakes } from "../consumer-mistakes.js";
import { consumerRule } from "../consumer-rule.js";
import type { Uncertain } from "../reference-target.js";

const head = `trackwright: 1
name: acme-store
events:
  Order Completed:
    description: An order is paid.
    properties:
      order_id: string
      coupon?: string
consumers:
  Thanks:
    kind: campaign
    description: One letter after each order.
    trigger: Order Completed
    templates: [tracking-plan/templates/thanks.liquid]
`;

export const unguardedOptional = consumerRule({
  id: "unguarded-optional",
  summary: "A template shows a value that may be missing, without a default",
  why:
    "Customer.io does not send a message that shows a value which is not there: it fails, for everybody without a coupon. " +
    "The preview shows nothing of it, since the person that it is made with has one.",
  fix: 'Give it a `default`, put it into an `if`, or make the property required where it is always known: `{{ event.coupon | default: "none" }}`.',
  severity: "error",
  // A loop over text is wrong whether or not the text is there.
  yieldsTo: ["stringified-access"],
  examples: {
    bad: {
      files: {
        "plan.yaml": head,
        "templates/thanks.liquid": `Thank you for your order {{ event.order_id }} with {{ event.coupon }}.
`,
      },
    },
    good: {
      files: {
        "plan.yaml": head,
        "templates/thanks.liquid": `Thank you for your order {{ event.order_id }}{% if event.coupon %} with {{ event.coupon }}{% endif %}.
`,
      },
    },
  },
  check({ listening, destination }, report) {
    const found = listening.asked.flatMap((asked) => {
      const { reference, target } = asked;
      if (reference.where !== "template" || reference.guarded) return [];
      // Without an address there is nobody to send it to.
      const isOwn =
        reference.namespace === "customer" && destination.reservedAttributes.has(reference.path[0] ?? "");
      if (isOwn) return [];
      const uncertain = target?.kind === "value" ? target.uncertain : undefined;
      return uncertain === undefined ? [] : [{ ...asked, uncertain }];
    });
    const keyOf = (asked: (typeof found)[number]): string =>
      JSON.stringify([asked.reference.namespace, asked.reference.steps.slice(0, asked.uncertain.depth)]);
    for (const { first, others } of mistakes(found, keyOf)) {
      const { reference, uncertain, event } = first;
      const { property, depth, nullable } = uncertain;
      // What it is a list of is told by the same name.
      const isInside = reference.steps.slice(depth).some((step) => "name" in step);
      const name = isInside ? `"${property.name.value}" in it` : "it";
      // What `assign` takes from a missing value is null, which is shown as nothing.
      const isLast = depth === reference.steps.length;
      const isHole = (nullable && isLast) || reference.told === reference.steps.length;
      const message = isHole
        ? `${asksFor(first)}, and ${name} may be ${nullable ? "null" : "missing"}: the text has a hole there.`
        : `${asksFor(first)}, and ${name} may be ${nullable ? "null" : "missing"}: the message is not sent then.`;
      report(reference.span, message, {
        property: property.name.value,
        ...(event !== undefined && { event: event.name.value }),
        help: helpFor(reference, uncertain),
        related: [
          { message: `declared as ${nullable ? "nullable" : "optional"} here`, span: property.name.span },
          ...alsoHere(others),
        ],
      });
    }
  },
});

function helpFor(reference: Reference, { depth, property }: Uncertain): string {
  const { written, steps, expectedType } = reference;
  const asked = withoutSteps(written, steps.length - depth) ?? property.name.value;
  const inIf = `{% if ${asked} %}`;
  return expectedType === "list"
    ? `Put the loop into ${inIf}.`
    : `Write {{ ${written} | default: "…" }}, or put it into ${inIf}.`;
}

/** What is written, without so many steps at its end; undefined where they are not written there. */
function withoutSteps(written: string, count: number): string | undefined {
  let rest = written;
  for (let left = count; left > 0; left--) {
    const step = /(?:\.[^.[\]\s"']+|\[(?:\d+|"[^"]*"|'[^']*')\])$/.exec(rest);
    if (step === null) return undefined;
    rest = rest.slice(0, step.index);
  }
  return rest;
}
