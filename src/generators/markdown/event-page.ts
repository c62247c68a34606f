// The page of one event: what it means, where it comes from, what it carries, and who listens.

import { arrivalOf, arrivesTooLate } from "../../plan/arrival.js";
import type { Consumer, PlanEvent, Sequence } from "../../plan/plan.js";
import { codeCall, exampleJson } from "../code-call.js";
import { sentence } from "../deprecation-text.js";
import { consumerFacts } from "./consumers-page.js";
import { block, cell, codeInCell, inline, prose } from "./escape.js";
import { readersOfProperty, sequencesOf } from "./listeners.js";
import { propertyTable, retiredLine, templateLine } from "./property-table.js";
import {
  eventLink,
  eventUrl,
  homeLink,
  link,
  type Page,
  placeLink,
  printPage,
  type Site,
  table,
} from "./site.js";
import { durationText, identityText, listText, pathText } from "./words.js";

/** The text of an event's page, which lies one folder below the catalogue. */
export function eventPage(site: Site, event: PlanEvent): string {
  const page: Page = { site, up: "../" };
  const { plan } = site;
  const retired = event.status === "retired";
  return printPage(plan, [
    homeLink(page),
    `# ${inline(event.name.value)}`,
    lifecycle(page, event),
    event.description === undefined ? undefined : block(event.description.value),
    retired ? undefined : facts(page, event),
    ...(retired ? [] : properties(page, event)),
    ...listeners(page, event),
    ...(retired ? [] : examples(site, event)),
  ]);
}

/** What a status means for who reads the page, as GitHub's alert. */
function lifecycle(page: Page, event: PlanEvent): string | undefined {
  const { since, replacedBy, removeAfter, reason } = event.deprecated ?? {};
  const why = reason === undefined ? [] : [prose(sentence(reason.value))];
  const instead = replacedBy === undefined ? [] : [`Use ${eventLink(page, replacedBy.value)} instead.`];
  const alert = (kind: string, sentences: readonly string[]) => `> [!${kind}]\n> ${sentences.join(" ")}`;
  switch (event.status) {
    case "active":
      return undefined;
    case "planned":
      return alert("NOTE", [
        "**Planned.** It can be built, and is not sent everywhere yet: no message should depend on it.",
      ]);
    case "deprecated":
      return alert("WARNING", [
        since === undefined ? "**Deprecated.**" : `**Deprecated since ${inline(since.value)}.**`,
        ...instead,
        ...(removeAfter === undefined ? [] : [`It will be removed after ${inline(removeAfter.value)}.`]),
        ...why,
      ]);
    case "retired":
      return alert("CAUTION", [
        since === undefined ? "**Retired.**" : `**Retired since ${inline(since.value)}.**`,
        "It is not sent any more, and its name can't be used again.",
        ...instead,
        ...why,
      ]);
  }
}

function facts(page: Page, event: PlanEvent): string {
  const { plan } = page.site;
  const rows: [string, string][] = [];
  const sources = event.sources.map(({ value }) => {
    const source = plan.sources.find(({ name }) => name.value === value);
    const kind = [source?.kind.value, source?.language?.value].filter((part) => part !== undefined);
    return cell(value) + (kind.length > 0 ? ` (${cell(kind.join(", "))})` : "");
  });
  if (sources.length > 0) {
    const because = event.because === undefined ? "" : `<br>${cell(sentence(event.because.value))}`;
    rows.push(["Sent by", listText(sources) + because]);
  }
  if (event.owner !== undefined) rows.push(["Owner", cell(event.owner.value)]);
  rows.push(["About", identityText(plan, event.identity)]);
  if (event.about.length > 0) {
    rows.push(["Belongs to", listText(event.about.map(({ value }) => placeLink(page, "object", value)))]);
  }
  if (event.timestamp !== undefined) {
    const { value } = event.timestamp;
    rows.push([
      "Happened at",
      value === "now" ? "The moment of sending." : codeInCell(pathText(value.property)),
    ]);
  }
  const arrival = arrivalOf(event, page.site.sources);
  if (arrival !== undefined) {
    const stale = arrivesTooLate(event, page.site.sources, (name) => page.site.types.get(name)?.type)
      ? " Too late to start a campaign: Customer.io starts none by an event that is more than 72 hours old."
      : "";
    rows.push(["Arrives", `${durationText(arrival.value)} after it happened, or later.${stale}`]);
  }
  if (event.idempotencyKey.length > 0) {
    const key = listText(event.idempotencyKey.map(({ value }) => codeInCell(pathText(value))));
    rows.push(["Counted once per", `${key}: the same value is the same event, and a repeat is ignored.`]);
  }
  if (event.call !== "track") rows.push(["Sent as", `A ${event.call} call.`]);
  if (event.tags.length > 0) rows.push(["Tags", event.tags.map(({ value }) => cell(value)).join(", ")]);
  if (event.aliases.length > 0) {
    rows.push(["Wrong spellings seen", event.aliases.map(({ value }) => codeInCell(value)).join(", ")]);
  }
  return table(["Name", codeInCell(event.name.value)], rows);
}

function properties(page: Page, event: PlanEvent): readonly string[] {
  const listeners = page.site.listeners.get(event.name.value) ?? [];
  const shown = propertyTable(page, "Property", event.properties, (property) => {
    const readers = readersOfProperty(event.name.value, listeners, property.name.value);
    return readers.length === 0
      ? undefined
      : `Read by ${listText(readers.map(({ name }) => placeLink(page, "consumer", name.value)))}.`;
  });
  const rest =
    event.open === false
      ? shown === ""
        ? "It has no properties."
        : ""
      : shown === ""
        ? "Any properties may be sent."
        : "Other properties may be sent too.";
  const reading = templateLine("event", event.properties);
  return ["## Properties", shown, reading, rest, retiredLine("property", event.properties)];
}

function examples(site: Site, event: PlanEvent): readonly string[] {
  const callable = !event.properties.some(({ required, status }) => required && status !== "retired");
  if (event.examples.length === 0 && !(site.typescript && callable)) return [];
  const many = event.examples.length > 1;
  const parts = event.examples.map((example, index) => {
    const json = fence("json", exampleJson(example.value));
    return [
      ...(many ? [`### Example ${index + 1}`] : []),
      json,
      ...(site.typescript ? ["In code:", fence("ts", codeCall(event, example.value))] : []),
    ].join("\n\n");
  });
  if (parts.length === 0) parts.push(`In code:\n\n${fence("ts", codeCall(event, undefined))}`);
  return [many ? "## Examples" : "## Example", ...parts];
}

/** A fenced block; the fence is longer than any run of backticks in the text. */
function fence(language: string, text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const marks = "`".repeat(longest + 1);
  return `${marks}${language}\n${text}\n${marks}`;
}

function listeners(page: Page, event: PlanEvent): readonly string[] {
  const { site } = page;
  const found = site.listeners.get(event.name.value) ?? [];
  const sequences = sequencesOf(site.plan, event.name.value);
  if (found.length === 0 && sequences.length === 0) {
    return event.status === "retired" ? [] : ["## Who listens", "Nobody in this plan."];
  }
  const starting = found.filter(({ starts }) => starts).map(({ consumer }) => consumer);
  const stopping = found.filter(({ starts, stops }) => stops && !starts).map(({ consumer }) => consumer);
  const counting = found.filter(({ counts }) => counts).map(({ consumer }) => consumer);
  return [
    "## Who listens",
    starting.map((consumer) => startingItem(page, consumer)).join("\n"),
    stopping.length === 0
      ? ""
      : `- It stops ${listText(stopping.map((consumer) => consumerName(page, consumer)))}.`,
    counting.length === 0
      ? ""
      : `- It decides who is in ${listText(counting.map((consumer) => consumerName(page, consumer)))}.`,
    sequences.map((sequence) => sequenceItem(page, sequence, event)).join("\n"),
  ];
}

function consumerName(page: Page, consumer: Consumer): string {
  return `**${placeLink(page, "consumer", consumer.name.value)}** (${consumer.kind.value})`;
}

function startingItem(page: Page, consumer: Consumer): string {
  const facts = consumerFacts(page, consumer).map((fact) => `  - ${fact.replaceAll("\n", "\n  ")}`);
  return [`- ${consumerName(page, consumer)} starts on it.`, ...facts].join("\n");
}

function sequenceItem(page: Page, sequence: Sequence, event: PlanEvent): string {
  const name = placeLink(page, "sequence", sequence.name.value);
  const step = sequence.steps.findIndex(({ value }) => value === event.name.value);
  const steps = sequence.steps.map(({ value }, index) =>
    index === step ? `**${inline(value)}**` : link(inline(value), eventUrl(page, value)),
  );
  const position = step < 0 ? "" : ` step ${step + 1} of ${steps.length}: ${steps.join(" → ")}.`;
  const { suppress } = sequence;
  const stop =
    suppress?.on.value === event.name.value
      ? ` It stops the recovery message${
          suppress.wait === undefined ? "" : `, which waits ${durationText(suppress.wait.value)}`
        }.`
      : "";
  return `- In the sequence **${name}**${position === "" ? "." : `,${position}`}${stop}`;
}
