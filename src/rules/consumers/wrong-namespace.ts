// The rule wrong-namespace: values are looked up where they are.
import type { Fix } from "../../diagnostics/diagnostic.js";
import type { Asked } from "../consumer-index.js";
import { alsoHere, asksFor, mistakes } from "../consumer-mistakes.js";
import { consumerRule } from "../consumer-rule.js";
import { misplaced } from "../misplaced.js";

const head = `trackwright: 1
name: acme-store
events:
  Started Checkout:
    description: The checkout page is open.
    properties: { cart_value: number }
people:
  attributes:
    is_subscriber: boolean
consumers:
  Abandoned checkout:
    kind: campaign
    description: One email to those who began to check out and did not order.
    trigger: Started Checkout
    templates: [tracking-plan/templates/abandoned-checkout.liquid]
`;

export const wrongNamespace = consumerRule({
  id: "wrong-namespace",
  summary: "A value is looked up where it is not",
  why:
    "`customer.` holds attributes, `event.` what the event carries that starts the workflow, `trigger.` what an API call " +
    "carries. A value in the wrong one is empty, and the message is sent all the same: nobody is told.",
  fix: "Write the value with the namespace that it is in. `{% unsubscribe_url %}` and its like are tags, not values.",
  severity: "error",
  fixable: true,
  examples: {
    bad: {
      files: {
        "plan.yaml": head,
        "templates/abandoned-checkout.liquid": `{% if customer.is_subscriber %}As a subscriber you pay no shipping.{% endif %}
Your cart is worth {{ customer.cart_value }}.
`,
      },
    },
    good: {
      files: {
        "plan.yaml": head,
        "templates/abandoned-checkout.liquid": `{% if customer.is_subscriber %}As a subscriber you pay no shipping.{% endif %}
Your cart is worth {{ event.cart_value }}.
`,
      },
    },
  },
  check({ listening, index }, report) {
    const found = listening.asked.flatMap((asked) => {
      const wrong =
        asked.reference.shared && asked.target?.kind !== "missing" ? undefined : misplaced(asked, index);
      return wrong === undefined ? [] : [{ ...asked, wrong }];
    });
    for (const { first, others } of mistakes(found)) {
      const { reference, wrong, event } = first;
      const fix = moved([first, ...others], wrong.right);
      const hint = wrong.right === undefined ? "" : ` Did you mean "${wrong.right}"?`;
      report(reference.span, `${asksFor(first)}, ${wrong.why}.${hint}`, {
        ...(reference.path.length > 0 && { property: reference.path[0] ?? "" }),
        ...(event !== undefined && { event: event.name.value }),
        related: [...startOf(first), ...alsoHere(others)],
        ...(fix !== undefined && { fixes: [fix] }),
      });
    }
  },
});

function startOf({
  consumer,
}: Asked): readonly { readonly message: string; readonly span: Asked["reference"]["span"] }[] {
  return consumer.trigger === undefined ? [] : [{ message: "what starts it", span: consumer.trigger.span }];
}

/** Writes the right path in every place that is written as one plain path. */
function moved(all: readonly Asked[], right: string | undefined): Fix | undefined {
  if (right === undefined || !/^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)+$/u.test(right))
    return undefined;
  const plain = /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u;
  if (!all.every(({ reference }) => plain.test(reference.written))) return undefined;
  return {
    title: `change to "${right}"`,
    safe: false,
    edits: all.map(({ reference }) => ({ span: reference.span, text: right })),
  };
}
