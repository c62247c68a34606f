// What a plan is about to part with, and what is to replace it.
import type { Located, Span } from "../diagnostics/diagnostic.js";
import { builtInTypes } from "../plan/built-in-types.js";
import type { Deprecation, NamedType, PlanEvent, Property, Type } from "../plan/plan.js";
import { findProperty, resolved } from "../plan/property-path.js";
import { type DeclaredProperty, describeProperty, type PlanIndex } from "./plan-index.js";

/** Something with the status `deprecated`. */
export type Outgoing = {
  readonly name: Located<string>;
  /** As messages call it, such as `the event "Order Paid"`. */
  readonly what: string;
  readonly deprecation: Deprecation | undefined;
} & (
  | { readonly kind: "event"; readonly event: PlanEvent }
  | { readonly kind: "property"; readonly declared: DeclaredProperty }
  | { readonly kind: "type"; readonly type: NamedType }
);

/** What a plan says of a replacement. */
export type Replacement =
  | { readonly found: "event"; readonly event: PlanEvent }
  | { readonly found: "property"; readonly property: Property }
  | { readonly found: "type"; readonly type: Type | undefined }
  | { readonly found: "itself" }
  | { readonly found: "retired"; readonly span: Span }
  | { readonly found: "nothing"; readonly among: readonly string[] };

/** Everything deprecated, each where it is declared. */
export function deprecatedThings(index: PlanIndex): readonly Outgoing[] {
  const things = known.get(index) ?? findDeprecated(index);
  known.set(index, things);
  return things;
}

/** Looked for once in a check, in which several rules ask. */
const known = new WeakMap<PlanIndex, readonly Outgoing[]>();

function findDeprecated(index: PlanIndex): readonly Outgoing[] {
  const found: Outgoing[] = [];
  for (const event of index.plan.events) {
    if (event.status !== "deprecated") continue;
    const { name, deprecated: deprecation } = event;
    found.push({ kind: "event", name, what: `the event "${name.value}"`, deprecation, event });
  }
  for (const declared of index.declaredProperties) {
    const { name, status, deprecated: deprecation } = declared.property;
    if (status === "deprecated")
      found.push({ kind: "property", name, what: describeProperty(declared), deprecation, declared });
  }
  for (const type of index.plan.types) {
    const { name, status, deprecated: deprecation } = type;
    if (status === "deprecated")
      found.push({ kind: "type", name, what: `the type "${name.value}"`, deprecation, type });
  }
  return found;
}

/** Finds replacements; lives as long as one check runs. */
export class Replacements {
  readonly #index: PlanIndex;
  #byGroup: ReadonlyMap<string, readonly PlanEvent[]> | undefined;

  constructor(index: PlanIndex) {
    this.#index = index;
  }

  /**
   * What replaces it, by name. An attribute may be replaced by an event and a property by an attribute: that is how
   * an action or a fact that stood in the wrong place moves to the right one.
   */
  of(outgoing: Outgoing, name: string): Replacement {
    if (name === outgoing.name.value) return { found: "itself" };
    if (outgoing.kind === "event") return this.#event(name);
    if (outgoing.kind === "type") return this.#type(name);
    const { owner } = outgoing.declared;
    const beside = this.#beside(outgoing.declared);
    const sibling = findProperty(name, beside, this.#index.lookup);
    if (!("missing" in sibling)) return { found: "property", property: sibling.property };
    if (owner.kind === "person") {
      const event = this.#event(name);
      if (event.found === "event") return event;
    } else if (owner.kind !== "type") {
      const attribute = this.#index.plan.people.attributes.find(
        (one) => one.name.value === name && one.status !== "retired",
      );
      if (attribute !== undefined) return { found: "property", property: attribute };
    }
    const gone = beside.find((one) => one.name.value === name);
    if (gone !== undefined) return { found: "retired", span: gone.name.span };
    const others = owner.kind === "person" || owner.kind === "type" ? [] : this.#index.plan.people.attributes;
    const among = [...sibling.among, ...others.map((attribute) => attribute.name.value)];
    return { found: "nothing", among: among.filter((one) => one !== outgoing.name.value) };
  }

  #event(name: string): Replacement {
    const event = this.#index.events.get(name);
    if (event === undefined) return { found: "nothing", among: [...this.#index.events.keys()] };
    return event.status === "retired"
      ? { found: "retired", span: event.name.span }
      : { found: "event", event };
  }

  #type(name: string): Replacement {
    if (builtInTypes.includes(name)) return { found: "type", type: undefined };
    const type = this.#index.types.get(name);
    if (type === undefined)
      return { found: "nothing", among: [...builtInTypes, ...this.#index.types.keys()] };
    return type.status === "retired"
      ? { found: "retired", span: type.name.span }
      : { found: "type", type: type.type };
  }

  /** The properties that stand beside one: those of the same object, or of what carries its group. */
  #beside({ owner, within }: DeclaredProperty): readonly Property[] {
    const holder = within.at(-1);
    if (holder !== undefined) return this.#inside(holder.type);
    const { plan, events, groups, types, objects } = this.#index;
    switch (owner.kind) {
      case "event": {
        const event = events.get(owner.name);
        const replacedBy = event?.status === "deprecated" ? event.deprecated?.replacedBy?.value : undefined;
        // What takes the place of a deprecated event's property stands in the event's replacement.
        const next = replacedBy === undefined ? undefined : events.get(replacedBy);
        return [...(event?.properties ?? []), ...(next?.properties ?? [])];
      }
      case "group":
        return [
          ...(groups.get(owner.name)?.properties ?? []),
          ...(this.#carriers.get(owner.name) ?? []).flatMap((event) => event.properties),
        ];
      case "type": {
        const type = types.get(owner.name)?.type;
        return type === undefined ? [] : this.#inside(type);
      }
      case "person":
        return plan.people.attributes;
      case "object":
        return objects.get(owner.name)?.attributes ?? [];
      case "relationship":
        return objects.get(owner.name)?.relationship ?? [];
      case "trigger": {
        const trigger = plan.consumers.find((one) => one.name.value === owner.name)?.trigger;
        return trigger?.kind === "api" ? trigger.properties : [];
      }
    }
  }

  /** The objects that a type holds, in lists too. */
  #inside(type: Type): readonly Property[] {
    return resolved(type, this.#index.lookup).flatMap((member) => {
      if (member.kind === "array") return this.#inside(member.items);
      if (member.kind !== "object") return [];
      return [...member.properties, ...(typeof member.open === "object" ? this.#inside(member.open) : [])];
    });
  }

  /** Events by the groups that they include. */
  get #carriers(): ReadonlyMap<string, readonly PlanEvent[]> {
    if (this.#byGroup !== undefined) return this.#byGroup;
    const byGroup = new Map<string, PlanEvent[]>();
    for (const event of this.#index.liveEvents) {
      for (const { value } of event.include) {
        const events = byGroup.get(value);
        if (events === undefined) byGroup.set(value, [event]);
        else events.push(event);
      }
    }
    this.#byGroup = byGroup;
    return byGroup;
  }
}

/** A sentence's beginning. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
