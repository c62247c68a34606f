// Finds the comments in code that set findings aside, `// trackwright-ignore-next-line RULE: reason`, and what each
// covers.
import type { CodeScan } from "../code/emission.js";
import type { SourceFile, Span } from "../diagnostics/diagnostic.js";
import {
  afterBreak,
  fileKeyword,
  lineEnd,
  mark,
  nextLineKeyword,
  readWords,
  type Suppression,
  spacesBefore,
} from "./comments.js";

/** The suppressions of every file of a scan. Linear in the texts that hold any. */
export function suppressionsInCode({ texts, emissions }: CodeScan): readonly Suppression[] {
  const found: Suppression[] = [];
  for (const [path, text] of texts) {
    if (!text.includes(mark)) continue;
    const calls = emissions.map(({ span }) => span).filter(({ file }) => file === path);
    found.push(...suppressionsOf({ path, text }, calls));
  }
  return found;
}

/** A comment that begins with the mark, in the signs of TypeScript, JSX, and the markup of Vue and Svelte. */
const opener =
  /\{\s*\/\*+\s*(?=trackwright-ignore)|\/[/*]+\s*(?=trackwright-ignore)|<!--+\s*(?=trackwright-ignore)/g;

function suppressionsOf({ path, text }: SourceFile, calls: readonly Span[]): readonly Suppression[] {
  const found: Suppression[] = [];
  for (let line = 0; line < text.length; ) {
    const end = lineEnd(text, line);
    const row = text.slice(line, end);
    if (row.includes(mark)) {
      for (const match of row.matchAll(opener)) {
        const comment = readComment(path, text, line, end, match[0], line + match.index, calls);
        if (comment !== undefined) found.push(comment);
      }
    }
    line = afterBreak(text, end);
  }
  return found;
}

function readComment(
  file: string,
  text: string,
  line: number,
  end: number,
  sign: string,
  at: number,
  calls: readonly Span[],
): Suppression | undefined {
  const begin = at + sign.length;
  const closing = sign.startsWith("{") ? /\*\/\s*\}/ : sign.startsWith("<") ? /--+>/ : /\*\//;
  const rest = text.slice(begin, end);
  const closed = sign.startsWith("//") ? null : closing.exec(rest);
  const words = readWords(file, rest.slice(0, closed?.index ?? rest.length).trimEnd(), begin);
  if (words === undefined) return undefined;
  const stop = closed === null ? end : begin + closed.index + closed[0].length;
  const alone = text.slice(line, at).trim() === "" && text.slice(stop, end).trim() === "";
  const { keyword } = words;
  const below = alone || keyword.text === nextLineKeyword;
  return {
    ...words,
    in: "code",
    span: { file, start: at, end: stop },
    covers:
      keyword.text === fileKeyword
        ? { file, start: 0, end: text.length + 1 }
        : below
          ? nextLine(file, text, afterBreak(text, end), calls)
          : { file, start: line, end },
    removal: alone
      ? { file, start: line, end: Math.min(afterBreak(text, end), text.length) }
      : { file, start: spacesBefore(text, line, at), end: stop },
  };
}

/** The next line that is more than a comment of this kind, with the whole of a call that begins on it. */
function nextLine(file: string, text: string, from: number, calls: readonly Span[]): Span | undefined {
  for (let line = from; line < text.length; line = afterBreak(text, lineEnd(text, line))) {
    const end = lineEnd(text, line);
    const row = text.slice(line, end).trim();
    if (row === "" || row.includes(mark)) continue;
    const begun = calls.filter(({ start }) => line <= start && start < end);
    return { file, start: line, end: begun.reduce((last, call) => Math.max(last, call.end), end) };
  }
  return undefined;
}
