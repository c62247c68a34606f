// Lookups over a plan that rules share. Each is built when it is first asked for, in time linear in the plan.
import type { Located, Span } from "../diagnostics/diagnostic.js";
import { isObject } from "../plan/conforms.js";
import type {
  Condition,
  Group,
  Json,
  NamedType,
  Plan,
  PlanEvent,
  PlanObject,
  Source,
  Status,
  Type,
} from "../plan/plan.js";
import {
  type DeclaredProperty,
  declaredProperties,
  type EventMention,
  eventListeners,
  eventMentions,
} from "./declared-properties.js";
import { foldName } from "./names.js";
import { similarAttributes, similarEvents, similarProperties } from "./similar-in-plan.js";
import type { SimilarName } from "./similar-names.js";
import { conflictingNames } from "./value-kinds.js";

export { type DeclaredProperty, describeProperty, type EventMention } from "./declared-properties.js";

/** Lives as long as one check runs. */
export class PlanIndex {
  readonly plan: Plan;

  constructor(plan: Plan) {
    this.plan = plan;
  }

  // --- By name ------------------------------------------------------------------------------------------------

  get events(): ReadonlyMap<string, PlanEvent> {
    return this.#once("events", () => byName(this.plan.events));
  }
  get types(): ReadonlyMap<string, NamedType> {
    return this.#once("types", () => byName(this.plan.types));
  }
  get groups(): ReadonlyMap<string, Group> {
    return this.#once("groups", () => byName(this.plan.groups));
  }
  get sources(): ReadonlyMap<string, Source> {
    return this.#once("sources", () => byName(this.plan.sources));
  }
  get objects(): ReadonlyMap<string, PlanObject> {
    return this.#once("objects", () => byName(this.plan.objects));
  }

  /** The type that a name stands for: what the functions of plan/property-path.ts ask for. */
  readonly lookup = (name: string): Type | undefined => this.types.get(name)?.type;

  /** Events that are not retired: those that are still sent. */
  get liveEvents(): readonly PlanEvent[] {
    return this.#once("liveEvents", () => this.plan.events.filter((event) => event.status !== "retired"));
  }

  /** Events by their name without casing, spaces and punctuation: those of one entry look alike. */
  get eventsByFoldedName(): ReadonlyMap<string, readonly PlanEvent[]> {
    return this.#once("eventsByFoldedName", () =>
      grouped(this.plan.events, (event) => foldName(event.name.value)),
    );
  }

  // --- Properties ---------------------------------------------------------------------------------------------

  /** Every property, each once, where it is declared. Retired ones are among them. */
  get declaredProperties(): readonly DeclaredProperty[] {
    return this.#once("declaredProperties", () => declaredProperties(this.plan));
  }

  /** Those by their name. */
  get propertiesByName(): ReadonlyMap<string, readonly DeclaredProperty[]> {
    return this.#once("propertiesByName", () =>
      grouped(this.declaredProperties, ({ property }) => property.name.value),
    );
  }

  /**
   * Those that are here to stay: neither they themselves, nor what holds or declares them, are deprecated or
   * retired. What is on its way out keeps its mistakes.
   */
  get lastingProperties(): readonly DeclaredProperty[] {
    return this.#once("lastingProperties", () => {
      const lasts = (status: Status | undefined): boolean => status !== "deprecated" && status !== "retired";
      let last: DeclaredProperty["owner"] | undefined;
      let lastLasts = false;
      const lasting = this.declaredProperties.filter(({ property, owner, within }) => {
        // Those of one owner stand together.
        if (owner !== last) {
          last = owner;
          lastLasts =
            (owner.kind !== "event" || lasts(this.events.get(owner.name)?.status)) &&
            (owner.kind !== "type" || lasts(this.types.get(owner.name)?.status));
        }
        return lastLasts && lasts(property.status) && within.every((outer) => lasts(outer.status));
      });
      return lasting.length === this.declaredProperties.length ? this.declaredProperties : lasting;
    });
  }

  /**
   * Those by their name. A plan has few names and very many properties: what the name alone can decide is asked once
   * for each name here, and not for each property.
   */
  get lastingByName(): ReadonlyMap<string, readonly DeclaredProperty[]> {
    return this.lastingProperties === this.declaredProperties
      ? this.propertiesByName
      : this.#once("lastingByName", () =>
          grouped(this.lastingProperties, ({ property }) => property.name.value),
        );
  }

  /** Events that are neither deprecated nor retired. */
  get lastingEvents(): readonly PlanEvent[] {
    return this.#once("lastingEvents", () =>
      this.liveEvents.filter((event) => event.status !== "deprecated"),
    );
  }

  /** The events whose payload has a property, by its name; retired ones are among both. */
  get eventsByProperty(): ReadonlyMap<string, readonly PlanEvent[]> {
    return this.#once("eventsByProperty", () => {
      const found = new Map<string, PlanEvent[]>();
      for (const event of this.plan.events) {
        for (const { name } of event.properties) {
          const events = found.get(name.value);
          if (events === undefined) found.set(name.value, [event]);
          else events.push(event);
        }
      }
      return found;
    });
  }

  /** Whether a property has another kind of values under the same name elsewhere: that is a finding of its own. */
  isInConflict({ property, within }: DeclaredProperty): boolean {
    const names = this.#once("conflictingNames", () => conflictingNames(this));
    return within.length === 0 && names.has(property.name.value);
  }

  /** What examples say of a property: its own ones, and its values in the examples of the events that it is in. */
  examplesOf({ property, owner, within }: DeclaredProperty): readonly Json[] {
    const found = property.examples.map(({ value }) => value);
    if (within.length > 0) return found;
    const name = property.name.value;
    if (owner.kind === "group") found.push(...(this.#groupExamples.get(owner.name)?.get(name) ?? []));
    else if (owner.kind === "event") {
      const event = this.events.get(owner.name);
      if (event === undefined || event.status === "retired" || event.status === "deprecated") return found;
      for (const { value } of event.examples) {
        const given = memberOf(value, name);
        if (given !== undefined) found.push(given);
      }
    }
    return found;
  }

  /** Values in the examples of events of what they take from groups, by the group and the name. */
  get #groupExamples(): ReadonlyMap<string, ReadonlyMap<string, readonly Json[]>> {
    return this.#once("groupExamples", () => {
      const found = new Map<string, Map<string, Json[]>>();
      for (const event of this.lastingEvents) {
        if (event.examples.length === 0) continue;
        for (const { name, origin } of event.properties) {
          if (origin.kind !== "group" && origin.kind !== "source") continue;
          const group = origin.kind === "group" ? origin.name : origin.group;
          for (const { value } of event.examples) {
            const given = memberOf(value, name.value);
            if (given === undefined) continue;
            const values = getOrAdd(found, group, () => new Map<string, Json[]>());
            getOrAdd(values, name.value, () => []).push(given);
          }
        }
      }
      return found;
    });
  }

  // --- Names that look alike ----------------------------------------------------------------------------------

  /** The events that people take for another one. */
  get similarEvents(): ReadonlyMap<string, SimilarName> {
    return this.#once("similarEvents", () => similarEvents(this));
  }

  /** The same for the properties of events and groups. */
  get similarProperties(): ReadonlyMap<string, SimilarName> {
    return this.#once("similarProperties", () => similarProperties(this));
  }

  /** The same for the attributes of people. */
  get similarAttributes(): ReadonlyMap<string, SimilarName> {
    return this.#once("similarAttributes", () => similarAttributes(this));
  }

  // --- Mentions -----------------------------------------------------------------------------------------------

  /** Every place of the plan that names an event, by that name; what a rename has to change. */
  get eventMentions(): ReadonlyMap<string, readonly EventMention[]> {
    return this.#once("eventMentions", () => grouped(eventMentions(this.plan), ({ value }) => value));
  }

  /** How many places name an event beside its own entry, by that name. */
  get eventListeners(): ReadonlyMap<string, number> {
    return this.#once("eventListeners", () => {
      const counts = new Map<string, number>();
      for (const { value } of eventListeners(this.plan)) counts.set(value, (counts.get(value) ?? 0) + 1);
      return counts;
    });
  }

  readonly #built = new Map<string, unknown>();

  #once<T>(name: string, build: () => T): T {
    if (!this.#built.has(name)) this.#built.set(name, build());
    // Each name is used by one getter alone.
    return this.#built.get(name) as T;
  }
}

function byName<T extends { readonly name: Located<string> }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.name.value, item]));
}

/** A member of an object by its key; undefined where there is none. */
function memberOf(value: Json, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [item]);
    else known.push(item);
  }
  return groups;
}

function getOrAdd<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Every comparison of a condition, in the order in which they are written. */
export function comparisonsOf(
  condition: Condition | undefined,
): readonly Extract<Condition, { kind: "comparison" }>[] {
  if (condition === undefined) return [];
  return condition.kind === "comparison" ? [condition] : condition.operands.flatMap(comparisonsOf);
}

/** The text of a plan's file under a span. */
export function textUnder(plan: Plan, span: Span): string {
  return plan.files.find((file) => file.path === span.file)?.text.slice(span.start, span.end) ?? "";
}
