// The rule missing-description: what a plan declares says what it means.
import type { Located, Span } from "../../diagnostics/diagnostic.js";
import { describeProperty } from "../plan-index.js";
import { planRule } from "../rule.js";

type Missing = {
  /** What stands in its place: nothing, blanks, or a "TODO". */
  readonly description: Located<string> | undefined;
  readonly event?: string;
};
type Described = { readonly name: Located<string>; readonly description: Located<string> | undefined };

export const missingDescription = planRule({
  id: "missing-description",
  summary: 'Something that the plan declares has no description, or "TODO" in its place',
  why:
    "Whoever builds a campaign picks events by their description. Without one they guess, by the name alone, when " +
    "the event is sent, and a message goes out at the wrong moment or to the wrong people.",
  fix: "Say in one sentence when the event is sent, or what the value means.",
  severity: "warning",
  needs: "entry",
  options: {
    of: {
      type: "strings",
      values: ["events", "groups", "types", "properties", "attributes", "sequences", "consumers"],
      default: ["events"],
      description: "What must have a description.",
    },
  },
  examples: {
    bad: `
events:
  Order Completed:
    properties:
      order_id: string
`,
    good: `
events:
  Order Completed:
    description: An order is paid, whatever the payment method.
    properties:
      order_id: string
`,
  },
  check({ plan, index, options }, report) {
    const missing = (span: Span, what: string, { description, event }: Missing): void => {
      const thing = `${what.charAt(0).toUpperCase()}${what.slice(1)}`;
      const text = description?.value.trim() ?? "";
      report(
        description === undefined || text === "" ? span : description.span,
        text === "" ? `${thing} has no description.` : `${thing} has no description yet: "${text}".`,
        { ...(event !== undefined && { event }) },
      );
    };
    const each = (items: readonly Described[], kind: string): void => {
      for (const { name, description } of items)
        if (isBlank(description)) missing(name.span, `the ${kind} "${name.value}"`, { description });
    };
    const of = new Set(options.of);
    if (of.has("events")) {
      for (const { name, description } of index.liveEvents)
        if (isBlank(description))
          missing(name.span, `the event "${name.value}"`, { description, event: name.value });
    }
    if (of.has("groups")) each(plan.groups, "group");
    if (of.has("types")) each(plan.types, "type");
    if (of.has("sequences")) each(plan.sequences, "sequence");
    // What was only pulled asks nothing of the plan: its file is not to be edited.
    if (of.has("consumers"))
      each(
        plan.consumers.filter(({ origin }) => origin !== "pulled"),
        "consumer",
      );
    if (!of.has("properties") && !of.has("attributes")) return;
    for (const declared of index.declaredProperties) {
      const { property, owner } = declared;
      if (property.status === "retired" || !isBlank(property.description)) continue;
      // What a named type says of itself holds for a property of that type.
      const named = property.type.kind === "ref" ? property.type.name : property.type.refines;
      if (named !== undefined && !isBlank(index.types.get(named)?.description)) continue;
      if (of.has(owner.kind === "person" || owner.kind === "object" ? "attributes" : "properties"))
        missing(property.name.span, describeProperty(declared), { description: property.description });
    }
  },
});

/** The whole of what stands there until somebody knows better, in words or in signs alone. */
const placeholder =
  /^(?:to ?do|tb[dac]|fix ?me|xxx+|wip|n\/?a|none|empty|description|to be (?:defined|done|determined|described)|lorem ipsum.*|)[^\p{L}\p{N}]*$/isu;
/** A note to oneself, with what is to be said. "Todo items are sorted" is a sentence. */
const note = /^(?:TODO|TBD|FIXME)\b/;

function isBlank(description: Located<string> | undefined): boolean {
  const text = description?.value.trim() ?? "";
  return placeholder.test(text) || note.test(text);
}
