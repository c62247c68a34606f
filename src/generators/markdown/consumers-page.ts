// The page of who listens: campaigns, segments, messages, and what each waits for.
import type { Consumer, Trigger } from "../../plan/plan.js";
import { sentence } from "../deprecation-text.js";
import { block, code, inline, prose } from "./escape.js";
import { propertyTable } from "./property-table.js";
import { eventLink, homeLink, type Page, placeLink, printPage, type Site, titles } from "./site.js";
import { durationText, listText } from "./words.js";

/** The text of consumers.md. */
export function consumersPage(site: Site): string {
  const page: Page = { site, up: "" };
  return printPage(site.plan, [
    homeLink(page),
    `# ${titles.consumers[0]}`,
    "What starts, waits and stops in Customer.io because of this plan.",
    ...site.plan.consumers.flatMap((consumer) => section(page, consumer)),
  ]);
}

function section(page: Page, consumer: Consumer): readonly string[] {
  const { trigger } = consumer;
  const facts = [
    `Kind: ${consumer.kind.value}`,
    ...(trigger === undefined ? [] : [triggerText(page, trigger)]),
    ...consumerFacts(page, consumer),
  ];
  return [
    `## ${inline(consumer.name.value)}`,
    consumer.description === undefined ? "" : block(consumer.description.value),
    facts.map((fact) => `- ${fact}`).join("\n"),
    trigger?.kind === "api" ? propertyTable(page, "Trigger property", trigger.properties) : "",
  ];
}

/** What starts the consumer, as one sentence. */
export function triggerText(page: Page, trigger: Trigger): string {
  switch (trigger.kind) {
    case "event":
      return `Starts on ${eventLink(page, trigger.event)}`;
    case "segment":
      return `Starts on entering the segment ${placeLink(page, "consumer", trigger.segment)}`;
    case "date":
      return `Starts on the date in ${code(trigger.attribute)}`;
    case "object":
      return `Starts on ${placeLink(page, "object", trigger.object)}`;
    case "api":
      return "Starts when the API is called";
  }
}

/** What else is known about the consumer, beside its trigger: items of a list, some with a list of their own. */
export function consumerFacts(page: Page, consumer: Consumer): readonly string[] {
  const facts: string[] = [];
  if (consumer.wait !== undefined) facts.push(`Waits ${durationText(consumer.wait.value)}`);
  if (consumer.exitsOn.length > 0) {
    facts.push(
      `Stops on ${listText(
        consumer.exitsOn.map(({ value }) => eventLink(page, value)),
        "or",
      )}`,
    );
  }
  const conditions = consumer.conditions.map(({ value }) => code(value.text));
  if (conditions.length === 1) facts.push(`Only if ${conditions.join("")}`);
  // A condition may hold an "and" or "or" of its own, which must not be read together with ours.
  if (conditions.length > 1) facts.push(["Only if all of these hold:", ...conditions].join("\n  - "));
  if (consumer.templates.length > 0) {
    facts.push(`Sends ${listText(consumer.templates.map(({ value }) => code(value)))}`);
  }
  if (consumer.owner !== undefined) facts.push(`Owner: ${inline(consumer.owner.value)}`);
  if (consumer.reason !== undefined) facts.push(`Reason: ${prose(sentence(consumer.reason.value))}`);
  return facts;
}
