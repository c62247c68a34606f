// Which consumers a change reaches, and what happens to them: by triggers, exits, conditions and sequences. Templates
// are not read here.
import type { Condition, Consumer, Plan } from "../plan/plan.js";
import type { Change, Effect, PropertyAspect, PropertyChange } from "./change.js";
import { isWordsOnly } from "./kinds.js";

type Reference = { readonly consumer: Consumer; readonly how: string; readonly path?: readonly string[] };

/** Who listens to what, in one plan. */
class Listeners {
  readonly #events = new Map<string, Reference[]>();
  readonly #properties = new Map<string, Reference[]>();
  readonly #attributes = new Map<string, Reference[]>();
  readonly #objects = new Map<string, Reference[]>();
  readonly #sequences = new Map<string, readonly string[]>();
  readonly #bySegment = new Map<string, Consumer[]>();

  constructor(plan: Plan) {
    for (const consumer of plan.consumers) this.#read(consumer);
    for (const { name, steps, suppress } of plan.sequences)
      this.#sequences.set(name.value, [
        ...new Set([
          ...steps.map(({ value }) => value),
          ...(suppress === undefined ? [] : [suppress.on.value]),
        ]),
      ]);
  }

  #read(consumer: Consumer): void {
    const { trigger } = consumer;
    if (trigger?.kind === "event") put(this.#events, trigger.event, { consumer, how: "its trigger" });
    if (trigger?.kind === "date")
      put(this.#attributes, trigger.attribute, { consumer, how: "its date", path: [trigger.attribute] });
    if (trigger?.kind === "object") put(this.#objects, trigger.object, { consumer, how: "its trigger" });
    if (trigger?.kind === "segment") put(this.#bySegment, trigger.segment, consumer);
    for (const exit of consumer.exitsOn) put(this.#events, exit.value, { consumer, how: "its exit" });
    for (const { value } of consumer.conditions) {
      for (const path of pathsOf(value.parsed)) {
        const [root, name] = path;
        if (root === undefined || name === undefined) continue;
        const reference = { consumer, how: `its condition "${value.text}"`, path: path.slice(1) };
        if (root === "customer") put(this.#attributes, name, reference);
        if (root === "event" && trigger?.kind === "event")
          put(this.#properties, JSON.stringify([trigger.event, name]), reference);
        if (root === "trigger" && trigger?.kind === "api")
          put(this.#properties, JSON.stringify([consumer.name.value, name]), reference);
      }
    }
  }

  event(name: string): readonly Reference[] {
    return this.#events.get(name) ?? [];
  }

  object(name: string): readonly Reference[] {
    return this.#objects.get(name) ?? [];
  }

  sequence(name: string): readonly Reference[] {
    return (this.#sequences.get(name) ?? [])
      .flatMap((event) => this.event(event))
      .map(({ consumer }) => ({ consumer, how: `the sequence "${name}"` }));
  }

  property({ holder }: PropertyChange, path: readonly string[]): readonly Reference[] {
    const names = path.filter((step) => step !== "[]");
    const [first] = names;
    if (first === undefined || holder.kind === "object" || holder.kind === "relationship") return [];
    const known =
      holder.kind === "person"
        ? (this.#attributes.get(first) ?? [])
        : (this.#properties.get(JSON.stringify([holder.name, first])) ?? []);
    const direct = known.filter(({ path: read = [] }) =>
      names.every((step, index) => index >= read.length || read[index] === step),
    );
    return direct.flatMap((one) => [one, ...this.#startedBy(one, new Set([one.consumer.name.value]))]);
  }

  /** What a segment starts, and what the segments among those start in turn. */
  #startedBy(reference: Reference, seen: Set<string>): readonly Reference[] {
    const name = reference.consumer.name.value;
    return (this.#bySegment.get(name) ?? [])
      .filter((consumer) => !seen.has(consumer.name.value))
      .flatMap((consumer) => {
        seen.add(consumer.name.value);
        const next = { consumer, how: `its segment "${name}"` };
        return [next, ...this.#startedBy(next, seen)];
      });
  }
}

/** Lives for one comparison. */
export class Reach {
  readonly #before: Listeners;
  readonly #after: Listeners;
  readonly #renamed: ReadonlyMap<string, string>;

  constructor(before: Plan, after: Plan, renamed: ReadonlyMap<string, string>) {
    this.#before = new Listeners(before);
    this.#after = new Listeners(after);
    // New name to old name.
    this.#renamed = new Map([...renamed].map(([from, to]) => [to, from]));
  }

  /** The consumers that a change reaches, each once, in the order of their names. */
  of(change: Change): readonly Effect[] {
    const found = new Map<string, Effect>();
    for (const { consumer, how } of this.#references(change)) {
      const name = consumer.name.value;
      const known = found.get(name);
      const message = `${how} ${effectOf(change)}`;
      if (known === undefined) found.set(name, { consumer: name, owner: consumer.owner?.value, message });
      else if (!known.message.includes(message))
        found.set(name, { ...known, message: `${known.message}; ${message}` });
    }
    return [...found.values()].toSorted((a, b) => (a.consumer < b.consumer ? -1 : 1));
  }

  #references(change: Change): readonly Reference[] {
    if (change.subject === "property") {
      if (isWordsOnly(change)) return [];
      const old =
        change.aspect === "renamed" ? [...change.path.slice(0, -1), String(change.before)] : change.path;
      const holder =
        change.holder.kind === "event"
          ? { ...change.holder, name: this.#renamed.get(change.holder.name) ?? change.holder.name }
          : change.holder;
      return [
        ...this.#before.property({ ...change, holder }, old),
        ...this.#after.property(change, change.path),
      ];
    }
    if (change.subject === "event") {
      if (isWordsOnly(change)) return [];
      return [
        ...this.#before.event(this.#renamed.get(change.event) ?? change.event),
        ...this.#after.event(change.event),
      ];
    }
    if (change.subject === "object")
      return [...this.#before.object(change.name), ...this.#after.object(change.name)];
    if (change.subject === "sequence")
      return [...this.#before.sequence(change.name), ...this.#after.sequence(change.name)];
    return [];
  }
}

function effectOf(change: Change): string {
  if (change.subject === "property") return propertyEffects[change.aspect] ?? "reads what changed";
  switch (change.kind) {
    case "event-removed":
    case "event-retired":
      return "never comes any more";
    case "event-renamed":
      return `has to name "${change.event}"`;
    case "event-postponed":
      return "does not come yet";
    case "event-timestamp-changed":
      return "counts from another moment";
    default:
      return "hears of what changed";
  }
}

const propertyEffects: { readonly [aspect in PropertyAspect]?: string } = {
  removed: "finds nothing any more",
  retired: "finds nothing any more",
  renamed: "reads the old name",
  optional: "finds nothing where it is left out",
  nullable: "may find null",
  "type-changed": "compares with values of another type",
  "type-widened": "may meet values of another type",
  "enum-value-added": "meets a value that it may not know",
  "enum-value-removed": "may wait for a value that no longer comes",
  "unit-changed": "compares amounts in another unit",
  "sources-narrowed": "finds nothing in what the other sources send",
};

function pathsOf(condition: Condition | undefined): readonly (readonly string[])[] {
  if (condition === undefined) return [];
  return condition.kind === "comparison" ? [condition.path.value] : condition.operands.flatMap(pathsOf);
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
