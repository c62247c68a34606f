// Applies safe fixes to the text of a plan's files until there is nothing left to mend. Touches no disk.
import {
  compareText,
  type Diagnostic,
  type Fix,
  type SourceFile,
  type TextEdit,
} from "../diagnostics/diagnostic.js";
import { assemblePlan } from "../plan/assemble.js";
import { checkPlan } from "./check-plan.js";

/** Mends may uncover others; a plan that still changes after so many rounds has two rules that undo each other. */
const roundLimit = 50;

export type FixedPlan = {
  /** The files that changed, with their new text; sorted by path. */
  readonly files: readonly SourceFile[];
  /** How many findings were mended. */
  readonly fixed: number;
};

/**
 * Mends what can be mended safely. `files` are the files of the plan, `head` is the path of plan.yaml among them.
 * Throws where fixes are at odds with each other or break the plan: a bug of a rule.
 */
export function fixPlan(
  files: readonly SourceFile[],
  { folder, head, today }: { readonly folder: string; readonly head: string; readonly today: string },
): FixedPlan {
  let fixed = 0;
  let checked = check(files, folder, head, today);
  for (let round = 0; round < roundLimit; round++) {
    const chosen = compatibleFixes(checked.diagnostics, checked.files);
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

/** The first safe fix of each finding, as far as they don't touch the same text; a fix is taken whole or not at all. */
function compatibleFixes(diagnostics: readonly Diagnostic[], files: readonly SourceFile[]): readonly Fix[] {
  const lengths = new Map(files.map(({ path, text }) => [path, text.length]));
  const taken = new Map<string, TextEdit[]>();
  const chosen: Fix[] = [];
  for (const { fixes = [] } of diagnostics) {
    const fix = fixes.find((one) => one.safe);
    if (fix === undefined || fix.edits.length === 0) continue;
    const fits = fix.edits.every(({ span }) => span.end <= (lengths.get(span.file) ?? -1));
    if (!fits || overlapAmong(fix.edits))
      throw new Error(`the fix "${fix.title}" is not one that can be made`);
    if (fix.edits.some((edit) => collides(edit, taken.get(edit.span.file) ?? []))) continue;
    for (const edit of fix.edits) insert(edit, taken);
    chosen.push(fix);
  }
  return chosen;
}

/** True where the edit touches text that another one changes; equal edits are one. */
function collides(edit: TextEdit, taken: readonly TextEdit[]): boolean {
  const at = firstEndingAfter(taken, edit.span.start);
  for (let index = at; index < taken.length; index++) {
    const other = taken[index];
    if (other === undefined || other.span.start > edit.span.end) return false;
    if (!isSame(edit, other)) return true;
  }
  return false;
}

function insert(edit: TextEdit, taken: Map<string, TextEdit[]>): void {
  const edits = taken.get(edit.span.file) ?? [];
  taken.set(edit.span.file, edits);
  const at = firstEndingAfter(edits, edit.span.start);
  const other = edits[at];
  if (other === undefined || !isSame(edit, other)) edits.splice(at, 0, edit);
}

/** The first of sorted edits that ends at the offset or behind it. */
function firstEndingAfter(edits: readonly TextEdit[], offset: number): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle]?.span.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isSame(a: TextEdit, b: TextEdit): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.text === b.text;
}

function overlapAmong(edits: readonly TextEdit[]): boolean {
  const sorted = inOrder(edits);
  return sorted.some(({ span }, index) => {
    const before = sorted[index - 1]?.span;
    return before !== undefined && before.file === span.file && before.end > span.start;
  });
}

function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.toSorted(
    (a, b) => compareText(a.span.file, b.span.file) || a.span.start - b.span.start || a.span.end - b.span.end,
  );
}

/** The files with the edits made; equal edits are made once. */
export function applyEdits(files: readonly SourceFile[], edits: readonly TextEdit[]): readonly SourceFile[] {
  const byFile = new Map<string, TextEdit[]>();
  let previous: TextEdit | undefined;
  for (const edit of inOrder(edits)) {
    if (previous !== undefined && previous.span.file === edit.span.file && isSame(previous, edit)) continue;
    previous = edit;
    const own = byFile.get(edit.span.file);
    if (own === undefined) byFile.set(edit.span.file, [edit]);
    else own.push(edit);
  }
  return files.map((file) => {
    const own = byFile.get(file.path);
    if (own === undefined) return file;
    const lineBreak = file.text.includes("\r\n") ? "\r\n" : "\n";
    const parts: string[] = [];
    let from = 0;
    for (const { span, text } of own) {
      parts.push(file.text.slice(from, span.start), text.replace(/\r?\n/g, lineBreak));
      from = span.end;
    }
    return { path: file.path, text: parts.join("") + file.text.slice(from) };
  });
}
