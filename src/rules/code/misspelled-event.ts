// The rule misspelled-event: names are the plan's, letter for letter.
import type { PossibleName } from "../../code/emission.js";
import type { Fix, Span } from "../../diagnostics/diagnostic.js";
import type { CodeIndex, Meant, UnplannedEvent } from "../code-index.js";
import { quotedLike, sentAt, writtenAt } from "../code-places.js";
import { codeRule } from "../code-rule.js";
import { isHeldByTypes } from "../held-by-types.js";
import { onlyEvent, someNames } from "../same-place.js";

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
    for (const [first, ...others] of byPlace(code)) {
      const { unplanned, meant, at } = first;
      const { name } = unplanned;
      const emissions = [first, ...others].flatMap((one) => one.unplanned.emissions);
      const right = meant.event.name.value;
      // What may be no emission may mean what it says, and a function whose types name what it takes takes no other.
      const isHeld = emissions.some(
        (emission) => emission.doubt !== undefined || isHeldByTypes(emission, name.span, code.scan.texts),
      );
      const fix = others.length > 0 ? undefined : rename(unplanned, meant, code.textOf(name.span), isHeld);
      const names = [name.name, ...others.map((one) => one.unplanned.name.name)];
      const rights = [...new Set([right, ...others.map((one) => one.meant.event.name.value)])];
      const are = names.length > 1 ? "are" : "is";
      report(at, `${someNames(names)} ${are} not in the plan; did you mean ${someNames(rights)}?`, {
        ...onlyEvent(rights),
        help: helpFor(meant),
        related: [...sentAt(at, emissions), { message: "declared here", span: meant.event.name.span }],
        ...(fix !== undefined && { fixes: [fix] }),
      });
    }
  },
});

/** A name, the event that was meant, and where the mistake stands. */
type Misspelled = { readonly unplanned: UnplannedEvent; readonly meant: Meant; readonly at: Span };

/** The names that are not quite the plan's; what one text gives for several of them is one mistake. */
function byPlace(code: CodeIndex): readonly (readonly [Misspelled, ...Misspelled[]])[] {
  const places = new Map<string, [Misspelled, ...Misspelled[]]>();
  for (const unplanned of code.unplannedNames) {
    const { name, meant } = unplanned;
    if (meant === undefined) continue;
    const at = isAround(name, meant.event.name.value) ? name.span : writtenAt(unplanned);
    const key = name.replaceable ? `${places.size}` : JSON.stringify([at.file, at.start, at.end]);
    const same = places.get(key);
    if (same === undefined) places.set(key, [{ unplanned, meant, at }]);
    else same.push({ unplanned, meant, at });
  }
  return [...places.values()];
}

/** Whether what a caller wrote is right, and the mistake is in what is put around it. */
function isAround({ name, written }: PossibleName, right: string): boolean {
  const at = written === undefined ? -1 : name.indexOf(written.value);
  if (written === undefined || written.value.length < 2 || at < 0 || !right.includes(written.value))
    return false;
  return !right.startsWith(name.slice(0, at)) || !right.endsWith(name.slice(at + written.value.length));
}

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
