// Lookups over a plan that rules share. Each is built when it is first asked for, in time linear in the plan.
import type { Located, Span } from "../diagnostics/diagnostic.js";
import type {
  Condition,
  Group,
  Json,
  NamedType,
  Plan,
  PlanEvent,
  PlanObject,
  Property,
  Source,
  Status,
  Type,
} from "../plan/plan.js";
import { foldName } from "./names.js";
import { similarAttributes, similarEvents, similarProperties } from "./similar-in-plan.js";
import type { SimilarName } from "./similar-names.js";
import { conflictingNames } from "./value-kinds.js";

/** A property where it is declared: an event's own, a group's, a type's, and those inside of them. */
export type DeclaredProperty = {
  readonly property: Property;
  /** What declares it; `name` is the event's, the group's… and empty for attributes of people. */
  readonly owner: {
    readonly kind: "event" | "group" | "type" | "person" | "object" | "relationship" | "trigger";
    readonly name: string;
  };
  /** The properties that hold it, from the outside in; empty for one that its owner holds itself. */
  readonly within: readonly Property[];
};

/** A place that names an event. */
export type EventMention = Located<string> & {
  readonly in: "definition" | "alias" | "replacement" | "merge" | "sequence" | "consumer";
};

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
      return this.declaredProperties.filter(
        ({ property, owner, within }) =>
          lasts(property.status) &&
          within.every((outer) => lasts(outer.status)) &&
          (owner.kind !== "event" || lasts(this.events.get(owner.name)?.status)) &&
          (owner.kind !== "type" || lasts(this.types.get(owner.name)?.status)),
      );
    });
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
    const own = property.examples.map(({ value }) => value);
    const inEvents =
      within.length === 0 && (owner.kind === "event" || owner.kind === "group")
        ? this.#eventExamples[owner.kind].get(owner.name)?.get(property.name.value)
        : undefined;
    return inEvents === undefined ? own : [...own, ...inEvents];
  }

  /** Values in the examples of events, by what declares the property and by its name. */
  get #eventExamples(): Readonly<
    Record<"event" | "group", ReadonlyMap<string, ReadonlyMap<string, readonly Json[]>>>
  > {
    return this.#once("eventExamples", () => {
      type Values = Map<string, Map<string, Json[]>>;
      const found: { event: Values; group: Values } = { event: new Map(), group: new Map() };
      const valuesOf = (kind: "event" | "group", owner: string, name: string): Json[] =>
        getOrAdd(
          getOrAdd(found[kind], owner, () => new Map()),
          name,
          () => [],
        );
      for (const event of this.lastingEvents) {
        for (const { value } of event.examples) {
          if (typeof value !== "object" || value === null || Array.isArray(value)) continue;
          const given = new Map(Object.entries(value));
          for (const { name, origin } of event.properties) {
            const example = given.get(name.value);
            if (example === undefined || origin.kind === "object") continue;
            const values =
              origin.kind === "own"
                ? valuesOf("event", event.name.value, name.value)
                : valuesOf("group", origin.kind === "group" ? origin.name : origin.group, name.value);
            values.push(example);
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

  readonly #built = new Map<string, unknown>();

  #once<T>(name: string, build: () => T): T {
    if (!this.#built.has(name)) this.#built.set(name, build());
    // Each name is used by one getter alone.
    return this.#built.get(name) as T;
  }
}

/** A property as messages call it: `items.price` of the event "Order Completed". */
export function describeProperty({ property, owner, within }: DeclaredProperty): string {
  const path = [...within, property].map((one) => one.name.value).join(".");
  const what = owner.kind === "person" || owner.kind === "object" ? "attribute" : "property";
  return owner.kind === "person"
    ? `the attribute "${path}"`
    : `the ${what} "${path}" of the ${owner.kind} "${owner.name}"`;
}

function byName<T extends { readonly name: Located<string> }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.name.value, item]));
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) getOrAdd(groups, keyOf(item), () => []).push(item);
  return groups;
}

function getOrAdd<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function declaredProperties(plan: Plan): readonly DeclaredProperty[] {
  const found: DeclaredProperty[] = [];
  const visitType = (type: Type, owner: DeclaredProperty["owner"], within: readonly Property[]): void => {
    if (type.kind === "array") visitType(type.items, owner, within);
    else if (type.kind === "union") for (const member of type.members) visitType(member, owner, within);
    else if (type.kind === "object") {
      visit(type.properties, owner, within);
      if (typeof type.open === "object") visitType(type.open, owner, within);
    }
  };
  const visit = (
    properties: readonly Property[],
    owner: DeclaredProperty["owner"],
    within: readonly Property[] = [],
  ): void => {
    for (const property of properties) {
      found.push({ property, owner, within });
      // A copy of a named type with constraints added declares nothing: its properties are the type's.
      if (property.type.kind !== "ref" && property.type.refines === undefined)
        visitType(property.type, owner, [...within, property]);
    }
  };
  for (const event of plan.events) {
    const own = event.properties.filter((property) => property.origin.kind === "own");
    visit(own, { kind: "event", name: event.name.value });
  }
  for (const group of plan.groups) visit(group.properties, { kind: "group", name: group.name.value });
  for (const type of plan.types) visitType(type.type, { kind: "type", name: type.name.value }, []);
  visit(plan.people.attributes, { kind: "person", name: "" });
  for (const object of plan.objects) {
    visit(object.attributes, { kind: "object", name: object.name.value });
    visit(object.relationship, { kind: "relationship", name: object.name.value });
  }
  for (const consumer of plan.consumers) {
    if (consumer.trigger?.kind === "api")
      visit(consumer.trigger.properties, { kind: "trigger", name: consumer.name.value });
  }
  return found;
}

function eventMentions(plan: Plan): readonly EventMention[] {
  const found: EventMention[] = [];
  const add = (place: EventMention["in"], name: Located<string> | undefined): void => {
    if (name !== undefined) found.push({ ...name, in: place });
  };
  for (const event of plan.events) {
    add("definition", event.name);
    for (const alias of event.aliases) add("alias", alias);
    add("replacement", event.deprecated?.replacedBy);
  }
  if (plan.identity.merge?.kind === "on-event") add("merge", plan.identity.merge.event);
  for (const sequence of plan.sequences) {
    for (const step of sequence.steps) add("sequence", step);
    add("sequence", sequence.suppress?.on);
  }
  for (const consumer of plan.consumers) {
    const trigger = consumer.trigger;
    if (trigger?.kind === "event") add("consumer", { value: trigger.event, span: trigger.span });
    for (const event of consumer.exitsOn) add("consumer", event);
  }
  return found;
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
