// The rule replacement-incompatible: what reads the old can read the replacement.

import type { PlanEvent } from "../../plan/plan.js";
import { capitalized, deprecatedThings, Replacements } from "../deprecations.js";
import type { PlanIndex } from "../plan-index.js";
import { planRule } from "../rule.js";
import { kindOf } from "../value-kinds.js";

export const replacementIncompatible = planRule({
  id: "replacement-incompatible",
  summary: "A replacement lacks what the old event always carried, or has another type",
  why:
    "A campaign that moves to the replacement keeps its templates and filters. Where these read a property which the new " +
    "event does not carry, the message fails to render and is not sent; where the type is another one, the filter matches nobody.",
  fix: "Add the property to the replacement, or deprecate it in the old event and name what takes its place: `deprecated: { replaced_by: value }`.",
  severity: "warning",
  needs: "plan",
  examples: {
    bad: `
events:
  Order Paid:
    description: An order is paid.
    deprecated: { replaced_by: Order Completed }
    properties:
      order_id: string
      total: number
  Order Completed:
    description: An order is paid, whatever the payment method.
    properties:
      order_id: string
`,
    good: `
events:
  Order Paid:
    description: An order is paid.
    deprecated: { replaced_by: Order Completed }
    properties:
      order_id: string
      total: number
  Order Completed:
    description: An order is paid, whatever the payment method.
    properties:
      order_id: string
      total: number
`,
  },
  check({ index }, report) {
    const replacements = new Replacements(index);
    for (const outgoing of deprecatedThings(index)) {
      const replacedBy = outgoing.deprecation?.replacedBy;
      if (replacedBy === undefined) continue;
      const replacement = replacements.of(outgoing, replacedBy.value);
      if (outgoing.kind === "event" && replacement.found === "event") {
        const lacking = lackingIn(replacement.event, outgoing.event);
        if (lacking.length === 0) continue;
        report(
          replacedBy.span,
          `"${replacedBy.value}" replaces "${outgoing.name.value}" and lacks ${inWords(lacking)}.`,
          {
            event: outgoing.name.value,
            help: "Add it there, or say in the old event what takes its place: deprecated: { replaced_by: NAME }.",
            related: [{ message: "the replacement", span: replacement.event.name.span }],
          },
        );
        continue;
      }
      const before =
        outgoing.kind === "property" ? kindOf(outgoing.declared.property.type, index) : undefined;
      const old = outgoing.kind === "type" ? kindOf(outgoing.type.type, index) : before;
      const now = replacementKind(replacement, index);
      if (old === undefined || now === undefined || old === now) continue;
      report(
        replacedBy.span,
        `${capitalized(outgoing.what)} is ${old}, and "${replacedBy.value}" is ${now}.`,
        {
          help: "Give the replacement the same type, or tell in the reason how to convert it.",
        },
      );
    }
  },
});

/** Required properties of the old event that the new one does not carry. When it happened has a name of its own. */
function lackingIn(replacement: PlanEvent, old: PlanEvent): readonly string[] {
  if (replacement.open !== false) return [];
  const carried = new Set(
    replacement.properties.filter(({ status }) => status !== "retired").map(({ name }) => name.value),
  );
  const moment = old.timestamp?.value === "now" ? undefined : old.timestamp?.value.property[0];
  return old.properties
    .filter(({ required, status, deprecated, name }) => {
      if (!required || status === "retired" || name.value === moment || carried.has(name.value)) return false;
      // Said elsewhere: by its own deprecation.
      return (
        status !== "deprecated" || (deprecated?.replacedBy === undefined && deprecated?.reason === undefined)
      );
    })
    .map(({ name }) => name.value);
}

function replacementKind(replacement: ReturnType<Replacements["of"]>, index: PlanIndex): string | undefined {
  if (replacement.found === "property") return kindOf(replacement.property.type, index);
  return replacement.found === "type" && replacement.type !== undefined
    ? kindOf(replacement.type, index)
    : undefined;
}

function inWords(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => `"${name}"`);
  const more = names.length - shown.length;
  if (more > 0) return `${shown.join(", ")} and ${more} more`;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
