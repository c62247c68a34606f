// Applies the fixes of findings about code to the texts of its files. Touches no disk.
import type { Diagnostic, Fix, SourceFile } from "../diagnostics/diagnostic.js";
import { applyEdits, compatibleFixes } from "./edits.js";

export type FixCodeOptions = {
  /** Rules whose unsafe fixes are made too. */
  readonly unsafe: ReadonlySet<string>;
  /** Whether a text is one that its language accepts. */
  parses(path: string, text: string): boolean;
};

export type FixedCode = {
  /** The files that changed, sorted by path. */
  readonly files: readonly { readonly path: string; readonly before: string; readonly after: string }[];
  /** How many findings were mended. */
  readonly fixed: number;
  /** Fixes that were not made, since they would have broken a file. */
  readonly refused: readonly Fix[];
};

/**
 * Mends what can be mended together, once: what a fix uncovers, and what touches the same text as another, is left to
 * the next run. `files` are the files of code that may be changed; a fix that touches any other is left out.
 */
export function fixCode(
  diagnostics: readonly Diagnostic[],
  files: readonly SourceFile[],
  { unsafe, parses }: FixCodeOptions,
): FixedCode {
  const before = new Map(files.map(({ path, text }) => [path, text]));
  const refused = new Set<Fix>();
  for (;;) {
    const chosen = compatibleFixes(diagnostics, files, (fix, { rule }) => {
      const wanted = (fix.safe || unsafe.has(rule)) && !refused.has(fix);
      return wanted && fix.edits.every(({ span }) => before.has(span.file));
    });
    const changed = changedBy(chosen, files, before);
    const broken = changed.filter((file) => !parses(file.path, file.after) && parses(file.path, file.before));
    if (broken.length === 0) return { files: changed, fixed: chosen.length, refused: [...refused] };
    // One that breaks its file alone is to blame; where none does, the last of those that don't go together.
    for (const { path } of broken) {
      const here = chosen.filter(({ edits }) => edits.some(({ span }) => span.file === path));
      const guilty = here.filter((fix) =>
        changedBy([fix], files, before).some((file) => !parses(file.path, file.after)),
      );
      for (const fix of guilty.length > 0 ? guilty : here.slice(-1)) refused.add(fix);
    }
  }
}

function changedBy(
  fixes: readonly Fix[],
  files: readonly SourceFile[],
  before: ReadonlyMap<string, string>,
): FixedCode["files"] {
  const edits = fixes.flatMap((fix) => fix.edits);
  const touched = new Set(edits.map(({ span }) => span.file));
  const after = applyEdits(
    files.filter(({ path }) => touched.has(path)),
    edits,
  );
  return after.flatMap(({ path, text }) => {
    const was = before.get(path);
    return was === undefined || was === text ? [] : [{ path, before: was, after: text }];
  });
}
