// Chooses among the fixes of findings those that can be made together, and makes them. Touches no disk.
import {
  compareText,
  type Diagnostic,
  type Fix,
  type SourceFile,
  type TextEdit,
} from "../diagnostics/diagnostic.js";

/**
 * The first fix of each finding that is accepted, as far as they don't touch the same text; a fix is taken whole or
 * not at all. Throws where a fix can't be made: a bug of its rule.
 */
export function compatibleFixes(
  diagnostics: readonly Diagnostic[],
  files: readonly SourceFile[],
  accepts: (fix: Fix, diagnostic: Diagnostic) => boolean,
): readonly Fix[] {
  const lengths = new Map(files.map(({ path, text }) => [path, text.length]));
  const taken = new Map<string, TextEdit[]>();
  const chosen: Fix[] = [];
  for (const diagnostic of diagnostics) {
    const fix = diagnostic.fixes?.find((one) => accepts(one, diagnostic));
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
    if (!isSame(edit, other) && !goBeside(edit, other)) return true;
  }
  return false;
}

function insert(edit: TextEdit, taken: Map<string, TextEdit[]>): void {
  const edits = taken.get(edit.span.file) ?? [];
  taken.set(edit.span.file, edits);
  const at = firstEndingAfter(edits, edit.span.start);
  for (let index = at; ; index++) {
    const other = edits[index];
    if (other === undefined || other.span.start > edit.span.end) break;
    if (isSame(edit, other)) return;
  }
  edits.splice(at, 0, edit);
}

/** Two insertions at one place that don't mind each other. */
function goBeside(a: TextEdit, b: TextEdit): boolean {
  const { start, end } = a.span;
  return (
    a.beside === true && b.beside === true && start === end && b.span.start === start && b.span.end === end
  );
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
    (a, b) =>
      compareText(a.span.file, b.span.file) ||
      a.span.start - b.span.start ||
      a.span.end - b.span.end ||
      compareText(a.text, b.text),
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
