// The page of who listens: campaigns, segments, messages, and what each waits for.
import type { Consumer, ConsumerState, Message, Trigger } from "../../plan/plan.js";
import { sentence } from "../deprecation-text.js";
import { audienceText } from "./audience.js";
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
  const { kind, state, triggers } = consumer;
  const facts = [
    `Kind: ${kind.value}${state === undefined || state.value === "active" ? "" : `, ${stateWords[state.value]}`}`,
    ...triggers.map((trigger) => triggerText(page, trigger)),
    ...consumerFacts(page, consumer),
  ];
  const properties = triggers.flatMap((trigger) => (trigger.kind === "api" ? trigger.properties : []));
  return [
    `## ${inline(consumer.name.value)}`,
    consumer.description === undefined ? "" : block(consumer.description.value),
    facts.map((fact) => `- ${fact}`).join("\n"),
    propertyTable(page, "Trigger property", properties),
  ];
}

const stateWords: { readonly [state in ConsumerState]: string } = {
  active: "active",
  draft: "not started yet",
  stopped: "stopped",
};

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
  if (consumer.filters.length > 0) {
    const segments = consumer.filters.map(({ value }) => placeLink(page, "consumer", value));
    facts.push(`Only people in ${listText(segments)}`);
  }
  if (consumer.audience !== undefined) facts.push(audienceText(page, consumer.audience));
  const pulled = new Set(consumer.messages.flatMap(({ templates }) => templates.map(({ value }) => value)));
  const written = consumer.templates.filter(({ value }) => !pulled.has(value));
  if (written.length > 0) facts.push(`Sends ${listText(written.map(({ value }) => code(value)))}`);
  if (consumer.messages.length > 0)
    facts.push(["Sends:", ...consumer.messages.map(messageText)].join("\n  - "));
  if (consumer.owner !== undefined) facts.push(`Owner: ${inline(consumer.owner.value)}`);
  if (consumer.reason !== undefined) facts.push(`Reason: ${prose(sentence(consumer.reason.value))}`);
  facts.push(...consumer.unknown.map(({ value }) => `Not understood: ${prose(value)}`));
  return facts;
}

function messageText({ id, name, type, language }: Message): string {
  const what = [type.value, language?.value].filter((one) => one !== undefined).map(inline);
  return `${name === undefined ? inline(id.value) : inline(name.value)} (${what.join(", ")})`;
}
