// The rule name-too-long: names fit into what the destination takes.
import type { Located } from "../../diagnostics/diagnostic.js";
import { planRule } from "../rule.js";

const encoder = new TextEncoder();

export const nameTooLong = planRule({
  id: "name-too-long",
  summary: "The name of an event or an attribute is longer than Customer.io takes",
  why:
    "Customer.io refuses an event whose name has more than 100 bytes, and an attribute whose name has more than 150. " +
    "The call fails, or is dropped without a word, and whoever waits for it waits for ever.",
  fix: "Shorten the name. What it explains beyond that belongs into the description.",
  severity: "error",
  examples: {
    bad: `
events:
  Customer Completed the First Order After Having Been Invited to the Shop by a Friend Through a Personal Referral Link:
    description: An order is paid.
`,
    good: `
events:
  Referral Completed:
    description: A customer completed the first order after a friend's invitation through a personal link.
`,
  },
  check({ plan, index, destination }, report) {
    const check = (what: string, { value, span }: Located<string>, limit: number): void => {
      // A code unit is at most three bytes: most names need no closer look.
      if (value.length * 3 <= limit) return;
      const bytes = encoder.encode(value).length;
      if (bytes <= limit) return;
      const wide = bytes > value.length ? " Letters beyond A to Z take two to four bytes each." : "";
      report(
        span,
        `The name of the ${what} "${shortened(value)}" has ${bytes} bytes; ${destination.title} takes ${limit}.`,
        {
          help: `Shorten it by ${bytes - limit === 1 ? "a byte" : `${bytes - limit} bytes`}, and say the rest in the description.${wide}`,
          ...(what === "event" ? { event: value } : { property: value }),
        },
      );
    };
    const { eventNameBytes, attributeNameBytes } = destination.limits;
    for (const { name } of index.lastingEvents) check("event", name, eventNameBytes);
    for (const { name, status } of plan.people.attributes) {
      if (status !== "deprecated" && status !== "retired") check("attribute", name, attributeNameBytes);
    }
  },
});

function shortened(name: string): string {
  const characters = [...name];
  return characters.length > 40 ? `${characters.slice(0, 40).join("")}…` : name;
}
