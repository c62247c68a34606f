// How much work the calls of one file may be: a bundle that was formatted again has thousands of calls, of which each
// leads through all of it.
import { fuelForCall, type Work } from "../values/linker.js";
import type { Project } from "./project.js";

/** The steps that the calls of one file may take together before they are cut short; sources stay far below. */
export const fuelForFile = 100_000;
/** The steps that one of them may take then: a call of a library, with what stands close by, takes no more. */
const fuelForRest = 240;
/** Where these come to as many again, a call of a library with its name and its payload, all written there. */
const fuelForPlain = 40;

export type Budgets = {
  /** How many steps a look that begins in a file may take now. */
  readonly of: (file: string) => number;
  /** Counts a look that was done, or that an earlier scan did as it would be done now. */
  readonly count: (file: string, start: number, work: Work) => void;
};

export function openBudgets({ giveUp }: Project): Budgets {
  const taken = new Map<string, number>();
  const told = new Set<string>();
  return {
    of(file) {
      const steps = taken.get(file) ?? 0;
      if (steps < fuelForFile) return fuelForCall;
      return steps < 2 * fuelForFile ? fuelForRest : fuelForPlain;
    },
    count(file, start, { most, steps, isCut }) {
      taken.set(file, (taken.get(file) ?? 0) + steps);
      if (most === fuelForCall || !isCut || told.has(file)) return;
      told.add(file);
      giveUp(
        file,
        start,
        "The calls of this file lead through too much: from here on, some are not followed.",
      );
    },
  };
}
