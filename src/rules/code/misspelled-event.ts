// The rule misspelled-event: names are the plan's, letter for letter.
import type { Fix } from "../../diagnostics/diagnostic.js";
import type { Meant, UnplannedEvent } from "../code-index.js";
import { quotedLike, sentAt, writtenAt } from "../code-places.js";
import { codeRule } from "../code-rule.js";
import { isHeldByTypes } from "../held-by-types.js";

export const misspelledEvent = codeRule({
  id: "misspelled-event",
  summary: "The code sends an event under a name that is not quite the plan's",
  why:
    "Customer.io takes names letter for letter. `Checkout Started` starts no campaign that waits for `Started Checkout`, " +
    "stops none, and counts in no segment. No error tells: the event arrives, as another one.",
  fix: "Write the name as the plan does. Where a wrong spelling is used in several places, list it under the event's `aliases`: it is then found and renamed.",
  severity: "error",
  fixable: true,
  examples: {
    bad: {
      body: `
events:
  Started Checkout:
    description: The checkout is open.
`,
      beside: {
        "web/checkout.ts": `
analytics.track("Checkout Started");
`,
      },
    },
    good: {
      body: `
events:
  Started Checkout:
    description: The checkout is open.
`,
      beside: {
        "web/checkout.ts": `
analytics.track("Started Checkout");
`,
      },
    },
  },
  check({ code }, report) {
    for (const unplanned of code.unplannedNames) {
      const { name, meant, emissions } = unplanned;
      if (meant === undefined) continue;
      const at = writtenAt(unplanned);
      const right = meant.event.name.value;
      // What may be no emission may mean what it says, and a function whose types name what it takes takes no other.
      const isHeld = emissions.some(
        (emission) => emission.doubt !== undefined || isHeldByTypes(emission, name.span, code.scan.texts),
      );
      const fix = rename(unplanned, meant, code.textOf(name.span), isHeld);
      report(at, `"${name.name}" is not in the plan; did you mean "${right}"?`, {
        event: right,
        help: helpFor(meant),
        related: [...sentAt(at, emissions), { message: "declared here", span: meant.event.name.span }],
        ...(fix !== undefined && { fixes: [fix] }),
      });
    }
  },
});

const differences: { readonly [difference in Meant["difference"]]: string } = {
  alias: "The plan lists it as a wrong spelling.",
  writing: "Nothing but its writing differs.",
  order: "The words are the same, in another order.",
  abbreviation: "A word is cut short or written out.",
  plural: "They differ in singular and plural.",
  typo: "They are a letter apart.",
};

function helpFor({ event, difference }: Meant): string {
  return `${differences[difference]} Write "${event.name.value}", or declare the other event in the plan.`;
}

function rename(
  { name }: UnplannedEvent,
  { event, certain }: Meant,
  written: string,
  isHeld: boolean,
): Fix | undefined {
  if (!name.replaceable) return undefined;
  const right = event.name.value;
  return {
    title: `rename to "${right}"`,
    safe: certain && !isHeld,
    edits: [{ span: name.span, text: quotedLike(written, right) }],
  };
}
