// The head of a plan, plan.yaml: who it is, how it names things, who people are, what emits, what is generated.
import type { Span } from "../diagnostics/diagnostic.js";
import { compareText } from "../diagnostics/diagnostic.js";
import type { Context, Fields } from "./context.js";
import {
  type Convention,
  casings,
  type Identity,
  type Merge,
  type Naming,
  type Plan,
  type Source,
  sourceKinds,
  type Type,
} from "./plan.js";
import { readBreaks } from "./read-breaks.js";
import { readVersion } from "./read-lifecycle.js";
import { patternIsSound } from "./read-pattern.js";
import { readCode, readRules, readTargets } from "./read-settings.js";
import type { TypeReader } from "./read-type.js";
import type { Entry } from "./tree.js";

export const headKeys: readonly string[] = [
  "trackwright",
  "name",
  "version",
  "description",
  "owners",
  "naming",
  "identity",
  "sources",
  "destination",
  "generate",
  "code",
  "rules",
  "breaks",
];

type Head = Omit<
  Plan,
  | "folder"
  | "files"
  | "types"
  | "groups"
  | "events"
  | "people"
  | "objects"
  | "sequences"
  | "consumers"
  | "snippets"
  | "unread"
>;

/**
 * Reads the head's fields; `at` is the place of findings about what is missing; where the file is not `complete`,
 * nothing is said of that. The event that merges people may be none: events come later, and so does `checkMerge`.
 */
export function readHead(
  context: Context,
  types: TypeReader,
  fields: Fields,
  at: Span,
  complete: boolean,
): Head {
  const language = fields.get("trackwright");
  if (language !== undefined) {
    const version = context.number(language, '"trackwright"');
    if (version !== undefined && version !== 1) {
      context.error(
        "invalid-value",
        language.value.span,
        `This plan is written in version ${version} of the plan language; this Trackwright reads version 1.`,
      );
    }
  }
  const name = fields.get("name");
  // A file without its first line gets one finding, about that line.
  if (name === undefined && complete && language !== undefined)
    context.error("missing-key", at, 'The plan has no "name".', { help: 'Such as "name: acme-store".' });
  return {
    name: context.name(name, '"name"') ?? { value: "plan", span: at },
    version: readVersion(context, fields.get("version"), '"version"') ?? { value: "0.0.0", span: at },
    description: context.text(fields.get("description"), '"description"'),
    owners: context.textList(fields.get("owners"), '"owners"'),
    naming: readNaming(context, fields.get("naming")),
    identity: readIdentity(context, types, fields.get("identity"), at),
    sources: readSources(context, fields.get("sources")),
    destination: context.oneOf(fields.get("destination"), '"destination"', ["customerio"]) ?? {
      value: "customerio",
      span: at,
    },
    targets: readTargets(context, fields.get("generate"), at),
    code: readCode(context, fields.get("code")),
    rules: readRules(context, fields.get("rules")),
    breaks: readBreaks(context, fields.get("breaks")),
  };
}

function readNaming(context: Context, entry: Entry | undefined): Naming {
  const keys = ["events", "properties", "attributes"] as const;
  const fields =
    entry === undefined
      ? undefined
      : context.fields(entry.value, '"naming"', keys, 'Write "events: Title Case".');
  const read = (key: (typeof keys)[number], fallback: Convention): Convention & { readonly span?: Span } =>
    readConvention(context, fields?.get(key), `"${key}"`) ?? fallback;
  return {
    events: read("events", { casing: "Title Case" }),
    properties: read("properties", { casing: "snake_case" }),
    attributes: read("attributes", { casing: "snake_case" }),
  };
}

function readConvention(
  context: Context,
  entry: Entry | undefined,
  what: string,
): (Convention & { readonly span: Span }) | undefined {
  if (entry === undefined) return undefined;
  if (entry.value.kind !== "map") {
    const casing = context.oneOf(entry, what, casings);
    return casing === undefined ? undefined : { casing: casing.value, span: casing.span };
  }
  const fields = context.fields(entry.value, what, ["pattern"], "Write { pattern: '^[a-z]+$' }.");
  if (fields !== undefined) {
    context.missing(fields, "pattern", entry.value.span, `${what} names no casing and no pattern.`);
  }
  const pattern = context.text(fields?.get("pattern"), '"pattern"');
  if (pattern === undefined) return undefined;
  const node = fields?.get("pattern")?.value;
  if (node?.kind === "scalar" && !patternIsSound(context, node)) return undefined;
  return { pattern: pattern.value, span: pattern.span };
}

function readIdentity(context: Context, types: TypeReader, entry: Entry | undefined, at: Span): Identity {
  const keys = ["primary", "type", "also", "anonymous", "merge"];
  const fields =
    entry === undefined ? undefined : context.fields(entry.value, '"identity"', keys, 'Write "primary: id".');
  const primary = context.oneOf(fields?.get("primary"), '"primary"', ["id", "email"])?.value ?? "id";
  const typeEntry = fields?.get("type");
  const span = entry?.span ?? at;
  const fallback: Type = { kind: "string", span, ...(primary === "email" ? { format: "email" } : {}) };
  const type = typeEntry === undefined ? fallback : types.expression(typeEntry.value, "the identifier");
  if (
    typeEntry !== undefined &&
    type.kind !== "string" &&
    type.kind !== "number" &&
    type.kind !== "ref" &&
    type.kind !== "any"
  ) {
    context.error("invalid-type", typeEntry.value.span, "An identifier is text or a number.", {
      help: "Such as string, uuid or integer.",
    });
  }
  const also = fields?.get("also");
  const words = ["id", "email", "phone"] as const;
  return {
    span,
    primary,
    type: type.kind === "any" ? fallback : type,
    also:
      also === undefined
        ? []
        : context.items(also.value, '"also"').flatMap((item) => {
            const word = context.oneOf(
              { key: also.key, value: item, span: item.span },
              'An entry of "also"',
              words,
            );
            return word === undefined ? [] : [word];
          }),
    anonymous: context.name(fields?.get("anonymous"), '"anonymous"') ?? { value: "anonymous_id", span },
    merge: readMerge(context, fields?.get("merge")),
  };
}

function readMerge(context: Context, entry: Entry | undefined): Merge | undefined {
  if (entry === undefined) return undefined;
  if (entry.value.kind !== "map") {
    const word = context.oneOf(entry, '"merge"', ["on-identify", "never"]);
    return word === undefined ? undefined : { kind: word.value, span: entry.span };
  }
  const fields = context.fields(entry.value, '"merge"', ["on"], 'Write "merge: { on: Signed In }".');
  if (fields !== undefined) {
    context.missing(fields, "on", entry.value.span, '"merge" names no event.', {
      help: 'Write "merge: { on: Signed In }", on-identify or never.',
    });
  }
  const event = context.name(fields?.get("on"), '"on"');
  return event === undefined ? undefined : { kind: "on-event", event, span: entry.span };
}

/** The head without a merge on an event that is none. To be called when all events are known. */
export function checkMerge(context: Context, head: Head): Head {
  const { merge } = head.identity;
  return merge?.kind !== "on-event" || context.reference("event", merge.event, "")
    ? head
    : { ...head, identity: { ...head.identity, merge: undefined } };
}

function readSources(context: Context, entry: Entry | undefined): readonly Source[] {
  if (entry === undefined) return [];
  const keys = ["kind", "language", "paths", "include", "arrives_after", "description", "owner"];
  const entries = context.entries(entry.value, '"sources"', 'Write "backend: { kind: server }".') ?? [];
  const sources = entries.flatMap((item): Source[] => {
    if (!context.isName(item.key.text, item.key.span, "source")) return [];
    const fields = context.fields(
      item.value,
      `the source "${item.key.text}"`,
      keys,
      'Write "backend: { kind: server }".',
    );
    if (fields === undefined) return [];
    context.missing(fields, "kind", item.key.span, `The source "${item.key.text}" has no "kind".`, {
      help: `One of: ${sourceKinds.join(", ")}.`,
    });
    return [
      {
        name: { value: item.key.text, span: item.key.span },
        span: item.span,
        description: context.text(fields.get("description"), '"description"'),
        kind: context.oneOf(fields.get("kind"), '"kind"', sourceKinds) ?? {
          value: "server",
          span: item.key.span,
        },
        language: context.text(fields.get("language"), '"language"'),
        paths: context.textList(fields.get("paths"), '"paths"'),
        include: context
          .nameList(fields.get("include"), '"include"')
          .filter((group) => context.reference("group", group, "")),
        arrivesAfter: context.duration(fields.get("arrives_after"), '"arrives_after"'),
        owner: context.text(fields.get("owner"), '"owner"'),
      },
    ];
  });
  return sources.toSorted((a, b) => compareText(a.name.value, b.name.value));
}
