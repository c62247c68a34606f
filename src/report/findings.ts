// Turns diagnostics into findings: sorted, each once, with lines, columns and a fingerprint. What every reporter
// starts from.
import { createHash } from "node:crypto";
import {
  compareDiagnostics,
  type Diagnostic,
  type Mirror,
  type Severity,
} from "../diagnostics/diagnostic.js";
import { spellInvisible } from "../diagnostics/invisible.js";
import { LineIndex } from "../diagnostics/line-index.js";
import type { Report } from "./report.js";

/** A place as people count: lines and columns from 1, columns in UTF-16 code units, the end exclusive. */
export type Place = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
};

export type FindingEdit = Place & { readonly text: string };
export type FindingFix = {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly FindingEdit[];
};

/** A diagnostic with its places counted out. */
export type Finding = Place & {
  readonly rule: string;
  readonly severity: Severity;
  readonly mirror: Mirror;
  readonly message: string;
  readonly event: string | null;
  readonly property: string | null;
  readonly help: string | null;
  readonly url: string | null;
  readonly related: readonly (Place & { readonly message: string })[];
  readonly fixes: readonly FindingFix[];
  /** 12 hexadecimal digits; the same as long as the mistake is the same, wherever it moves. */
  readonly fingerprint: string;
};

/** The texts of a report's files, with their lines found once. */
export class Sources {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #indexes = new Map<string, LineIndex>();

  constructor(texts: ReadonlyMap<string, string>) {
    this.#texts = texts;
  }

  /** The lines of a file; undefined where its text is not known. */
  lines(file: string): LineIndex | undefined {
    const known = this.#indexes.get(file);
    if (known !== undefined) return known;
    const text = this.#texts.get(file);
    if (text === undefined) return undefined;
    const index = new LineIndex(text);
    this.#indexes.set(file, index);
    return index;
  }

  text(file: string): string | undefined {
    return this.#texts.get(file);
  }

  /** The place of a span; the start of the file where its text is not known. */
  place(span: Diagnostic["span"]): Place {
    const lines = this.lines(span.file);
    if (lines === undefined) return { file: span.file, line: 1, column: 1, endLine: 1, endColumn: 1 };
    const start = lines.position(span.start);
    const end = lines.position(Math.max(span.start, span.end));
    return {
      file: span.file,
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
    };
  }
}

/**
 * The distinct findings of a report, sorted by file, place and rule, each with its fingerprint: 12 hexadecimal
 * digits. Those that nothing but their place tells apart are told apart by their order.
 */
export function fingerprintsOf(
  report: Report,
  sources: Sources = new Sources(report.texts),
): ReadonlyMap<Diagnostic, string> {
  const seen = new Set<string>();
  const twins = new Map<string, number>();
  const fingerprints = new Map<Diagnostic, string>();
  for (const diagnostic of [...report.diagnostics].sort(compareDiagnostics)) {
    const { rule, message, span } = diagnostic;
    const identity = JSON.stringify([rule, message, span.file, span.start, span.end]);
    if (seen.has(identity)) continue;
    seen.add(identity);
    const traits = stableTraits(diagnostic, sources);
    const twin = twins.get(traits) ?? 0;
    twins.set(traits, twin + 1);
    const hash = createHash("sha256").update(`${traits}\u0000${twin}`);
    fingerprints.set(diagnostic, hash.digest("hex").slice(0, 12));
  }
  return fingerprints;
}

/** The findings of a report, sorted by file, place and rule; equal ones once. */
export function findingsOf(report: Report, sources: Sources = new Sources(report.texts)): readonly Finding[] {
  return [...fingerprintsOf(report, sources)].map(([diagnostic, fingerprint]) => ({
    rule: diagnostic.rule,
    severity: diagnostic.severity,
    mirror: diagnostic.mirror,
    message: spellInvisible(diagnostic.message),
    ...sources.place(diagnostic.span),
    event: diagnostic.event ?? null,
    property: diagnostic.property ?? null,
    help: diagnostic.help === undefined ? null : spellInvisible(diagnostic.help),
    url: report.rules.get(diagnostic.rule)?.url ?? null,
    related: (diagnostic.related ?? []).map((one) => ({
      message: spellInvisible(one.message),
      ...sources.place(one.span),
    })),
    fixes: (diagnostic.fixes ?? []).map((fix) => ({
      title: spellInvisible(fix.title),
      safe: fix.safe,
      edits: fix.edits.map((edit) => ({ ...sources.place(edit.span), text: edit.text })),
    })),
    fingerprint,
  }));
}

/**
 * What stays the same about a finding when lines move, files are renamed and numbers in its message change. The
 * flagged text is among it, except in generated files: there the message names the file, and its content is
 * expected to change.
 */
function stableTraits(diagnostic: Diagnostic, sources: Sources): string {
  const { rule, mirror, event, property, message } = diagnostic;
  const flagged = mirror === "generated" ? "" : flaggedText(diagnostic, sources);
  return JSON.stringify([rule, event ?? null, property ?? null, stableMessage(message, mirror), flagged]);
}

/** The message without what moving lines and files changes: numbers outside quotes, and names of plan files. */
function stableMessage(message: string, mirror: Mirror): string {
  if (mirror === "generated") return message;
  return message
    .replace(/[^\s"']+\.ya?ml(?::\d+)*/g, "FILE")
    .replace(/"[^"]*"|\d+/g, (part) => (part.startsWith('"') ? part : "N"));
}

/** The first line of the flagged range, or its whole line where the range is empty. */
function flaggedText({ span }: Diagnostic, sources: Sources): string {
  const text = sources.text(span.file);
  const lines = sources.lines(span.file);
  if (text === undefined || lines === undefined) return "";
  const flagged =
    span.end > span.start ? text.slice(span.start, span.end) : lines.line(lines.position(span.start).line);
  return (flagged.trim().split(/[\r\n]/, 1)[0] ?? "").trim();
}
