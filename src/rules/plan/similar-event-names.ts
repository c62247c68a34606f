// The rule similar-event-names: no two events are taken for one another.
import { planRule } from "../rule.js";
import { differenceText } from "../similar-names.js";

export const similarEventNames = planRule({
  id: "similar-event-names",
  summary: "Two events have names that people take for one another",
  why:
    "Half of the code sends one, half sends the other, and a campaign listens to one of them. It reaches half of the " +
    "people it is meant for, and every count of the event is wrong by as much.",
  fix: "Keep one of the two, and list the other under its `aliases`, so that code which still sends it is found. Where both are meant, name them by what parts them.",
  severity: "error",
  examples: {
    bad: `
events:
  Started Checkout:
    description: The first page of the checkout is shown.
  Checkout Started:
    description: The checkout is entered.
`,
    good: `
events:
  Started Checkout:
    description: The first page of the checkout is shown.
    aliases: [Checkout Started]
`,
  },
  check({ index }, report) {
    for (const similar of index.similarEvents.values()) {
      const { name, like } = similar;
      report(name.span, `The event "${name.value}" ${differenceText(similar)}.`, {
        event: name.value,
        related: [{ message: `"${like.value}" is here`, span: like.span }],
        help: `Keep one of the two: remove "${name.value}" and list it under the aliases of "${like.value}".`,
      });
    }
  },
});
