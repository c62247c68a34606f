// The rule replacement-unknown: what replaces something deprecated is there.
import { capitalized, deprecatedThings, Replacements } from "../deprecations.js";
import { planRule } from "../rule.js";
import { Suggestions } from "../suggestions.js";

export const replacementUnknown = planRule({
  id: "replacement-unknown",
  summary: "The replacement of something deprecated does not exist",
  why:
    "People who move a campaign or code away from the old name follow the plan, and arrive at a name that nobody sends. " +
    "The moved campaign never starts, and no error tells.",
  fix: "Correct the name, declare what it stands for, or name another replacement. A property is replaced by one beside it, or by an attribute of people.",
  severity: "error",
  needs: "plan",
  examples: {
    bad: `
events:
  Order Paid:
    description: An order is paid.
    deprecated: { replaced_by: Order Complete }
  Order Completed:
    description: An order is paid, whatever the payment method.
`,
    good: `
events:
  Order Paid:
    description: An order is paid.
    deprecated: { replaced_by: Order Completed }
  Order Completed:
    description: An order is paid, whatever the payment method.
`,
  },
  check({ index }, report) {
    const replacements = new Replacements(index);
    const suggestions = new Suggestions();
    for (const outgoing of deprecatedThings(index)) {
      const replacedBy = outgoing.deprecation?.replacedBy;
      if (replacedBy === undefined) continue;
      const { value: name, span } = replacedBy;
      const replacement = replacements.of(outgoing, name);
      const { what } = outgoing;
      const event = outgoing.kind === "event" ? { event: outgoing.name.value } : {};
      if (replacement.found === "itself") {
        report(span, `${capitalized(what)} is replaced by itself.`, {
          ...event,
          help: "Name what comes instead.",
        });
      } else if (replacement.found === "retired") {
        report(span, `"${name}", which replaces ${what}, is retired itself.`, {
          ...event,
          help: "Name what is used today.",
          related: [{ message: "retired here", span: replacement.span }],
        });
      } else if (replacement.found === "nothing") {
        report(
          span,
          `"${name}", which is to replace ${what}, does not exist.${suggestions.text(name, replacement.among)}`,
          { ...event, help: placesFor(outgoing.kind) },
        );
      }
    }
  },
});

function placesFor(kind: "event" | "property" | "type"): string {
  if (kind === "event") return "An event is replaced by another event.";
  if (kind === "type") return "A type is replaced by another type.";
  return "A property is replaced by one beside it or by an attribute of people, an attribute also by an event.";
}
