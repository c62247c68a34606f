// The rule untrimmed-name: no name begins or ends with a space, which the destination takes away.
import type { Fix, Located } from "../../diagnostics/diagnostic.js";
import { renameEvent, renameProperty } from "../rename.js";
import { planRule } from "../rule.js";

export const untrimmedName = planRule({
  id: "untrimmed-name",
  summary: "A name begins or ends with a space",
  why:
    "Customer.io takes the spaces at both ends of a name away. The plan, the code and the docs then say one name and " +
    "the workspace another, and nobody sees the difference: what is looked up by the name with its space is not found.",
  fix: "Write the name without the space. `--fix` does it wherever the plan mentions the event or the property.",
  severity: "error",
  fixable: true,
  examples: {
    bad: `
events:
  "Order Completed ":
    description: An order is paid.
`,
    good: `
events:
  Order Completed:
    description: An order is paid.
`,
  },
  check({ plan, index, destination }, report) {
    const check = (
      what: string,
      { value, span }: Located<string>,
      taken: boolean,
      fix: () => Fix | undefined,
      details: { readonly event?: string; readonly property?: string },
    ): void => {
      const trimmed = value.trim();
      if (trimmed === value || trimmed === "") return;
      const side =
        value.trimStart() === value
          ? "ends with"
          : value.trimEnd() === value
            ? "begins with"
            : "begins and ends with";
      const mend = taken ? undefined : fix();
      report(span, `The name of the ${what} "${value}" ${side} a space.`, {
        help: taken
          ? `${destination.title} takes it for "${trimmed}", which is declared too: keep one of the two.`
          : `Write "${trimmed}", which is what ${destination.title} makes of it.`,
        ...details,
        ...(mend !== undefined && { fixes: [mend] }),
      });
    };
    for (const { name } of index.lastingEvents) {
      const trimmed = name.value.trim();
      check(
        "event",
        name,
        index.events.has(trimmed),
        () => renameEvent(index, name.value, trimmed, "same on arrival"),
        {
          event: name.value,
        },
      );
    }
    for (const [value, places] of index.lastingByName) {
      const trimmed = value.trim();
      if (trimmed === value) continue;
      const top = places.filter(({ within }) => within.length === 0);
      for (const space of ["property", "attribute"] as const) {
        const kinds = space === "attribute" ? ["person"] : ["event", "group"];
        // The same name in many events is one mistake.
        const first = top.find(({ owner }) => kinds.includes(owner.kind));
        if (first === undefined) continue;
        const taken =
          space === "attribute"
            ? plan.people.attributes.some((other) => other.name.value === trimmed)
            : index.propertiesByName.has(trimmed);
        const fix = (): Fix | undefined => renameProperty(index, space, value, trimmed, "same on arrival");
        check(space, first.property.name, taken, fix, { property: value });
      }
    }
  },
});
