// What consumers use of a plan, as the plan itself says it: triggers, exits, conditions. Whoever reads templates too
// hands over more of the same.
import type { Condition, Consumer, Plan, Trigger } from "../plan/plan.js";

/** One place where a consumer uses something of the plan. */
export type Use = {
  /** The consumer's name. */
  readonly consumer: string;
  readonly kind: "event" | "property" | "attribute" | "object" | "snippet";
  /** Where a value is looked up: `event`, `trigger`, `customer`; another word for what is no value of the plan. */
  readonly namespace: string;
  /** The names that lead to the value, without the namespace and steps into lists; empty for an event or object. */
  readonly path: readonly string[];
  /** The event or object; for a value its whole path. */
  readonly name: string;
  /** The event that carries the property. */
  readonly event?: string | undefined;
  /** As it is written. */
  readonly written: string;
  readonly comparison?: { readonly operator: string; readonly value: unknown } | undefined;
  /** True where a value that is missing does no harm. */
  readonly guarded: boolean;
  readonly where: "trigger" | "exit" | "condition" | "template";
};

/** The uses of two plans. */
export type Uses = { readonly before: readonly Use[]; readonly after: readonly Use[] };

/** What the plan says itself about its consumers. */
export function usesIn(plan: Plan): readonly Use[] {
  return plan.consumers.flatMap((consumer) => [
    ...consumer.triggers.flatMap((trigger) => triggerUses(consumer, trigger)),
    ...consumer.exitsOn.map(({ value }) => ofEvent(consumer, value, "exit")),
    ...consumer.conditions.flatMap(({ value }) => conditionUses(consumer, value.parsed)),
  ]);
}

function triggerUses(consumer: Consumer, trigger: Trigger): readonly Use[] {
  const common = { consumer: consumer.name.value, guarded: true, where: "trigger" } as const;
  switch (trigger.kind) {
    case "event":
      return [ofEvent(consumer, trigger.event, "trigger")];
    case "date": {
      const { attribute } = trigger;
      const path = [attribute];
      return [
        { ...common, kind: "attribute", namespace: "customer", path, name: attribute, written: attribute },
      ];
    }
    case "object": {
      const { object } = trigger;
      return [{ ...common, kind: "object", namespace: "object", path: [], name: object, written: object }];
    }
    default:
      return [];
  }
}

function ofEvent({ name }: Consumer, event: string, where: "trigger" | "exit"): Use {
  const consumer = name.value;
  return {
    consumer,
    kind: "event",
    namespace: "none",
    path: [],
    name: event,
    event,
    written: event,
    guarded: true,
    where,
  };
}

function conditionUses(consumer: Consumer, condition: Condition | undefined): readonly Use[] {
  if (condition === undefined) return [];
  if (condition.kind !== "comparison")
    return condition.operands.flatMap((operand) => conditionUses(consumer, operand));
  const [namespace = "", ...path] = condition.path.value;
  const event = consumer.trigger?.kind === "event" ? consumer.trigger.event : undefined;
  return [
    {
      consumer: consumer.name.value,
      kind: namespace === "customer" ? "attribute" : "property",
      namespace,
      path,
      name: path.join("."),
      ...(namespace === "event" && event !== undefined && { event }),
      written: condition.path.value.join("."),
      comparison: { operator: condition.operator, value: condition.value?.value },
      guarded: true,
      where: "condition",
    },
  ];
}
