// The map of the docs: which page and anchor each thing of the plan has, and the links between them.
import type { Diagnostic, Located } from "../../diagnostics/diagnostic.js";
import type { NamedType, Plan, PlanEvent, Source } from "../../plan/plan.js";
import { generatedHeader } from "../generator.js";
import { allocate, kebabSlug } from "../names.js";
import { comment, inline } from "./escape.js";
import { anchorsOf } from "./headings.js";
import { type Listener, listenersByEvent } from "./listeners.js";

/** The pages beside those of the events. */
export const pages = {
  home: "README.md",
  people: "people.md",
  types: "types.md",
  objects: "objects.md",
  consumers: "consumers.md",
  sequences: "sequences.md",
} as const;

/** The headings that a page has of its own: the title, then the sections. */
export const titles = {
  people: ["People"],
  types: ["Types and groups", "Types", "Groups"],
  objects: ["Objects"],
  consumers: ["Who listens"],
  sequences: ["Sequences"],
} as const;

type Kind = "type" | "group" | "object" | "consumer" | "sequence";

export type Site = {
  readonly plan: Plan;
  /** Whether calls in code can be shown: the plan generates TypeScript. */
  readonly typescript: boolean;
  readonly events: ReadonlyMap<string, PlanEvent>;
  readonly types: ReadonlyMap<string, NamedType>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly listeners: ReadonlyMap<string, readonly Listener[]>;
  /** The page of an event by its name, relative to the docs' folder. */
  readonly eventPages: ReadonlyMap<string, string>;
  /** `types.md#money`, by kind and name. */
  readonly places: ReadonlyMap<Kind, ReadonlyMap<string, string>>;
};

/** Where a link stands: the way back to the docs' folder. */
export type Page = { readonly site: Site; readonly up: "" | "../" };

/** Draws the map. Two events that want one page are a finding, and the later one has none. */
export function siteOf(
  plan: Plan,
  target: string,
): { readonly site: Site; readonly diagnostics: readonly Diagnostic[] } {
  const { granted, diagnostics } = allocate(
    target,
    plan.events.map((event) => ({
      owner: event,
      label: `event "${event.name.value}"`,
      span: event.name.span,
      identifiers: [],
      files: [eventPage(event)],
    })),
  );
  const [typesTitle, typesSection, groupsSection] = titles.types;
  const typePlaces = places(pages.types, [
    { text: typesTitle },
    { text: typesSection },
    ...named("type", plan.types),
    { text: groupsSection },
    ...named("group", plan.groups),
  ]);
  const site: Site = {
    plan,
    typescript: plan.targets.some(({ name }) => name.value === "typescript"),
    events: new Map(plan.events.map((event) => [event.name.value, event])),
    sources: new Map(plan.sources.map((source) => [source.name.value, source])),
    types: new Map(plan.types.map((type) => [type.name.value, type])),
    listeners: listenersByEvent(plan),
    eventPages: new Map(
      plan.events.filter((event) => granted.has(event)).map((event) => [event.name.value, eventPage(event)]),
    ),
    places: new Map([
      ...typePlaces,
      ...places(pages.objects, [{ text: titles.objects[0] }, ...named("object", plan.objects)]),
      ...places(pages.consumers, [{ text: titles.consumers[0] }, ...named("consumer", plan.consumers)]),
      ...places(pages.sequences, [{ text: titles.sequences[0] }, ...named("sequence", plan.sequences)]),
    ]),
  };
  return { site, diagnostics };
}

function eventPage(event: PlanEvent): string {
  return `events/${kebabSlug(event.name.value)}.md`;
}

type Key = { readonly kind: Kind; readonly name: string };
type KeyedHeading = { readonly key?: Key; readonly text: string };

function named(kind: Kind, items: readonly { readonly name: Located<string> }[]): readonly KeyedHeading[] {
  return items.map(({ name }) => ({ key: { kind, name: name.value }, text: name.value }));
}

function places(page: string, headings: readonly KeyedHeading[]): Map<Kind, Map<string, string>> {
  const found = new Map<Kind, Map<string, string>>();
  const anchors = anchorsOf(headings.map(({ key, text }) => ({ key, text })));
  for (const { key } of headings) {
    if (key === undefined) continue;
    const anchor = anchors.get(key);
    const ofKind = found.get(key.kind) ?? new Map<string, string>();
    found.set(key.kind, ofKind.set(key.name, anchor === undefined ? page : `${page}#${anchor}`));
  }
  return found;
}

/** The URL of an event's page from `page`, or undefined where it has none. */
export function eventUrl(page: Page, name: string): string | undefined {
  const path = page.site.eventPages.get(name);
  if (path === undefined) return undefined;
  return page.up === "" ? path : path.slice("events/".length);
}

/** The URL of a thing that is a section of a page. */
export function placeUrl(page: Page, kind: Kind, name: string): string | undefined {
  const place = page.site.places.get(kind)?.get(name);
  return place === undefined ? undefined : page.up + place;
}

/** A link, or the text alone where there is nothing to link to. `text` is Markdown. */
export function link(text: string, url: string | undefined): string {
  return url === undefined ? text : `[${text}](${url})`;
}

export function eventLink(page: Page, name: string): string {
  return link(escapePipes(inline(name)), eventUrl(page, name));
}

export function placeLink(page: Page, kind: Kind, name: string): string {
  return link(escapePipes(inline(name)), placeUrl(page, kind, name));
}

/** The way back to the catalogue. */
export function homeLink(page: Page): string {
  return link(`${inline(page.site.plan.name.value)} tracking plan`, page.up + pages.home);
}

/** Names may hold `|`, and links stand in tables as often as outside: the escape is right in both. */
function escapePipes(markdown: string): string {
  return markdown.replaceAll("|", "\\|");
}

/** A page's text: the header, then its parts with a blank line between them. Parts that are empty are left out. */
export function printPage(plan: Plan, parts: readonly (string | undefined)[]): string {
  const header = `<!-- ${comment(generatedHeader(plan))} -->`;
  return `${[header, ...parts.filter((part) => part !== undefined && part !== "")].join("\n\n")}\n`;
}

/** A table. Cells are Markdown that is fit for cells. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** A table without the columns that no row of `all` has anything in. */
export function sparseTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  all: readonly (readonly string[])[] = rows,
): string {
  const kept = head.map((_, column) => all.some((row) => (row[column] ?? "") !== ""));
  const keep = (cells: readonly string[]) => cells.filter((_, column) => kept[column]);
  return table(keep(head), rows.map(keep));
}
