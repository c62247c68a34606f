// The rule unknown-event: the code sends what the plan declares.
import { sentAt, writtenAt } from "../code-places.js";
import { codeRule } from "../code-rule.js";
import { patternText } from "../name-patterns.js";
import { Suggestions } from "../suggestions.js";

export const unknownEvent = codeRule({
  id: "unknown-event",
  summary: "The code sends an event that the plan does not have",
  why:
    "Nobody listens to an event that nobody knows of: no campaign starts and no segment counts it. And nobody has looked " +
    "at what it tells about a person.",
  fix: "Declare the event in the plan, send one that is there, or remove the call.",
  severity: "error",
  examples: {
    bad: {
      body: `
events:
  Signed Up:
    description: An account is opened.
`,
      beside: {
        "web/account.ts": `
analytics.track("Newsletter Joined");
`,
      },
    },
    good: {
      body: `
events:
  Signed Up:
    description: An account is opened.
`,
      beside: {
        "web/account.ts": `
analytics.track("Signed Up");
`,
      },
    },
  },
  check({ index, code, destination }, report) {
    const suggestions = new Suggestions();
    const names = index.lastingEvents.map(({ name }) => name.value);
    for (const unplanned of code.unplannedNames) {
      const { name, meant, emissions } = unplanned;
      const at = writtenAt(unplanned);
      if (meant !== undefined || destination.operationalEvents.has(name.name)) continue;
      if (name.name.trim() === "") {
        // A function of the team's own may send nothing then.
        if (emissions.every(({ via }) => via === undefined))
          report(at, "This event has no name.", { help: "Name it as the plan does." });
        continue;
      }
      report(at, `"${name.name}" is not in the plan.${suggestions.text(name.name, names)}`, {
        event: name.name,
        related: sentAt(at, emissions),
        help: "Declare it under `events`, or send an event that the plan has.",
      });
    }
    for (const { emission, unplannedPatterns } of code.eventCalls) {
      for (const pattern of unplannedPatterns) {
        report(pattern.span, `No event of the plan is named like \`${patternText(pattern)}\`.`, {
          related: sentAt(pattern.span, [emission]),
          help: "Declare the events that it stands for, or send one that the plan has.",
        });
      }
    }
  },
});
