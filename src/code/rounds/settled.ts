// What came of the calls that were looked at, and what that hung on: a call is looked at again only where something of
// that has changed, in this scan or since an earlier one, so that its tree need not be in memory any more.

import type { Emission } from "../emission.js";
import type { Found } from "../emissions/found.js";
import { Astray, type Handed, handedOn } from "../emissions/handed.js";
import type { SiteContext } from "../emissions/sites.js";
import { once } from "../once.js";
import type { Placed } from "../syntax/scopes.js";
import { apart, workOf } from "../values/linker.js";
import type { Module } from "../values/module.js";
import { basisOf, pinnedBy, sameTexts } from "../values/seen.js";
import type { Budgets } from "./budgets.js";
import type { HeardListener } from "./callers.js";
import { unlessTooDeep } from "./overflow.js";
import type { Project } from "./project.js";
import type { Asked, KeptTold, LookRecord } from "./record.js";

/** What is kept of what a call was found to do. */
export type Told = {
  readonly emission: Emission | undefined;
  readonly owner: string | undefined;
  readonly through: readonly string[];
  /** What its owner has of it. */
  readonly handed: Handed | undefined;
  /** True where the call is told by itself, and its owner's callers give something that it sends. */
  readonly isGiven?: true;
};

type Settled = { readonly told: readonly Told[]; readonly look: LookRecord; readonly files: number };

/** What calls are looked at with; as `SiteContext` has it, before it is known who asks. */
export type Known = {
  readonly declared: SiteContext["declared"];
  readonly isHeld: SiteContext["isHeld"];
  readonly effects: ReadonlyMap<string, readonly Handed[]>;
  readonly listeners: readonly HeardListener[];
  readonly guessing: () => SiteContext["guessing"];
  readonly emitsIn: (file: string, start: number, end: number) => boolean;
  readonly handedUnder: SiteContext["handedUnder"];
};

/** How calls are looked at, and what its looks are called apart from others. */
export type Way = {
  readonly name: string;
  readonly look: (context: SiteContext, module: Module, placed: Placed) => readonly Found[];
};

export type Call = { readonly path: string; readonly index: number; readonly start: number };

export type Settling = {
  /** What a call was found to do, where it would be found to do the same again. */
  readonly known: (call: Call) => readonly Told[] | undefined;
  /** Looks at a call. */
  readonly look: (call: Call) => readonly Told[];
  /** The calls that asked what a function does, by its identity. */
  readonly askers: (id: string) => Iterable<Call>;
  /** All looks, for a later scan. */
  readonly looks: ReadonlyMap<string, readonly LookRecord[]>;
  /** All that was found to be handed on, by what tells it from others. */
  readonly handed: ReadonlyMap<string, Handed>;
};

/** `version` gives a number that no look has; `handed` is what other looks found. */
export function openSettling(
  project: Project,
  way: Way,
  known: Known,
  budgets: Budgets,
  version: () => number,
  handed: ReadonlyMap<string, Handed> = new Map(),
): Settling {
  const { linker, past } = project;
  const settled = new Map<string, Settled>();
  const looks = new Map<string, LookRecord[]>();
  const byId = new Map(handed);
  const keyOf = ({ path, index }: Call): string => `${way.name}${path}\0${index}`;
  const askers = new Map<string, Map<string, Call>>();

  const isSame = ({ effects, guessing, listeners, inside, keys }: Asked): boolean =>
    (guessing === undefined || guessing === known.guessing()) &&
    (listeners === undefined ||
      (listeners.length === known.listeners.length &&
        listeners.every((one, index) => one === known.listeners[index]?.version))) &&
    effects.every(([id, before]) => {
      const now = known.effects.get(id) ?? [];
      return now.length === before.length && now.every((one, index) => one.id === before[index]);
    }) &&
    inside.every(([file, start, end, does]) => known.emitsIn(file, start, end) === does) &&
    keys.every(([key, beside]) => sameTexts(known.handedUnder(key), beside));

  const keep = (call: Call, settling: Settled): void => {
    const key = keyOf(call);
    settled.set(key, settling);
    for (const [id] of settling.look.asked.effects) {
      const own = askers.get(id);
      if (own === undefined) askers.set(id, new Map([[key, call]]));
      else own.set(key, call);
    }
    const all = looks.get(key);
    if (all === undefined) looks.set(key, [settling.look]);
    else all.push(settling.look);
  };

  /** Looks at a call once more, as a look was done that an earlier scan did. */
  const again = ({ path, index }: Call, { asked, basis, work }: LookRecord): readonly Handed["effect"][] =>
    apart(
      linker,
      () => {
        const module = linker.module(path);
        const placed = module?.scopes.calls[index];
        if (module === undefined || placed === undefined) throw new Astray(path);
        const found = way.look(answering(asked), module, placed);
        return found.map((one) => {
          const effect =
            one.owner === undefined ? undefined : handedOn(linker, module, placed, one, one.owner);
          return () => {
            if (effect === undefined) throw new Astray(path);
            return effect;
          };
        });
      },
      pinnedBy(basis),
      work.most,
    );

  /** The context as it was when these questions had these answers. */
  const answering = (asked: Asked): SiteContext => {
    const effects = new Map(asked.effects);
    return {
      linker,
      declared: known.declared,
      isHeld: known.isHeld,
      known: {
        get(id) {
          const ids = effects.get(id);
          if (ids === undefined) throw new Astray(id);
          return ids.length === 0
            ? undefined
            : ids.map((one) => {
                const handed = byId.get(one);
                if (handed === undefined) throw new Astray(id);
                return handed.effect();
              });
        },
      },
      get listeners() {
        if (asked.listeners === undefined) throw new Astray("listeners");
        return known.listeners.slice(0, asked.listeners.length);
      },
      get guessing() {
        if (asked.guessing === undefined) throw new Astray("guessing");
        return asked.guessing;
      },
      emitsInside({ fn, site: { module } }) {
        const answer = asked.inside.find(
          ([file, start, end]) => file === module.path && start === fn.start && end === fn.end,
        );
        if (answer === undefined) throw new Astray("inside");
        return answer[3];
      },
      handedUnder(key) {
        const answer = asked.keys.find(([one]) => one === key);
        if (answer === undefined) throw new Astray(key);
        return answer[1];
      },
    };
  };

  const takeOver = (call: Call, look: LookRecord): readonly Told[] => {
    const effects = once(() => again(call, look));
    return look.told.map((one, index) => ({ ...one, handed: handedBy(one, index, look, call, effects) }));
  };

  const handedBy = (
    { handed }: KeptTold,
    index: number,
    { version: of }: LookRecord,
    { path, start }: Call,
    effects: () => readonly Handed["effect"][],
  ): Handed | undefined => {
    if (handed === undefined) return undefined;
    const effect = once(() => {
      const one = effects()[index];
      if (one === undefined) throw new Astray(path);
      return one();
    });
    return named({ ...handed, id: `${of}.${index}`, origin: `${path}:${start}`, effect });
  };

  const named = (handed: Handed): Handed => {
    byId.set(handed.id, handed);
    return handed;
  };

  return {
    looks,
    handed: byId,
    askers: (id) => askers.get(id)?.values() ?? [],
    known(call) {
      const one = settled.get(keyOf(call));
      if (one === undefined || !isSame(one.look.asked)) return undefined;
      return one.look.basis.among.every(({ trace }) => project.isLastOf(trace, one.files))
        ? one.told
        : undefined;
    },
    look(call) {
      const key = keyOf(call);
      const most = budgets.of(call.path);
      for (const before of past?.looks(key) ?? []) {
        if (before.work.most !== most || !isSame(before.asked) || !project.stands(before.basis)) continue;
        project.takeOver(before.basis);
        budgets.count(call.path, call.start, before.work);
        const told = takeOver(call, before);
        keep(call, { told, look: before, files: project.lookedAt() });
        return told;
      }
      const fresh = (): readonly Told[] => {
        const module = linker.module(call.path);
        const placed = module?.scopes.calls[call.index];
        if (module === undefined || placed === undefined) return [];
        const watch = watched(linker, known);
        const own = version();
        const told = way.look(watch.context, module, placed).map((one, index): Told => {
          const { emission, owner, through, isGiven } = one;
          if (owner === undefined) return { emission, owner, through, handed: undefined };
          const effect = handedOn(linker, module, placed, one, owner);
          const { origin, root, preset } = effect;
          return {
            ...{ emission, owner, through },
            ...(isGiven === true && { isGiven }),
            handed: named({ id: `${own}.${index}`, origin, root, preset, effect: () => effect }),
          };
        });
        const look: LookRecord = {
          version: own,
          work: workOf(linker),
          basis: basisOf(linker.seen),
          asked: watch.asked(),
          told: told.map(({ handed, ...one }) => ({
            ...one,
            handed: handed === undefined ? undefined : { preset: handed.preset, root: handed.root },
          })),
        };
        budgets.count(call.path, call.start, look.work);
        // What it saw twice, and not the same, is not to be trusted another time.
        if (linker.seen.isTorn) settled.set(key, { told, look, files: -1 });
        else keep(call, { told, look, files: project.lookedAt() });
        return told;
      };
      return unlessTooDeep(
        () => apart(linker, fresh, undefined, most),
        () => {
          project.giveUp(call.path, call.start, "This call leads too deep to be followed.");
          return [];
        },
      );
    },
  };
}

/** The context for a look, with a note of what is asked of it. */
function watched(
  linker: SiteContext["linker"],
  { declared, isHeld, effects, listeners, guessing, emitsIn, handedUnder }: Known,
): { readonly context: SiteContext; readonly asked: () => Asked } {
  const had = new Map<string, readonly string[]>();
  const inside: Asked["inside"][number][] = [];
  const keys = new Map<string, readonly string[]>();
  let guessed: SiteContext["guessing"] | undefined;
  let heard: readonly number[] | undefined;
  return {
    context: {
      linker,
      declared,
      isHeld,
      known: {
        get(id) {
          const all = effects.get(id);
          had.set(id, all?.map((one) => one.id) ?? []);
          return all?.map(({ effect }) => effect());
        },
      },
      get listeners() {
        heard = listeners.map(({ version }) => version);
        return listeners;
      },
      get guessing() {
        guessed = guessing();
        return guessed;
      },
      emitsInside({ fn, site: { module } }) {
        const does = emitsIn(module.path, fn.start, fn.end);
        inside.push([module.path, fn.start, fn.end, does]);
        return does;
      },
      handedUnder(key) {
        const beside = handedUnder(key);
        keys.set(key, beside);
        return beside;
      },
    },
    asked: () => ({ effects: [...had], guessing: guessed, listeners: heard, inside, keys: [...keys] }),
  };
}
