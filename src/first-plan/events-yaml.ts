// Writes the events that were found in code as the plan language does.
import { compareText } from "../diagnostics/diagnostic.js";
import type { FoundEvent } from "./gather.js";
import { eventIdentity, type GuessedIdentity } from "./identity.js";
import { payloadOf } from "./payload.js";
import { propertyLines } from "./type-yaml.js";
import { commentText, isWritable, nameText } from "./yaml.js";

/** An event as it goes into the plan: with the calls of its other spellings. */
export type PlannedEvent = FoundEvent & {
  readonly aliases: readonly string[];
  /** What it looks like, and may be the same as. */
  readonly lookalike: string | undefined;
};

export type EventContext = {
  readonly identity: GuessedIdentity;
  readonly sourceOf: (file: string) => string | undefined;
};

/** So many files are named above an event. */
const filesNamed = 3;

/** The text of a file of events. */
export function eventsYaml(events: readonly PlannedEvent[], context: EventContext): string {
  return `events:\n${events.map((event) => eventLines(event, context).join("\n")).join("\n\n")}\n`;
}

function eventLines(event: PlannedEvent, { identity, sourceOf }: EventContext): readonly string[] {
  const { name, emissions, sent, aliases, lookalike } = event;
  const files = [...new Set(emissions.map(({ span }) => span.file))].sort(compareText);
  const sources = [...new Set(files.flatMap((file) => sourceOf(file) ?? []))].sort(compareText);
  const { properties, open } = payloadOf(sent);
  const writable = properties.filter((property) => isWritable(property.name));
  const who = eventIdentity(emissions, identity);
  const methods = new Set(emissions.map(({ method }) => method));
  const call = methods.has("track") ? undefined : methods.has("page") ? "page" : "screen";
  const body = [
    ...(call === undefined ? [] : [`call: ${call}`]),
    ...sourceLines(sources),
    ...(who === undefined ? [] : [`identity: ${who}`]),
    ...(aliases.length === 0 ? [] : [`aliases: [${aliases.map((one) => JSON.stringify(one)).join(", ")}]`]),
    ...(open ? ["open: true # some calls send what can't be read from the code"] : []),
    ...(writable.length === 0
      ? []
      : ["properties:", ...writable.flatMap((property) => propertyLines(property, "  "))]),
  ];
  const doubt = emissions.every((emission) => emission.doubt !== undefined) ? emissions[0]?.doubt : undefined;
  return [
    `  # ${commentText(placesText(files))}`,
    ...(doubt === undefined ? [] : [`  # It may be no event: ${commentText(doubt)}.`]),
    ...(lookalike === undefined
      ? []
      : [
          `  # It ${commentText(lookalike)}: if they mean the same, keep one and list the other under its aliases.`,
        ]),
    `  ${nameText(name)}:${body.length === 0 ? " {}" : ""}`,
    ...body.map((line) => `    ${line}`),
  ];
}

function sourceLines(sources: readonly string[]): readonly string[] {
  if (sources.length === 0) return [];
  if (sources.length === 1) return [`source: ${sources[0]}`];
  return [
    "source:",
    `  names: [${sources.join(", ")}]`,
    "  because: The code of each sends it. Decide which one counts.",
  ];
}

function placesText(files: readonly string[]): string {
  const named = files.slice(0, filesNamed).join(", ");
  const more = files.length - filesNamed;
  return more > 0 ? `${named} and ${more} more` : named;
}
