// The catalogue: what the plan is, a picture of it, and every event in a table.
import { compareText } from "../../diagnostics/diagnostic.js";
import type { Plan, PlanEvent } from "../../plan/plan.js";
import { triggerText } from "./consumers-page.js";
import { block, cell, inline } from "./escape.js";
import { anchorsOf } from "./headings.js";
import type { Listener } from "./listeners.js";
import { pictures } from "./mermaid.js";
import { stepsText, suppressionText } from "./sequences-page.js";
import { eventLink, link, type Page, pages, placeLink, printPage, type Site, sparseTable } from "./site.js";
import { durationText, firstSentence, listText, plural } from "./words.js";

/** More listeners than this are counted, not named. */
const mostListeners = 3;

/** The text of README.md. */
export function homePage(site: Site): string {
  const page: Page = { site, up: "" };
  const { plan } = site;
  const groups = eventGroups(plan);
  const picture = pictureSection(plan);
  const retired = plan.events.filter(({ status }) => status === "retired");
  return printPage(plan, [
    `# ${inline(plan.name.value)} tracking plan`,
    plan.description === undefined ? "" : block(plan.description.value),
    summary(plan),
    contents(plan),
    ...picture,
    ...events(page, groups, picture.length > 0),
    ...(retired.length === 0 ? [] : retiredEvents(page, retired)),
    ...sequences(page),
    ...consumers(page),
  ]);
}

function summary(plan: Plan): string {
  const live = plan.events.filter(({ status }) => status !== "retired");
  const states = (["planned", "deprecated", "retired"] as const).flatMap((status) => {
    const count = plan.events.filter((event) => event.status === status).length;
    return count === 0 ? [] : [`${count} ${status}`];
  });
  const active = live.filter(({ status }) => status === "active").length;
  const counts =
    plural(plan.events.length, "event") +
    (states.length === 0 ? "" : ` (${[`${active} active`, ...states].join(", ")})`);
  const owners = plan.owners.map(({ value }) => inline(value));
  return [
    `**Version** ${inline(plan.version.value)}`,
    ...(owners.length === 0 ? [] : [`**${owners.length === 1 ? "Owner" : "Owners"}** ${owners.join(", ")}`]),
    `**${counts}**`,
    ...(plan.sources.length === 0 ? [] : [plural(plan.sources.length, "source")]),
    ...(plan.consumers.length === 0 ? [] : [plural(plan.consumers.length, "consumer")]),
  ].join(" · ");
}

function contents(plan: Plan): string {
  return [
    link("Events", "#events"),
    link("People", pages.people),
    link("Types and groups", pages.types),
    ...(plan.objects.length === 0 ? [] : [link("Objects", pages.objects)]),
    ...(plan.sequences.length === 0 ? [] : [link("Sequences", pages.sequences)]),
    ...(plan.consumers.length === 0 ? [] : [link("Who listens", pages.consumers)]),
  ].join(" · ");
}

function pictureSection(plan: Plan): readonly string[] {
  const found = pictures(plan);
  if (found.length === 0) return [];
  return [
    "## Picture",
    ...found.flatMap(({ heading, note, diagram }) => [
      heading === undefined ? "" : `**${inline(heading)}**`,
      note,
      diagram === undefined ? "" : `\`\`\`mermaid\n${diagram}\n\`\`\``,
    ]),
  ];
}

/** How many events a group must have on average. */
const leastPerGroup = 3;

type EventGroup = {
  /** Undefined where all events are one group. */
  readonly name: string | undefined;
  /** Whether the name is the owner of all of them. */
  readonly byOwner: boolean;
  readonly events: readonly PlanEvent[];
};

/**
 * The live events by their first tag, or by owner, if at least half have one and the groups are not tiny; else in
 * one table. Events without it come last.
 */
function eventGroups(plan: Plan): readonly EventGroup[] {
  const live = plan.events.filter(({ status }) => status !== "retired");
  for (const by of ["tag", "owner"] as const) {
    const groups = new Map<string, PlanEvent[]>();
    const others: PlanEvent[] = [];
    for (const event of live) {
      const key = (by === "tag" ? event.tags[0] : event.owner)?.value;
      const group = key === undefined ? others : (groups.get(key) ?? []);
      group.push(event);
      if (key !== undefined) groups.set(key, group);
    }
    // Headings over a line or two each are no help.
    const tooSmall = groups.size < 2 || groups.size * leastPerGroup > live.length;
    if (tooSmall || others.length * 2 > live.length) continue;
    const named = [...groups].sort(([a], [b]) => compareText(a, b));
    return [
      ...named.map(([name, list]) => ({ name, byOwner: by === "owner", events: list })),
      ...(others.length === 0 ? [] : [{ name: "Other events", byOwner: false, events: others }]),
    ];
  }
  return live.length === 0 ? [] : [{ name: undefined, byOwner: false, events: live }];
}

function events(page: Page, groups: readonly EventGroup[], pictured: boolean): readonly string[] {
  if (groups.length === 0) return ["## Events", "The plan declares no events yet."];
  const { plan } = page.site;
  const anchors = anchorsOf([
    { key: undefined, text: `${plan.name.value} tracking plan` },
    ...(pictured ? [{ key: undefined, text: "Picture" }] : []),
    { key: undefined, text: "Events" },
    ...groups.map((group) => ({ key: group, text: group.name ?? "" })),
  ]);
  const named = groups.filter(({ name }) => name !== undefined);
  const links = named.map((group) => {
    const anchor = anchors.get(group);
    const text = inline(group.name ?? "");
    return `${link(text, anchor === undefined ? undefined : `#${anchor}`)} (${group.events.length})`;
  });
  const rows = new Map(
    groups.map((group) => [group, group.events.map((event) => eventRow(page, event, !group.byOwner))]),
  );
  const all = [...rows.values()].flat();
  return [
    "## Events",
    named.length === 0 ? "" : `By ${groups[0]?.byOwner ? "owner" : "tag"}: ${links.join(" · ")}`,
    ...groups.flatMap((group) => [
      group.name === undefined ? "" : `### ${inline(group.name)}`,
      // The same columns in every group, so that the tables can be read as one.
      sparseTable(eventColumns, rows.get(group) ?? [], all),
    ]),
  ];
}

const eventColumns = ["Event", "What it means", "Source", "Owner", "Who listens"];

function eventRow(page: Page, event: PlanEvent, withOwner: boolean): readonly string[] {
  const status = event.status === "active" ? "" : `<br>*${event.status}*`;
  return [
    eventLink(page, event.name.value) + status,
    event.description === undefined ? "" : cell(firstSentence(event.description.value)),
    event.sources.map(({ value }) => cell(value)).join(", "),
    event.owner === undefined || !withOwner ? "" : cell(event.owner.value),
    listenersText(page, page.site.listeners.get(event.name.value) ?? []),
  ];
}

function listenersText(page: Page, listeners: readonly Listener[]): string {
  const shown = listeners
    .slice(0, listeners.length > mostListeners ? mostListeners - 1 : mostListeners)
    .map(({ consumer }) => placeLink(page, "consumer", consumer.name.value));
  const more = listeners.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(", ");
}

function retiredEvents(page: Page, retired: readonly PlanEvent[]): readonly string[] {
  return [
    "## Retired events",
    "They are not sent any more. Their names can't be used again.",
    sparseTable(
      ["Event", "What it meant", "Use instead", "Reason"],
      retired.map(({ name, description, deprecated }) => [
        eventLink(page, name.value),
        description === undefined ? "" : cell(firstSentence(description.value)),
        deprecated?.replacedBy === undefined ? "" : eventLink(page, deprecated.replacedBy.value),
        deprecated?.reason === undefined ? "" : cell(deprecated.reason.value),
      ]),
    ),
  ];
}

function sequences(page: Page): readonly string[] {
  const { plan } = page.site;
  if (plan.sequences.length === 0) return [];
  return [
    "## Sequences",
    sparseTable(
      ["Sequence", "Steps", "Within", "Recovery"],
      plan.sequences.map((sequence) => [
        placeLink(page, "sequence", sequence.name.value),
        stepsText(page, sequence),
        sequence.within === undefined ? "" : cell(durationText(sequence.within.value)),
        suppressionText(page, sequence),
      ]),
    ),
  ];
}

function consumers(page: Page): readonly string[] {
  const { plan } = page.site;
  if (plan.consumers.length === 0) return [];
  return [
    "## Who listens",
    sparseTable(
      ["Consumer", "Kind", "Starts", "Waits", "Stops on", "Owner"],
      plan.consumers.map(({ name, kind, state, triggers, wait, exitsOn, owner }) => [
        placeLink(page, "consumer", name.value),
        state === undefined || state.value === "active" ? kind.value : `${kind.value}, ${state.value}`,
        listText(
          triggers.map((trigger) => triggerText(page, trigger).replace(/^Starts /, "")),
          "or",
        ),
        wait === undefined ? "" : durationText(wait.value),
        listText(
          exitsOn.map(({ value }) => eventLink(page, value)),
          "or",
        ),
        owner === undefined ? "" : cell(owner.value),
      ]),
    ),
  ];
}
