// The properties of a plan where they are declared, and the places that name its events: what the index is built of.
import type { Located } from "../diagnostics/diagnostic.js";
import type { Plan, Property, Type } from "../plan/plan.js";

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

/** A property as messages call it: `items.price` of the event "Order Completed". */
export function describeProperty({ property, owner, within }: DeclaredProperty): string {
  const path = [...within, property].map((one) => one.name.value).join(".");
  const what = owner.kind === "person" || owner.kind === "object" ? "attribute" : "property";
  return owner.kind === "person"
    ? `the attribute "${path}"`
    : `the ${what} "${path}" of the ${owner.kind} "${owner.name}"`;
}

/** Every property of a plan, each once, where it is declared. */
export function declaredProperties(plan: Plan): readonly DeclaredProperty[] {
  const found: DeclaredProperty[] = [];
  const visitType = (type: Type, owner: DeclaredProperty["owner"], within: readonly Property[]): void => {
    if (type.kind === "array") visitType(type.items, owner, within);
    else if (type.kind === "union") for (const member of type.members) visitType(member, owner, within);
    else if (type.kind === "object") {
      visit(type.properties, owner, within);
      if (typeof type.open === "object") visitType(type.open, owner, within);
    }
  };
  const add = (
    property: Property,
    owner: DeclaredProperty["owner"],
    within: readonly Property[] = nothing,
  ): void => {
    found.push({ property, owner, within });
    // A copy of a named type with constraints added declares nothing: its properties are the type's.
    if (mayHold(property.type) && property.type.refines === undefined)
      visitType(property.type, owner, [...within, property]);
  };
  const visit = (
    properties: readonly Property[],
    owner: DeclaredProperty["owner"],
    within?: readonly Property[],
  ): void => {
    for (const property of properties) add(property, owner, within);
  };
  for (const event of plan.events) {
    const owner = { kind: "event", name: event.name.value } as const;
    for (const property of event.properties) if (property.origin.kind === "own") add(property, owner);
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

/** There are very many properties, and nearly none holds another one. */
function mayHold({ kind }: Type): boolean {
  return kind === "object" || kind === "array" || kind === "union";
}

const nothing: readonly Property[] = [];

/** Every place of a plan that names an event. */
export function eventMentions(plan: Plan): readonly EventMention[] {
  return mentions(plan, true);
}

/** Those beside the entry of the event itself. */
export function eventListeners(plan: Plan): readonly EventMention[] {
  return mentions(plan, false);
}

function mentions(plan: Plan, entries: boolean): readonly EventMention[] {
  const found: EventMention[] = [];
  const add = (place: EventMention["in"], name: Located<string> | undefined): void => {
    if (name !== undefined) found.push({ ...name, in: place });
  };
  for (const event of plan.events) {
    if (entries) {
      add("definition", event.name);
      for (const alias of event.aliases) add("alias", alias);
    }
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
