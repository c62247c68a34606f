// What rounds ask of each file that is looked at, kept when its tree has gone.
import { callIndexOf } from "../effects/callee-names.js";
import { handedIn } from "../effects/handed-props.js";
import { renamesIn } from "../effects/renames.js";
import type { Project } from "./project.js";
import type { Candidate } from "./record.js";

export type Candidates = {
  /** What is asked of a file; undefined where it is no module. */
  readonly of: (path: string) => Candidate | undefined;
  /** Whether somebody asked before. */
  readonly isKnown: (path: string) => boolean;
};

export function openCandidates(project: Project): Candidates {
  const { linker } = project;
  const known = new Map<string, Candidate | undefined>();
  const made = (path: string): Candidate | undefined => {
    const before = project.known(path);
    // It is no module, or nobody asked for its calls.
    if (before !== undefined && (before.traces === undefined || before.candidate !== undefined))
      return before.candidate;
    const module = linker.module(path);
    if (module === undefined) return undefined;
    const candidate = { calls: callIndexOf(module), renames: renamesIn(module), handed: handedIn(module) };
    const own = project.facts.get(path);
    if (own !== undefined) own.candidate = candidate;
    return candidate;
  };
  return {
    of(path) {
      if (known.has(path)) return known.get(path);
      const candidate = made(path);
      known.set(path, candidate);
      return candidate;
    },
    isKnown: (path) => known.has(path),
  };
}
