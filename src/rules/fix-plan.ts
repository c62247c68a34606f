// Applies safe fixes to the text of a plan's files until there is nothing left to mend. Touches no disk.
import type { Diagnostic, SourceFile } from "../diagnostics/diagnostic.js";
import { assemblePlan } from "../plan/assemble.js";
import { checkPlan } from "./check-plan.js";
import { applyEdits, compatibleFixes } from "./edits.js";

/** Mends may uncover others; a plan that still changes after so many rounds has two rules that undo each other. */
const roundLimit = 50;

export type FixPlanOptions = {
  readonly folder: string;
  /** The path of plan.yaml. */
  readonly head: string;
  readonly today: string;
  /** Rules whose unsafe fixes are made too. */
  readonly unsafe?: ReadonlySet<string>;
};

export type FixedPlan = {
  /** The files that changed, with their new text; sorted by path. */
  readonly files: readonly SourceFile[];
  /** How many findings were mended. */
  readonly fixed: number;
};

/**
 * Mends what can be mended safely, and what `unsafe` names. `files` are the files of the plan.
 * Throws where fixes are at odds with each other or break the plan: a bug of a rule.
 */
export function fixPlan(
  files: readonly SourceFile[],
  { folder, head, today, unsafe = new Set() }: FixPlanOptions,
): FixedPlan {
  let fixed = 0;
  let checked = check(files, folder, head, today);
  for (let round = 0; round < roundLimit; round++) {
    const chosen = compatibleFixes(
      checked.diagnostics,
      checked.files,
      (fix, { rule }) => fix.safe || unsafe.has(rule),
    );
    if (chosen.length === 0) {
      const before = new Map(files.map(({ path, text }) => [path, text]));
      return { files: checked.files.filter(({ path, text }) => before.get(path) !== text), fixed };
    }
    // Two that are right alone may be wrong together, such as two renames to one name: then fewer are made.
    for (let count = chosen.length; ; count = Math.floor(count / 2)) {
      const made = chosen.slice(0, count);
      const texts = applyEdits(
        checked.files,
        made.flatMap((fix) => fix.edits),
      );
      const after = check(texts, folder, head, today);
      if (after.errors <= checked.errors) {
        checked = after;
        fixed += count;
        break;
      }
      if (count === 1) throw new Error(`the fix "${made[0]?.title}" breaks the plan`);
    }
  }
  throw new Error(`fixes of the plan undo each other: they went on for ${roundLimit} rounds`);
}

type Checked = {
  readonly files: readonly SourceFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** How many mistakes the loader found: what no fix may add to. */
  readonly errors: number;
};

function check(files: readonly SourceFile[], folder: string, head: string, today: string): Checked {
  const { plan, diagnostics: found } = assemblePlan(files, folder, head);
  return { files, diagnostics: checkPlan(plan, { today, found }).diagnostics, errors: found.length };
}
