// What pasting, merging and word processors leave in YAML: the line where the parser stopped -> what to type instead.
import type { SourceFile } from "../diagnostics/diagnostic.js";
import { firstInvisible } from "../diagnostics/invisible.js";
import type { YamlProblem } from "./yaml-hints.js";

/** A place in a line, what is wrong there, and what to type instead. */
export type Hint = {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly help: string;
};

/** The merge conflicts that nobody has resolved, one problem each. */
export function mergeConflicts({ path, text }: SourceFile): readonly YamlProblem[] {
  if (!/^={7}\r?$/m.test(text) || !/^>{7}/m.test(text)) return [];
  return [...text.matchAll(/^<{7}(?: [^\r\n]*)?/gm)].map(({ index, 0: marker }) => ({
    rule: "yaml-syntax",
    span: { file: path, start: index, end: index + marker.length },
    message: "A merge conflict is not resolved here.",
    help: 'Keep what is right of both sides, and remove the lines "<<<<<<<", "=======" and ">>>>>>>". The file was not checked further.',
  }));
}

/** What a word processor or another alphabet's keyboard typed where YAML wants a space, a colon or a quote. */
export function pastedHint(line: string): Hint | undefined {
  for (const [index, character] of [...line].entries()) {
    const found = character === "\u3000" ? { code: "U+3000", isSpace: true } : firstInvisible(character);
    if (found === undefined || !/^[\s-]*$|:\s*$/.test(line.slice(0, index))) continue;
    return {
      start: index,
      end: index + 1,
      message: `This line has a ${found.isSpace ? "space that is not the keyboard's" : "character that can't be seen"} (${found.code}), which is a letter to YAML.`,
      help: "Type the spaces of this line anew.",
    };
  }
  const colon = /^\s*(?:- )?[^:"'#]*?(：)/.exec(line);
  if (colon !== null && !/:(?:\s|$)/.test(line)) {
    const start = colon[0].length - 1;
    return {
      start,
      end: start + 1,
      message: "This is a wide colon, which is a letter to YAML.",
      help: 'Type ":" and a space.',
    };
  }
  return undefined;
}

/** `"Account" made.` and `'Account's made.'`: the value ends with its second quote, and something follows. */
export function quotedTooEarly(line: string): Hint | undefined {
  const parts = /^(\s*(?:- )?(?:[^:#"']+:\s+)?)((["'])(?:(?!\3).)*\3)(\s*[^\s,:#}\]].*?)\s*$/.exec(line);
  if (parts?.[1] === undefined || parts[2] === undefined || parts[3] === undefined || parts[4] === undefined)
    return undefined;
  const start = parts[1].length;
  const whole = parts[2] + parts[4];
  const isWrapped = whole.length > 2 && whole.endsWith(parts[3]);
  const text = isWrapped ? whole.slice(1, -1) : whole;
  const quoted = text.includes('"') ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
  return {
    start,
    end: start + whole.length,
    message: `YAML ends the value at its second ${parts[3] === '"' ? "quotation mark" : "apostrophe"}, and more follows.`,
    help: `Quote the whole text: ${quoted}.`,
  };
}

/** A line that is indented deeper than the one above it, which has a value already. */
export function deeperLine(text: string, offset: number): { start: number; end: number } | undefined {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", start);
  if (end < 0) return undefined;
  const line = text.slice(start, end);
  const after = text.indexOf("\n", end + 1);
  const next = text.slice(end + 1, after < 0 ? text.length : after).trimEnd();
  const isValue = /^\s*(?:- )?[^:#]+:\s+[^\s#|>&*!{[]/.test(line);
  if (!isValue || !/:(?:\s|$)/.test(next) || next.search(/\S/) <= line.search(/\S/)) return undefined;
  return { start: end + 1 + next.search(/\S/), end: end + 1 + next.length };
}
