// The rule planned-event-emitted: an event that the code sends is no longer planned.
import { nameAt, sentWrongly } from "../code-places.js";
import { codeRule } from "../code-rule.js";

export const plannedEventEmitted = codeRule({
  id: "planned-event-emitted",
  summary: "The code sends an event that the plan calls planned",
  why:
    "Whoever builds campaigns reads in the plan that the event does not come yet, and does not use it. Or the code went " +
    "out before it was agreed on what it sends.",
  fix: "Take `status: planned` out of the event's entry as soon as the code that sends it is released.",
  severity: "warning",
  examples: {
    bad: {
      body: `
events:
  Gift Card Bought:
    description: A gift card is paid.
    status: planned
`,
      beside: {
        "web/gifts.ts": `
analytics.track("Gift Card Bought");
`,
      },
    },
    good: {
      body: `
events:
  Gift Card Bought:
    description: A gift card is paid.
`,
      beside: {
        "web/gifts.ts": `
analytics.track("Gift Card Bought");
`,
      },
    },
  },
  check({ code }, report) {
    const said = new Set<string>();
    for (const call of code.eventCalls) {
      for (const sent of sentWrongly(call, ({ status }) => status === "planned")) {
        const { event, name } = sent;
        if (name === undefined || said.has(event.name.value)) continue;
        said.add(event.name.value);
        report(nameAt(call, sent), `"${event.name.value}" is planned, and the code sends it already.`, {
          event: event.name.value,
          help: "Remove `status: planned` from its entry, or the call.",
          related: [{ message: "planned here", span: event.name.span }],
        });
      }
    }
  },
});
