// The page of named types and groups: what several events share.
import type { Group, NamedType, PlanEvent, Property, Type } from "../../plan/plan.js";
import { enumValueText, renderType } from "../../plan/render-type.js";
import { deprecationText } from "../deprecation-text.js";
import { sortedJson } from "../sorted-json.js";
import { block, code, codeInCell, inline, prose } from "./escape.js";
import { propertyTable, retiredLine, typeCell, typeFacts, usageFacts } from "./property-table.js";
import { eventLink, homeLink, type Page, printPage, type Site, titles } from "./site.js";
import { listText, plural } from "./words.js";

/** More events than this are counted, not listed. */
const mostListed = 12;

/** The text of types.md. */
export function typesPage(site: Site): string {
  const page: Page = { site, up: "" };
  const { types, groups } = site.plan;
  const [title, typesSection, groupsSection] = titles.types;
  return printPage(site.plan, [
    homeLink(page),
    `# ${title}`,
    `## ${typesSection}`,
    types.length === 0 ? "The plan declares no types." : "",
    ...types.flatMap((type) => typeSection(page, type)),
    `## ${groupsSection}`,
    groups.length === 0
      ? "The plan declares no groups."
      : "Properties that travel together: an event that includes a group carries all of them.",
    ...groups.flatMap((group) => groupSection(page, group)),
  ]);
}

function typeSection(page: Page, named: NamedType): readonly string[] {
  const properties = namedProperties(named.type);
  const deprecation = deprecationText(named);
  const values = describedValues(named.type);
  const facts = [
    ...(named.pii ? ["**Personal data.**"] : []),
    // An enum's values stand in its type, or in lines of their own.
    ...(named.type.kind === "enum" ? usageFacts(named) : typeFacts(named)),
  ];
  const examples = named.examples.map(({ value }) => codeInCell(JSON.stringify(sortedJson(value))));
  return [
    `### ${inline(named.name.value)}`,
    deprecation === undefined ? "" : `**${prose(deprecation)}**`,
    named.description === undefined ? "" : block(named.description.value),
    properties.length === 0 && values === "" ? `Type: ${typeText(page, named.type)}.` : "",
    values,
    facts.join(" "),
    examples.length === 0 ? "" : `For example ${listText(examples, "or")}.`,
    propertyTable(page, "Property", properties),
    retiredLine("property", properties),
  ];
}

/** The values of an enumeration that describes them, one a line; nothing where it describes none. */
function describedValues(type: Type): string {
  if (type.kind !== "enum" || type.values.every((value) => value.description === undefined)) return "";
  const lines = type.values.map((value) => {
    const { description } = value;
    return `- ${codeInCell(enumValueText(value))}${description === undefined ? "" : `: ${prose(description.value)}`}`;
  });
  return ["One of", "", ...lines].join("\n");
}

/** The properties of an object type, through arrays. */
function namedProperties(type: Type): readonly Property[] {
  if (type.kind === "array") return type.refines === undefined ? namedProperties(type.items) : [];
  return type.kind === "object" ? type.properties : [];
}

function typeText(page: Page, type: Type): string {
  return type.kind === "enum" ? code(renderType(type)) : typeCell(page, type);
}

function groupSection(page: Page, group: Group): readonly string[] {
  const carriers = page.site.plan.events.filter(
    (event) => event.status !== "retired" && carries(event, group.name.value),
  );
  const links = carriers.map(({ name }) => eventLink(page, name.value));
  return [
    `### ${inline(group.name.value)}`,
    group.description === undefined ? "" : block(group.description.value),
    carriers.length === 0
      ? "No event carries it."
      : `Carried by ${carriers.length > mostListed ? plural(carriers.length, "event") : listText(links)}.`,
    propertyTable(page, "Property", group.properties),
    retiredLine("property", group.properties),
  ];
}

function carries(event: PlanEvent, group: string): boolean {
  return (
    event.include.some(({ value }) => value === group) ||
    event.properties.some(
      ({ origin }) =>
        (origin.kind === "group" && origin.name === group) ||
        (origin.kind === "source" && origin.group === group),
    )
  );
}
