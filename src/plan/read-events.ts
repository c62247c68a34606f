// Groups and events: located tree -> model, with the properties of an event flattened.

import type { Located, Span } from "../diagnostics/diagnostic.js";
import { compareText } from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import type { Lookup } from "./constraints.js";
import type { Context, Fields } from "./context.js";
import type { EventIdentity, Group, PlanEvent, PlanObject, Property, PropertyPath, Source } from "./plan.js";
import { findProperty, isScalarType, isTimestampType } from "./property-path.js";
import type { TypeReader } from "./read-type.js";
import { type Entry, shorten, type TreeNode } from "./tree.js";

/** What events refer to, read before them. */
export type EventSurroundings = {
  readonly groups: ReadonlyMap<string, Group>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly objects: ReadonlyMap<string, PlanObject>;
  readonly lookup: Lookup;
};

export function readGroup(context: Context, types: TypeReader, entry: Entry): Group | undefined {
  const what = `the group "${entry.key.text}"`;
  const fields = context.fields(
    entry.value,
    what,
    ["description", "properties"],
    'Write "properties:" and below it one property a line.',
  );
  if (fields === undefined) return undefined;
  const properties = fields.get("properties");
  context.missing(fields, "properties", entry.key.span, `The group "${entry.key.text}" has no "properties".`);
  return {
    name: { value: entry.key.text, span: entry.key.span },
    span: entry.span,
    description: context.text(fields.get("description"), '"description"'),
    properties: properties === undefined ? [] : types.properties(properties.value, `"properties" of ${what}`),
  };
}

const eventKeys = [
  "description",
  "owner",
  "status",
  "deprecated",
  "call",
  "source",
  "identity",
  "idempotency_key",
  "timestamp",
  "aliases",
  "include",
  "about",
  "properties",
  "open",
  "examples",
  "tags",
];

export function readEvent(
  context: Context,
  types: TypeReader,
  entry: Entry,
  around: EventSurroundings,
): PlanEvent | undefined {
  const name = entry.key.text;
  const what = `the event "${shorten(name)}"`;
  const before = context.collector.size;
  const fields = context.fields(
    entry.value,
    what,
    eventKeys,
    "Write what it is below it: description, source, properties.",
  );
  if (fields === undefined) return undefined;
  const source = readSource(context, fields.get("source"));
  const include = context.nameList(fields.get("include"), '"include"');
  const about = context.nameList(fields.get("about"), '"about"');
  const own = fields.get("properties");
  const ownProperties = own === undefined ? [] : types.properties(own.value, `"properties" of ${what}`);
  const flattened = flatten(context, name, { ownProperties, include, about, source: source.names }, around);
  // What is missing may be what could not be read: nothing is said then of names that seem to be nowhere.
  const doubtful = !flattened.complete || context.collector.size > before;
  if (doubtful) context.incompleteEvents.add(name);
  types.minorUnits(flattened.properties);
  const examples = fields.get("examples");
  const event: PlanEvent = {
    name: { value: name, span: entry.key.span },
    span: entry.span,
    description: context.text(fields.get("description"), '"description"'),
    owner: context.text(fields.get("owner"), '"owner"'),
    ...types.lifecycle(fields, what),
    call: context.oneOf(fields.get("call"), '"call"', ["track", "page", "screen"])?.value ?? "track",
    sources: source.names,
    because: source.because,
    identity: readEventIdentity(context, fields, entry.key.span),
    idempotencyKey: readKey(
      context,
      types,
      fields,
      name,
      flattened.properties,
      source.names,
      doubtful,
      around.lookup,
    ),
    timestamp: readTimestamp(context, types, fields, name, flattened.properties, doubtful, around.lookup),
    aliases: context.nameList(fields.get("aliases"), '"aliases"'),
    include,
    about,
    properties: flattened.properties,
    open: types.open(fields.get("open"), what),
    examples: examples === undefined ? [] : readExamples(context, examples),
    tags: context.textList(fields.get("tags"), '"tags"'),
  };
  return event;
}

function readExamples(context: Context, entry: Entry): PlanEvent["examples"] {
  if (entry.value.kind === "map") {
    context.error(
      "invalid-value",
      entry.value.span,
      '"examples" must be a list of payloads, not a mapping.',
      { help: 'Begin each example with "- ".' },
    );
    return [];
  }
  return context.items(entry.value, '"examples"').flatMap((item: TreeNode) => {
    if (item.kind === "map") return [context.json(item)];
    context.error("invalid-value", item.span, "An example of an event is a mapping of its properties.");
    return [];
  });
}

function readSource(
  context: Context,
  entry: Entry | undefined,
): { readonly names: readonly Located<string>[]; readonly because: Located<string> | undefined } {
  if (entry === undefined) return { names: [], because: undefined };
  const known = (names: readonly Located<string>[]): readonly Located<string>[] => {
    const seen = new Set<string>();
    return names.filter((name) => {
      if (seen.has(name.value))
        context.error("invalid-value", name.span, `The source "${name.value}" stands twice.`);
      const fresh = !seen.has(name.value);
      seen.add(name.value);
      return context.reference("source", name, "") && fresh;
    });
  };
  if (entry.value.kind !== "map")
    return { names: known(context.nameList(entry, '"source"')), because: undefined };
  const fields = context.fields(
    entry.value,
    '"source"',
    ["names", "because"],
    "Write { names: [backend, storefront], because: … }.",
  );
  if (fields !== undefined) context.missing(fields, "names", entry.value.span, '"source" names no source.');
  return {
    names: known(context.nameList(fields?.get("names"), '"names"')),
    because: context.text(fields?.get("because"), '"because"'),
  };
}

function readEventIdentity(context: Context, fields: Fields, at: Span): PlanEvent["identity"] {
  const entry = fields.get("identity");
  if (entry === undefined) return { kind: "known", span: at };
  if (entry.value.kind !== "list") {
    const words = ["known", "anonymous", "any"] as const;
    return { kind: context.oneOf(entry, '"identity"', words)?.value ?? "known", span: entry.span };
  }
  const words = ["id", "email", "phone", "anonymous"] as const;
  const identifiers = entry.value.items.flatMap((item) => {
    const word = context.oneOf({ key: entry.key, value: item, span: item.span }, "An identifier", words);
    return word === undefined ? [] : [word];
  });
  if (entry.value.items.length === 0)
    context.error("invalid-value", entry.value.span, '"identity" names no identifier.');
  const kind: EventIdentity =
    identifiers.length === 0 ? { kind: "known" } : { kind: "identifiers", identifiers };
  return { ...kind, span: entry.span };
}

// --- Properties -----------------------------------------------------------------------------------------------

type Ingredients = {
  readonly ownProperties: readonly Property[];
  readonly include: readonly Located<string>[];
  readonly about: readonly Located<string>[];
  readonly source: readonly Located<string>[];
};

function flatten(
  context: Context,
  event: string,
  { ownProperties, include, about, source }: Ingredients,
  around: EventSurroundings,
): { readonly properties: readonly Property[]; readonly complete: boolean } {
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

// --- Idempotency key and timestamp ----------------------------------------------------------------------------

function readKey(
  context: Context,
  types: TypeReader,
  fields: Fields,
  event: string,
  properties: readonly Property[],
  sources: readonly Located<string>[],
  doubtful: boolean,
  lookup: Lookup,
): readonly Located<PropertyPath>[] {
  const keys: Located<PropertyPath>[] = [];
  for (const written of context.nameList(fields.get("idempotency_key"), '"idempotency_key"')) {
    const found = findProperty(written.value, properties, lookup);
    if ("missing" in found) {
      if (!doubtful) unknownProperty(context, written.span, event, found);
      continue;
    }
    const { property } = found;
    const where = {
      event,
      property: written.value,
      related: [{ message: "declared here", span: property.name.span }],
    };
    if (types.isUnread(property.type)) continue;
    if (!isScalarType(property.type, lookup)) {
      context.error(
        "invalid-value",
        written.span,
        `"${written.value}" can't be an idempotency key: it is not one text or number.`,
        where,
      );
      continue;
    }
    const partial = property.sources.length > 0 && property.sources.length < sources.length;
    if (!found.certain || partial) {
      context.error(
        "idempotency-key-optional",
        written.span,
        `The idempotency key "${written.value}" may be absent, and two events without it would be one.`,
        {
          ...where,
          help: 'Make the property required (no "?", no null, from every source), or choose another key.',
        },
      );
    }
    keys.push({ value: found.path, span: written.span });
  }
  return keys;
}

function readTimestamp(
  context: Context,
  types: TypeReader,
  fields: Fields,
  event: string,
  properties: readonly Property[],
  doubtful: boolean,
  lookup: Lookup,
): PlanEvent["timestamp"] {
  const written = context.name(fields.get("timestamp"), '"timestamp"');
  if (written === undefined) return undefined;
  const found = findProperty(written.value, properties, lookup);
  if ("missing" in found) {
    if (written.value === "now") return { value: "now", span: written.span };
    if (!doubtful)
      unknownProperty(context, written.span, event, { ...found, among: [...found.among, "now"] });
    return undefined;
  }
  if (!isTimestampType(found.property.type, lookup) && !types.isUnread(found.property.type)) {
    context.error(
      "invalid-value",
      written.span,
      `"${written.value}" is no timestamp: its type must be "timestamp", which is Unix seconds.`,
      {
        event,
        property: written.value,
        related: [{ message: "declared here", span: found.property.name.span }],
      },
    );
    return undefined;
  }
  return { value: { property: found.path }, span: written.span };
}

function unknownProperty(
  context: Context,
  span: Span,
  event: string,
  { missing, among }: { readonly missing: string; readonly among: readonly string[] },
): void {
  const nearest = didYouMean(missing, among);
  context.error(
    "unknown-reference",
    span,
    `The event "${shorten(event)}" has no property "${shorten(missing)}".${nearest === undefined ? "" : ` Did you mean "${nearest}"?`}`,
    {
      event,
      help:
        among.length === 0
          ? "The event declares no properties."
          : `Its properties: ${among.slice(0, 12).join(", ")}${among.length > 12 ? ", …" : ""}.`,
      ...(nearest === undefined
        ? {}
        : { fixes: [{ title: `change to "${nearest}"`, safe: false, edits: [{ span, text: nearest }] }] }),
    },
  );
}
