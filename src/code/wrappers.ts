// Finds the calls of a project round by round: each round may show functions that hand names on, whose callers are
// looked for in the next.
import type { Span } from "../diagnostics/diagnostic.js";
import { callsBy } from "./callee-names.js";
import { openCandidates } from "./candidates.js";
import { type Listener, listenerOf, sendersTo } from "./channels.js";
import type { Effect } from "./effects.js";
import type { Emission } from "./emission.js";
import { emitterName } from "./emitter-names.js";
import { firstTests } from "./first-search.js";
import { guardsOf } from "./guards.js";
import { requestNames } from "./http.js";
import type { CodeFile } from "./languages.js";
import type { Module } from "./module.js";
import { type FileTest, filesWith, type Word } from "./prefilter.js";
import { presets } from "./presets/index.js";
import type { Project } from "./project.js";
import { holderName, reachedBy } from "./reach.js";
import type { Placed } from "./scopes.js";
import { openSettling, type Told } from "./settled.js";
import type { Found, SiteContext } from "./sites.js";
import { idOf } from "./values.js";

/** How many wrappers may lie between a call and its library. */
const mostRounds = 8;

/** How many calls of one library are followed that one call of a wrapper comes to. */
const mostOfACall = 12;

/** Methods that mean much else, too: they are looked for where a client is named in the same file. */
const common = new Set(["page", "screen", "group", "alias", "push", "event", "batch", "log", "logError"]);

/** Names that the calls of libraries are made by. */
export const methodNames: ReadonlySet<string> = new Set(
  presets.flatMap(({ methods }) => [...methods.keys()]),
);
const firstWords: ReadonlySet<string> = new Set([
  ...[...methodNames].filter((name) => !common.has(name)),
  "dataLayer",
  "_cio",
]);

/** Every emission of the files, and what was found to be handed on. */
export function findEmissions(
  project: Project,
  files: readonly CodeFile[],
  declared: SiteContext["declared"],
  creators: readonly string[] = [],
): readonly Emission[] {
  const known = new Map<string, Effect[]>();
  const listeners: Listener[] = [];
  const sites = new Map<string, readonly Told[]>();
  let guessing: SiteContext["guessing"] = "nothing";
  const context: SiteContext = {
    linker: project.linker,
    known,
    declared,
    listeners,
    get guessing() {
      return guessing;
    },
    emitsInside: ({ fn, site: { module } }) =>
      [...sites.values()].some((found) =>
        found.some(
          ({ emission }) =>
            emission !== undefined &&
            emission.span.file === module.path &&
            emission.span.start >= fn.start &&
            emission.span.end <= fn.end,
        ),
      ),
  };
  const settling = openSettling(context, project);
  const searched = new Set<string>();
  const candidates = new Set<string>();
  const candidate = openCandidates(project);
  const declaredNames = new Set([...declared.flatMap(({ call }) => lastName(call.value)), ...creators]);

  /** Takes the files that hold one of the words among those that are looked at. */
  const take = (words: readonly Word[], tests: readonly FileTest[]): void => {
    const keyOf = ({ word, beside }: Word): string => [word, ...beside].join("\0");
    const fresh = words.filter((one) => !searched.has(keyOf(one)) && !searched.has(one.word));
    for (const one of fresh) searched.add(keyOf(one));
    const rest = files.filter(({ path }) => !candidates.has(path));
    for (const { path } of filesWith(project, rest, fresh, tests)) {
      candidates.add(path);
      project.expect(path);
    }
  };

  /** Looks at a file's calls by some names; adds the functions that hand names on to those that were touched. */
  const lookAt = (path: string, isWanted: (name: string) => boolean, touched: Set<string>): void => {
    const index = candidate(path)?.calls;
    if (index === undefined) return;
    for (const call of callsBy(index, isWanted)) {
      const id = `${path}:${index.starts[call]}`;
      const key = `${path}\0${call}`;
      const told = settling.known(key);
      if (told !== undefined) {
        // What it makes known was made known before.
        if (told.length > 0) sites.set(id, told);
        continue;
      }
      const module = project.linker.module(path);
      const placed = module?.scopes.calls[call];
      if (module === undefined || placed === undefined) continue;
      const found = settling.look(key, module, placed);
      if (found.length === 0) continue;
      sites.set(
        id,
        found.map(({ emission, owner, through }) => ({ emission, owner, through })),
      );
      for (const one of found)
        if (one.owner !== undefined && hold(project, known, one.owner, one, module, placed))
          touched.add(one.owner);
    }
  };

  /** Looks at the calls by some names; gives the names that lead to what was found to hand names on. */
  const round = (isWanted: (name: string) => boolean): readonly Word[] => {
    const touched = new Set<string>();
    for (const path of candidates) {
      project.during(path, () => lookAt(path, isWanted, touched));
      project.relieve();
    }
    return [...touched].flatMap((id) => {
      project.relieve();
      const listener = listenerOf(project.linker, id);
      if (listener !== undefined) listeners.push(listener);
      // A method that listens may be called by its name, too.
      const own = listener?.at === undefined ? reachedBy(project.linker, id, known.get(id) ?? []) : [];
      return listener === undefined ? own : [...own, ...sendersTo(listener)];
    });
  };
  take(
    [...firstWords, ...declaredNames].map((word) => ({ word, beside: [] })),
    firstTests,
  );
  const isFirst = (name: string): boolean =>
    methodNames.has(name) || requestNames.has(name) || emitterName.test(name) || declaredNames.has(name);
  for (const phase of ["nothing", "unknown", "own"] as const) {
    guessing = phase;
    let words = round(isFirst);
    for (let count = 0; count < mostRounds && words.length > 0; count++) {
      const wanted = new Set(words.map(({ word }) => word));
      take(words, []);
      // Barrels may give it another name, and other barrels that one a third.
      for (let size = 0; size !== wanted.size; ) {
        size = wanted.size;
        const renamed = [...candidates].flatMap((path) => {
          project.relieve();
          return (project.during(path, () => candidate(path))?.renames ?? []).flatMap(({ from, to }) =>
            wanted.has(from) ? [to] : [],
          );
        });
        take(
          renamed.filter((word) => !wanted.has(word)).map((word) => ({ word, beside: [] })),
          [],
        );
        for (const word of renamed) wanted.add(word);
      }
      words = round((name) => wanted.has(name));
    }
  }
  return finished(sites);
}

function lastName(call: string): readonly string[] {
  const last = call.split(".").at(-1);
  return last === undefined || last === "" ? [] : [last];
}

/** Keeps an effect of a function; false where the function is known to have it. */
function hold(
  project: Project,
  known: Map<string, Effect[]>,
  owner: string,
  { effect, requires }: Found,
  module: Module,
  placed: Placed,
): boolean {
  const id = idOf(module, placed.node);
  const effects = known.get(owner) ?? [];
  const isOwn = effect.origin === id && effect.root === undefined;
  const root = isOwn ? "" : `${effect.origin}\0${effect.root ?? ""}`;
  if (root.split("\0").includes(id)) return false;
  const same = effects.filter(({ origin, preset }) => origin === id && preset === effect.preset);
  // Of what one call comes to, each has conditions of its own.
  if (same.length >= mostOfACall || same.some((one) => one.root === root)) return false;
  effects.push({
    ...effect,
    origin: id,
    root,
    requires,
    guards: [...(effect.guards ?? []), ...guardsOf(project.linker, module, owner, placed)],
    via: effect.callee === undefined ? holderName(project.linker, owner) : undefined,
  });
  known.set(owner, effects);
  return true;
}

function finished(sites: ReadonlyMap<string, readonly Told[]>): readonly Emission[] {
  const called = new Set<string>();
  for (const [id, found] of sites)
    for (const { through } of found) for (const origin of through) if (origin !== id) called.add(origin);
  const emissions = new Map<string, Emission>();
  for (const [id, found] of sites) {
    for (const { emission, owner } of found) {
      if (emission === undefined) continue;
      const { span, method, name } = emission;
      // Several callers may show the same call of a parameter.
      const key = `${span.file}:${span.start}:${method}:${name?.names.map((one) => one.name).join("\0")}:${name?.patterns.length}`;
      emissions.set(key, owner !== undefined && called.has(id) ? { ...emission, forwards: true } : emission);
    }
  }
  return withoutParts([...emissions.values()]);
}

/** An event that is made for a tracker's call is that call's, not one of its own. */
function withoutParts(emissions: readonly Emission[]): readonly Emission[] {
  const calls = emissions.filter(({ typed, needsIdentity }) => typed && needsIdentity);
  const isPart = ({ span }: Emission): boolean =>
    calls.some(
      ({ span: whole, properties }) =>
        within(span, whole) || (properties !== undefined && within(properties.span, span)),
    );
  return emissions.filter((one) => !one.typed || one.needsIdentity || !isPart(one));
}

function within(inner: Span, outer: Span): boolean {
  return inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;
}
