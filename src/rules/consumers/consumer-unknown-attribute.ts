// The rule consumer-unknown-attribute: conditions and templates ask for attributes that people have.
import type { Asked } from "../consumer-index.js";
import { alsoHere, asksFor, mistakes, renamed } from "../consumer-mistakes.js";
import { consumerRule } from "../consumer-rule.js";
import { misplaced } from "../misplaced.js";
import type { Target } from "../reference-target.js";
import { Suggestions } from "../suggestions.js";

export const consumerUnknownAttribute = consumerRule({
  id: "consumer-unknown-attribute",
  summary: "A condition or a template asks for an attribute that people do not have",
  why:
    "A condition on an attribute that nobody has is never met: the segment stays empty, or holds everybody where it asks " +
    'for "is not", so that a message goes to people who were to be left out. A text that shows it has a hole, or is not sent.',
  fix: "Correct the name, or declare the attribute under `people: attributes:` and set it.",
  severity: "error",
  fixable: true,
  examples: {
    bad: `
people:
  attributes:
    vip_tier?: enum(silver, gold)
consumers:
  VIP:
    kind: segment
    description: The upper tiers.
    conditions: ["customer.vip_level = gold"]
`,
    good: `
people:
  attributes:
    vip_tier?: enum(silver, gold)
consumers:
  VIP:
    kind: segment
    description: The upper tiers.
    conditions: ["customer.vip_tier = gold"]
`,
  },
  check({ plan, listening, index, destination }, report) {
    const suggestions = new Suggestions();
    const wrong = listening.asked.filter((asked) => isWrong(asked) && misplaced(asked, index) === undefined);
    for (const { first, others } of mistakes(wrong)) {
      const { reference, target } = first;
      if (target?.kind !== "missing") continue;
      const { name, within, among, retired } = target;
      const start = `${asksFor(first)}, and`;
      if (retired !== undefined) {
        const replacement = retired.deprecated?.replacedBy?.value;
        const what = within.length === 0 ? `"${name}"` : `"${[...within, name].join(".")}"`;
        report(reference.span, `${start} the attribute ${what} is retired: nobody sets it any more.`, {
          property: name,
          ...(replacement !== undefined && { help: `"${replacement}" replaces it.` }),
          related: [{ message: "retired here", span: retired.name.span }, ...alsoHere(others)],
        });
        continue;
      }
      const outer = plan.people.attributes.find((one) => one.name.value === within[0]);
      const candidates = within.length === 0 ? [...among, ...destination.reservedAttributes.keys()] : among;
      const meant = suggestions.nearest(name, candidates);
      const fix = meant === undefined ? undefined : renamed([first, ...others], name, meant);
      report(
        reference.span,
        `${start} ${saidOf(target)}.${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
        {
          property: name,
          help: 'Attributes are declared under "people: attributes:".',
          related: [
            ...(outer === undefined ? [] : [{ message: "declared here", span: outer.name.span }]),
            ...alsoHere(others),
          ],
          ...(fix !== undefined && { fixes: [fix] }),
        },
      );
    }
  },
});

function isWrong({ reference, target }: Asked): boolean {
  return reference.namespace === "customer" && target?.kind === "missing" && target.depth >= reference.told;
}

function saidOf({ name, within, inList }: Extract<Target, { readonly kind: "missing" }>): string {
  if (within.length === 0) return `people have no attribute "${name}"`;
  const outer = `the attribute "${within.join(".")}"`;
  return inList ? `${outer} is a list, which has no "${name}" of its own` : `${outer} holds no "${name}"`;
}
