// The rule dynamic-event-name: a name can be read in the code.
import { isLacking } from "../../code/emission.js";
import { codeRule } from "../code-rule.js";
import { placeKey } from "../right-keys.js";

export const dynamicEventName = codeRule({
  id: "dynamic-event-name",
  summary: "The code sends an event whose name is known only when it runs",
  why:
    "What is not written anywhere can't be held to the plan, found by a search, or renamed. A name that is put together at " +
    "run time makes as many events as there are values, and nobody builds a campaign on them.",
  fix: "Write the names out, as constants or as a union type, or send one event with a property that tells the difference.",
  severity: "warning",
  examples: {
    bad: {
      body: `
events:
  Button Clicked:
    description: One of our buttons is clicked.
    properties:
      button: string
`,
      beside: {
        "web/button.ts": `
const name = document.title;
analytics.track(name);
`,
      },
    },
    good: {
      body: `
events:
  Button Clicked:
    description: One of our buttons is clicked.
    properties:
      button: string
`,
      beside: {
        "web/button.ts": `
const name = document.title;
analytics.track("Button Clicked", { button: name });
`,
      },
    },
  },
  check({ code }, report) {
    // What a wrapper makes of a name by itself is its mistake, and one, whoever calls it.
    const made = new Set<string>();
    for (const { emission, events, unplanned, unplannedPatterns, open } of code.eventCalls) {
      const { name } = emission;
      if (!open || name === undefined) continue;
      const some = events.length + unplanned.length + unplannedPatterns.length > 0;
      if (isLacking(name.reason) && !some) {
        report(name.span, `As far as the code shows, this event has no name: ${name.reason}.`, {
          help: "Write a key that is there, or add this one.",
        });
        continue;
      }
      const isMade = emission.via !== undefined && name.openAt !== undefined;
      const place = isMade ? name.openAt : name.span;
      if (isMade && made.has(placeKey(place))) continue;
      if (isMade) made.add(placeKey(place));
      const because = name.reason === undefined ? "" : `: ${name.reason}`;
      const said = some ? "Not every name of this event is known" : "The name of this event is not known";
      report(place, `${said} before it is sent${because}.`, {
        help: "Write the names out, as constants or as a union type.",
        ...(isMade && { related: [{ message: "called here", span: name.span }] }),
      });
    }
  },
});
