// The rule too-many-attributes: a profile can hold all attributes that the plan declares.
import { compareText } from "../../diagnostics/diagnostic.js";
import { planRule } from "../rule.js";

export const tooManyAttributes = planRule({
  id: "too-many-attributes",
  summary: "The plan declares more attributes than a profile holds",
  why:
    "Customer.io keeps at most 300 attributes a person. Those beyond that are not stored, and which ones these are " +
    "depends on what came first: segments miss people for no reason that anybody can see.",
  fix: "Keep attributes for what segments and messages read. What is told once belongs into an event, and what nobody reads into your own database.",
  severity: "error",
  examples: {
    bad: { plan: planWith(301) },
    good: {
      plan: "trackwright: 1\nname: acme-store\npeople:\n  attributes:\n    is_subscriber: boolean\n    order_count: integer\n",
    },
  },
  check({ plan, destination }, report) {
    const limit = destination.limits.attributesPerPerson;
    const live = plan.people.attributes
      .filter((attribute) => attribute.status !== "retired")
      .map((attribute) => attribute.name)
      .sort((a, b) => compareText(a.span.file, b.span.file) || a.span.start - b.span.start);
    const beyond = live[limit];
    if (beyond === undefined) return;
    report(
      beyond.span,
      `The plan declares ${live.length} attributes of people; ${destination.title} keeps ${limit} a person.`,
      {
        property: beyond.value,
        help: `"${beyond.value}" is the first one beyond that. Retire ${live.length - limit === 1 ? "one" : live.length - limit} that no segment and no message reads.`,
      },
    );
  },
});

/** A plan with so many attributes, several a line. */
function planWith(count: number): string {
  const names = Array.from({ length: count }, (_, index) => `clicks_${index + 1}: integer`);
  const lines = Array.from(
    { length: Math.ceil(count / 6) },
    (_, line) => `      ${names.slice(line * 6, line * 6 + 6).join(", ")},\n`,
  );
  return `trackwright: 1\nname: acme-store\npeople:\n  attributes: {\n${lines.join("")}    }\n`;
}
