// Renames as fixes: every place of the plan that has the old name, in one fix.
import type { Fix, Span, TextEdit } from "../diagnostics/diagnostic.js";
import type { Json, PlanEvent, Property } from "../plan/plan.js";
import { aliasEdit } from "./alias-edit.js";
import { yamlName } from "./names.js";
import { comparisonsOf, type PlanIndex, textUnder } from "./plan-index.js";

/**
 * What a rename does to what arrives: nothing where the destination takes both names for one, as with spaces at the
 * ends. Everywhere else it begins to arrive under another name, and who knows the old one has to be told.
 */
export type Renaming = "same on arrival" | "another name";

/**
 * Renames an event where it is declared and wherever people wrote it in the plan. Undefined where the new name is taken.
 * The old name of an event that is sent becomes one of its aliases, so that code and campaigns which still have it are
 * found. Not safe where that can't be written down, and where the workspace is known to listen to the old name.
 */
export function renameEvent(index: PlanIndex, from: string, to: string, renaming: Renaming): Fix | undefined {
  const mentions = index.eventMentions.get(from) ?? [];
  const event = index.events.get(from);
  const [own, ...taken] = index.eventMentions.get(to) ?? [];
  if (event === undefined || taken.length > 0) return undefined;
  // The event lists its right name as a wrong spelling: the two change places.
  const swapped = event.aliases.find(({ span }) => span === own?.span);
  if (own !== undefined && swapped === undefined) return undefined;
  const edits = mentions
    .filter(({ span }) => isWritten(span))
    .map(({ span }) => ({ span, text: asWritten(index, span, to) }));
  const isKnown = renaming === "another name" && event.status === "active";
  const alias =
    swapped !== undefined
      ? { span: swapped.span, text: asWritten(index, swapped.span, from) }
      : isKnown
        ? aliasEdit(index, event, from)
        : undefined;
  return {
    title: `rename to "${to}"${isKnown && alias !== undefined ? `, and keep "${from}" as an alias` : ""}`,
    safe:
      renaming === "same on arrival" ||
      !isKnown ||
      (alias !== undefined && mentions.every(({ span }) => isWritten(span))),
    edits: alias === undefined ? edits : [...edits, alias],
  };
}

/** False for what was pulled from the workspace: it says what is there, and changes there alone. */
function isWritten({ file }: Span): boolean {
  return /\.ya?ml$/i.test(file);
}

/** A new name in the quotes that the old one has. */
export function asWritten(index: PlanIndex, span: Span, name: string): string {
  const quote = textUnder(index.plan, span).charAt(0);
  if (quote === '"') return JSON.stringify(name);
  return quote === "'" ? `'${name.replaceAll("'", "''")}'` : yamlName(name);
}

/**
 * Renames a property in every event and group that declares it, or an attribute of people, and wherever the plan
 * refers to it. Undefined where the new name is taken, or where some mention can't be changed with certainty. Not
 * safe where there are templates: those are no part of the plan, and would go on to read the old name. Nor where it is
 * sent already: unlike an event, a property has no aliases that would tell of its old name.
 */
export function renameProperty(
  index: PlanIndex,
  space: "property" | "attribute",
  from: string,
  to: string,
  renaming: Renaming,
): Fix | undefined {
  const edits = space === "property" ? propertyEdits(index, from, to) : attributeEdits(index, from, to);
  if (edits === undefined || edits.includes(undefined)) return undefined;
  // Two mappings that share an anchor share the text too.
  const byPlace = new Map<string, TextEdit>();
  for (const edit of edits)
    if (edit !== undefined) byPlace.set(JSON.stringify([edit.span.file, edit.span.start]), edit);
  return {
    title: `rename to "${to}"`,
    safe:
      index.plan.consumers.every((consumer) => consumer.templates.length === 0) &&
      (renaming === "same on arrival" || !isSent(index, space, from)),
    edits: [...byPlace.values()].filter(({ span }) => isWritten(span)),
  };
}

/** True for a name that arrives already: of an attribute or a property that is not merely planned. */
function isSent(index: PlanIndex, space: "property" | "attribute", name: string): boolean {
  const isActive = ({ status }: Property): boolean => status === "active";
  if (space === "attribute")
    return index.plan.people.attributes.some((one) => one.name.value === name && isActive(one));
  return (index.eventsByProperty.get(name) ?? []).some(
    (event) =>
      (event.status === "active" || event.status === "deprecated") &&
      event.properties.some((one) => one.name.value === name && isActive(one)),
  );
}

/** The edits; an undefined one stands for a mention that can't be changed with certainty. */
type Edits = readonly (TextEdit | undefined)[];

function propertyEdits(index: PlanIndex, from: string, to: string): Edits | undefined {
  const { plan } = index;
  const isTop = ({ owner, within }: { owner: { kind: string }; within: readonly unknown[] }): boolean =>
    within.length === 0 && (owner.kind === "event" || owner.kind === "group");
  if (index.propertiesByName.get(to)?.some(isTop) === true) return undefined;
  if (plan.objects.some(({ id }) => id.value === from || id.value === to)) return undefined;
  const declared = (index.propertiesByName.get(from) ?? []).filter(isTop).map(({ property }) => property);
  const events = index.eventsByProperty.get(from) ?? [];
  if (declared.some(isLeaving) || events.some((event) => countsCurrency(event, from))) return undefined;
  const path = (value: readonly string[], span: Span): Edits =>
    value[0] === from ? [{ span, text: asWritten(index, span, [to, ...value.slice(1)].join(".")) }] : [];
  const edits: (TextEdit | undefined)[] = declared.map((property) => keyEdit(index, property, to));
  for (const event of events) {
    for (const { value, span } of event.idempotencyKey) edits.push(...path(value, span));
    const { timestamp } = event;
    if (timestamp !== undefined && timestamp.value !== "now")
      edits.push(...path(timestamp.value.property, timestamp.span));
    edits.push(...replacementEdits(index, event.properties, from, to));
    for (const { value, span } of event.examples) edits.push(...exampleEdits(index, value, span, from, to));
  }
  for (const { key } of plan.sequences)
    if (key !== undefined) edits.push(...path(key.value.split("."), key.span));
  return [...edits, ...conditionEdits(index, "event", from, to)];
}

function attributeEdits(index: PlanIndex, from: string, to: string): Edits | undefined {
  const { plan } = index;
  const attributes = plan.people.attributes;
  if (attributes.some(({ name }) => name.value === to)) return undefined;
  const declared = attributes.filter(({ name }) => name.value === from);
  if (declared.some(isLeaving)) return undefined;
  // The trigger keeps no place of the name alone.
  if (plan.consumers.some(({ trigger }) => trigger?.kind === "date" && trigger.attribute === from))
    return undefined;
  return [
    ...declared.map((property) => keyEdit(index, property, to)),
    ...replacementEdits(index, attributes, from, to),
    ...conditionEdits(index, "customer", from, to),
  ];
}

/** What is on its way out keeps the name that it is known by. */
function isLeaving({ status }: Property): boolean {
  return status === "deprecated" || status === "retired";
}

/** Whether a unit names the property: its place is that of the whole unit. */
function countsCurrency(event: PlanEvent, name: string): boolean {
  return event.properties.some(
    ({ unit }) => unit !== undefined && "minor" in unit.value && unit.value.minor === name,
  );
}

function keyEdit(index: PlanIndex, { name, required }: Property, to: string): TextEdit {
  const key = required ? to : `${to}?`;
  // A name that stands without quotes does so with its "?" too.
  const plain = /^["']/.test(textUnder(index.plan, name.span)) || yamlName(to) !== to ? undefined : key;
  return { span: name.span, text: plain ?? asWritten(index, name.span, key) };
}

function replacementEdits(
  index: PlanIndex,
  properties: readonly Property[],
  from: string,
  to: string,
): Edits {
  return properties.flatMap(({ deprecated }) =>
    deprecated?.replacedBy?.value === from
      ? [{ span: deprecated.replacedBy.span, text: asWritten(index, deprecated.replacedBy.span, to) }]
      : [],
  );
}

function conditionEdits(
  index: PlanIndex,
  root: "event" | "customer",
  from: string,
  to: string,
): (TextEdit | undefined)[] {
  const edits: (TextEdit | undefined)[] = [];
  for (const { conditions } of index.plan.consumers) {
    for (const { value } of conditions) {
      for (const { path } of comparisonsOf(value.parsed)) {
        if (path.value[0] !== root || path.value[1] !== from) continue;
        const written = textUnder(index.plan, path.span);
        const head = `${root}.${from}`;
        const rest = written.slice(head.length);
        edits.push(
          written.startsWith(head) &&
            (rest === "" || rest.startsWith(".")) &&
            /^[\p{L}_][\p{L}\p{N}_]*$/u.test(to)
            ? { span: path.span, text: `${root}.${to}${rest}` }
            : undefined,
        );
      }
    }
  }
  return edits;
}

/** The keys of an example: found in its text, where it has as many of them as the value. */
function exampleEdits(
  index: PlanIndex,
  value: Json,
  span: Span,
  from: string,
  to: string,
): (TextEdit | undefined)[] {
  const wanted = countKeys(value, from);
  if (wanted === 0) return [];
  const atTop = typeof value === "object" && value !== null && Object.hasOwn(value, from);
  if (wanted > 1 || !atTop) return [undefined];
  const text = textUnder(index.plan, span);
  const escaped = from.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  const found = [
    ...text.matchAll(
      new RegExp(`(?<=^|[\\s{,])(?:${escaped}|"${escaped}"|'${escaped}')(?=\\s*:(?:\\s|$))`, "gu"),
    ),
  ];
  const only = found[0];
  if (found.length !== 1 || only === undefined) return [undefined];
  const start = span.start + only.index;
  const place = { file: span.file, start, end: start + only[0].length };
  return [{ span: place, text: asWritten(index, place, to) }];
}

function countKeys(value: Json, name: string): number {
  if (typeof value !== "object" || value === null) return 0;
  let count = !Array.isArray(value) && Object.hasOwn(value, name) ? 1 : 0;
  for (const inner of Object.values(value)) count += countKeys(inner, name);
  return count;
}
