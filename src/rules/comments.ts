// Finds the comments that set findings aside, `# trackwright-ignore RULE: reason`, and what of the file each covers.
import type { SourceFile, Span } from "../diagnostics/diagnostic.js";
import { readFile } from "../plan/recover.js";
import type { TreeNode } from "../plan/tree.js";

/** What every comment that sets findings aside begins with. */
export const mark = "trackwright-ignore";

/** A comment that sets findings of a rule aside. */
export type Suppression = SuppressionWords & {
  /** In a file of the plan, or in code. */
  readonly in: "plan" | "code";
  /** The comment, from its `#` to its end. */
  readonly span: Span;
  /** The findings that begin in here are covered; undefined where the comment stands above nothing. */
  readonly covers: Span | undefined;
  /** What removing the comment takes out of the file. */
  readonly removal: Span;
};

/** What such a comment says. */
export type SuppressionWords = {
  /** Every word of it that begins with the mark: `trackwright-ignore`, or what was meant by it. */
  readonly keyword: { readonly text: string; readonly span: Span };
  readonly rule: { readonly text: string; readonly span: Span } | undefined;
  /** The day up to which it counts, as written. */
  readonly until: { readonly text: string; readonly span: Span } | undefined;
  readonly reason: string | undefined;
};

/** The suppressions of a file, in their order. Linear in the text; a file without any is not read again. */
export function suppressionsIn(file: SourceFile): readonly Suppression[] {
  const { path, text } = file;
  if (!text.includes(mark)) return [];
  const { root } = readFile(file);
  const layout: Layout = { quoted: [], starts: new Map(), below: new Map() };
  if (root !== undefined) visit(root, text, layout);
  layout.quoted.sort((a, b) => a.start - b.start);
  const found: Suppression[] = [];
  let line = 0;
  while (line < text.length) {
    const end = lineEnd(text, line);
    if (text.slice(line, end).includes(mark)) {
      const at = commentStart(text, line, end, layout);
      const suppression = at === undefined ? undefined : readComment(path, text, line, at, end, layout);
      if (suppression !== undefined) found.push(suppression);
    }
    line = afterBreak(text, end);
  }
  return found;
}

/** What of the tree matters to comments. */
type Layout = {
  /** Scalars with a `#` in them: what looks like a comment there is text. */
  readonly quoted: Span[];
  /** The largest entry or item that begins at an offset. */
  readonly starts: Map<number, Span>;
  /** What a comment above a line covers, by the line's start, as far as it was asked for. */
  readonly below: Map<number, Span>;
};

function visit(node: TreeNode, text: string, layout: Layout): void {
  const add = (span: Span): void => {
    const known = layout.starts.get(span.start);
    if (known === undefined || known.end < span.end) layout.starts.set(span.start, span);
  };
  if (node.kind === "map") {
    for (const entry of node.entries) {
      add(entry.span);
      visit(entry.key, text, layout);
      visit(entry.value, text, layout);
    }
  } else if (node.kind === "list") {
    for (const item of node.items) {
      add(item.span);
      visit(item, text, layout);
    }
  } else if (text.slice(node.span.start, node.span.end).includes("#")) layout.quoted.push(node.span);
}

/** Where the comment of a line begins: a `#` at its start or after a space, outside of quotes and block text. */
function commentStart(text: string, start: number, end: number, { quoted }: Layout): number | undefined {
  for (let at = text.indexOf("#", start); at >= 0 && at < end; at = text.indexOf("#", at + 1)) {
    if (at > start && !/[ \t]/.test(text.charAt(at - 1))) continue;
    if (!isInside(quoted, at)) return at;
  }
  return undefined;
}

/** True where one of the spans, which are sorted and apart from each other, holds the offset. */
function isInside(spans: readonly Span[], at: number): boolean {
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((spans[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const span = spans[low];
  return span !== undefined && span.start <= at && at < span.end;
}

const form =
  /^(?<keyword>trackwright-ignore[\w-]*)(?:[ \t]+(?<rule>[^\s:]+))?(?:[ \t]+(?<until>until)(?:[ \t]+(?<day>[^\s:]+))?)?[ \t]*(?<rest>.*)$/ds;

/** What a comment says; undefined where `words`, its text from `at` on, does not begin with the mark. */
export function readWords(file: string, words: string, at: number): SuppressionWords | undefined {
  const match = form.exec(words);
  const groups = match?.groups;
  const indices = match?.indices?.groups;
  if (groups === undefined || indices === undefined) return undefined;
  const part = (name: string): { readonly text: string; readonly span: Span } | undefined => {
    const range = indices[name];
    const value = groups[name];
    if (range === undefined || value === undefined) return undefined;
    return { text: value, span: { file, start: at + range[0], end: at + range[1] } };
  };
  const keyword = part("keyword");
  if (keyword === undefined) return undefined;
  const reason = /^:\s*(\S.*)$/s.exec(groups.rest ?? "")?.[1];
  return { keyword, rule: part("rule"), until: part("day") ?? part("until"), reason };
}

function readComment(
  file: string,
  text: string,
  line: number,
  at: number,
  end: number,
  layout: Layout,
): Suppression | undefined {
  const comment = text.slice(at, end).trimEnd();
  const opener = /^#+[ \t]*/.exec(comment)?.[0].length ?? 0;
  const words = readWords(file, comment.slice(opener), at + opener);
  if (words === undefined) return undefined;
  const alone = text.slice(line, at).trim() === "";
  const wholeFile = words.keyword.text === fileKeyword;
  return {
    ...words,
    in: "plan",
    span: { file, start: at, end: at + comment.length },
    covers: wholeFile
      ? { file, start: 0, end: text.length + 1 }
      : alone
        ? below(file, text, afterBreak(text, end), layout)
        : { file, start: line, end },
    removal: alone
      ? { file, start: line, end: Math.min(afterBreak(text, end), text.length) }
      : { file, start: spacesBefore(text, line, at), end },
  };
}

export const lineKeyword: string = mark;
export const fileKeyword: string = `${mark}-file`;
export const nextLineKeyword: string = `${mark}-next-line`;

/** What a comment on a line of its own covers: the entry or item that begins on the next line with content. */
function below(file: string, text: string, from: number, layout: Layout): Span | undefined {
  // Of many comments above one entry, only the first looks for it.
  const passed: number[] = [];
  for (let line = from; line < text.length; line = afterBreak(text, lineEnd(text, line))) {
    const known = layout.below.get(line);
    passed.push(line);
    const end = lineEnd(text, line);
    const content = line + (/^[ \t]*/.exec(text.slice(line, end))?.[0].length ?? 0);
    if (known === undefined && (content >= end || text.charAt(content) === "#")) continue;
    const span = known ?? contentOf(file, line, content, end, layout);
    for (const start of passed) layout.below.set(start, span);
    return span;
  }
  return undefined;
}

/** The largest entry or item that begins on a line, from the line's start; the line where none does. */
function contentOf(file: string, line: number, content: number, end: number, { starts }: Layout): Span {
  for (let at = content; at < end; at++) {
    const span = starts.get(at);
    if (span !== undefined) return { file, start: line, end: Math.max(span.end, end) };
  }
  return { file, start: line, end };
}

/** Where the spaces and tabs begin that stand before an offset. */
export function spacesBefore(text: string, from: number, at: number): number {
  let start = at;
  while (start > from && (text.charAt(start - 1) === " " || text.charAt(start - 1) === "\t")) start--;
  return start;
}

/** Before the line's break; a lone carriage return is none, as to the reader of YAML. */
export function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  if (end < 0) return text.length;
  return end > from && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}

export function afterBreak(text: string, end: number): number {
  return text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
}
