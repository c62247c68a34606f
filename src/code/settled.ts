// What came of the calls that were looked at, and what that hung on: a call is looked at again only where something of
// that has changed, so that its tree need not be in memory any more.
import type { Emission } from "./emission.js";
import type { Module } from "./module.js";
import type { Project } from "./project.js";
import type { Placed } from "./scopes.js";
import { emissionsOf, type Found, type SiteContext } from "./sites.js";
import { type Trace, traceKey } from "./traces.js";

/** What is kept of what a call was found to do. */
export type Told = Pick<Found, "owner" | "through"> & { readonly emission: Emission | undefined };

/** What a look at a call asked about what changes while a project is searched, and the answers that it got. */
type Asked = {
  /** How many effects each function had. */
  readonly effects: ReadonlyMap<string, number>;
  /** The rest: undefined where it was not asked. */
  readonly guessing: SiteContext["guessing"] | undefined;
  readonly listeners: number | undefined;
  /** What was sought among all files, and how many these were. */
  readonly traces: readonly Trace[];
  readonly files: number;
};

type Settled = {
  readonly told: readonly Told[];
  /** Undefined where it may be another the next time, whatever changes. */
  readonly asked: Asked | undefined;
};

export type Settling = {
  /** What a call was found to do, where it would be found to do the same again. */
  readonly known: (call: string) => readonly Told[] | undefined;
  /** Looks at a call. */
  readonly look: (call: string, module: Module, placed: Placed) => readonly Found[];
};

/** `call` is what tells a call from all others. */
export function openSettling(context: SiteContext, files: Pick<Project, "lookedAt" | "isLastOf">): Settling {
  const settled = new Map<string, Settled>();
  return {
    known(call) {
      const one = settled.get(call);
      return one?.asked !== undefined && isSame(one.asked, context, files) ? one.told : undefined;
    },
    look(call, module, placed) {
      const watch = watched(context);
      const found = emissionsOf(watch.context, module, placed);
      const told = found.map(({ emission, owner, through }) => ({ emission, owner, through }));
      settled.set(call, { told: told.length === 0 ? nothing : told, asked: watch.asked(files.lookedAt()) });
      return found;
    },
  };
}

const nothing: readonly Told[] = [];
const none: Asked["effects"] = new Map();
const noTraces: Asked["traces"] = [];

function isSame(
  asked: Asked,
  { guessing, listeners, known }: SiteContext,
  { isLastOf }: Pick<Project, "isLastOf">,
): boolean {
  if (asked.guessing !== undefined && asked.guessing !== guessing) return false;
  if (asked.listeners !== undefined && asked.listeners !== listeners.length) return false;
  for (const [id, count] of asked.effects) if ((known.get(id)?.length ?? 0) !== count) return false;
  return asked.traces.every((trace) => isLastOf(trace, asked.files));
}

/** The same context, with a note of what is asked of it. */
function watched(context: SiteContext): {
  readonly context: SiteContext;
  readonly asked: (files: number) => Asked | undefined;
} {
  const { linker, known, declared, listeners } = context;
  const { cuts } = linker;
  const traces: Trace[] = [];
  linker.asked = traces;
  let effects: Map<string, number> | undefined;
  let guessing: SiteContext["guessing"] | undefined;
  let heard: number | undefined;
  let isOpen = false;
  return {
    context: {
      linker,
      declared,
      known: {
        get(id) {
          const one = known.get(id);
          effects ??= new Map();
          effects.set(id, one?.length ?? 0);
          return one;
        },
      },
      get listeners() {
        heard = listeners.length;
        return listeners;
      },
      get guessing() {
        guessing = context.guessing;
        return guessing;
      },
      emitsInside(fn) {
        // That hangs on what all other calls were found to do.
        isOpen = true;
        return context.emitsInside(fn);
      },
    },
    asked(files) {
      linker.asked = [];
      // What ran into a bound may get further when more is known by heart.
      if (isOpen || linker.cuts !== cuts) return undefined;
      return {
        effects: effects ?? none,
        guessing,
        listeners: heard,
        traces: distinct(traces),
        files,
      };
    },
  };
}

function distinct(traces: readonly Trace[]): readonly Trace[] {
  if (traces.length === 0) return noTraces;
  return [...new Map(traces.map((one) => [traceKey(one), one])).values()];
}
