// What the rules about consumers share: every reference with what it leads to in the plan, worked out once a run.
import type { ConsumerScan } from "../consumers/consumer-scan.js";
import type { Comparison, Reference } from "../consumers/reference.js";
import type { Destination } from "../destinations/destination.js";
import type { Located } from "../diagnostics/diagnostic.js";
import type { Consumer, PlanEvent } from "../plan/plan.js";
import { isReadInFull } from "../plan/unread.js";
import { type ConditionIssue, conditionIssue } from "./condition-typing.js";
import type { PlanIndex } from "./plan-index.js";
import { type Holder, propertiesByName, type Target, targetOf } from "./reference-target.js";

/** A value that a consumer asks for. */
export type Asked = {
  readonly reference: Reference;
  readonly consumer: Consumer;
  /** The event that carries it, where one does. */
  readonly event: PlanEvent | undefined;
  /** What it leads to; undefined where the plan does not tell. */
  readonly target: Target | undefined;
  /** Why the namespace can't hold it: there is no event, or no call that starts the consumer. */
  readonly nowhere: "no-event" | "no-trigger" | undefined;
};

/** A comparison that can't be met, and why. */
export type Unmet = Omit<Asked, "nowhere"> & {
  readonly target: Extract<Target, { readonly kind: "value" }>;
  readonly comparison: Comparison;
  readonly issue: ConditionIssue;
};

/** A place that names an event. */
export type Heard = { readonly reference: Reference; readonly consumer: Consumer };

export class ConsumerIndex {
  readonly #scan: ConsumerScan;
  readonly #index: PlanIndex;
  readonly #destination: Destination;
  readonly #people: Holder;
  readonly #consumers: ReadonlyMap<string, Consumer>;
  /** What references lead to, by where they are looked up, how sure they are, and their steps: most repeat others. */
  readonly #targets = new Map<Holder, Map<number, Targets>>();
  /** The keys of steps, which many references have in common. */
  readonly #keys = new Map<Reference["steps"], string>();
  #unmet: readonly Unmet[] | undefined;
  #asked: readonly Asked[] | undefined;
  #heard: readonly Heard[] | undefined;
  #events: ReadonlyMap<string, ReadonlySet<string | undefined>> | undefined;

  constructor(scan: ConsumerScan, index: PlanIndex, destination: Destination) {
    this.#scan = scan;
    this.#index = index;
    this.#destination = destination;
    this.#consumers = new Map(index.plan.consumers.map((consumer) => [consumer.name.value, consumer]));
    this.#people = { properties: index.plan.people.attributes, open: false };
  }

  /** Every value that consumers ask for, in the order of the scan. */
  get asked(): readonly Asked[] {
    if (this.#asked === undefined) {
      const asked: Asked[] = [];
      for (const reference of this.#scan.references) {
        if (reference.kind !== "property" && reference.kind !== "attribute") continue;
        const consumer = this.#consumers.get(reference.consumer);
        if (consumer !== undefined) asked.push(this.#ask(reference, consumer));
      }
      this.#asked = asked;
    }
    return this.#asked;
  }

  /** Every comparison that can't be met; those of snippets are left out, which are made for several workflows. */
  get unmet(): readonly Unmet[] {
    this.#unmet ??= this.asked.flatMap(({ reference, consumer, event, target }) => {
      const { comparison, shared } = reference;
      if (comparison === undefined || shared || target?.kind !== "value") return [];
      const issue = conditionIssue(comparison, target.types, this.#index);
      return issue === undefined ? [] : [{ reference, consumer, event, target, comparison, issue }];
    });
    return this.#unmet;
  }

  /** Every place that names an event. */
  get heard(): readonly Heard[] {
    this.#heard ??= this.#named(({ kind }) => kind === "event");
    return this.#heard;
  }

  /** True for a file that is sent for several events: what is wrong for one may be right for another. */
  isOfSeveralEvents(file: string): boolean {
    if (this.#events === undefined) {
      const events = new Map<string, Set<string | undefined>>();
      for (const { event, span } of this.#scan.references) {
        const known = events.get(span.file);
        if (known === undefined) events.set(span.file, new Set([event]));
        else known.add(event);
      }
      this.#events = events;
    }
    const named = [...(this.#events.get(file) ?? [])].filter((event) => event !== undefined);
    return named.length > 1;
  }

  /** Every place that includes a snippet by its name. */
  get included(): readonly Heard[] {
    return this.#named(({ kind, path }) => kind === "snippet" && path.length > 0);
  }

  #named(isWanted: (reference: Reference) => boolean): readonly Heard[] {
    return this.#scan.references.flatMap((reference) => {
      const consumer = isWanted(reference) ? this.#consumers.get(reference.consumer) : undefined;
      return consumer === undefined ? [] : [{ reference, consumer }];
    });
  }

  #ask(reference: Reference, consumer: Consumer): Asked {
    const event = reference.event === undefined ? undefined : this.#index.events.get(reference.event);
    const lead = this.#leadOf(reference, consumer, event);
    return typeof lead === "string"
      ? { reference, consumer, event, target: undefined, nowhere: lead }
      : { reference, consumer, event, target: lead, nowhere: undefined };
  }

  /** What a reference leads to, or why that is nowhere; undefined where the plan does not tell. */
  #leadOf(
    reference: Reference,
    consumer: Consumer,
    event: PlanEvent | undefined,
  ): Target | NonNullable<Asked["nowhere"]> | undefined {
    switch (reference.namespace) {
      case "customer": {
        const { attributes } = this.#index.plan.people;
        // A plan without any says nothing about people: they are kept elsewhere.
        if (attributes.length === 0 || this.#index.plan.unread.attributes || this.#isReserved(reference))
          return undefined;
        return this.#target(reference, this.#people);
      }
      case "event": {
        // A snippet that asks first whether something is there is made for several workflows.
        if (reference.shared && (reference.guarded || event === undefined)) return undefined;
        if (event === undefined) return isWithoutEvent(consumer) ? "no-event" : undefined;
        // Pages and screens carry what the destination's own snippet adds to them; a retired event is told as that.
        if (event.status === "retired" || event.call !== "track") return undefined;
        if (!isReadInFull(this.#index.plan.unread, event.name.value)) return undefined;
        return this.#target(reference, event, event.sources);
      }
      case "trigger": {
        if (reference.shared) return undefined;
        if (isWithoutCall(consumer)) return "no-trigger";
        const holder = triggerHolder(consumer);
        const { values, doubtfulConsumers } = this.#index.plan.unread;
        if (values || doubtfulConsumers.has(consumer.name.value) || holder === undefined) return undefined;
        return targetOf(reference, holder, this.#index);
      }
      default:
        return undefined;
    }
  }

  /** A holder always comes with the same sources. */
  #target(
    reference: Reference,
    holder: Holder,
    sources: readonly Located<string>[] = [],
  ): Target | undefined {
    const { steps, where, sure } = reference;
    const all = getOrAdd(this.#targets, holder, () => new Map<number, Targets>());
    const known = getOrAdd(
      all,
      Math.min(sure, steps.length) * 2 + (where === "template" ? 1 : 0),
      (): Targets => new Map(),
    );
    const key = getOrAdd(this.#keys, steps, () => stepsKey(steps));
    const target = known.get(key);
    if (target !== undefined || known.has(key)) return target;
    const fresh = targetOf(
      reference,
      holder,
      this.#index,
      sources.map(({ value }) => value),
    );
    known.set(key, fresh);
    return fresh;
  }

  /** What the destination keeps on every profile, declared or not. */
  #isReserved({ steps: [first] }: Reference): boolean {
    if (first === undefined || !("name" in first)) return true;
    const { name } = first;
    if (propertiesByName(this.#index.plan.people.attributes).has(name)) return false;
    return (
      this.#destination.reservedAttributes.has(name) || name.startsWith(this.#destination.internalPrefix)
    );
  }
}

/** What steps lead to, by their key. */
type Targets = Map<string, Target | undefined>;

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** The same for steps that lead to the same, whatever stands in names. */
function stepsKey(steps: Reference["steps"]): string {
  let key = "";
  for (const step of steps) key += "name" in step ? `.${step.name.length}:${step.name}` : "[]";
  return key;
}

/** True where nothing can have started the consumer but what is no event. Segments look at events of the past. */
function isWithoutEvent({ kind, triggers }: Consumer): boolean {
  if (kind.value === "segment" || triggers.some((trigger) => trigger.kind === "event")) return false;
  return triggers.length > 0 || kind.value === "newsletter";
}

/** True where no call with values of its own, and no object, can have started the consumer. */
function isWithoutCall({ kind, triggers }: Consumer): boolean {
  if (kind.value === "segment" || triggers.length === 0) return false;
  return triggers.every((trigger) => trigger.kind !== "api" && trigger.kind !== "object");
}

/** What a call that starts the consumer carries; undefined where the plan does not tell. */
function triggerHolder({ trigger }: Consumer): Holder | undefined {
  return trigger?.kind === "api" && trigger.properties.length > 0
    ? { properties: trigger.properties, open: false }
    : undefined;
}

/** What starts the consumer carries, whatever the namespace is called; undefined where the plan does not tell. */
export function carriedBy(
  consumer: Consumer,
  index: PlanIndex,
): { readonly root: "event" | "trigger"; readonly holder: Holder } | undefined {
  const events = consumer.triggers.flatMap((trigger) => (trigger.kind === "event" ? [trigger.event] : []));
  const [only] = events;
  if (only !== undefined && events.length === 1) {
    const event = index.events.get(only);
    return event === undefined || event.status === "retired" || event.call !== "track"
      ? undefined
      : { root: "event", holder: event };
  }
  const holder = triggerHolder(consumer);
  return holder === undefined ? undefined : { root: "trigger", holder };
}
