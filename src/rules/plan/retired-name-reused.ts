// The rule retired-name-reused: the name of something retired means nothing else.
import type { Located } from "../../diagnostics/diagnostic.js";
import type { Property, Status } from "../../plan/plan.js";
import { foldName } from "../names.js";
import type { FindingDetails } from "../rule.js";
import { planRule } from "../rule.js";

type Named = { readonly name: Located<string>; readonly status: Status };

export const retiredNameReused = planRule({
  id: "retired-name-reused",
  summary: "A name is used that differs from a retired one in casing or spacing alone",
  why:
    "Old code and stored events still hold the retired name. One that looks the same makes two things one in reports and " +
    "in people's heads: last year's numbers are read as this year's.",
  fix: "Choose a name of its own.",
  severity: "error",
  examples: {
    bad: `
events:
  Checkout Abandoned:
    description: Was written by a nightly job.
    status: retired
  Check-Out Abandoned:
    description: The checkout was left for an hour.
`,
    good: `
events:
  Checkout Abandoned:
    description: Was written by a nightly job.
    status: retired
  Checkout Left:
    description: The checkout was left for an hour.
`,
  },
  check({ plan, index }, report) {
    const reused = (
      kind: string,
      items: readonly Named[],
      { names, ...details }: FindingDetails & { readonly names?: readonly Located<string>[] } = {},
    ): void => {
      const retired = new Map<string, Located<string>>();
      for (const { name, status } of items) if (status === "retired") retired.set(foldName(name.value), name);
      if (retired.size === 0) return;
      const used = items.flatMap(({ name, status }) => (status === "retired" ? [] : [name]));
      for (const { value, span } of [...used, ...(names ?? [])]) {
        const gone = retired.get(foldName(value));
        // The very same name twice is an error already.
        if (gone === undefined || gone.value === value) continue;
        report(span, `"${value}" looks like the retired ${kind} "${gone.value}".`, {
          ...details,
          help: "Choose a name of its own.",
          related: [{ message: "retired here", span: gone.span }],
        });
      }
    };
    reused("event", plan.events, { names: index.liveEvents.flatMap(({ aliases }) => aliases) });
    reused("type", plan.types);
    reused("attribute", plan.people.attributes);
    for (const event of index.liveEvents) {
      // A group's own tombstones are told once, below.
      if (event.properties.some((property) => property.status === "retired" && isDeclaredThere(property)))
        reused("property", event.properties.filter(isDeclaredThere), { event: event.name.value });
    }
    for (const { properties } of plan.groups) reused("property", properties);
    for (const { attributes } of plan.objects) reused("attribute", attributes);
  },
});

function isDeclaredThere({ origin }: Property): boolean {
  return origin.kind === "own";
}
