// The rule consumer-unknown-property: conditions and templates ask for what starts the consumer carries.
import type { Related } from "../../diagnostics/diagnostic.js";
import { isHiddenVariant } from "../../diagnostics/invisible.js";
import type { Asked } from "../consumer-index.js";
import { alsoHere, asksFor, mistakes, renamed } from "../consumer-mistakes.js";
import { consumerRule } from "../consumer-rule.js";
import { misplaced } from "../misplaced.js";
import type { Target } from "../reference-target.js";
import type { FindingDetails } from "../rule.js";
import { Suggestions } from "../suggestions.js";

const plan = `trackwright: 1
name: acme-store
events:
  Started Checkout:
    description: The checkout page is open.
    properties: { cart_value: number }
consumers:
  Abandoned checkout:
    kind: campaign
    description: One email to those who began to check out and did not order.
    trigger: Started Checkout
    conditions: ["event.cart_value >= 50"]
    templates: [tracking-plan/templates/abandoned-checkout.liquid]
`;

/** What a list's size is called elsewhere. */
const counts: ReadonlySet<string> = new Set(["count", "length", "len", "total", "quantity"]);

export const consumerUnknownProperty = consumerRule({
  id: "consumer-unknown-property",
  summary: "A condition or a template asks for a property that its trigger does not carry",
  why:
    "A condition on something that is never sent is never met: the campaign lets nobody in, or everybody where it asks " +
    'for "is not", and neither the destination nor the code says so. A message that shows it is not sent at all.',
  fix: "Correct the name, or declare the property in the event that starts the consumer and send it.",
  severity: "error",
  fixable: true,
  examples: {
    bad: {
      files: {
        "plan.yaml": plan,
        "templates/abandoned-checkout.liquid": `Your cart is worth {{ event.cart_total }}.
`,
      },
    },
    good: {
      files: {
        "plan.yaml": plan,
        "templates/abandoned-checkout.liquid": `Your cart is worth {{ event.cart_value }}.
`,
      },
    },
  },
  check({ listening, index }, report) {
    const suggestions = new Suggestions();
    const wrong = listening.asked.filter((asked) => isWrong(asked) && misplaced(asked, index) === undefined);
    for (const { first, others } of mistakes(wrong)) {
      const { target } = first;
      const said =
        target?.kind === "missing" ? missing(first, target, suggestions) : noNamespace(first, suggestions);
      const fix =
        said.meant === undefined || target?.kind !== "missing"
          ? undefined
          : renamed([first, ...others], target.name, said.meant);
      const isSafe = fix?.safe === true && !listening.isOfSeveralEvents(first.reference.span.file);
      report(first.reference.span, `${asksFor(first)}, ${said.message}`, {
        ...said.details,
        related: [...said.related, ...alsoHere(others)],
        ...(fix !== undefined && { fixes: [{ ...fix, safe: isSafe }] }),
      });
    }
  },
});

/** True for what is asked of an event or a call and not there; attributes have a rule of their own. */
function isWrong({ reference, target, consumer }: Asked): boolean {
  const { namespace, where, told } = reference;
  if (namespace === "none")
    return where === "condition" && !consumer.triggers.some(({ kind }) => kind === "object");
  return namespace !== "customer" && target?.kind === "missing" && target.depth >= told;
}

type Said = {
  readonly message: string;
  readonly details: FindingDetails;
  readonly related: readonly Related[];
  readonly meant?: string | undefined;
};

function missing(
  { event, consumer }: Asked,
  { name, within, among, retired, inList }: Extract<Target, { readonly kind: "missing" }>,
  suggestions: Suggestions,
): Said {
  const carrier = event === undefined ? "its trigger" : `the event "${event.name.value}"`;
  const where = within.length === 0 ? carrier : `"${within.join(".")}" of ${carrier}`;
  const details = { property: name, ...(event !== undefined && { event: event.name.value }) };
  if (retired !== undefined) {
    const replacement = retired.deprecated?.replacedBy?.value;
    return {
      message: `and "${name}" of ${where} is retired: nobody sends it any more.`,
      details: { ...details, ...(replacement !== undefined && { help: `"${replacement}" replaces it.` }) },
      related: [{ message: "retired here", span: retired.name.span }],
      meant: replacement,
    };
  }
  const span = event?.name.span ?? consumer.trigger?.span;
  const related =
    span === undefined ? [] : [{ message: event === undefined ? "what starts it" : "declared here", span }];
  if (inList) {
    return {
      message: `and ${where} is a list, which has no "${name}" of its own.`,
      details: {
        ...details,
        help: counts.has(name)
          ? 'How many there are is its "size".'
          : `Loop over it: {% for item in … %}{{ item.${name} }}{% endfor %}.`,
      },
      related,
    };
  }
  const meant = suggestions.nearest(name, among);
  const hidden = event?.properties.find((property) => isHiddenVariant(property.name.value, name))?.name.span;
  return {
    message: `and ${where} has no property "${name}".${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
    details: { ...details, ...(hidden !== undefined && { followsFrom: hidden }) },
    related,
    meant,
  };
}

const roots = ["event", "customer", "trigger", "journey"];

/** A condition that does not say what it is about. */
function noNamespace({ reference }: Asked, suggestions: Suggestions): Said {
  const hint = suggestions.text(reference.name, roots);
  return {
    message: `which begins with none of "event.", "customer." and "trigger.".${hint}`,
    details: {},
    related: [],
  };
}
