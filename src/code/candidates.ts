// What rounds ask of each file that is looked at, kept when its tree has gone.
import { type CallIndex, callIndexOf } from "./callee-names.js";
import type { Project } from "./project.js";
import { type Renamed, renamesIn } from "./reach.js";

export type Candidate = {
  readonly calls: CallIndex;
  /** The names that it gives to what it exports again. */
  readonly renames: readonly Renamed[];
};

/** Gives what is asked of a file; undefined where it is no module. */
export function openCandidates({ linker }: Project): (path: string) => Candidate | undefined {
  const known = new Map<string, Candidate | undefined>();
  return (path) => {
    const before = known.get(path);
    if (before !== undefined || known.has(path)) return before;
    const module = linker.module(path);
    const candidate =
      module === undefined ? undefined : { calls: callIndexOf(module), renames: renamesIn(module) };
    known.set(path, candidate);
    return candidate;
  };
}
