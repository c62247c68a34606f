// What two loads of nearly the same plan have in common: files that are the same to the byte are read once, and so are
// events in them as long as what events are made of is the same. Comparing two plans costs little more than one then.
import type { SourceFile } from "../diagnostics/diagnostic.js";
import type { Context } from "./context.js";
import type { Declarations } from "./declarations.js";
import type { NamedType, PlanEvent, Source } from "./plan.js";
import { type ReadFile, readFile } from "./recover.js";
import type { Entry } from "./tree.js";

/** What the reading of an event depends on beside its own entry. */
type Surroundings = {
  readonly types: readonly Entry[];
  readonly groups: readonly Entry[];
  readonly objects: readonly Entry[];
  readonly sources: string;
};

/** Lives for the loads of one comparison. What is shared is the same object in both plans. */
export class Sharing {
  readonly #files = new Map<string, { readonly text: string; readonly read: ReadFile }>();
  readonly #events = new Map<Entry, PlanEvent>();
  readonly #eventFiles = new Map<string, { readonly text: string; readonly events: readonly PlanEvent[] }>();
  #types: { readonly entries: readonly Entry[]; readonly named: readonly NamedType[] } | undefined;
  #around: Surroundings | undefined;

  /** The tree of a file: that of an earlier load where path and text are the same. */
  readonly reader = (file: SourceFile): ReadFile => {
    const known = this.#files.get(file.path);
    if (known?.text === file.text) return known.read;
    const read = readFile(file);
    this.#files.set(file.path, { text: file.text, read });
    return read;
  };

  /** The named types of an earlier load, where they are declared by the same text. */
  typesOf({ entries }: Declarations): readonly NamedType[] | undefined {
    return this.#types !== undefined && areSame(this.#types.entries, entries.types)
      ? this.#types.named
      : undefined;
  }

  /** To be called when a plan's types were read without a mistake. */
  keepTypes({ entries }: Declarations, named: readonly NamedType[]): void {
    this.#types = { entries: entries.types, named };
  }

  /** To be called before the events of a plan are read; what was kept for other surroundings is forgotten. */
  enter({ entries }: Declarations, sources: readonly Source[]): void {
    const around: Surroundings = {
      types: entries.types,
      groups: entries.groups,
      objects: entries.objects,
      sources: JSON.stringify(
        sources.map(({ name, include }) => [name.value, include.map((one) => one.value)]),
      ),
    };
    const last = this.#around;
    const isSame =
      last !== undefined &&
      areSame(last.types, around.types) &&
      areSame(last.groups, around.groups) &&
      areSame(last.objects, around.objects) &&
      last.sources === around.sources;
    if (!isSame) {
      this.#events.clear();
      this.#eventFiles.clear();
    }
    this.#around = around;
  }

  /** The events of a file of nothing but events, where an earlier load read the same text. */
  eventsOf(context: Context, { path, text }: SourceFile): readonly PlanEvent[] | undefined {
    const known = this.#eventFiles.get(path);
    return known?.text === text && !context.isUncertain() ? known.events : undefined;
  }

  /** To be called when such a file was read without a mistake. */
  keepEvents(context: Context, { path, text }: SourceFile, events: readonly PlanEvent[]): void {
    if (!context.isUncertain()) this.#eventFiles.set(path, { text, events });
  }

  /** An event of an earlier load, or else what `read` gives; kept where nothing was wrong with it. */
  event(context: Context, entry: Entry, read: () => PlanEvent | undefined): PlanEvent | undefined {
    // A name that may be in what could not be read is told from one that is nowhere: such plans share no events.
    if (context.isUncertain()) return read();
    const known = this.#events.get(entry);
    if (known !== undefined) return known;
    const before = context.collector.size;
    const event = read();
    if (event !== undefined && context.collector.size === before) this.#events.set(entry, event);
    return event;
  }
}

function areSame(a: readonly Entry[], b: readonly Entry[]): boolean {
  return a.length === b.length && a.every((entry, index) => entry === b[index]);
}
