// The rule action-as-attribute: what people do is an event, what is true of them an attribute.
import type { Property } from "../../plan/plan.js";
import { resolved } from "../../plan/property-path.js";
import { foldName, wordsOf } from "../names.js";
import type { PlanIndex } from "../plan-index.js";
import { planRule } from "../rule.js";

/** What somebody does in a moment and may do again: none of it is a lasting fact about them. */
const actions = new Set(
  "abandoned browsed clicked hovered pressed scrolled searched swiped tapped viewed visited".split(" "),
);

export const actionAsAttribute = planRule({
  id: "action-as-attribute",
  summary: "An attribute of people stands for something that they did",
  why:
    "An attribute keeps no time and no count: once somebody has clicked, they have clicked for ever. A campaign can't " +
    "start when it happens, can't tell yesterday from last year, and the profile grows by a field for each banner.",
  fix: "Send an event, or keep the lasting fact: when it last happened (`last_viewed_pricing_at`) or how often.",
  severity: "warning",
  examples: {
    bad: `
people:
  attributes:
    has_clicked_banner: boolean
`,
    good: `
events:
  Clicked Banner:
    description: The banner on the start page is clicked.
people:
  attributes:
    last_order_at?: timestamp
`,
  },
  check({ plan, index }, report) {
    for (const attribute of plan.people.attributes) {
      if (attribute.status === "retired" || attribute.status === "deprecated") continue;
      const action = actionOf(attribute, index);
      if (action === undefined) continue;
      const { value: name, span } = attribute.name;
      const event = index.eventsByFoldedName
        .get(foldName(action.join(" ")))
        ?.find(({ status }) => status !== "retired");
      report(
        span,
        `The attribute "${name}" stands for something that people do, not for a fact about them.`,
        {
          property: name,
          help:
            event === undefined
              ? `Send an event when it happens, or keep a lasting fact such as "last_${action.join("_")}_at".`
              : `Remove it: the event "${event.name.value}" tells it, with its time.`,
          ...(event !== undefined && { related: [{ message: "the event", span: event.name.span }] }),
        },
      );
    }
  },
});

/** The words of the action; undefined for a fact, a count, a moment. */
function actionOf(attribute: Property, index: PlanIndex): readonly string[] | undefined {
  const words = wordsOf(attribute.name.value).map((word) => word.toLowerCase());
  const action = /^(?:has|have|did|was)$/.test(words[0] ?? "") ? words.slice(1) : words;
  const [verb, next] = action;
  const isAction =
    (verb !== undefined && actions.has(words[0] === "did" ? past(verb) : verb)) ||
    (verb === "added" && next === "to") ||
    (verb === "removed" && next === "from") ||
    (verb === "started" && next === "checkout");
  // "viewed_products" is a list of them, "clicked_at" a moment: facts.
  const isFlag = resolved(attribute.type, index.lookup).every(
    ({ kind }) => kind === "boolean" || kind === "null",
  );
  return isAction && isFlag && action.length > 1 ? action : undefined;
}

/** "click", "visit" and "browse" as "clicked", "visited" and "browsed". */
function past(verb: string): string {
  if (actions.has(`${verb}ed`)) return `${verb}ed`;
  return actions.has(`${verb}d`) ? `${verb}d` : verb;
}
