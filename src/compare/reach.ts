// Which consumers a change reaches, and what happens to them: what they use of the plan, and whom they start in turn.
import { compareText } from "../diagnostics/diagnostic.js";
import type { Consumer, Plan } from "../plan/plan.js";
import type { Change, Effect, PropertyChange } from "./change.js";
import { effectOf } from "./effects.js";
import type { Use, Uses } from "./uses.js";

export type { Uses } from "./uses.js";

/** Who uses what, in one plan. */
class Listeners {
  readonly #events = new Map<string, Use[]>();
  readonly #objects = new Map<string, Use[]>();
  readonly #values = new Map<string, Use[]>();
  readonly #steps = new Map<string, readonly string[]>();
  readonly #bySegment = new Map<string, Consumer[]>();
  readonly #filtered = new Map<string, Consumer[]>();

  constructor(plan: Plan, uses: readonly Use[]) {
    for (const use of uses) {
      if (use.kind === "event") put(this.#events, use.name, use);
      else if (use.kind === "object") put(this.#objects, use.name, use);
      else for (const key of keysOf(use)) put(this.#values, key, use);
    }
    for (const consumer of plan.consumers) {
      for (const trigger of consumer.triggers)
        if (trigger.kind === "segment") put(this.#bySegment, trigger.segment, consumer);
      for (const { value } of consumer.filters) put(this.#filtered, value, consumer);
    }
    for (const { name, steps, suppress } of plan.sequences) {
      const events = [
        ...steps.map(({ value }) => value),
        ...(suppress === undefined ? [] : [suppress.on.value]),
      ];
      this.#steps.set(name.value, [...new Set(events)]);
    }
  }

  event(name: string): readonly Use[] {
    return this.#events.get(name) ?? [];
  }

  object(name: string): readonly Use[] {
    return this.#objects.get(name) ?? [];
  }

  sequence(name: string): readonly Use[] {
    return (this.#steps.get(name) ?? []).flatMap((event) => this.event(event));
  }

  /** The uses of a value, of what it is inside of, and of what is inside of it. */
  value({ holder }: PropertyChange, path: readonly string[]): readonly Use[] {
    const names = path.filter((step) => step !== "[]");
    const [first] = names;
    if (first === undefined) return [];
    const key =
      holder.kind === "person"
        ? valueKey("customer", "", first)
        : holder.kind === "event" || holder.kind === "trigger"
          ? valueKey(holder.kind, holder.name, first)
          : undefined;
    if (key === undefined) return [];
    return (this.#values.get(key) ?? []).filter(({ path: used }) =>
      names.every((step, index) => step === "*" || index >= used.length || used[index] === step),
    );
  }

  /** What a segment narrows. */
  filteredBy(segment: string): readonly Consumer[] {
    return this.#filtered.get(segment) ?? [];
  }

  /** What a segment starts, and what the segments among those start in turn. */
  startedBy(consumer: string): readonly { readonly consumer: Consumer; readonly segment: string }[] {
    const found: { readonly consumer: Consumer; readonly segment: string }[] = [];
    const seen = new Set([consumer]);
    const queue = [consumer];
    for (let segment = queue.pop(); segment !== undefined; segment = queue.pop()) {
      for (const started of this.#bySegment.get(segment) ?? []) {
        const name = started.name.value;
        if (seen.has(name)) continue;
        seen.add(name);
        found.push({ consumer: started, segment });
        queue.push(name);
      }
    }
    return found;
  }
}

/** A value is looked up by its first name. */
function keysOf({ namespace, path, event, consumer }: Use): readonly string[] {
  const [first] = path;
  if (first === undefined) return [];
  if (namespace === "customer") return [valueKey("customer", "", first)];
  if (namespace === "event" && event !== undefined) return [valueKey("event", event, first)];
  return namespace === "trigger" ? [valueKey("trigger", consumer, first)] : [];
}

function valueKey(namespace: string, holder: string, first: string): string {
  return JSON.stringify([namespace, holder, first]);
}

/** What changes who is in a segment. */
const peopleKinds: ReadonlySet<Change["kind"]> = new Set<Change["kind"]>([
  "consumer-condition-added",
  "consumer-condition-removed",
]);

/** Lives for one comparison. */
export class Reach {
  readonly #before: Listeners;
  readonly #after: Listeners;
  readonly #owners: ReadonlyMap<string, string | undefined>;
  /** New name to old name. */
  readonly #renamed: ReadonlyMap<string, string>;
  /** By consumer. */
  readonly #usesBefore: ReadonlyMap<string, readonly Use[]>;
  readonly #usesAfter: ReadonlyMap<string, readonly Use[]>;
  readonly #left: ReadonlySet<string>;

  constructor(before: Plan, after: Plan, renamed: ReadonlyMap<string, string>, uses: Uses) {
    this.#before = new Listeners(before, uses.before);
    this.#after = new Listeners(after, uses.after);
    this.#renamed = new Map([...renamed].map(([from, to]) => [to, from]));
    this.#usesBefore = byConsumer(uses.before);
    this.#usesAfter = byConsumer(uses.after);
    this.#left = new Set(after.consumers.map(({ name }) => name.value));
    this.#owners = new Map(
      [...before.consumers, ...after.consumers].map(({ name, owner }) => [name.value, owner?.value]),
    );
  }

  /** The consumers that a change reaches, each once, in the order of their names. */
  of(change: Change): readonly Effect[] {
    const found = new Map<string, Set<string>>();
    const note = (consumer: string, message: string): void => {
      const known = found.get(consumer);
      if (known === undefined) found.set(consumer, new Set([message]));
      else known.add(message);
    };
    for (const [listeners, uses] of this.#uses(change)) {
      for (const use of uses) {
        const message = change.subject === "sequence" ? "follows a step of it" : effectOf(change, use);
        if (message === undefined || (listeners === this.#before && this.#isMended(use))) continue;
        note(use.consumer, message);
        for (const { consumer, segment } of listeners.startedBy(use.consumer))
          note(consumer.name.value, `is started by the segment "${segment}", which ${message}`);
      }
    }
    if (change.subject === "consumer" && peopleKinds.has(change.kind)) {
      for (const { consumer, segment } of this.#after.startedBy(change.name))
        note(consumer.name.value, `is started by the segment "${segment}", which holds other people now`);
      for (const { name } of this.#after.filteredBy(change.name))
        note(name.value, `is only for the segment "${change.name}", which holds other people now`);
    }
    return [...found]
      .toSorted(([a], [b]) => compareText(a, b))
      .map(([consumer, messages]) => ({
        consumer,
        owner: this.#owners.get(consumer),
        message: withoutHoles([...messages]).join("; "),
      }));
  }

  /** Whether the same change of the plan makes the consumer go without what it used, or takes the consumer away. */
  #isMended(use: Use): boolean {
    if (!this.#left.has(use.consumer)) return true;
    const now = this.#usesAfter.get(use.consumer) ?? [];
    if (use.where === "condition" || use.where === "template")
      return !now.some(({ where, written }) => where === use.where && written === use.written);
    // One that starts or ends on nothing any more still says so in its text: the plan has no such event.
    const then = this.#usesBefore.get(use.consumer) ?? [];
    const isNew = ({ name }: Use): boolean =>
      !then.some((one) => one.where === use.where && one.name === name);
    const same = now.filter(({ where }) => where === use.where);
    return !same.some(({ name }) => name === use.name) && same.some(isNew);
  }

  /** The uses of what changed by its old name in the old plan, and by its new name in the new one. */
  #uses(change: Change): readonly (readonly [Listeners, readonly Use[]])[] {
    const [before, after] = [this.#before, this.#after];
    switch (change.subject) {
      case "property": {
        const old =
          change.aspect === "renamed" ? [...change.path.slice(0, -1), String(change.before)] : change.path;
        const { holder } = change;
        const then =
          holder.kind === "event"
            ? { ...holder, name: this.#renamed.get(holder.name) ?? holder.name }
            : holder;
        // Whoever reads the new name of what was renamed is mended already.
        const now = change.aspect === "renamed" ? after.value(change, old) : after.value(change, change.path);
        return [
          [before, before.value({ ...change, holder: then }, old)],
          [after, now],
        ];
      }
      case "event": {
        const old = this.#renamed.get(change.event) ?? change.event;
        return [
          [before, before.event(old)],
          [after, change.kind === "event-renamed" ? after.event(old) : after.event(change.event)],
        ];
      }
      case "object":
        return [
          [before, before.object(change.kind === "object-renamed" ? String(change.before) : change.name)],
          [after, change.kind === "object-renamed" ? [] : after.object(change.name)],
        ];
      case "sequence":
        return [
          [before, before.sequence(change.name)],
          [after, after.sequence(change.name)],
        ];
      default:
        return [];
    }
  }
}

/** A message that is not sent has no holes: of several templates, the one that fails is told. */
function withoutHoles(messages: readonly string[]): readonly string[] {
  if (!messages.some((message) => /^is (?:never|not) sent\b/.test(message))) return messages;
  return messages.filter((message) => !/^(?:no longer shows|shows nothing for) /.test(message));
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

function byConsumer(uses: readonly Use[]): ReadonlyMap<string, readonly Use[]> {
  const found = new Map<string, Use[]>();
  for (const use of uses) put(found, use.consumer, use);
  return found;
}
