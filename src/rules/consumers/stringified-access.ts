// The rule stringified-access: a template goes into values that have something inside.

import { alsoHere, asksFor, mistakes } from "../consumer-mistakes.js";
import { consumerRule } from "../consumer-rule.js";
import { isText } from "../reference-target.js";

const template = `{% for item in event.items %}{{ item.name }}{% endfor %}
`;
const consumers = `consumers:
  Thanks:
    kind: campaign
    description: One letter after each order.
    trigger: Order Completed
    templates: [tracking-plan/templates/thanks.liquid]
`;

export const stringifiedAccess = consumerRule({
  id: "stringified-access",
  summary: "A template goes into a value that is text, a number or true or false",
  why:
    "A list that is sent as text looks like one in the destination's preview, and is none: `event.items[0].price` of it is " +
    "nothing, a loop over it runs once, and the message shows an empty cart or is not sent.",
  fix: "Send the list or object itself and declare it as that, such as `LineItem[]`. Where it has to stay text, turn it into a value first: `{% assign items = event.items | from_json %}`.",
  severity: "error",
  examples: {
    bad: {
      files: {
        "plan.yaml": `trackwright: 1
name: acme-store
events:
  Order Completed:
    description: An order is paid.
    properties: { items: string }
${consumers}`,
        "templates/thanks.liquid": template,
      },
    },
    good: {
      files: {
        "plan.yaml": `trackwright: 1
name: acme-store
types:
  LineItem:
    description: One line of an order.
    properties: { name: string }
events:
  Order Completed:
    description: An order is paid.
    properties: { items: "LineItem[]" }
${consumers}`,
        "templates/thanks.liquid": template,
      },
    },
  },
  check({ listening }, report) {
    const found = listening.asked.flatMap((asked) => {
      const { target, reference } = asked;
      if (reference.where !== "template") return [];
      if (target?.kind === "scalar") return target.depth >= reference.told ? [{ ...asked, ...target }] : [];
      // A loop over a text runs once, with the whole of it.
      const [type] = target?.kind === "value" ? target.types : [];
      const isLoop = reference.expectedType === "list" && type !== undefined;
      if (!isLoop || target?.kind !== "value" || !target.types.every(isScalar)) return [];
      return [{ ...asked, property: target.property, depth: reference.steps.length, type }];
    });
    const keyOf = (asked: (typeof found)[number]): string =>
      JSON.stringify([asked.reference.namespace, asked.reference.steps.slice(0, asked.depth)]);
    for (const { first, others } of mistakes(found, keyOf)) {
      const { reference, property, type, event } = first;
      const what = property === undefined ? "it" : `"${property.name.value}"`;
      const name = isText(type) ? "text" : type.kind === "boolean" ? "true or false" : "a number";
      report(reference.span, `${asksFor(first)}, and ${what} is ${name}: there is nothing inside.`, {
        ...(property !== undefined && { property: property.name.value }),
        ...(event !== undefined && { event: event.name.value }),
        help: isText(type)
          ? "Send a list or an object, or turn the text into one first: {% assign items = … | from_json %}."
          : "Use the value itself.",
        related: [
          ...(property === undefined ? [] : [{ message: "declared here", span: property.type.span }]),
          ...alsoHere(others),
        ],
      });
    }
  },
});

function isScalar({ kind }: { readonly kind: string }): boolean {
  return kind !== "array" && kind !== "object" && kind !== "any";
}
