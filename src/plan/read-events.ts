// Groups and events: located tree -> model.
import type { Located, Span } from "../diagnostics/diagnostic.js";
import type { Context, Fields } from "./context.js";
import { type EventSurroundings, flatten } from "./flatten.js";
import type { EventIdentity, Group, PlanEvent } from "./plan.js";
import { readKey, readTimestamp } from "./read-delivery.js";
import { readLifecycle } from "./read-lifecycle.js";
import type { TypeReader } from "./read-type.js";
import { checkMinorUnits } from "./read-unit.js";
import { type Entry, shorten, type TreeNode } from "./tree.js";

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

/** The keys of an event. */
export const eventKeys: readonly string[] = [
  "description",
  "owner",
  "status",
  "deprecated",
  "call",
  "source",
  "identity",
  "idempotency_key",
  "timestamp",
  "arrives_after",
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
  checkMinorUnits(context, flattened.properties);
  const examples = fields.get("examples");
  const event: PlanEvent = {
    name: { value: name, span: entry.key.span },
    span: entry.span,
    description: context.text(fields.get("description"), '"description"'),
    owner: context.text(fields.get("owner"), '"owner"'),
    ...readLifecycle(context, fields, what),
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
    arrivesAfter: context.duration(fields.get("arrives_after"), '"arrives_after"'),
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
