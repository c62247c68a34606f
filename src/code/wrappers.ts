// Finds the calls of a project round by round: each round may show functions that hand names on, whose callers are
// looked for in the next.
import type { Node } from "oxc-parser";
import { calleeNames } from "./callee-names.js";
import type { Effect } from "./effects.js";
import type { Emission } from "./emission.js";
import { emitterName, emitterPattern } from "./guess.js";
import { requestNames, requestPattern } from "./http.js";
import type { CodeFile } from "./languages.js";
import type { Module } from "./module.js";
import { filesWith } from "./prefilter.js";
import { presets } from "./presets/index.js";
import type { Project } from "./project.js";
import { reachedBy } from "./reach.js";
import { emissionsOf, type Found, type SiteContext } from "./sites.js";
import { idOf } from "./values.js";

/** How many wrappers may lie between a call and its library. */
const mostRounds = 8;

/** Methods that mean much else, too: they are looked for beside a client's name alone. */
const common = new Set(["page", "screen", "group", "alias", "push", "event", "identify", "batch"]);

/** Names that the calls of libraries are made by. */
export const methodNames: ReadonlySet<string> = new Set(
  presets.flatMap(({ methods }) => [...methods.keys()]),
);
const firstWords: ReadonlySet<string> = new Set([
  ...[...methodNames].filter((name) => !common.has(name)),
  ...presets.flatMap(({ globals }) => globals),
  "identify",
]);

/** Every emission of the files, and what was found to be handed on. */
export function findEmissions(
  project: Project,
  files: readonly CodeFile[],
  declared: SiteContext["declared"],
): readonly Emission[] {
  const known = new Map<string, Effect[]>();
  const context: SiteContext = { linker: project.linker, known, declared };
  const sites = new Map<string, readonly Found[]>();
  const wanted = new Set(files.map(({ path }) => path));
  const searched = new Set<string>();
  const candidates = new Map<string, Module>();
  let words: ReadonlySet<string> = new Set([
    ...firstWords,
    ...declared.flatMap(({ call }) => lastName(call.value)),
  ]);
  let names: ReadonlySet<string> = new Set([...methodNames, ...words]);
  for (let round = 0; round < mostRounds && names.size > 0; round++) {
    const first = round === 0;
    const fresh = new Set([...words].filter((word) => !searched.has(word)));
    for (const word of fresh) searched.add(word);
    for (const { path } of filesWith(
      project,
      files.filter(({ path }) => !candidates.has(path)),
      fresh,
      first ? [emitterPattern, requestPattern] : [],
    )) {
      const module = project.linker.module(path);
      if (module !== undefined) candidates.set(path, module);
    }
    const touched = new Map<string, Node>();
    const wantedNames = names;
    const isWanted = (name: string): boolean =>
      wantedNames.has(name) || (first && (emitterName.test(name) || requestNames.has(name)));
    for (const module of candidates.values()) {
      if (!wanted.has(module.path)) continue;
      for (const placed of module.scopes.calls) {
        if (!calleeNames(module, placed).some(isWanted)) continue;
        const id = idOf(module, placed.node);
        const found = emissionsOf(context, module, placed);
        if (found.length === 0) continue;
        sites.set(id, found);
        for (const one of found)
          if (one.owner !== undefined && hold(known, one.owner, one, module))
            touched.set(one.owner, placed.node);
      }
    }
    names = new Set([...touched.keys()].flatMap((id) => reachedBy(project.linker, id)));
    words = names;
  }
  return finished(sites);
}

function lastName(call: string): readonly string[] {
  const last = call.split(".").at(-1);
  return last === undefined || last === "" ? [] : [last];
}

/** Keeps an effect of a function; false where the function is known to have it. */
function hold(
  known: Map<string, Effect[]>,
  owner: string,
  { effect, emission }: Found,
  module: Module,
): boolean {
  const effects = known.get(owner) ?? [];
  if (
    effects.some(({ origin, preset }) => origin === idOf(module, emission.span) && preset === effect.preset)
  )
    return false;
  effects.push({
    ...effect,
    origin: idOf(module, emission.span),
    via: effect.via ?? { name: owner, span: emission.span },
  });
  known.set(owner, effects);
  return true;
}

function finished(sites: ReadonlyMap<string, readonly Found[]>): readonly Emission[] {
  const called = new Set<string>();
  for (const [id, found] of sites)
    for (const { through } of found) for (const origin of through) if (origin !== id) called.add(origin);
  return [...sites].flatMap(([id, found]) =>
    found.map(({ emission, owner }) =>
      owner !== undefined && called.has(id) ? { ...emission, forwards: true } : emission,
    ),
  );
}
