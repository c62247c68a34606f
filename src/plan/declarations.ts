// Gathers what the files of a plan declare, section by section, before anything is resolved.
import type { SourceFile, Span } from "../diagnostics/diagnostic.js";
import { meantWord } from "../diagnostics/did-you-mean.js";
import { letterPattern } from "../diagnostics/letters.js";
import { builtInTypes } from "./built-in-types.js";
import type { Context, Fields, NameKind } from "./context.js";
import { eventKeys } from "./read-events.js";
import { headKeys } from "./read-head.js";
import { type ReadFile, readFile, type Unread } from "./recover.js";
import { type Entry, isEmpty, shorten, type TreeNode } from "./tree.js";

/** The sections whose entries are names, and the kind of those names. */
const namedSections = {
  types: "type",
  groups: "group",
  events: "event",
  objects: "object",
  sequences: "sequence",
  consumers: "consumer",
} as const satisfies Record<string, NameKind>;
type NamedSection = keyof typeof namedSections;

const bodyKeys: readonly string[] = [...Object.keys(namedSections), "people"];

export type Declarations = {
  readonly head: Fields;
  /** The place of findings about what the head lacks. */
  readonly headSpan: Span;
  readonly entries: Readonly<Record<NamedSection, readonly Entry[]>>;
  readonly people: readonly TreeNode[];
  /** False where a part of the head's file could not be read: what it lacks may be there. */
  readonly headComplete: boolean;
  /** False where a part of `people` could not be read. */
  readonly peopleComplete: boolean;
};

/**
 * Reads every file with `read`, fills the context's names, and reports what is defined twice or stands in the wrong
 * place.
 */
export function declare(
  context: Context,
  files: readonly SourceFile[],
  headFile: string,
  read: (file: SourceFile) => ReadFile = readFile,
): Declarations {
  const entries: Record<NamedSection, Entry[]> = {
    types: [],
    groups: [],
    events: [],
    objects: [],
    sequences: [],
    consumers: [],
  };
  const people: TreeNode[] = [];
  const unread: Unread[] = [];
  let head: Fields = new Map();
  let headComplete = true;
  let headSpan: Span = { file: headFile, start: 0, end: 0 };
  for (const file of files) {
    if (file.path.endsWith(".json")) continue;
    const { root, problems, unread: lost } = read(file);
    unread.push(...lost);
    for (const problem of problems) {
      context.error(
        problem.rule,
        problem.span,
        problem.message,
        problem.help === undefined ? {} : { help: problem.help },
      );
    }
    const isHead = file.path === headFile;
    const fields = readSections(context, file, root, isHead, problems.length > 0);
    if (isHead) {
      head = fields;
      headSpan = fields.get("trackwright")?.span ?? firstLine(file);
      headComplete = problems.length === 0 && (root === undefined || root.kind === "map");
    }
    for (const section of Object.keys(namedSections)) {
      if (isNamed(section)) entries[section].push(...(sectionEntries(context, fields.get(section)) ?? []));
    }
    const peopleEntry = fields.get("people");
    if (peopleEntry !== undefined) people.push(peopleEntry.value);
  }
  noteUnread(context, unread);
  const unique: Record<NamedSection, readonly Entry[]> = { ...entries };
  entries.events = [...eventsAlone(context, entries.events)];
  for (const section of Object.keys(namedSections)) {
    if (isNamed(section)) unique[section] = nameAll(context, namedSections[section], entries[section]);
  }
  for (const event of unique.events) noteAliases(context, event);
  const sources = head.get("sources");
  if (sources !== undefined && sources.value.kind !== "map" && !isEmpty(sources.value))
    context.unknown.add("source");
  for (const entry of sources?.value.kind === "map" ? sources.value.entries : []) {
    if (!context.names.source.has(entry.key.text)) context.names.source.set(entry.key.text, entry.key.span);
  }
  const peopleComplete = unread.every(({ section }) => !mayBeAny(section) && section !== "people");
  return { head, headSpan, headComplete, entries: unique, people, peopleComplete };
}

function isNamed(section: string): section is NamedSection {
  return Object.hasOwn(namedSections, section);
}

function readSections(
  context: Context,
  file: SourceFile,
  root: TreeNode | undefined,
  isHead: boolean,
  broken: boolean,
): Fields {
  if (root !== undefined && root.kind !== "map") {
    context.error(
      "invalid-value",
      root.span,
      `A file of the plan is a mapping of sections such as "events:", not ${root.kind === "list" ? "a list" : "text"}.`,
    );
    return new Map();
  }
  const fields = new Map<string, Entry>();
  for (const entry of joined(context, root?.entries ?? [])) {
    if (!isHead && headKeys.includes(entry.key.text)) {
      context.error(
        "unknown-key",
        entry.key.span,
        `"${entry.key.text}" belongs into the plan's head, plan.yaml.`,
        {
          help: `The sections of this file: ${bodyKeys.join(", ")}.`,
        },
      );
    } else fields.set(entry.key.text, entry);
  }
  const known = isHead ? [...headKeys, ...bodyKeys] : bodyKeys;
  const unknown = [...fields.values()].filter((entry) => !known.includes(entry.key.text));
  if (unknown.length > 0) {
    const span = { file: file.path, start: unknown[0]?.span.start ?? 0, end: unknown.at(-1)?.span.end ?? 0 };
    context.fields(
      { kind: "map", entries: unknown, span },
      isHead ? "the plan" : "a file of the plan",
      known,
      "",
    );
    expectNames(context, unknown, known);
  }
  if (isHead && !broken && !fields.has("trackwright")) {
    context.error(
      "missing-head",
      firstLine(file),
      'plan.yaml does not say "trackwright: 1", the version of the plan language.',
      {
        help: 'Begin the file with "trackwright: 1" and "name: …".',
      },
    );
  }
  return fields;
}

/** The entries of a file; a section that stands there twice is a mistake, and what both hold counts. */
function joined(context: Context, entries: readonly Entry[]): readonly Entry[] {
  const unique = context.uniqueKeys(entries);
  if (unique.length === entries.length) return entries;
  return unique.map((entry) => {
    if (!isNamed(entry.key.text) || entry.value.kind !== "map") return entry;
    const inAll = entries.flatMap(({ key, value }) =>
      key.text === entry.key.text && value.kind === "map" ? value.entries : [],
    );
    return { ...entry, value: { ...entry.value, entries: inAll } };
  });
}

/** A section under a name that is none may declare what others refer to: those references stay silent. */
function expectNames(context: Context, unknown: readonly Entry[], known: readonly string[]): void {
  for (const { key, value } of unknown) {
    const meant = meantWord(key.text, known);
    if (meant !== undefined && isNamed(meant)) context.unknown.add(namedSections[meant]);
    else if (meant === "sources") context.unknown.add("source");
    else if (meant === undefined && value.kind === "map") context.expectUnknownNames();
  }
}

function sectionEntries(context: Context, entry: Entry | undefined): readonly Entry[] | undefined {
  if (entry === undefined || isEmpty(entry.value)) return undefined;
  const before = context.collector.size;
  const entries = context.entries(
    entry.value,
    `"${entry.key.text}"`,
    "Write one name a line, and below each what it is.",
  );
  // A section that is no mapping declares nothing that could be told: references into it stay silent.
  if (entries === undefined && context.collector.size > before && isNamed(entry.key.text)) {
    context.unknown.add(namedSections[entry.key.text]);
  }
  return entries;
}

/** Leaves out the keys of an event that stand where the names of events do, with a finding for each. */
function eventsAlone(context: Context, events: readonly Entry[]): readonly Entry[] {
  let isCommented = false;
  return events.filter((entry, index) => {
    const { key, value } = entry;
    // The rest of an event whose name is a comment.
    if (isCommented && eventKeys.includes(key.text)) return false;
    isCommented = false;
    // An event may be called that, as long as it looks like one.
    if (!eventKeys.includes(key.text) || isEmpty(value)) return true;
    if (value.kind === "map" && value.entries.some((inner) => eventKeys.includes(inner.key.text)))
      return true;
    // The name itself may have become a comment, which is told where the entry is read.
    if (
      /(?:^|\n)[ \t]*#[^\n]*:[ \t]*\r?\n[ \t]*$/.test(
        context.textOf(key.span.file).slice(Math.max(0, key.span.start - 500), key.span.start),
      )
    ) {
      isCommented = true;
      return true;
    }
    const above = events[index - 1]?.key;
    const owner = above !== undefined && above.span.file === key.span.file ? above.text : undefined;
    if (owner !== undefined) context.incompleteEvents.add(owner);
    context.error("invalid-value", key.span, `"${key.text}" stands where the names of events do.`, {
      help: `If it belongs to ${owner === undefined ? "an event" : `"${shorten(owner)}"`}, indent it deeper than that event's name.`,
      ...(owner !== undefined && { event: owner }),
      related:
        above !== undefined && owner !== undefined ? [{ message: "the event above", span: above.span }] : [],
    });
    return false;
  });
}

/** Registers names; a name that was there before is a finding with both places. */
export function nameAll(context: Context, kind: NameKind, entries: readonly Entry[]): readonly Entry[] {
  const names = context.names[kind];
  return entries.filter((entry) => {
    const name = entry.key.text;
    if (!context.isName(name, entry.key.span, kind)) return false;
    if (kind === "type" && !isTypeName(context, entry)) return false;
    const first = names.get(name);
    if (first === undefined) {
      names.set(name, entry.key.span);
      return true;
    }
    context.error("duplicate-definition", entry.key.span, `The ${kind} "${name}" is defined twice.`, {
      related: [{ message: "first here", span: first }],
      help: "Keep one, or give the other a name of its own.",
      ...(kind === "event" ? { event: name } : {}),
    });
    return false;
  });
}

const typeName = letterPattern(String.raw`^[\p{L}_][\p{L}\p{N}_.-]*$`);

function isTypeName(context: Context, { key }: Entry): boolean {
  if (builtInTypes.includes(key.text) || key.text === "enum" || key.text === "map") {
    context.error("invalid-value", key.span, `"${key.text}" is a built-in type and can't be declared.`, {
      help: "Choose another name; by custom a type's name is in PascalCase.",
    });
    return false;
  }
  if (typeName(key.text).test(key.text)) return true;
  // Whoever refers to it writes it as it looks.
  context.unread.type.add(key.text.trim());
  context.error("invalid-value", key.span, `"${shorten(key.text)}" can't be the name of a type.`, {
    help: "A type's name begins with a letter and goes on with letters, digits, _ . and -.",
  });
  return false;
}

/** Whether what was lost may hold any section: a part of a file without a name, or with one that is none. */
function mayBeAny(section: string | undefined): boolean {
  return section === undefined || ![...bodyKeys, ...headKeys].includes(section);
}

function noteUnread(context: Context, unread: readonly Unread[]): void {
  for (const { section, name, more } of unread) {
    if (section === undefined || mayBeAny(section)) context.expectUnknownNames();
    else if (section === "sources" || isNamed(section)) {
      const kind = section === "sources" ? "source" : namedSections[section];
      if (name === undefined || more === true) context.unknown.add(kind);
      if (name !== undefined) context.unread[kind].add(name);
    }
  }
}

/** Wrong spellings help to say what was meant, long before the event itself is read. */
function noteAliases(context: Context, event: Entry): void {
  for (const alias of aliasesOf(event)) {
    if (!context.aliases.has(alias)) context.aliases.set(alias, event.key.text);
  }
}

/** The wrong spellings that an event lists, as they are written. */
export function aliasesOf({ value }: Entry): readonly string[] {
  const aliases = value.kind === "map" ? value.entries.find(({ key }) => key.text === "aliases") : undefined;
  if (aliases === undefined) return [];
  const items = aliases.value.kind === "list" ? aliases.value.items : [aliases.value];
  return items.flatMap((item) => (item.kind === "scalar" ? [item.text] : []));
}

function firstLine(file: SourceFile): Span {
  const newline = file.text.search(/[\r\n]/);
  return { file: file.path, start: 0, end: newline < 0 ? file.text.length : newline };
}
