// Who would feel a change of an event, a property or an attribute: the references of the consumers, asked from the
// other end.
import { compareText, type Span } from "../diagnostics/diagnostic.js";
import type { Consumer, Plan } from "../plan/plan.js";
import type { Reference } from "./reference.js";

/** What is asked about; each that is given narrows the answer. All undefined: everything. */
export type ImpactQuestion = {
  readonly event: string | undefined;
  /** A name, or a path with dots: `items.price`. */
  readonly property: string | undefined;
  readonly attribute: string | undefined;
};

export type Impact = {
  /** By name. Those that read it themselves, and those that a segment decides about that does. */
  readonly consumers: readonly ImpactedConsumer[];
  /** The sequences that an event is a part of. */
  readonly sequences: readonly ImpactedSequence[];
};

export type ImpactedConsumer = {
  readonly consumer: Consumer;
  /** What it refers to itself, by place. */
  readonly references: readonly Reference[];
  /** Names of the segments through which it feels the change. */
  readonly through: readonly string[];
};

export type ImpactedSequence = {
  readonly name: string;
  readonly as: "step" | "end of recovery";
  readonly span: Span;
};

/** The answer to a question; `references` are all that the plan's consumers have. */
export function impactOf(plan: Plan, references: readonly Reference[], question: ImpactQuestion): Impact {
  const isAll =
    question.event === undefined && question.property === undefined && question.attribute === undefined;
  const found = new Map<string, Reference[]>();
  for (const reference of references) {
    if (!isAll && !concerns(reference, question)) continue;
    const known = found.get(reference.consumer);
    if (known === undefined) found.set(reference.consumer, [reference]);
    else known.push(reference);
  }
  const through = isAll ? new Map<string, readonly string[]>() : reachedThroughSegments(plan, found);
  return {
    consumers: plan.consumers
      .filter(({ name }) => isAll || found.has(name.value) || through.has(name.value))
      .map((consumer) => ({
        consumer,
        references: (found.get(consumer.name.value) ?? []).toSorted(byPlace),
        through: through.get(consumer.name.value) ?? [],
      })),
    sequences: sequencesOf(plan, question),
  };
}

/** Whether the plan knows what is asked about, or at least somebody refers to it. */
export function isKnown(plan: Plan, impact: Impact, { event, property, attribute }: ImpactQuestion): boolean {
  if (impact.consumers.length > 0 || impact.sequences.length > 0) return true;
  const first = property?.split(".")[0];
  return (
    (event === undefined || plan.events.some(({ name }) => name.value === event)) &&
    (first === undefined || propertyNames(plan, event).has(first)) &&
    (attribute === undefined || plan.people.attributes.some(({ name }) => name.value === attribute))
  );
}

/** The properties that events of the plan have, or one of them, and those that API calls hand over. */
export function propertyNames(plan: Plan, event: string | undefined): ReadonlySet<string> {
  const holders = [
    ...plan.events.filter(({ name }) => event === undefined || name.value === event),
    ...(event === undefined
      ? plan.consumers.flatMap(({ triggers }) => triggers.flatMap((one) => (one.kind === "api" ? [one] : [])))
      : []),
  ];
  return new Set(holders.flatMap(({ properties }) => properties.map(({ name }) => name.value)));
}

function concerns(reference: Reference, { event, property, attribute }: ImpactQuestion): boolean {
  if (attribute !== undefined) {
    return reference.kind === "attribute" && startsWith(reference.path, attribute) && event === undefined;
  }
  if (property !== undefined) {
    return (
      reference.kind === "property" &&
      (reference.namespace === "event" || reference.namespace === "trigger") &&
      startsWith(reference.path, property) &&
      (event === undefined || reference.event === event)
    );
  }
  return reference.event === event;
}

/** `items.price` is concerned by a change of `items`, and `items` by one of `items.price`, which it holds. */
function startsWith(path: readonly string[], asked: string): boolean {
  // A name with a dot in it is a name as well.
  if (path[0] === asked) return true;
  const steps = asked.split(".");
  return path.length > 0 && path.every((step, index) => index >= steps.length || steps[index] === step);
}

/** Consumers that segments start or narrow, by way of segments that the change reaches. */
function reachedThroughSegments(
  plan: Plan,
  found: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, readonly string[]> {
  const usersOf = new Map<string, string[]>();
  for (const consumer of plan.consumers) {
    for (const segment of segmentsOf(consumer)) {
      const users = usersOf.get(segment);
      if (users === undefined) usersOf.set(segment, [consumer.name.value]);
      else users.push(consumer.name.value);
    }
  }
  const segments = plan.consumers
    .filter(({ kind }) => kind.value === "segment")
    .map(({ name }) => name.value);
  const reached = new Map<string, Set<string>>();
  const queue = segments.filter((name) => found.has(name));
  const entered = new Set(queue);
  const isSegment = new Set(segments);
  for (let segment = queue.pop(); segment !== undefined; segment = queue.pop()) {
    for (const user of usersOf.get(segment) ?? []) {
      const by = reached.get(user) ?? new Set();
      by.add(segment);
      reached.set(user, by);
      if (!isSegment.has(user) || entered.has(user)) continue;
      entered.add(user);
      queue.push(user);
    }
  }
  return new Map([...reached].map(([user, by]) => [user, [...by].sort(compareText)]));
}

/** The segments that decide who is in a consumer. */
function segmentsOf({ triggers, filters, audience }: Consumer): readonly string[] {
  const names = new Set([
    ...triggers.flatMap((trigger) => (trigger.kind === "segment" ? [trigger.segment] : [])),
    ...filters.map(({ value }) => value),
  ]);
  const nodes = audience === undefined ? [] : [audience];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if (node.kind === "segment") names.add(node.segment.value);
    if (node.kind === "and" || node.kind === "or") nodes.push(...node.operands);
  }
  return [...names];
}

function sequencesOf(
  plan: Plan,
  { event, property, attribute }: ImpactQuestion,
): readonly ImpactedSequence[] {
  if (event === undefined || attribute !== undefined) return [];
  return plan.sequences.flatMap(({ name, steps, key, suppress }): readonly ImpactedSequence[] => {
    // A property matters to a sequence where it joins the steps.
    if (property !== undefined && key?.value !== property) return [];
    return [
      ...steps
        .filter(({ value }) => value === event)
        .map(({ span }) => ({ name: name.value, as: "step" as const, span })),
      ...(suppress?.on.value === event && property === undefined
        ? [{ name: name.value, as: "end of recovery" as const, span: suppress.on.span }]
        : []),
    ];
  });
}

function byPlace(a: Reference, b: Reference): number {
  return (
    compareText(a.span.file, b.span.file) ||
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    compareText(a.kind, b.kind)
  );
}
