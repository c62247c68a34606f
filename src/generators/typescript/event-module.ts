// Writes the module of one event: its types and its creator.
import type { PlanEvent, PropertyPath, Type } from "../../plan/plan.js";
import type { Shape } from "../../plan/shapes.js";
import { codeCall } from "../code-call.js";
import type { OutputFile } from "../generator.js";
import type { Context, EventEntry } from "./context.js";
import { eventDoc } from "./documentation.js";
import { type Doc, group, hardline, indent, join, line, list } from "./layout.js";
import { importTypes, moduleFile } from "./module-text.js";
import { commentedCode, propertyAccess, stringLiteral } from "./source-text.js";
import { docComment, harmless } from "./tsdoc.js";
import { type Imports, objectDoc, typeAlias } from "./type-text.js";

/** `events/order-completed.ts` */
export function eventModule(entry: EventEntry, context: Context): OutputFile {
  const imports: Imports = new Set();
  const properties = propertiesType(entry, context, imports);
  const moment = { key: keyOf(entry, context), timestamp: timestampOf(entry, context) };
  return moduleFile(context, `events/${entry.slug}.ts`, importTypes(imports, context.specifier("../types")), [
    properties,
    envelopeType(entry, moment),
    creator(entry, moment),
  ]);
}

/** What tells one call of an event from another. */
type Moment = {
  readonly key: ReturnType<typeof keyOf>;
  readonly timestamp: ReturnType<typeof timestampOf>;
};

function propertiesType(entry: EventEntry, context: Context, imports: Imports): Doc {
  const { event, shapes, propertiesName } = entry;
  const title = harmless(JSON.stringify(event.name.value));
  const keys = new Set(shapes.flatMap((shape) => shape.properties.map(({ name }) => name.value)));
  const shapeDoc = (shape: Shape): Doc => {
    const own = new Set(shape.properties.map(({ name }) => name.value));
    const absent = event.open === false ? [...keys].filter((key) => !own.has(key)) : [];
    return objectDoc(shape.properties, context, imports, { open: event.open, absent });
  };
  const [only] = shapes;
  if (only !== undefined && shapes.length === 1) {
    const none = only.properties.length === 0 && event.open === false;
    const comment = `The properties of ${title}${none ? ": there are none" : ""}.`;
    return [comments([comment]), typeAlias(propertiesName, shapeDoc(only))];
  }
  const rows = shapes.map((shape) => [
    `// From ${shape.sources.map((source) => harmless(source).replaceAll("\n", " ")).join(", ")}.`,
    hardline,
    "| ",
    indent(shapeDoc(shape)),
  ]);
  return [
    comments([`The properties of ${title}: which ones depends on the source that sends it.`]),
    `export type ${propertiesName} =`,
    indent(hardline, join(rows, hardline)),
    ";",
  ];
}

function envelopeType(entry: EventEntry, { key, timestamp }: Moment): Doc {
  const { event, typeName, propertiesName, creator } = entry;
  const rows = [
    `readonly event: ${stringLiteral(event.name.value)};`,
    ...(event.call === "track" ? [] : [`readonly call: "${event.call}";`]),
    `readonly properties: ${propertiesName};`,
    ...(key === undefined
      ? []
      : [`readonly ${key.sure ? "idempotencyKey: string" : "idempotencyKey?: string | undefined"};`]),
    ...(timestamp === undefined ? [] : [`readonly ${timestamp.type};`]),
  ];
  return [
    comments([`The event ${harmless(JSON.stringify(event.name.value))}, as \`${creator}\` makes it.`]),
    typeAlias(typeName, ["{", indent(hardline, join(rows, hardline)), hardline, "}"]),
  ];
}

function creator(entry: EventEntry, { key, timestamp }: Moment): Doc {
  const { event, shapes, propertiesName, typeName } = entry;
  const empty = event.open === false && shapes.every(({ properties }) => properties.length === 0);
  const optional = shapes.some(({ properties }) => properties.every(({ required }) => !required));
  const parameters = empty ? [] : [`properties: ${propertiesName}${optional ? " = {}" : ""}`];
  const members: Doc[] = [
    group("event:", indent(line, stringLiteral(event.name.value))),
    ...(event.call === "track" ? [] : [`call: "${event.call}"`]),
    empty ? "properties: {}" : "properties",
    ...(key === undefined ? [] : [["idempotencyKey: ", key.value]]),
    ...(timestamp === undefined ? [] : [`timestamp: ${timestamp.value}`]),
  ];
  const { paragraphs, tags } = eventDoc(event);
  return [
    docComment({ paragraphs, example: exampleCall(event), tags: tags ?? [] }).map((text) => [text, hardline]),
    group(`export function ${entry.creator}`, list("(", parameters, ")"), `: ${typeName} {`),
    indent(hardline, ["return ", list("{", members, "}", line), ";"]),
    hardline,
    "}",
  ];
}

/** Longer examples hide the rest of what an editor shows; the docs have them. */
const longestExample = 40;

/** The first example as a call of the creator. */
function exampleCall(event: PlanEvent): string | undefined {
  const [first] = event.examples;
  if (first === undefined) return undefined;
  const text = commentedCode(codeCall(event, first.value));
  return text.split("\n").length > longestExample ? undefined : text;
}

type Reached = { readonly type: Type; readonly access: string; readonly sure: boolean };

/** The value at a path in every shape of an event: how to get at it, and whether it is always there. */
function reach(entry: EventEntry, path: PropertyPath, context: Context): Reached | undefined {
  let found: Reached | undefined;
  let sure = true;
  for (const shape of entry.shapes) {
    const one = reachIn(shape, path, context);
    found ??= one;
    sure = sure && one?.sure === true;
  }
  return found === undefined ? undefined : { ...found, sure };
}

function reachIn(shape: Shape, path: PropertyPath, context: Context): Reached | undefined {
  let properties = shape.properties;
  let access = "properties";
  let sure = true;
  for (const [index, key] of path.entries()) {
    const property = properties.find(({ name }) => name.value === key);
    if (property === undefined) return undefined;
    const step = propertyAccess("", [key]);
    access += sure ? step : step.startsWith("[") ? `?.${step}` : `?${step}`;
    const type = context.resolve(property.type);
    const alternatives = type.kind === "union" ? type.members.map(context.resolve) : [type];
    sure = sure && property.required && alternatives.every(({ kind }) => kind !== "null");
    if (index === path.length - 1) return { type, access, sure };
    const inner = alternatives.find(({ kind }) => kind === "object");
    if (inner?.kind !== "object") return undefined;
    properties = inner.properties;
  }
  return undefined;
}

/** What makes two calls the same event; not sure where a part of it can be missing or null. */
function keyOf(
  entry: EventEntry,
  context: Context,
): { readonly value: Doc; readonly sure: boolean } | undefined {
  const parts = entry.event.idempotencyKey.flatMap(({ value }) => reach(entry, value, context) ?? []);
  const [only] = parts;
  if (only === undefined || parts.length < entry.event.idempotencyKey.length) return undefined;
  if (parts.length === 1) {
    const text = isText(only.type) ? only.access : `String(${only.access})`;
    if (only.sure) return { value: text, sure: true };
    return { value: `${only.access} == null ? undefined : String(${only.access})`, sure: false };
  }
  const whole = group(
    "JSON.stringify(",
    list(
      "[",
      parts.map(({ access }) => access),
      "]",
    ),
    ")",
  );
  const unsure = parts.filter(({ sure }) => !sure);
  if (unsure.length === 0) return { value: whole, sure: true };
  const missing = join(
    unsure.map(({ access }) => `${access} == null`),
    [" ||", line],
  );
  return { value: group(missing, indent(line, "? undefined", line, ": ", whole)), sure: false };
}

function isText(type: Type): boolean {
  if (type.kind === "string") return true;
  if (type.kind === "enum") return type.values.every(({ value }) => typeof value === "string");
  return type.kind === "const" && typeof type.value === "string";
}

function timestampOf(
  entry: EventEntry,
  context: Context,
): { readonly type: string; readonly value: string } | undefined {
  const written = entry.event.timestamp?.value;
  if (written === undefined) return undefined;
  if (written === "now") return { type: 'timestamp: "now"', value: '"now"' };
  const reached = reach(entry, written.property, context);
  if (reached === undefined) return undefined;
  if (reached.sure) return { type: "timestamp: number", value: reached.access };
  const nullable = reached.type.kind === "union" || reached.access.includes("?.");
  return {
    type: "timestamp?: number | undefined",
    value: nullable ? `${reached.access} ?? undefined` : reached.access,
  };
}

function comments(paragraphs: readonly string[]): Doc {
  return docComment({ paragraphs }).map((text) => [text, hardline]);
}
