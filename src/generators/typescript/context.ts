// What every module of the TypeScript output is written from: the plan, the names it got, the options.
import type { Diagnostic, Span } from "../../diagnostics/diagnostic.js";
import type { NamedType, Plan, PlanEvent, PlanObject, Property, Type } from "../../plan/plan.js";
import { type Shape, shapesOf } from "../../plan/shapes.js";
import { generatedHeader } from "../generator.js";
import { allocate, type Claim, camelCase, kebabSlug, pascalCase } from "../names.js";
import { harmless } from "./tsdoc.js";

/** The values of the target's options. */
export type Options = {
  readonly extension: "js" | "ts" | "none";
  readonly source: string | undefined;
  readonly validators: boolean;
};

/** An event and its names in the output. */
export type EventEntry = {
  readonly event: PlanEvent;
  /** `orderCompleted` */
  readonly creator: string;
  /** `OrderCompleted`; the same as `creator` in a script without cases. */
  readonly typeName: string;
  /** `OrderCompletedProperties` */
  readonly propertiesName: string;
  readonly slug: string;
  readonly shapes: readonly Shape[];
};

export type TypeEntry = { readonly type: NamedType; readonly name: string };
export type ObjectEntry = {
  readonly object: PlanObject;
  /** `AccountAttributes` */
  readonly attributesName: string;
  /** `AccountRelationship` */
  readonly relationshipName: string;
};

export type Context = {
  readonly plan: Plan;
  readonly options: Options;
  /** The first line of every file. */
  readonly header: string;
  readonly events: readonly EventEntry[];
  readonly types: readonly TypeEntry[];
  readonly objects: readonly ObjectEntry[];
  /** People's attributes that are generated: neither retired nor another source's. */
  readonly attributes: readonly Property[];
  /** The identifier of a named type; undefined where it lost a collision. */
  readonly typeName: (name: string) => string | undefined;
  /** The type behind references. */
  readonly resolve: (type: Type) => Type;
  /** The specifier of a module, given its path without extension: `./types` is `./types.js`. */
  readonly specifier: (path: string) => string;
};

/** The types that the output's own modules export, but for unions of events by their identifiers. */
const ownTypes: ReadonlySet<string> = new Set(
  (
    "AnonymousEvent AnonymousPerson AnyoneEvent EventName IdentifyMessage KnownEvent KnownPerson Person " +
    "PersonAttributes PersonByEmail PersonById PersonByPhone PersonIdentifiers PersonUpdate PlanEvent " +
    "TrackMessage Tracker TrackerDestination TrackerOptions Violation ViolationError WhoFor"
  ).split(" "),
);
const ownUnion = /^(?:Id|Email|Phone|Anonymous)(?:Or(?:Email|Phone|Anonymous))*Event$/;

/**
 * A type's name, told apart from the output's own ones by a `_` at its end: what goes over the wire is the user's
 * business. No other name ends so.
 */
function notOurs(name: string): string {
  return ownTypes.has(name) || ownUnion.test(name) ? `${name}_` : name;
}

type Owner = PlanEvent | NamedType | PlanObject;

/** Gives the plan's entries their names; a collision is a finding, and the later entry is left out. */
export function makeContext(
  plan: Plan,
  options: Options,
): { readonly context: Context; readonly diagnostics: readonly Diagnostic[] } {
  const { source } = options;
  const named = plan.events
    .filter((event) => event.status !== "retired" && isSentBy(event.sources, source))
    .map((event) => namedEvent(event));
  const types = plan.types
    .filter((type) => type.status !== "retired")
    .map((type) => ({ type, name: notOurs(typeIdentifier(type.name.value)) }));
  const given = new Set([
    ...named.flatMap(({ creator, typeName }) => [creator, typeName]),
    ...types.map(({ name }) => name),
  ]);
  // What is made from a name gives way to a name: "Order" and "Order Properties" can both be events.
  const derived = (identifier: string) => (given.has(identifier) ? `${identifier}_` : notOurs(identifier));
  const events = named.map(
    (entry): EventEntry => ({
      ...entry,
      propertiesName: derived(`${pascalCase(entry.event.name.value)}Properties`),
      shapes: source === undefined ? shapesOf(entry.event) : [shapeOf(entry.event, source)],
    }),
  );
  const objects = plan.objects.map((object): ObjectEntry => {
    const name = pascalCase(object.name.value);
    return {
      object,
      attributesName: derived(`${name}Attributes`),
      relationshipName: derived(`${name}Relationship`),
    };
  });
  const claim = (owner: Owner, what: string, identifiers: string[], files: string[] = []): Claim<Owner> => ({
    owner,
    label: `${what} "${owner.name.value}"`,
    span: owner.name.span,
    identifiers: [...new Set(identifiers)],
    files,
  });
  const { granted, diagnostics } = allocate("typescript", [
    ...events.map(({ event, creator, typeName, propertiesName, slug }) =>
      claim(event, "event", [creator, typeName, propertiesName], [`events/${slug}`]),
    ),
    ...types.map(({ type, name }) => claim(type, "type", [name])),
    ...objects.map(({ object, attributesName, relationshipName }) =>
      claim(object, "object", [attributesName, relationshipName]),
    ),
  ]);
  const typeNames = new Map(
    types.filter(({ type }) => granted.has(type)).map(({ type, name }) => [type.name.value, name]),
  );
  const declared = new Map(plan.types.map((type) => [type.name.value, type.type]));
  const extension = options.extension === "none" ? "" : `.${options.extension}`;
  const context: Context = {
    plan,
    options,
    header: `// ${harmless(generatedHeader(plan)).replaceAll("\n", " ")}`,
    events: events.filter(({ event }) => granted.has(event)),
    types: types.filter(({ type }) => granted.has(type)),
    objects: objects.filter(({ object }) => granted.has(object)),
    attributes: plan.people.attributes.filter(
      (attribute) => attribute.status !== "retired" && isSentBy(attribute.sources, source),
    ),
    typeName: (name) => typeNames.get(name),
    resolve: (type) => resolveType(type, declared),
    specifier: (path) => path + extension,
  };
  return { context, diagnostics: [...sourceFindings(plan, source), ...diagnostics] };
}

function namedEvent(event: PlanEvent) {
  const name = pascalCase(event.name.value);
  return {
    event,
    creator: camelCase(event.name.value),
    // The validators of the event "Event" would be called like the one of all events.
    typeName: name === "Event" ? "Event_" : notOurs(name),
    slug: kebabSlug(event.name.value),
  };
}

function shapeOf(event: PlanEvent, source: string): Shape {
  const properties = event.properties.filter(
    (property) => property.status !== "retired" && isSentBy(property.sources, source),
  );
  return { sources: [source], properties };
}

function isSentBy(sources: readonly { readonly value: string }[], source: string | undefined): boolean {
  return source === undefined || sources.length === 0 || sources.some(({ value }) => value === source);
}

/** A name that is an identifier in Pascal case already stays as it is: `URL`, `APIKey`. */
function typeIdentifier(name: string): string {
  if (/^[A-Z][A-Za-z0-9]*$/.test(name)) return name;
  return /^\p{Lu}[\p{L}\p{N}]*$/u.test(name) ? name : pascalCase(name);
}

function resolveType(type: Type, declared: ReadonlyMap<string, Type>): Type {
  let current = type;
  for (const seen = new Set<string>(); current.kind === "ref" && !seen.has(current.name); ) {
    seen.add(current.name);
    current = declared.get(current.name) ?? { kind: "any", span: current.span };
  }
  return current.kind === "ref" ? { kind: "any", span: current.span } : current;
}

function sourceFindings(plan: Plan, source: string | undefined): readonly Diagnostic[] {
  if (source === undefined || plan.sources.some(({ name }) => name.value === source)) return [];
  const names = plan.sources.map(({ name }) => `"${name.value}"`);
  return [
    {
      rule: "unknown-source",
      mirror: "plan",
      severity: "error",
      message: `The target "typescript" is for the source "${source}", which the plan does not have.`,
      span: sourceOption(plan, source) ?? plan.name.span,
      help: names.length === 0 ? "Declare it under `sources`." : `The plan has ${names.join(", ")}.`,
    },
  ];
}

/** Where the plan names the source; an option given on the way here has no place. */
function sourceOption(plan: Plan, source: string): Span | undefined {
  return plan.targets
    .flatMap(({ options }) => options)
    .find(({ name, value }) => name.value === "source" && value.value === source)?.value.span;
}
