// The references that the plan itself holds: what starts and ends a consumer, and what its conditions ask for.
import type { Located } from "../diagnostics/diagnostic.js";
import type { Condition, Consumer, SegmentCondition, Trigger } from "../plan/plan.js";
import type { Comparison, Namespace, Reference, ReferenceWhere } from "./reference.js";
import { eventOf } from "./template-references.js";

type ComparisonNode = Extract<Condition, { readonly kind: "comparison" }>;

/** In the order in which a consumer is read: triggers, exits, conditions. */
export function planReferences(consumer: Consumer): readonly Reference[] {
  return [
    ...consumer.triggers.flatMap((trigger) => triggerReferences(consumer, trigger)),
    ...consumer.exitsOn.map((event) => eventReference(consumer, event, "exit")),
    ...consumer.conditions.flatMap(({ value }) =>
      comparisonsIn(value.parsed).map((node) =>
        comparisonReference(consumer, node, eventOf(consumer), false),
      ),
    ),
    ...(consumer.audience === undefined ? [] : audienceReferences(consumer, consumer.audience, undefined)),
  ];
}

const plainReference = {
  steps: [],
  path: [],
  event: undefined,
  expectedType: undefined,
  comparison: undefined,
  guarded: true,
  sure: 0,
  told: 0,
  shared: false,
};

function triggerReferences(consumer: Consumer, trigger: Trigger): readonly Reference[] {
  const { span } = trigger;
  const common = { ...plainReference, consumer: consumer.name.value, where: "trigger", span } as const;
  switch (trigger.kind) {
    case "event":
      return [eventReference(consumer, { value: trigger.event, span }, "trigger")];
    case "date":
      return [
        {
          ...common,
          kind: "attribute",
          namespace: "customer",
          path: [trigger.attribute],
          steps: [{ name: trigger.attribute }],
          name: trigger.attribute,
          written: trigger.attribute,
          expectedType: "date",
        },
      ];
    case "object":
      return [
        { ...common, kind: "object", namespace: "object", name: trigger.object, written: trigger.object },
      ];
    default:
      return [];
  }
}

function eventReference(
  { name }: Consumer,
  { value, span }: Located<string>,
  where: ReferenceWhere,
): Reference {
  return {
    ...plainReference,
    consumer: name.value,
    kind: "event",
    namespace: "none",
    name: value,
    event: value,
    written: value,
    where,
    span,
  };
}

/** Every comparison of a condition, in the order in which they are written. */
function comparisonsIn(condition: Condition | undefined): readonly ComparisonNode[] {
  if (condition === undefined) return [];
  return condition.kind === "comparison" ? [condition] : condition.operands.flatMap(comparisonsIn);
}

const roots: ReadonlyMap<string, Namespace> = new Map([
  ["event", "event"],
  ["trigger", "trigger"],
  ["customer", "customer"],
  ["journey", "journey"],
]);

function comparisonReference(
  consumer: Consumer,
  { path, operator, value: compared }: ComparisonNode,
  event: string | undefined,
  loose: boolean,
): Reference {
  const comparison: Comparison = {
    operator,
    value: compared?.value,
    loose,
    span: compared?.span ?? path.span,
  };
  return { ...pathReference(consumer, path, event), comparison };
}

/** A condition's reference, whatever it asks for there. */
function pathReference(
  consumer: Consumer,
  { value, span }: Located<readonly string[]>,
  event: string | undefined,
): Reference {
  const [root = "", ...inside] = value;
  const namespace = roots.get(root) ?? "none";
  const path = namespace === "none" ? value.slice(1) : inside;
  return {
    ...plainReference,
    consumer: consumer.name.value,
    kind: namespace === "customer" ? "attribute" : "property",
    namespace,
    path,
    steps: path.map((name) => ({ name })),
    name: namespace === "none" ? root : path.join("."),
    event: namespace === "event" ? event : undefined,
    written: value.join("."),
    where: "condition",
    span,
  };
}

/** Who is in a pulled segment; `event` is the event whose filters these are. */
function audienceReferences(
  consumer: Consumer,
  node: SegmentCondition,
  event: string | undefined,
): readonly Reference[] {
  switch (node.kind) {
    case "and":
    case "or":
      return node.operands.flatMap((operand) => audienceReferences(consumer, operand, event));
    case "comparison":
      return [comparisonReference(consumer, node, event, true)];
    case "event":
      return [
        ...(node.call === "track" ? [eventReference(consumer, node.event, "condition")] : []),
        ...(node.filters === undefined ? [] : audienceReferences(consumer, node.filters, node.event.value)),
      ];
    case "unknown":
      // What is asked of it is not understood; that it is asked for is.
      return node.path === undefined ? [] : [pathReference(consumer, node.path, event)];
    default:
      return [];
  }
}
