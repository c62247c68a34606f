// Builds Plan values for tests of generators, without YAML: short to write, complete to read.

import { compareText, type Located, type Span } from "../../src/diagnostics/diagnostic.js";
import { generators } from "../../src/generators/registry.js";
import type {
  ArrayType,
  Consumer,
  EnumValue,
  Group,
  Json,
  NamedType,
  NumberType,
  ObjectType,
  Plan,
  PlanEvent,
  PlanObject,
  Property,
  Scalar,
  Sequence,
  Source,
  SourceKind,
  StringType,
  Type,
} from "../../src/plan/plan.js";

/** The place of everything that a test does not place itself. */
export const nowhere: Span = { file: "tracking-plan/plan.yaml", start: 0, end: 0 };

export function located<T>(value: T, span: Span = nowhere): Located<T> {
  return { value, span };
}

type Constraints<T> = Partial<Omit<T, "kind" | "span">>;

/** The types, by their name in the plan language. */
export const type = {
  string: (constraints: Constraints<StringType> = {}): Type => ({
    kind: "string",
    span: nowhere,
    ...constraints,
  }),
  number: (constraints: Constraints<NumberType> = {}): Type => ({
    kind: "number",
    span: nowhere,
    integer: false,
    timestamp: false,
    ...constraints,
  }),
  integer: (constraints: Constraints<NumberType> = {}): Type =>
    type.number({ integer: true, ...constraints }),
  timestamp: (constraints: Constraints<NumberType> = {}): Type =>
    type.number({ integer: true, timestamp: true, ...constraints }),
  boolean: (): Type => ({ kind: "boolean", span: nowhere }),
  null: (): Type => ({ kind: "null", span: nowhere }),
  any: (): Type => ({ kind: "any", span: nowhere }),
  enum: (...values: (string | number | null)[]): Type => ({
    kind: "enum",
    span: nowhere,
    values: values.map((value): EnumValue => ({ value, span: nowhere, description: undefined })),
  }),
  const: (value: Scalar): Type => ({ kind: "const", span: nowhere, value }),
  array: (items: Type, constraints: Constraints<Omit<ArrayType, "items">> = {}): Type => ({
    kind: "array",
    span: nowhere,
    items,
    ...constraints,
  }),
  object: (properties: readonly Property[], open: boolean | Type = false): ObjectType => ({
    kind: "object",
    span: nowhere,
    properties: sortByName(properties),
    open,
  }),
  map: (values: Type): Type => type.object([], values),
  union: (...members: Type[]): Type => ({ kind: "union", span: nowhere, members }),
  ref: (name: string): Type => ({ kind: "ref", span: nowhere, name }),
};

const undocumented = {
  description: undefined,
  examples: [],
  default: undefined,
  pii: false,
  unit: undefined,
  status: "active",
  deprecated: undefined,
} as const;

/** A property; a key that ends in `?` is optional. */
export function property(
  key: string,
  of: Type,
  extra: Partial<Omit<Property, "name" | "type">> = {},
): Property {
  const optional = key.endsWith("?");
  return {
    ...undocumented,
    name: located(optional ? key.slice(0, -1) : key),
    span: nowhere,
    required: !optional,
    type: of,
    sources: [],
    person: false,
    owner: undefined,
    origin: { kind: "own" },
    ...extra,
  };
}

export function namedType(
  name: string,
  of: Type,
  extra: Partial<Omit<NamedType, "name" | "type">> = {},
): NamedType {
  return { ...undocumented, name: located(name), span: nowhere, type: of, ...extra };
}

export function group(name: string, properties: readonly Property[], description?: string): Group {
  return {
    name: located(name),
    span: nowhere,
    description: description === undefined ? undefined : located(description),
    properties: sortByName(properties),
  };
}

/** An event with its own properties flattened already, as the model wants them. */
export function event(
  name: string,
  properties: readonly Property[] = [],
  extra: Partial<Omit<PlanEvent, "name" | "properties">> = {},
): PlanEvent {
  return {
    name: located(name),
    span: nowhere,
    description: undefined,
    owner: undefined,
    status: "active",
    deprecated: undefined,
    call: "track",
    sources: [],
    because: undefined,
    identity: { kind: "known", span: nowhere },
    idempotencyKey: [],
    timestamp: undefined,
    arrivesAfter: undefined,
    aliases: [],
    include: [],
    about: [],
    properties: sortByName(properties),
    open: false,
    examples: [],
    tags: [],
    ...extra,
  };
}

export function source(
  name: string,
  kind: SourceKind = "server",
  extra: Partial<Omit<Source, "name" | "kind">> = {},
): Source {
  return {
    name: located(name),
    span: nowhere,
    description: undefined,
    kind: located(kind),
    language: undefined,
    paths: [],
    include: [],
    arrivesAfter: undefined,
    owner: undefined,
    ...extra,
  };
}

export function planObject(
  name: string,
  id: string,
  attributes: readonly Property[] = [],
  relationship: readonly Property[] = [],
): PlanObject {
  return {
    name: located(name),
    span: nowhere,
    description: undefined,
    id: located(id),
    idType: type.string(),
    attributes: sortByName(attributes),
    relationship: sortByName(relationship),
  };
}

export function sequence(
  name: string,
  steps: readonly string[],
  extra: Partial<Omit<Sequence, "name" | "steps">> = {},
): Sequence {
  return {
    name: located(name),
    span: nowhere,
    description: undefined,
    steps: steps.map((step) => located(step)),
    key: undefined,
    within: undefined,
    suppress: undefined,
    ...extra,
  };
}

export function consumer(name: string, extra: Partial<Omit<Consumer, "name">> = {}): Consumer {
  return {
    name: located(name),
    span: nowhere,
    origin: "written",
    id: undefined,
    kind: located("campaign"),
    state: undefined,
    description: undefined,
    owner: undefined,
    reason: undefined,
    trigger: undefined,
    triggers: extra.trigger === undefined ? [] : [extra.trigger],
    wait: undefined,
    exitsOn: [],
    conditions: [],
    filters: [],
    audience: undefined,
    templates: [],
    messages: [],
    unknown: [],
    contradictions: [],
    ...extra,
  };
}

/** What a plan that says nothing about targets has. */
export const defaultTargets: Plan["targets"] = generators.map(({ id, folder }) => ({
  name: located(id),
  out: located(folder),
  options: [],
}));

/** A plan that holds `parts` and nothing else, sorted as the loader sorts. */
export function plan(parts: Partial<Plan> = {}): Plan {
  return {
    folder: "tracking-plan",
    files: [],
    name: located("test-plan"),
    version: located("1.0.0"),
    description: undefined,
    owners: [],
    naming: {
      events: { casing: "Title Case" },
      properties: { casing: "snake_case" },
      attributes: { casing: "snake_case" },
    },
    identity: {
      span: nowhere,
      primary: "id",
      type: type.string(),
      also: [],
      anonymous: located("anonymous_id"),
      merge: undefined,
    },
    destination: located("customerio"),
    targets: defaultTargets,
    code: { exclude: [], presets: [], calls: [] },
    rules: [],
    breaks: [],
    snippets: [],
    unread: {
      kinds: new Set(),
      events: new Set(),
      doubtfulEvents: new Set(),
      values: false,
      sequences: false,
      doubtfulConsumers: new Set(),
      attributes: false,
    },
    people: { description: undefined, attributes: [] },
    ...parts,
    sources: sortByName(parts.sources ?? []),
    types: sortByName(parts.types ?? []),
    groups: sortByName(parts.groups ?? []),
    events: sortByName(parts.events ?? []),
    objects: sortByName(parts.objects ?? []),
    sequences: sortByName(parts.sequences ?? []),
    consumers: sortByName(parts.consumers ?? []),
  };
}

/** The examples of a property or an event, each with a place. */
export function examples(...values: Json[]): readonly Located<Json>[] {
  return values.map((value) => located(value));
}

function sortByName<T extends { readonly name: Located<string> }>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => compareText(a.name.value, b.name.value));
}
