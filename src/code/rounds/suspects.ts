// The last search: calls that look like those that send events and lead to nothing that is known. They are no emissions,
// and are told apart from them, so that what the scanner can't follow is not passed over in silence.
import { callsBy } from "../effects/callee-names.js";
import { maySuspect } from "../effects/guessing/suspect-words.js";
import type { Emission } from "../emission.js";
import { calleeOf } from "../emissions/callee-text.js";
import type { Candidates } from "./candidates.js";
import { placeOf } from "./finished.js";
import { suspectTests } from "./first-search.js";
import type { Project } from "./project.js";
import type { Searches } from "./searches.js";
import type { Settling } from "./settled.js";

export type SuspectSearch = {
  readonly project: Project;
  readonly settling: Settling;
  readonly candidate: Candidates;
  /** The files that are looked at; more are added. */
  readonly files: Set<string>;
  readonly searches: Searches;
  /** What was found to be sent, and whether a call was found to lead to what sends. */
  readonly emissions: readonly Emission[];
  readonly isKnown: (place: string) => boolean;
};

/** The calls that look like it, by file and place. */
export function findSuspects({
  project,
  settling,
  candidate,
  files,
  searches,
  emissions,
  isKnown,
}: SuspectSearch): readonly Emission[] {
  const told = new Map<string, Emission[]>();
  for (const one of emissions) told.set(one.span.file, [...(told.get(one.span.file) ?? []), one]);
  const found: Emission[] = [];
  const take = (paths: readonly string[]): readonly string[] => {
    for (const path of paths) {
      files.add(path);
      project.expect(path);
    }
    return paths;
  };
  const look = (path: string): void => {
    const index = candidate.of(path)?.calls;
    if (index === undefined) return;
    const sent = told.get(path) ?? [];
    project.during(path, () => {
      for (const at of callsBy(index, maySuspect)) {
        const start = index.starts[at] ?? 0;
        if (isKnown(placeOf({ file: path, start, end: start }))) continue;
        const call = { path, index: at, start };
        const own = (settling.known(call) ?? settling.look(call)).flatMap(({ emission }) => emission ?? []);
        // What is given to an emission, or made around one, is part of that.
        found.push(...own.filter((one) => !sent.some((other) => meets(one, other))));
      }
    });
    project.relieve();
  };
  take(searches.find([], suspectTests, "\0suspects"));
  for (const path of [...files]) look(path);
  // What is called so in one file is in others, which need not look like it.
  const names = new Set(
    often(found).flatMap(({ call, suspected }) => (suspected?.given === undefined ? nameOf(call) : [])),
  );
  for (const path of take(
    searches.find(
      [...names].map((word) => ({ word, beside: [] })),
      [],
    ),
  ))
    look(path);
  return often(found);
}

/** The name that a function is called by; none of those that everything is called by. */
function nameOf(call: string): readonly string[] {
  const name = /[\w$]+$/.exec(call)?.[0] ?? "";
  return name.length > mostCommon ? [name] : [];
}

/** Names of so many letters are those of anything. */
const mostCommon = 8;

function meets({ span: one }: Emission, { span: other }: Emission): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Without those of which one or two say nothing, since other things have events, too. */
function often(found: readonly Emission[]): readonly Emission[] {
  const names = new Map<string, Set<string>>();
  for (const { call, name } of found) {
    const key = calleeOf(call);
    const own = names.get(key) ?? new Set();
    for (const one of name?.names ?? []) own.add(one.name);
    names.set(key, own);
  }
  return found.filter(
    ({ suspected, call }) => suspected?.isWeak !== true || (names.get(calleeOf(call))?.size ?? 0) >= fewest,
  );
}

/** So many events of a call whose words say little. */
const fewest = 3;
