// What every stage says about a user's files: one finding, one place, and how to mend it.

/** A range in one file: UTF-16 offsets, end exclusive. Line and column are computed once, in report/. */
export type Span = {
  /** Relative to the project root, with `/`. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
};

/** A value and the place where it is written. */
export type Located<T> = { readonly value: T; readonly span: Span };

export type Severity = "error" | "warning" | "info";

/** What the plan is held against. `plan` is the plan itself. */
export type Mirror = "plan" | "generated" | "base" | "code" | "consumers";

/** A second place that explains a finding. */
export type Related = { readonly message: string; readonly span: Span };

/**
 * Replaces the text of `span` by `text`. Two that touch each other are not made together, but for insertions at one
 * place that both say `beside`: such as imports of two fixes.
 */
export type TextEdit = { readonly span: Span; readonly text: string; readonly beside?: true };

/** A mend that can be offered; `safe` ones are applied by `--fix`. */
export type Fix = { readonly title: string; readonly safe: boolean; readonly edits: readonly TextEdit[] };

/** One finding: a mistake of the user, never a bug of ours. */
export type Diagnostic = {
  /** A noun phrase in kebab-case; stable, never reused. */
  readonly rule: string;
  readonly mirror: Mirror;
  readonly severity: Severity;
  /** One sentence that names the thing. */
  readonly message: string;
  readonly span: Span;
  /** The event and property that the finding is about, where there is one. */
  readonly event?: string;
  readonly property?: string;
  readonly related?: readonly Related[];
  /** What to do about it. */
  readonly help?: string;
  readonly fixes?: readonly Fix[];
  /** True for an error of the loader that hides nothing: what it is about was read, and others may judge it too. */
  readonly hidesNothing?: true;
  /** The place of a mistake that this one follows from: where a rule speaks of that place, this stays silent. */
  readonly followsFrom?: Span;
};

/** What a stage returns: its value, where it could make one, and its findings. */
export type Stage<T> = { readonly value: T | undefined; readonly diagnostics: readonly Diagnostic[] };

/** A file as it was read: its path relative to the project root (with `/`) and its text. */
export type SourceFile = { readonly path: string; readonly text: string };

/** Orders findings by file, place and rule: the order of every report. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.span.file, b.span.file) ||
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}

/** Compares by code unit: the one order of names in the project, the same in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
