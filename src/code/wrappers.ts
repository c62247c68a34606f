// Finds the calls of a project round by round: each round may show functions that hand names on, whose callers are
// looked for in the next.
import type { Node } from "oxc-parser";
import { calleeNames, fileName } from "./callee-names.js";
import type { Effect } from "./effects.js";
import type { Emission } from "./emission.js";
import type { CodeFile } from "./languages.js";
import type { Module } from "./module.js";
import { filesWith } from "./prefilter.js";
import { presets } from "./presets/index.js";
import type { Project } from "./project.js";
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
    const fresh = new Set([...words].filter((word) => !searched.has(word)));
    for (const word of fresh) searched.add(word);
    for (const { path } of filesWith(
      project,
      files.filter(({ path }) => !candidates.has(path)),
      fresh,
    )) {
      const module = project.linker.module(path);
      if (module !== undefined) candidates.set(path, module);
    }
    const touched = new Map<string, Node>();
    for (const module of candidates.values()) {
      if (!wanted.has(module.path)) continue;
      for (const placed of module.scopes.calls) {
        if (!calleeNames(module, placed).some((name) => names.has(name))) continue;
        const id = idOf(module, placed.node);
        const found = emissionsOf(context, module, placed);
        if (found.length === 0) continue;
        sites.set(id, found);
        for (const one of found)
          if (one.owner !== undefined && hold(known, one.owner, one, module))
            touched.set(one.owner, placed.node);
      }
    }
    names = new Set([...touched.keys()].flatMap((id) => reachedBy(project, id)));
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

/** The names under which a function or a component is called. */
function reachedBy(project: Project, id: string): readonly string[] {
  const cut = id.lastIndexOf(":");
  const module = project.linker.module(id.slice(0, cut));
  if (module === undefined) return [];
  const start = Number(id.slice(cut + 1));
  const names = new Set<string>();
  for (const [node, scope] of module.scopes.scopeOf) {
    if (node.start !== start) continue;
    for (const name of namesOf(module, node)) names.add(name);
    for (let at = scope.parent; at !== undefined; at = at.parent) {
      if (at.fn !== undefined) for (const name of namesOf(module, at.fn)) names.add(name);
    }
  }
  return [...names];
}

function namesOf(module: Module, node: Node): readonly string[] {
  const own = [...(module.scopes.names.get(node) ?? [])];
  if (
    "id" in node &&
    node.id !== null &&
    typeof node.id === "object" &&
    "name" in node.id &&
    typeof node.id.name === "string"
  )
    own.push(node.id.name);
  const exported = [...module.exports.named].flatMap(([name, one]) =>
    one.kind === "local" && own.includes(one.name) ? [name] : [],
  );
  const isDefault =
    own.includes("default") ||
    exported.includes("default") ||
    module.exports.named.get("default")?.kind === "value";
  return [...own, ...exported, ...(isDefault ? [fileName(module.path)] : [])].filter(
    (name) => name !== "default" && name !== "",
  );
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
