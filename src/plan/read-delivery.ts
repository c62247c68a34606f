// How an event is delivered: its idempotency key and its timestamp, located tree -> model.
import type { Located, Span } from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import type { Lookup } from "./constraints.js";
import type { Context, Fields } from "./context.js";
import type { PlanEvent, Property, PropertyPath } from "./plan.js";
import { findProperty, isScalarType, isTimestampType, type MissingProperty } from "./property-path.js";
import type { TypeReader } from "./read-type.js";
import { shorten } from "./tree.js";

export function readKey(
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
    if (keys.some((key) => JSON.stringify(key.value) === JSON.stringify(found.path))) {
      context.error(
        "invalid-value",
        written.span,
        `"${written.value}" stands twice in the idempotency key.`,
        {
          event,
          property: written.value,
        },
      );
      continue;
    }
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

export function readTimestamp(
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
      unknownProperty(context, written.span, event, found, { word: "now", is: "the moment of sending" });
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
        help: 'Declare the property as "timestamp", name another one, or write "now".',
        related: [{ message: "its type", span: found.property.type.span }],
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
  { missing, among, hidden }: MissingProperty,
  /** What may stand in a property's place. */
  other?: { readonly word: string; readonly is: string },
): void {
  const nearest = didYouMean(missing, other === undefined ? among : [...among, other.word]);
  const others = other === undefined ? "" : ` "${other.word}" is ${other.is}.`;
  context.error(
    "unknown-reference",
    span,
    `The event "${shorten(event)}" has no property "${shorten(missing)}".${nearest === undefined ? "" : ` Did you mean "${nearest}"?`}`,
    {
      event,
      ...(hidden !== undefined && { followsFrom: hidden }),
      help:
        (among.length === 0
          ? "The event declares no properties."
          : `Its properties: ${among.slice(0, 12).join(", ")}${among.length > 12 ? ` and ${among.length - 12} more` : ""}.`) +
        others,
      ...(nearest === undefined
        ? {}
        : { fixes: [{ title: `change to "${nearest}"`, safe: false, edits: [{ span, text: nearest }] }] }),
    },
  );
}
