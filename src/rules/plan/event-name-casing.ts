// The rule event-name-casing: the names of events follow the casing that the plan declares.
import { conventionText, follows, recased } from "../names.js";
import { renameEvent } from "../rename.js";
import { planRule } from "../rule.js";

export const eventNameCasing = planRule({
  id: "event-name-casing",
  summary: "An event's name does not follow the casing that the plan declares",
  why:
    "Campaigns and segments match event names letter for letter. Where some are written one way and some another, " +
    "people guess when they type a name into Customer.io, and a campaign whose trigger is guessed wrong never starts.",
  fix: "Rename the event, or change `naming.events` if the convention is the mistake. `--fix` renames it wherever the plan mentions it; rename it in Customer.io too.",
  severity: "error",
  fixable: true,
  examples: {
    bad: `
events:
  order_completed:
    description: An order is paid.
`,
    good: `
events:
  Order Completed:
    description: An order is paid.
`,
  },
  check({ plan, index }, report) {
    const convention = plan.naming.events;
    for (const event of plan.events) {
      // What is on its way out keeps the name that it is known by.
      if (event.status === "deprecated" || event.status === "retired") continue;
      const name = event.name.value;
      // What is taken for another event is told as that.
      if (follows(name, convention) || index.similarEvents.has(name)) continue;
      const better = recased(name, convention);
      const fix = better === undefined ? undefined : renameEvent(index, name, better);
      report(event.name.span, `The event "${name}" is not in ${conventionText(convention)}.`, {
        event: name,
        ...(better !== undefined && {
          help:
            fix === undefined
              ? `"${better}" is in the plan already: make one event of the two, or choose another name.`
              : `Rename it to "${better}".`,
        }),
        ...(fix !== undefined && { fixes: [fix] }),
      });
    }
  },
});
