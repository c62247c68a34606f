// The page of people: how a person is identified, and what is known about them.
import { renderType } from "../../plan/render-type.js";
import { block, cell, code } from "./escape.js";
import { readersOfAttribute } from "./listeners.js";
import { propertyTable, retiredLine, templateLine } from "./property-table.js";
import { eventLink, homeLink, type Page, placeLink, printPage, type Site, titles } from "./site.js";
import { listText } from "./words.js";

/** The text of people.md. */
export function peoplePage(site: Site): string {
  const page: Page = { site, up: "" };
  const { people } = site.plan;
  const attributes = propertyTable(page, "Attribute", people.attributes, (attribute) => {
    const readers = readersOfAttribute(site.plan, attribute.name.value);
    return readers.length === 0
      ? undefined
      : `Read by ${listText(readers.map(({ name }) => placeLink(page, "consumer", name.value)))}.`;
  });
  return printPage(site.plan, [
    homeLink(page),
    `# ${titles.people[0]}`,
    people.description === undefined ? "" : block(people.description.value),
    "## Identity",
    identity(page),
    "## Attributes",
    attributes === "" ? "The plan declares no attributes." : attributes,
    templateLine("customer", people.attributes),
    retiredLine("attribute", people.attributes),
  ]);
}

function identity(page: Page): string {
  const { primary, type, also, anonymous, merge } = page.site.plan.identity;
  const lines = [`A known person is identified by ${code(primary)} (${cell(renderType(type))}).`];
  if (also.length > 0) {
    const names = listText(also.map(({ value }) => code(value)));
    lines.push(`${names} may be attached to the same person, and can identify a call that says so.`);
  }
  lines.push(`A visitor who is not known yet is identified by ${code(anonymous.value)}.`);
  switch (merge?.kind) {
    case undefined:
      break;
    case "on-identify":
      lines.push("The anonymous trail joins the person as soon as the person is identified.");
      break;
    case "on-event":
      lines.push(`The anonymous trail joins the person on ${eventLink(page, merge.event.value)}.`);
      break;
    case "never":
      lines.push("The anonymous trail is never joined to the person.");
  }
  return lines.map((line) => `- ${line}`).join("\n");
}
