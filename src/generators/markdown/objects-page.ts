// The page of objects: what people belong to.
import type { PlanObject } from "../../plan/plan.js";
import { renderType } from "../../plan/render-type.js";
import { block, code, inline } from "./escape.js";
import { propertyTable, retiredLine } from "./property-table.js";
import { eventLink, homeLink, type Page, printPage, type Site, titles } from "./site.js";
import { listText } from "./words.js";

/** The text of objects.md. */
export function objectsPage(site: Site): string {
  const page: Page = { site, up: "" };
  return printPage(site.plan, [
    homeLink(page),
    `# ${titles.objects[0]}`,
    "What people belong to.",
    ...site.plan.objects.flatMap((object) => section(page, object)),
  ]);
}

function section(page: Page, object: PlanObject): readonly string[] {
  const events = page.site.plan.events.filter(
    ({ about, status }) => status !== "retired" && about.some(({ value }) => value === object.name.value),
  );
  const attributes = propertyTable(page, "Attribute", object.attributes);
  const relationship = propertyTable(page, "Attribute", object.relationship);
  return [
    `## ${inline(object.name.value)}`,
    object.description === undefined ? "" : block(object.description.value),
    `Identified by ${code(object.id.value)} (${code(renderType(object.idType))}).${
      events.length === 0
        ? ""
        : ` Events about it: ${listText(events.map(({ name }) => eventLink(page, name.value)))}.`
    }`,
    attributes,
    retiredLine("attribute", object.attributes),
    relationship === "" ? "" : `What holds between a person and the ${inline(object.name.value)}:`,
    relationship,
    retiredLine("attribute", object.relationship),
  ];
}
