// The target "markdown": docs that read well on GitHub, for the people who plan messages and those who send events.
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Plan } from "../../plan/plan.js";
import type { Generator, OutputFile } from "../generator.js";
import { consumersPage } from "./consumers-page.js";
import { eventPage } from "./event-page.js";
import { homePage } from "./home-page.js";
import { objectsPage } from "./objects-page.js";
import { peoplePage } from "./people-page.js";
import { sequencesPage } from "./sequences-page.js";
import { pages, siteOf } from "./site.js";
import { typesPage } from "./types-page.js";

/** A catalogue, a page for each event, and one each for people, types, and what else the plan has. */
export const markdown: Generator = {
  id: "markdown",
  summary: "Markdown docs: a catalogue with a picture, a page an event, people, types",
  folder: "generated/docs",
  options: {},
  generate,
};

function generate(plan: Plan): {
  readonly files: readonly OutputFile[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const { site, diagnostics } = siteOf(plan, markdown.id);
  const files: OutputFile[] = [
    { path: pages.home, content: homePage(site) },
    { path: pages.people, content: peoplePage(site) },
    { path: pages.types, content: typesPage(site) },
  ];
  if (plan.objects.length > 0) files.push({ path: pages.objects, content: objectsPage(site) });
  if (plan.consumers.length > 0) files.push({ path: pages.consumers, content: consumersPage(site) });
  if (plan.sequences.length > 0) files.push({ path: pages.sequences, content: sequencesPage(site) });
  for (const event of plan.events) {
    const path = site.eventPages.get(event.name.value);
    if (path !== undefined) files.push({ path, content: eventPage(site, event) });
  }
  return { files, diagnostics };
}
