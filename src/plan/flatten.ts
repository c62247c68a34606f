// The properties of an event: its own, and those of its groups, its sources and the objects that it is about.
import type { Located, Span } from "../diagnostics/diagnostic.js";
import { compareText } from "../diagnostics/diagnostic.js";
import type { Lookup } from "./constraints.js";
import type { Context } from "./context.js";
import type { Group, PlanObject, Property, Source } from "./plan.js";
import { shorten } from "./tree.js";

/** What events refer to, read before them. */
export type EventSurroundings = {
  readonly groups: ReadonlyMap<string, Group>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly objects: ReadonlyMap<string, PlanObject>;
  readonly lookup: Lookup;
};

type Ingredients = {
  readonly ownProperties: readonly Property[];
  readonly include: readonly Located<string>[];
  readonly about: readonly Located<string>[];
  readonly source: readonly Located<string>[];
};

/** Every property of an event, sorted by name; not `complete` where something that it takes in could not be read. */
export function flatten(
  context: Context,
  event: string,
  { ownProperties, include, about, source }: Ingredients,
  around: EventSurroundings,
): { readonly properties: readonly Property[]; readonly complete: boolean } {
  // Nearly all events hold their own alone, which are sorted already, each name once.
  if (
    include.length === 0 &&
    about.length === 0 &&
    !ownProperties.some(({ sources }) => sources.length > 0)
  ) {
    const shares = source.some(({ value }) => (around.sources.get(value)?.include.length ?? 0) > 0);
    if (!shares) return { properties: ownProperties, complete: true };
  }
  const properties = new Map<string, Property>();
  let complete = true;
  const add = (property: Property, at: Span): void => {
    const name = property.name.value;
    const first = properties.get(name);
    if (first === undefined) {
      properties.set(name, property);
      return;
    }
    context.error(
      "property-conflict",
      at,
      `"${name}" comes from two places: ${placeOf(first)} and ${placeOf(property)}.`,
      {
        event,
        property: name,
        related: [
          { message: `here by ${placeOf(first)}`, span: first.name.span },
          { message: `here by ${placeOf(property)}`, span: property.name.span },
        ],
        help: "Keep it in one of them.",
      },
    );
  };
  for (const property of ownProperties) {
    for (const named of property.sources) {
      if (source.length === 0 || source.some((one) => one.value === named.value)) continue;
      context.error("contradiction", named.span, `"${named.value}" does not send this event.`, {
        event,
        property: property.name.value,
        help: `The event's source: ${source.map((one) => one.value).join(", ")}.`,
      });
    }
    add(property, property.name.span);
  }
  const included = new Set<string>();
  for (const name of include) {
    const group = around.groups.get(name.value);
    if (!context.reference("group", name, "")) complete = false;
    else if (group === undefined) complete = false;
    else if (included.has(name.value))
      context.error("invalid-value", name.span, `The group "${name.value}" is included twice.`, { event });
    else {
      included.add(name.value);
      for (const property of group.properties)
        add({ ...property, origin: { kind: "group", name: name.value } }, name.span);
    }
  }
  const fromSources = new Map<string, Property>();
  for (const named of source) {
    for (const groupName of around.sources.get(named.value)?.include ?? []) {
      const group = around.groups.get(groupName.value);
      if (group === undefined) complete = false;
      if (group === undefined || included.has(groupName.value)) continue;
      for (const property of group.properties) {
        const key = `${groupName.value}\u0000${property.name.value}`;
        const known = fromSources.get(key);
        fromSources.set(key, {
          ...property,
          sources: [...(known?.sources ?? []), named],
          origin: known?.origin ?? { kind: "source", name: named.value, group: groupName.value },
        });
      }
    }
  }
  for (const property of fromSources.values()) {
    const everywhere = property.sources.length === source.length;
    add(
      everywhere ? { ...property, sources: [] } : property,
      property.sources[0]?.span ?? property.name.span,
    );
  }
  const named = new Set<string>();
  for (const name of about) {
    const object = around.objects.get(name.value);
    if (!context.reference("object", name, "")) complete = false;
    else if (object === undefined) complete = false;
    else if (named.has(name.value)) {
      context.error("invalid-value", name.span, `The object "${shorten(name.value)}" is named twice.`, {
        event,
      });
    }
    // An event that declares the identifier itself, to describe it or to narrow its type, is right to do so.
    else {
      const declared = properties.get(object.id.value);
      if (declared === undefined || declared.origin.kind === "object")
        add(identifierOf(object, name.span), name.span);
    }
    named.add(name.value);
  }
  return {
    properties: [...properties.values()].toSorted((a, b) => compareText(a.name.value, b.name.value)),
    complete,
  };
}

function identifierOf(object: PlanObject, span: Span): Property {
  return {
    name: { value: object.id.value, span: object.id.span },
    span,
    required: true,
    type: object.idType,
    description: { value: `The ${object.name.value} that the event is about.`, span },
    examples: [],
    default: undefined,
    pii: false,
    unit: undefined,
    status: "active",
    deprecated: undefined,
    sources: [],
    person: false,
    owner: undefined,
    origin: { kind: "object", name: object.name.value },
  };
}

function placeOf({ origin }: Property): string {
  if (origin.kind === "own") return "the event itself";
  if (origin.kind === "group") return `the group "${origin.name}"`;
  if (origin.kind === "source") return `the source "${origin.name}" (its group "${origin.group}")`;
  return `the object "${origin.name}"`;
}
