// The rule consumer-unknown-attribute: conditions ask for attributes that people have.
import { unknownName } from "../condition-paths.js";
import { comparisonsOf } from "../plan-index.js";
import { planRule } from "../rule.js";
import { Suggestions } from "../suggestions.js";

export const consumerUnknownAttribute = planRule({
  id: "consumer-unknown-attribute",
  summary: "A condition asks for an attribute that people do not have",
  why:
    "A condition on an attribute that nobody has is never met: the segment stays empty, or holds everybody where it asks " +
    'for "is not", so that a message goes to people who were to be left out.',
  fix: "Correct the name, or declare the attribute under `people: attributes:` and set it.",
  severity: "error",
  needs: "plan",
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
  check({ plan, index, destination }, report) {
    const { attributes } = plan.people;
    // A plan without any says nothing about people: they are kept elsewhere.
    if (attributes.length === 0) return;
    const suggestions = new Suggestions();
    for (const consumer of plan.consumers) {
      const seen = new Set<string>();
      for (const { path } of consumer.conditions.flatMap(({ value }) => comparisonsOf(value.parsed))) {
        const [root, ...inside] = path.value;
        const asked = path.value.join(".");
        if (root !== "customer" || inside.length === 0 || seen.has(asked)) continue;
        seen.add(asked);
        const unknown = unknownName(inside, { properties: attributes, open: false }, index);
        if (unknown === undefined) continue;
        const { name, within, among, retired } = unknown;
        const isOutside = within.length === 0 && retired === undefined;
        if (
          isOutside &&
          (destination.reservedAttributes.has(name) || name.startsWith(destination.internalPrefix))
        )
          continue;
        const start = `"${consumer.name.value}" asks for "${asked}", and`;
        if (retired !== undefined) {
          const replacement = retired.deprecated?.replacedBy?.value;
          const what = within.length === 0 ? `"${name}"` : `"${[...within, name].join(".")}"`;
          report(path.span, `${start} the attribute ${what} is retired: nobody sets it any more.`, {
            property: name,
            ...(replacement !== undefined && { help: `"${replacement}" replaces it.` }),
            related: [{ message: "retired here", span: retired.name.span }],
          });
          continue;
        }
        const outer =
          within.length === 0 ? undefined : attributes.find((one) => one.name.value === within[0]);
        const candidates = isOutside ? [...among, ...destination.reservedAttributes.keys()] : among;
        const said = isOutside
          ? `people have no attribute "${name}"`
          : `the attribute "${within.join(".")}" holds no "${name}"`;
        report(path.span, `${start} ${said}.${suggestions.text(name, candidates)}`, {
          property: name,
          help: 'Attributes are declared under "people: attributes:".',
          ...(outer !== undefined && { related: [{ message: "declared here", span: outer.name.span }] }),
        });
      }
    }
  },
});
