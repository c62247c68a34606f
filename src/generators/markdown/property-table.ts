// The table of an event's properties or a person's attributes: what each is, must be, and comes from.
import type { EnumValue, Property, Type } from "../../plan/plan.js";
import { enumValueText, renderType, typeParts } from "../../plan/render-type.js";
import { constraintPhrases } from "../constraint-text.js";
import { deprecationText, sentence } from "../deprecation-text.js";
import { sortedJson } from "../sorted-json.js";
import { cell, code, codeInCell } from "./escape.js";
import { link, type Page, placeLink, placeUrl, table } from "./site.js";
import { firstSentence, listText } from "./words.js";

/** A property with the path that leads to it: `items[].sku`. */
type Row = { readonly path: string; readonly property: Property; readonly depth: number };

/** What else a row may say, such as who uses the property. */
export type RowRemark = (property: Property) => string | undefined;

/** Longer enums are listed in the description instead of the type's column. */
const longestEnum = 44;

/**
 * The properties that are not retired, required ones first; inline objects' properties follow their parent's row.
 * Empty where there are none. `noun` heads the first column.
 */
export function propertyTable(
  page: Page,
  noun: "Property" | "Trigger property" | "Attribute",
  properties: readonly Property[],
  remark: RowRemark = () => undefined,
): string {
  // An event's property exists on calls from there only; an attribute is set from there.
  const sourceWord = noun === "Attribute" ? "Set by" : "Only from";
  const rows = rowsOf(properties, "", 0);
  if (rows.length === 0) return "";
  return table(
    [noun, "Type", "Required", "Description"],
    rows.map(({ path, property, depth }) => [
      codeInCell(path),
      typeCell(page, property.type),
      property.required ? "yes" : "optional",
      describe(page, property, depth === 0 ? remark(property) : undefined, sourceWord),
    ]),
  );
}

/** The names of those that may not be sent any more, or nothing. */
export function retiredLine(noun: string, properties: readonly Property[]): string {
  const retired = properties.filter((property) => property.status === "retired");
  if (retired.length === 0) return "";
  const names = retired.map((property) => {
    const reason = property.deprecated?.reason?.value;
    const instead = property.deprecated?.replacedBy?.value;
    const notes = [
      ...(instead === undefined ? [] : [`use ${codeInCell(instead)}`]),
      ...(reason === undefined ? [] : [cell(reason)]),
    ];
    return codeInCell(property.name.value) + (notes.length > 0 ? ` (${notes.join("; ")})` : "");
  });
  return `Retired, not to be sent any more: ${names.join(", ")}. ${
    retired.length === 1 ? "The name" : "The names"
  } of ${retired.length === 1 ? `a retired ${noun}` : `retired ${noun}s`} can't be used again.`;
}

/** How a template reads the properties of the table, for who writes messages; empty where there are none. */
export function templateLine(space: "event" | "customer", properties: readonly Property[]): string {
  const live = properties.filter(({ status }) => status !== "retired");
  const first = live.find(({ required }) => required) ?? live[0];
  if (first === undefined) return "";
  const { name } = first;
  const plain = /^[A-Za-z_]\w*$/.test(name.value);
  const example = `${space}${plain ? `.${name.value}` : `[${JSON.stringify(name.value)}]`}`;
  const optional = properties.some(({ required, status }) => !required && status !== "retired");
  const guard =
    space === "event"
      ? " A message that reads an optional one without an `if` or a `default` is not sent where it is missing."
      : " Give optional ones a `default`.";
  return `In a template, ${code(name.value)} is ${code(example)}.${optional ? guard : ""}`;
}

/** A type as code that links to the named types in it. */
export function typeCell(page: Page, type: Type): string {
  const parts = typeParts(type, longestEnum);
  const named = new Set(parts.filter((part) => part.named).map((part) => part.text));
  const [only] = named;
  const whole = codeInCell(parts.map((part) => part.text).join(""));
  // One link over the whole is easier to read and to hit than code that is cut in pieces.
  if (named.size < 2) return only === undefined ? whole : link(whole, placeUrl(page, "type", only));
  return parts
    .filter((part) => part.text.trim() !== "")
    .map((part) => {
      const shown = codeInCell(part.text.trim());
      return part.named ? link(shown, placeUrl(page, "type", part.text)) : shown;
    })
    .join(" ");
}

/** Everything that is said about a property, line by line. */
function describe(page: Page, property: Property, remark: string | undefined, sourceWord: string): string {
  const lines: string[] = [];
  if (property.status === "planned") lines.push("*Planned.*");
  const deprecation = deprecationText(property);
  if (deprecation !== undefined) lines.push(`**${cell(deprecation)}**`);
  const description = property.description?.value ?? typeDescription(page, property.type);
  if (description !== undefined) lines.push(cell(sentence(description)));
  const facts = typeFacts(property);
  if (facts.length > 0) lines.push(facts.join(" "));
  if (property.examples.length > 0) {
    const shown = property.examples.map((example) => codeInCell(JSON.stringify(sortedJson(example.value))));
    lines.push(`For example ${listText(shown, "or")}.`);
  }
  const marks = [
    ...(property.pii ? ["**Personal data.**"] : []),
    ...(property.person ? ["Names another person."] : []),
    ...originText(page, property, sourceWord),
    ...(remark === undefined ? [] : [remark]),
  ];
  if (marks.length > 0) lines.push(marks.join(" "));
  return lines.filter((line) => line !== "").join("<br>");
}

/** What the named type says, where the property itself says nothing. */
function typeDescription(page: Page, type: Type): string | undefined {
  const name = type.kind === "ref" ? type.name : type.refines;
  const description = name === undefined ? undefined : page.site.types.get(name)?.description;
  return description === undefined ? undefined : firstSentence(description.value);
}

/** The constraints, unit and default of what a type is written in. */
export function typeFacts(item: Pick<Property, "type" | "unit" | "default">): readonly string[] {
  return [...constraintFacts(item.type), ...usageFacts(item)];
}

function constraintFacts(type: Type): readonly string[] {
  // Where every value has its description, the values stand there.
  const long = longEnums(type).flatMap((values) =>
    values.every((value) => value.description !== undefined) ? [] : [values],
  );
  const listed = long.map(
    (values) =>
      `One of ${listText(
        values.map((value) => codeInCell(enumValueText(value))),
        "or",
      )}.`,
  );
  const phrases = constraintPhrases(type, codeInCell).join("; ");
  const facts = [...listed, ...(phrases === "" ? [] : [`${capitalized(phrases)}.`])];
  if (type.kind === "object" && type.properties.length > 0 && type.open !== false) {
    facts.push("Other keys may be sent.");
  }
  return facts;
}

/** The unit and default of what a type is written in. */
export function usageFacts(item: Pick<Property, "unit" | "default">): readonly string[] {
  const facts: string[] = [];
  if (item.unit !== undefined) {
    const unit = item.unit.value;
    facts.push(
      "text" in unit ? `Unit: ${cell(sentence(unit.text))}` : `In minor units of ${codeInCell(unit.minor)}.`,
    );
  }
  if (item.default !== undefined) {
    facts.push(`Default: ${codeInCell(JSON.stringify(sortedJson(item.default.value)))}.`);
  }
  return facts;
}

function originText(page: Page, property: Property, sourceWord: string): readonly string[] {
  const { origin } = property;
  const sources = listText(property.sources.map(({ value }) => cell(value)));
  const only = sources === "" ? [] : [`${sourceWord} ${sources}.`];
  switch (origin.kind) {
    case "own":
      return only;
    case "group":
      return [...only, `Part of ${placeLink(page, "group", origin.name)}.`];
    case "source":
      return [
        `Part of ${placeLink(page, "group", origin.group)}${sources === "" ? "" : `, only from ${sources}`}.`,
      ];
    case "object":
      return [...only, `See ${placeLink(page, "object", origin.name)}.`];
  }
}

function rowsOf(properties: readonly Property[], prefix: string, depth: number): readonly Row[] {
  const live = properties.filter((property) => property.status !== "retired");
  const ordered = [...live.filter(({ required }) => required), ...live.filter(({ required }) => !required)];
  const rows: Row[] = [];
  for (const property of ordered) {
    const path = prefix + property.name.value;
    rows.push({ path, property, depth }, ...inlineRows(property.type, path, depth + 1));
  }
  return rows;
}

/** The properties of objects that are written in place, through arrays, maps and unions. */
function inlineRows(type: Type, path: string, depth: number): readonly Row[] {
  if (type.refines !== undefined) return [];
  switch (type.kind) {
    case "object":
      return [
        ...rowsOf(type.properties, `${path}.`, depth),
        ...(typeof type.open === "boolean" ? [] : inlineRows(type.open, `${path}.*`, depth)),
      ];
    case "array":
      return inlineRows(type.items, `${path}[]`, depth);
    case "union":
      return type.members.flatMap((member) => inlineRows(member, path, depth));
    default:
      return [];
  }
}

/** The enums whose values the type's column does not show. */
function longEnums(type: Type): readonly (readonly EnumValue[])[] {
  if (type.refines !== undefined) return [];
  if (type.kind === "enum") return renderType(type).length > longestEnum ? [type.values] : [];
  if (type.kind === "array") return longEnums(type.items);
  return type.kind === "union" ? type.members.flatMap(longEnums) : [];
}

/** Text that begins with code stays as it is. */
function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
