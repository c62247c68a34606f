// What of a plan could not be read, so that later stages say nothing of what may be there.
import type { Diagnostic, Span } from "../diagnostics/diagnostic.js";
import { type Context, type NameKind, nameKinds } from "./context.js";

export type Unread = {
  /** Kinds of which any name may be declared in what could not be read. */
  readonly kinds: ReadonlySet<NameKind>;
  /** Events that are declared, as far as can be told, in what could not be read. */
  readonly events: ReadonlySet<string>;
  /** Events of which something may be missing or may be otherwise. */
  readonly doubtfulEvents: ReadonlySet<string>;
  /** True where the values of all events may be otherwise, such as after a mistake in a type. */
  readonly values: boolean;
  /** True where a sequence may have other steps, or end otherwise. */
  readonly sequences: boolean;
  /** Consumers of which something may be otherwise. */
  readonly doubtfulConsumers: ReadonlySet<string>;
  /** True where the attributes of people may be otherwise. */
  readonly attributes: boolean;
};

/** Whether an event of this name may be declared in what could not be read. */
export function mayBeDeclared({ kinds, events }: Unread, event: string): boolean {
  return kinds.has("event") || events.has(event);
}

/** Whether what is known of an event's properties is all there is. */
export function isReadInFull({ values, doubtfulEvents }: Unread, event: string): boolean {
  return !values && !doubtfulEvents.has(event);
}

/** Mistakes that keep the reader of sections from telling what a file declares. */
const hidingRules: readonly string[] = ["invalid-value", "unknown-key", "missing-key"];

/** Notes what is lost while a plan is read. Lives for one load. */
export class UnreadNotes {
  readonly #context: Context;
  readonly #events = new Set<string>();
  readonly #doubtful = new Set<string>();
  readonly #doubtfulConsumers = new Set<string>();
  #everything = false;
  #values = false;
  #attributes = false;
  #sequences = false;

  constructor(context: Context) {
    this.#context = context;
  }

  /** What is lost where sections or their names can't be told. */
  declared(people: boolean): void {
    for (const { rule, event, severity } of this.#context.collector.diagnostics) {
      if (severity !== "error") continue;
      if (hidingRules.includes(rule)) this.#everything = true;
      else if (rule === "duplicate-definition" && event !== undefined) this.#doubtful.add(event);
      else if (rule === "duplicate-definition") this.#values = true;
    }
    if (!people) this.#attributes = true;
  }

  /** Reads a part that all events may be made of: types, groups. */
  shared<T>(read: () => T, isAbout: (span: Span) => boolean = () => true): T {
    return this.#noting(read, (found) => {
      if (found.some(({ span }) => isAbout(span))) this.#values = true;
    });
  }

  sequences<T>(read: () => T): T {
    return this.#noting(read, () => {
      this.#sequences = true;
    });
  }

  people<T>(read: () => T): T {
    return this.#noting(read, () => {
      this.#attributes = true;
    });
  }

  event<T>(name: string, read: () => T | undefined): T | undefined {
    const event = this.#noting(read, () => {
      this.#doubtful.add(name);
    });
    if (event === undefined) this.#events.add(name);
    return event;
  }

  consumer<T>(name: string, read: () => T): T {
    return this.#noting(read, (found) => {
      if (found.some(({ hidesNothing }) => hidesNothing !== true)) this.#doubtfulConsumers.add(name);
    });
  }

  result(incomplete: boolean): Unread {
    const { unknown, unread, incompleteEvents } = this.#context;
    const everything = this.#everything || incomplete;
    const parts = ["type", "group", "source"] as const;
    const values =
      this.#values || everything || parts.some((kind) => unknown.has(kind) || unread[kind].size > 0);
    const steps = ["event", "sequence"] as const;
    const sequences =
      this.#sequences || everything || steps.some((kind) => unknown.has(kind) || unread[kind].size > 0);
    return {
      kinds: everything ? new Set(nameKinds) : unknown,
      events: new Set([...unread.event, ...this.#events]),
      doubtfulEvents: new Set([...incompleteEvents, ...this.#doubtful]),
      values,
      sequences,
      doubtfulConsumers: this.#doubtfulConsumers,
      // Attributes have types, too.
      attributes: this.#attributes || values,
    };
  }

  #noting<T>(read: () => T, note: (found: readonly Diagnostic[]) => void): T {
    const { collector } = this.#context;
    const before = collector.size;
    const result = read();
    if (collector.size > before) note(collector.diagnostics.slice(before));
    return result;
  }
}
