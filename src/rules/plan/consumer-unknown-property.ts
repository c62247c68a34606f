// The rule consumer-unknown-property: conditions ask for what the trigger carries.
import type { Related } from "../../diagnostics/diagnostic.js";
import type { Consumer, ObjectType, PropertyPath } from "../../plan/plan.js";
import { unknownName } from "../condition-paths.js";
import { comparisonsOf, type PlanIndex } from "../plan-index.js";
import { type FindingDetails, planRule } from "../rule.js";
import { Suggestions } from "../suggestions.js";

export const consumerUnknownProperty = planRule({
  id: "consumer-unknown-property",
  summary: "A condition asks for a property that its trigger does not carry",
  why:
    "A condition on something that is never sent is never met: the campaign lets nobody in, or everybody where it asks " +
    'for "is not", and neither the destination nor the code says so.',
  fix: "Correct the name, or declare the property in the event that starts the consumer and send it.",
  severity: "error",
  needs: "plan",
  examples: {
    bad: `
events:
  Started Checkout:
    description: The checkout page is open.
    properties: { cart_value: number }
consumers:
  Abandoned checkout:
    kind: campaign
    description: One email to those who began to check out and did not order.
    trigger: Started Checkout
    conditions: ["event.cart_total >= 50"]
`,
    good: `
events:
  Started Checkout:
    description: The checkout page is open.
    properties: { cart_value: number }
consumers:
  Abandoned checkout:
    kind: campaign
    description: One email to those who began to check out and did not order.
    trigger: Started Checkout
    conditions: ["event.cart_value >= 50"]
`,
  },
  check({ plan, index }, report) {
    const suggestions = new Suggestions();
    for (const consumer of plan.consumers) {
      const seen = new Set<string>();
      for (const { path } of consumer.conditions.flatMap(({ value }) => comparisonsOf(value.parsed))) {
        const asked = path.value.join(".");
        const said = seen.has(asked) ? undefined : mistake(path.value, consumer, index, suggestions);
        seen.add(asked);
        if (said === undefined) continue;
        const { message, ...details } = said;
        report(path.span, `"${consumer.name.value}" asks for "${asked}", ${message}`, details);
      }
    }
  },
});

type Mistake = FindingDetails & { readonly message: string };

/** What is wrong with a path, as the end of a sentence. */
function mistake(
  path: PropertyPath,
  consumer: Consumer,
  index: PlanIndex,
  suggestions: Suggestions,
): Mistake | undefined {
  const { trigger } = consumer;
  const [root = "", ...inside] = path;
  if (root === "customer") return undefined;
  if (root !== "event" && root !== "trigger") return unknownRoot(path, consumer, index, suggestions);
  // A segment can look at events of the past, and what a consumer without a trigger gets is not known.
  if (inside.length === 0 || trigger === undefined || consumer.kind.value === "segment") return undefined;
  const isEvent = trigger.kind === "event";
  if (root === "event" ? !isEvent : isEvent) {
    const holder = carried(consumer, index);
    const other = `${isEvent ? "event" : "trigger"}.${inside.join(".")}`;
    const meant = holder !== undefined && unknownName(inside, holder, index) === undefined;
    return {
      message: `${isEvent ? "which only what is started by an API call has" : "and no event starts it"}.${meant ? ` Did you mean "${other}"?` : ""}`,
      related: [{ message: "what starts it", span: trigger.span }],
    };
  }
  const holder = carried(consumer, index);
  const unknown = holder === undefined ? undefined : unknownName(inside, holder, index);
  if (unknown === undefined) return undefined;
  const { name, within, among, retired } = unknown;
  const event = isEvent ? index.events.get(trigger.event) : undefined;
  const carrier = event === undefined ? "its trigger" : `the event "${event.name.value}"`;
  const where = within.length === 0 ? carrier : `"${within.join(".")}" of ${carrier}`;
  const details: FindingDetails = {
    property: name,
    ...(event !== undefined && { event: event.name.value }),
  };
  if (retired !== undefined) {
    const replacement = retired.deprecated?.replacedBy?.value;
    return {
      ...details,
      message: `and "${name}" of ${where} is retired: nobody sends it any more.`,
      ...(replacement !== undefined && { help: `"${replacement}" replaces it.` }),
      related: [{ message: "retired here", span: retired.name.span }],
    };
  }
  const declared: Related = {
    message: event === undefined ? "what starts it" : "declared here",
    span: event?.name.span ?? trigger.span,
  };
  return {
    ...details,
    message: `and ${where} has no property "${name}".${suggestions.text(name, among)}`,
    related: [declared],
  };
}

const roots = ["event", "customer", "trigger"];

/** A path that does not say what it is about; one that begins with an object belongs to a trigger by objects. */
function unknownRoot(
  path: PropertyPath,
  consumer: Consumer,
  index: PlanIndex,
  suggestions: Suggestions,
): Mistake | undefined {
  if (consumer.trigger?.kind === "object") return undefined;
  const name = path[0] ?? "";
  const holder = carried(consumer, index);
  const root = holder?.properties.some((property) => property.name.value === name)
    ? consumer.trigger?.kind === "event"
      ? "event"
      : "trigger"
    : index.plan.people.attributes.some((attribute) => attribute.name.value === name)
      ? "customer"
      : undefined;
  const hint =
    root === undefined ? suggestions.text(name, roots) : ` Did you mean "${[root, ...path].join(".")}"?`;
  return { message: `which begins with none of "event.", "customer." and "trigger.".${hint}` };
}

/** What starts the consumer carries; undefined where the plan does not tell, or it is told as retired. */
function carried(
  { trigger }: Consumer,
  index: PlanIndex,
): Pick<ObjectType, "properties" | "open"> | undefined {
  if (trigger?.kind === "api")
    return trigger.properties.length === 0 ? undefined : { properties: trigger.properties, open: false };
  if (trigger?.kind !== "event") return undefined;
  const event = index.events.get(trigger.event);
  // Pages and screens carry what the destination's own snippet adds to them.
  if (event === undefined || event.status === "retired" || event.call !== "track") return undefined;
  return event;
}
