// The rule event-name-casing: the names of events follow the casing that the plan declares.
import { withoutInvisible } from "../../diagnostics/invisible.js";
import type { PlanEvent } from "../../plan/plan.js";
import { conventionText, follows, newNameText, recased } from "../names.js";
import type { PlanIndex } from "../plan-index.js";
import { renameEvent } from "../rename.js";
import { planRule } from "../rule.js";

/** Why `--fix` does not rename an event. */
function leftAlone({ name }: PlanEvent, index: PlanIndex): string {
  const isHeard = (index.eventMentions.get(name.value) ?? []).some((mention) => mention.in === "consumer");
  const why = isHeard
    ? `Customer.io listens to "${name.value}"`
    : `"${name.value}" is sent, and could not be kept among the aliases`;
  return `${why}, so it takes \`--fix --unsafe event-name-casing\`: change what listens with it.`;
}

export const eventNameCasing = planRule({
  id: "event-name-casing",
  summary: "An event's name does not follow the casing that the plan declares",
  why:
    "Campaigns and segments match event names letter for letter. Where some are written one way and some another, " +
    "people guess when they type a name into Customer.io, and a campaign whose trigger is guessed wrong never starts.",
  fix: "Rename the event, or change `naming.events` if the convention is the mistake. `--fix` renames it wherever people wrote it in the plan, and lists the old name of an active event under its `aliases`, so that code and campaigns which still have it are found; rename it in Customer.io too. Where a campaign that was pulled from Customer.io listens to the old name, it takes `--fix --unsafe event-name-casing`.",
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
      // What is taken for another event is told as that, and a space at an end comes first.
      if (
        follows(withoutInvisible(name), convention) ||
        index.similarEvents.has(name) ||
        name !== name.trim()
      )
        continue;
      const better = recased(name, convention);
      const fix = better === undefined ? undefined : renameEvent(index, name, better, "another name");
      report(event.name.span, `The event "${name}" is not in ${conventionText(convention)}.`, {
        event: name,
        help:
          better === undefined
            ? newNameText(convention)
            : fix === undefined
              ? `"${better}" is in the plan already: make one event of the two, or choose another name.`
              : `Rename it to "${better}"${event.status === "active" ? ", in Customer.io too" : ""}.${fix.safe ? "" : ` ${leftAlone(event, index)}`}`,
        ...(fix !== undefined && { fixes: [fix] }),
      });
    }
  },
});
