// The rule planned-event-emitted: an event that the code sends is no longer planned.
import { otherPlaces, placesText, withoutDoubled, wrongEvents } from "../code-places.js";
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
    for (const wrong of wrongEvents(withoutDoubled(code.eventCalls), ({ status }) => status === "planned")) {
      const { event, at } = wrong;
      const calls = wrong.spans.length > 1 ? "calls" : "call";
      report(at, `"${event.name.value}" is planned, and the code sends it already${placesText(wrong)}.`, {
        event: event.name.value,
        help: `Remove \`status: planned\` from its entry, or the ${calls}.`,
        related: [...otherPlaces(wrong), { message: "planned here", span: event.name.span }],
      });
    }
  },
});
