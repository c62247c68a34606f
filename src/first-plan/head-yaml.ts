// Writes plan.yaml of a first plan: what was guessed of the whole, and what could not be read.
import type { SuspectedCallee } from "../code/suspected-callees.js";
import type { Convention } from "../plan/plan.js";
import { conventionText } from "../rules/names.js";
import type { UnreadCall } from "./gather.js";
import type { GuessedIdentity } from "./identity.js";
import type { GuessedSource } from "./sources.js";
import { commentText, nameText } from "./yaml.js";

export type HeadFacts = {
  readonly name: string;
  readonly naming: {
    readonly events: Convention;
    readonly properties: Convention;
    readonly attributes: Convention;
  };
  readonly identity: GuessedIdentity;
  readonly sources: readonly GuessedSource[];
  /** Rules about names that follow no convention. */
  readonly off: readonly string[];
  /** Rules that are warnings for now. */
  readonly lowered: readonly string[];
  /** Names that a plan can't hold, or no target tells apart. */
  readonly leftOut: readonly string[];
  readonly unread: readonly UnreadCall[];
  readonly lineOf: (call: UnreadCall) => number;
  readonly doubtful: number;
  readonly presets: readonly string[];
  /** What looks like functions that send events, and leads to nothing that is known. */
  readonly suspects: readonly SuspectedCallee[];
  /** `4 calls in 2 of 9 files`. */
  readonly madeFrom: string;
};

/** So many calls are listed; `trackwright scan` lists all. */
const listLimit = 40;

export function headYaml(facts: HeadFacts): string {
  const { name, naming, identity, sources, lowered, madeFrom } = facts;
  return `${[
    "# yaml-language-server: $schema=../node_modules/trackwright/schema/plan.schema.json",
    `# A first plan, written by \`trackwright init --from-code\` from`,
    `# ${madeFrom}. It says what the code sends, not what it should send: add descriptions`,
    "# and owners, decide what is doubtful, and take out what nobody needs.",
    "trackwright: 1",
    `name: ${nameText(name)}`,
    "version: 0.1.0",
    "",
    "# How most of the names are written.",
    "naming:",
    `  events: ${conventionText(naming.events)}`,
    `  properties: ${conventionText(naming.properties)}`,
    `  attributes: ${conventionText(naming.attributes)}`,
    "",
    "# Who an event belongs to.",
    "identity:",
    `  primary: ${identity.primary}`,
    `  type: ${identity.type}`,
    ...(identity.also.length === 0 ? [] : [`  also: [${identity.also.join(", ")}]`]),
    "  anonymous: anonymous_id",
    ...sourceLines(sources),
    "",
    "generate:",
    "  typescript: generated/typescript",
    "  json-schema: generated/schemas",
    "  markdown: generated/docs",
    ...codeLines(facts.presets, facts.suspects),
    ...ruleLines(lowered, facts.off),
    ...leftOutLines(facts.leftOut),
    ...unreadLines(facts),
  ].join("\n")}\n`;
}

function sourceLines(sources: readonly GuessedSource[]): readonly string[] {
  if (sources.length === 0) return [];
  return [
    "",
    "# The systems that send events: a package each, and a guess at what it is.",
    "sources:",
    ...sources.flatMap(({ name, kind, language, paths }) => [
      `  ${nameText(name)}:`,
      `    kind: ${kind}`,
      `    language: ${language}`,
      `    paths: [${paths.map((path) => JSON.stringify(path)).join(", ")}]`,
    ]),
  ];
}

function codeLines(presets: readonly string[], suspects: readonly SuspectedCallee[]): readonly string[] {
  const calls = suspects.flatMap(({ entry, calls: [first, ...others] }) =>
    entry === undefined || first === undefined
      ? []
      : [`  ${entry} # ${others.length + 1} in the code, the first in ${commentText(first.span.file)}`],
  );
  return [
    ...(presets.length === 0
      ? []
      : [
          "",
          "# The libraries whose calls are held to the plan: all that the code calls. Take out those of products that have a plan",
          "# of their own, and the events that only they are told.",
          "code:",
          `  presets: [${presets.join(", ")}]`,
        ]),
    ...(calls.length === 0
      ? []
      : [
          ...(presets.length === 0 ? [""] : []),
          "# Functions that look as if they sent events, and lead to nothing that is known. Keep those that do, without their",
          `# "# ", and \`trackwright scan\` finds their events.`,
          ...(presets.length === 0 ? ["# code:"] : []),
          "#   calls:",
          ...limited(calls),
        ]),
  ];
}

function ruleLines(lowered: readonly string[], off: readonly string[]): readonly string[] {
  const none =
    off.length === 0
      ? []
      : [
          "  # Not half of the names follow one casing. Choose one under `naming`, and take this out.",
          ...off.map((rule) => `  ${rule}: off`),
        ];
  if (lowered.length === 0) return none.length === 0 ? [] : ["", "rules:", ...none];
  return [
    "",
    "# Errors in a plan that people wrote, and warnings as long as this one is a draft. Take a line out when its findings",
    "# are mended: `trackwright explain RULE` tells what each costs.",
    "rules:",
    ...lowered.map((rule) => `  ${rule}: warning`),
    ...none,
  ];
}

function leftOutLines(names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  return [
    "",
    "# Sent by the code, and left out, since a plan can't hold the name or the generated code can't tell it from another:",
    ...limited(names.map((name) => commentText(JSON.stringify(name)))),
  ];
}

function unreadLines({ unread, lineOf, doubtful }: HeadFacts): readonly string[] {
  const lines = unread.map((call) => {
    const { file } = call.emission.span;
    return commentText(`${file}:${lineOf(call)} ${call.emission.call}: ${call.reason}`);
  });
  return [
    ...(lines.length === 0
      ? []
      : ["", "# Calls whose event is not known, or not wholly, from the code:", ...limited(lines)]),
    ...(doubtful === 0
      ? []
      : [
          "",
          `# ${doubtful === 1 ? "One call" : `${doubtful} calls`} that may send nothing at all ${doubtful === 1 ? "is" : "are"} left out. \`trackwright scan\` lists ${doubtful === 1 ? "it" : "them"}.`,
        ]),
  ];
}

function limited(lines: readonly string[]): readonly string[] {
  const more = lines.length - listLimit;
  return [
    ...lines.slice(0, listLimit).map((line) => `#   ${line}`),
    ...(more > 0 ? [`#   and ${more} more: \`trackwright scan\` lists all.`] : []),
  ];
}
