// Files -> plan: resolves what was declared, checks what only the whole can tell, sorts and freezes.
import type { Diagnostic, SourceFile, Span } from "../diagnostics/diagnostic.js";
import { compareDiagnostics, compareText } from "../diagnostics/diagnostic.js";
import { letterPattern } from "../diagnostics/letters.js";
import { checkFiniteTypes } from "./circular.js";
import { Context } from "./context.js";
import { type Declarations, declare } from "./declarations.js";
import { holdsOnlyEvents, readAtOnce, readEventFile } from "./event-files.js";
import { mergeConsumers } from "./merge-consumers.js";
import type { NamedType, Plan, PlanEvent, Type } from "./plan.js";
import { readEvent, readGroup } from "./read-events.js";
import { checkMerge, readHead } from "./read-head.js";
import { readConsumer, readSequence } from "./read-listeners.js";
import { readObject, readPeople } from "./read-people.js";
import { readPulled } from "./read-pulled.js";
import { TypeReader } from "./read-type.js";
import type { Sharing } from "./sharing.js";
import type { Entry } from "./tree.js";
import { UnreadNotes } from "./unread.js";

/** How a plan is made. */
export type LoadOptions = {
  /** Freezing is for those who hand the plan on, and takes a tenth of the time; true where it is not said. */
  readonly frozen?: boolean;
  /** What earlier loads of nearly the same plan have read. */
  readonly sharing?: Sharing | undefined;
};

/**
 * Makes a plan of the texts of its files. `headFile` is the path of plan.yaml among them. The plan is as complete
 * as the files allow; every mistake of every file is among the findings, sorted by place. `incomplete` says that
 * there are files which are not among these: a name that seems to be nowhere may be there.
 */
export function assemblePlan(
  files: readonly SourceFile[],
  folder: string,
  headFile: string,
  options: AssembleOptions = {},
): Assembled {
  const place = { folder, headFile };
  const later = files.filter((file) => file.path !== headFile && holdsOnlyEvents(file));
  try {
    return assemble(files, place, options, options.incomplete === true ? [] : later);
  } catch (thrown) {
    if (thrown !== readAtOnce) throw thrown;
    return assemble(files, place, options, []);
  }
}

type AssembleOptions = LoadOptions & { readonly incomplete?: boolean };
type Assembled = { readonly plan: Plan; readonly diagnostics: readonly Diagnostic[] };

/** `later` are the files that are read when their events are; one that is no such file throws `readAtOnce`. */
function assemble(
  files: readonly SourceFile[],
  { folder, headFile }: { readonly folder: string; readonly headFile: string },
  { incomplete = false, frozen = true, sharing }: AssembleOptions,
  later: readonly SourceFile[],
): Assembled {
  const context = new Context(files);
  if (incomplete) context.expectUnknownNames();
  const isLater = new Set(later);
  const first = files.filter((file) => !isLater.has(file));
  const declared = declare(context, first, headFile, sharing?.reader);
  const unread = new UnreadNotes(context);
  unread.declared(declared.peopleComplete);
  const named = new NamedTypes(declared.entries.types);
  const lookup = (name: string): Type | undefined => named.type(name);
  const types = new TypeReader(context, lookup);
  named.reader = types;

  const namedTypes = unread.shared(() => readTypes(context, declared, named, sharing));
  const sources = declared.head.get("sources")?.span;
  const written = unread.shared(
    () => readHead(context, types, declared.head, declared.headSpan, declared.headComplete),
    ({ file, start, end }) => file === sources?.file && sources.start <= start && end <= sources.end,
  );
  const groups = unread.shared(() =>
    sorted(declared.entries.groups.flatMap((entry) => readGroup(context, types, entry) ?? [])),
  );
  const objects = sorted(
    declared.entries.objects.flatMap((entry) => readObject(context, types, entry) ?? []),
  );
  const people = unread.people(() => readPeople(context, types, declared.people));
  const around = {
    groups: byName(groups),
    sources: byName(written.sources),
    objects: byName(objects),
    lookup,
  };
  sharing?.enter(declared, written.sources);
  const readOne = (entry: Entry) =>
    unread.event(entry.key.text, () => readEvent(context, types, entry, around));
  const events = sorted([
    ...declared.entries.events.flatMap((entry) => {
      const event =
        sharing === undefined ? readOne(entry) : sharing.event(context, entry, () => readOne(entry));
      return event ?? [];
    }),
    ...later.flatMap((file) => readEventFile(context, file, sharing, readOne)),
  ]);
  const head = checkMerge(context, written);
  checkAliases(context, events);
  const eventsByName = byName(events);
  const sequences = unread.sequences(() =>
    sorted(declared.entries.sequences.flatMap((entry) => readSequence(context, entry, eventsByName) ?? [])),
  );
  const attributes = {
    names: new Set(people.attributes.map((attribute) => attribute.name.value)),
    complete: declared.peopleComplete,
  };
  const consumers = declared.entries.consumers.flatMap(
    (entry) => unread.consumer(entry.key.text, () => readConsumer(context, types, entry, attributes)) ?? [],
  );
  const pulled = readPulled(
    context,
    files.filter((file) => file.path.endsWith(".json")),
  );

  const plan: Plan = {
    folder,
    files,
    ...head,
    types: sorted(namedTypes),
    groups,
    events,
    people,
    objects,
    sequences,
    consumers: sorted(mergeConsumers(consumers, pulled.consumers)),
    snippets: sorted(pulled.snippets),
    unread: unread.result(incomplete),
  };
  return { plan: frozen ? deepFreeze(plan) : plan, diagnostics: distinct(context.collector.diagnostics) };
}

function readTypes(
  context: Context,
  declared: Declarations,
  named: NamedTypes,
  sharing: Sharing | undefined,
): readonly NamedType[] {
  const known = sharing?.typesOf(declared);
  if (known !== undefined && !context.isUncertain()) return named.take(known);
  const before = context.collector.size;
  const read = named.all();
  checkFiniteTypes(context, read);
  if (context.collector.size === before && !context.isUncertain()) sharing?.keepTypes(declared, read);
  return read;
}

const typeNames = letterPattern(String.raw`[\p{L}_][\p{L}\p{N}_.-]*`, "g");

/** The named types, each read when it is first asked for. */
class NamedTypes {
  reader: TypeReader | undefined;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #read = new Map<string, NamedType | "reading">();

  constructor(entries: readonly Entry[]) {
    this.#entries = new Map(entries.map((entry) => [entry.key.text, entry]));
  }

  /** Undefined for a name that is not declared, and for a type that is just being read: it refers to itself. */
  type(name: string): Type | undefined {
    const known = this.#read.get(name) ?? this.#readType(name);
    return known === "reading" ? undefined : known?.type;
  }

  all(): readonly NamedType[] {
    for (const name of this.#entries.keys()) this.#readInOrder(name);
    return [...this.#entries.keys()].flatMap((name) => {
      const known = this.#read.get(name) ?? this.#readType(name);
      return known === undefined || known === "reading" ? [] : [known];
    });
  }

  /** Takes types that were read before, instead of reading the same text again. */
  take(types: readonly NamedType[]): readonly NamedType[] {
    for (const type of types) this.#read.set(type.name.value, type);
    return types;
  }

  /** Reads the types that a type is made of before it, so that a long chain of them does not nest as deep. */
  #readInOrder(root: string): void {
    const work = [root];
    const entered = new Set<string>();
    for (let name = work.at(-1); name !== undefined; name = work.at(-1)) {
      const before = entered.has(name) ? [] : this.#madeOf(name).filter((other) => !entered.has(other));
      entered.add(name);
      work.push(...before);
      if (before.length > 0) continue;
      work.pop();
      if (!this.#read.has(name)) this.#readType(name);
    }
  }

  #madeOf(name: string): readonly string[] {
    const value = this.#entries.get(name)?.value;
    const type =
      value?.kind === "map" ? value.entries.find((entry) => entry.key.text === "type")?.value : value;
    if (type?.kind !== "scalar" || this.#read.has(name)) return [];
    const text = type.text.slice(0, 1_000);
    const words = text.match(typeNames(text)) ?? [];
    return words.filter((word) => word !== name && this.#entries.has(word) && !this.#read.has(word));
  }

  #readType(name: string): NamedType | undefined {
    const entry = this.#entries.get(name);
    if (entry === undefined || this.reader === undefined) return undefined;
    this.#read.set(name, "reading");
    const type: NamedType = {
      ...this.reader.namedType(entry),
      name: { value: name, span: entry.key.span },
      span: entry.span,
    };
    this.#read.set(name, type);
    return type;
  }
}

/** An alias is a wrong spelling of one event: it can't be an event itself, nor an alias of a second one. */
function checkAliases(context: Context, events: readonly PlanEvent[]): void {
  const seen = new Map<string, { event: PlanEvent; span: Span }>();
  for (const event of events) {
    for (const alias of event.aliases) {
      const declaredAt = context.names.event.get(alias.value);
      const first = seen.get(alias.value);
      if (declaredAt !== undefined) {
        context.error(
          "duplicate-definition",
          alias.span,
          `"${alias.value}" is an alias of "${event.name.value}" and an event itself.`,
          {
            event: event.name.value,
            related: [{ message: "the event", span: declaredAt }],
            help: "An alias is a wrong spelling that code should not send. Remove one of the two.",
          },
        );
      } else if (first !== undefined) {
        context.error(
          "duplicate-definition",
          alias.span,
          `"${alias.value}" is an alias twice${first.event === event ? "" : `: of "${first.event.name.value}" and of "${event.name.value}"`}.`,
          {
            event: event.name.value,
            related: [{ message: "first here", span: first.span }],
          },
        );
      } else seen.set(alias.value, { event, span: alias.span });
    }
  }
}

type Named = { readonly name: { readonly value: string } };

function sorted<T extends Named>(items: readonly T[]): readonly T[] {
  return items.toSorted((a, b) => compareText(a.name.value, b.name.value));
}

function byName<T extends Named>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.name.value, item]));
}

/** Sorted, and each finding once: what a group says wrong is not said again by each event that includes it. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.toSorted(compareDiagnostics).filter(({ rule, message, span }) => {
    const key = JSON.stringify([rule, message, span.file, span.start, span.end]);
    return seen.has(key) ? false : seen.add(key);
  });
}

/**
 * Freezes a plan, so that nobody who is handed it can change it for others. Places are left out: there are more of
 * them than of all else, and nothing could be meant by changing one.
 */
function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const key in value) {
      const inner = value[key];
      if (key !== "span" && typeof inner === "object" && inner !== null) deepFreeze(inner);
    }
  }
  return value;
}
