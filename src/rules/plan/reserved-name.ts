// The rule reserved-name: names with a meaning of their own at the destination are used with that meaning alone.
import type { ReservedName } from "../../destinations/destination.js";
import type { Type } from "../../plan/plan.js";
import { resolved } from "../../plan/property-path.js";
import { describeProperty, type PlanIndex } from "../plan-index.js";
import { planRule } from "../rule.js";

export const reservedName = planRule({
  id: "reserved-name",
  summary: "A name that Customer.io keeps for itself is declared as something else",
  why:
    'Customer.io gives some names a meaning of their own. "recipient" in an event sends the message to that address ' +
    'and not to the customer; text under "unsubscribed" decides who gets mail; an attribute that begins with "_" is ' +
    "stored where no segment sees it.",
  fix: "Give it another name. A name of a profile may be declared with Customer.io's own meaning and type.",
  severity: "error",
  examples: {
    bad: `
events:
  Gift Card Sent:
    description: A customer bought a gift card for somebody.
    properties:
      recipient: { type: email, pii: true }
`,
    good: `
events:
  Gift Card Sent:
    description: A customer bought a gift card for somebody.
    properties:
      gift_recipient: { type: email, pii: true }
people:
  attributes:
    email?: { type: email, pii: true }
    created_at: timestamp
`,
  },
  check({ index, destination }, report) {
    for (const [name, places] of index.lastingByName) {
      const isReserved =
        destination.reservedProperties.has(name) ||
        destination.reservedAttributes.has(name) ||
        name.startsWith(destination.internalPrefix);
      if (!isReserved) continue;
      for (const declared of places) {
        const { property, owner, within } = declared;
        if (within.length > 0) continue;
        const details = { property: name, ...(owner.kind === "event" && { event: owner.name }) };
        if (owner.kind === "event" || owner.kind === "group") {
          const reserved = destination.reservedProperties.get(name);
          if (reserved === undefined) continue;
          report(
            property.name.span,
            `${sentence(describeProperty(declared))} ${reserved.meaning} in ${destination.title}.`,
            { ...details, help: `Give it another name, such as "${better(name)}".` },
          );
        } else if (owner.kind === "person") {
          const reserved = destination.reservedAttributes.get(name);
          if (reserved === undefined) {
            if (!name.startsWith(destination.internalPrefix)) continue;
            report(
              property.name.span,
              `No segment sees the attribute "${name}": names that begin with "${destination.internalPrefix}" are internal to ${destination.title}.`,
              { ...details, help: `Give it a name without the "${destination.internalPrefix}".` },
            );
          } else if (reserved.declaredAs === undefined) {
            report(property.name.span, `"${name}" ${reserved.meaning}: no plan declares it.`, {
              ...details,
              help: "Remove it, or give what you mean another name.",
            });
          } else if (!fits(property.type, reserved, index)) {
            const words = reserved.declaredAs.map((word) => `"${word}"`).join(" or ");
            report(
              property.type.span,
              `"${name}" ${reserved.meaning} in ${destination.title}, and is not declared as that.`,
              { ...details, help: `Declare it as ${words}, or give what you mean another name.` },
            );
          }
        }
      }
    }
  },
});

function fits(type: Type, { declaredAs = [] }: ReservedName, index: PlanIndex): boolean {
  const members = resolved(type, index.lookup).filter((member) => member.kind !== "null");
  return (
    members.length > 0 &&
    members.every((member) => wordsFor(member).some((word) => declaredAs.includes(word)))
  );
}

/** The words of the plan language that a type is a kind of. */
function wordsFor(type: Type): readonly string[] {
  switch (type.kind) {
    case "string":
      return type.format === undefined ? ["string"] : [type.format, "string"];
    case "number":
      return type.timestamp ? ["timestamp"] : type.integer ? ["integer", "number"] : ["number"];
    case "enum":
      return type.values.every(({ value }) => typeof value === "string" || value === null) ? ["string"] : [];
    case "const":
      return [typeof type.value];
    default:
      return [type.kind];
  }
}

function better(name: string): string {
  return name === "recipient" ? "gift_recipient" : `customer_${name}`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
