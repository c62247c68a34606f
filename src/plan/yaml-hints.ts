// What a YAML syntax error most likely is, and what to type instead.
import type { SourceFile, Span } from "../diagnostics/diagnostic.js";
import { commentedHint } from "./commented-name.js";
import { oddLine } from "./indentation.js";
import { deeperLine, type Hint, pastedHint, quotedTooEarly } from "./pasted.js";

/** A mistake that keeps text from being the YAML of a plan. */
export type YamlProblem = {
  readonly rule: string;
  readonly span: Span;
  readonly message: string;
  readonly help?: string;
  /** The name of an alias that has no anchor. */
  readonly alias?: string;
};

/** The keys that stand at the margin of a plan's files. */
const atTheMargin =
  "trackwright name version description owners naming identity sources destination generate code rules breaks types groups events objects people sequences consumers".split(
    " ",
  );

/** The longest line in which traps are looked for. */
const longestLine = 2000;

/** Tells what is wrong where the parser stopped: the traps by name, anything else in the parser's words. */
export function explainSyntaxError(file: SourceFile, code: string, message: string, span: Span): YamlProblem {
  const text = file.text;
  const offset = Math.min(span.start, text.length);
  // The mistake is often on the line before the one where the parser gives up.
  for (const at of [offset, previousLine(text, offset)]) {
    if (at === undefined) continue;
    const start = text.lastIndexOf("\n", at - 1) + 1;
    const newline = text.indexOf("\n", at);
    const line = text.slice(start, newline < 0 ? text.length : newline).replace(/\r$/, "");
    // Nobody types such a line, and looking for traps in it would take longer than reading the file.
    if (line.length > longestLine) continue;
    const hint = hintFor(code, line, offset - start);
    if (hint !== undefined) {
      return {
        rule: "yaml-syntax",
        span: { file: file.path, start: start + hint.start, end: start + hint.end },
        message: hint.message,
        help: hint.help,
      };
    }
  }
  const deeper = code === "BLOCK_AS_IMPLICIT_KEY" ? deeperLine(text, offset) : undefined;
  if (deeper !== undefined) {
    return {
      rule: "yaml-syntax",
      span: { file: file.path, ...deeper },
      message: "This line is indented deeper than the one above it, which has a value already.",
      help: "Indent all entries of one level alike, with two spaces a level.",
    };
  }
  const odd =
    code === "BAD_INDENT" && !/flow/i.test(message) ? oddLine(text, offset, atTheMargin) : undefined;
  if (odd !== undefined) {
    return {
      rule: "yaml-syntax",
      span: { file: file.path, start: odd.start, end: odd.end },
      message: odd.isAtMargin
        ? "This line stands at the margin, and the names beside it are indented."
        : "This line's indentation fits none of the lines above it.",
      help: "Indent all entries of one level alike, with two spaces a level.",
    };
  }
  const rule =
    code === "MULTIPLE_DOCS"
      ? "yaml-feature"
      : code === "RESOURCE_EXHAUSTION"
        ? "input-too-large"
        : "yaml-syntax";
  const place = visible(text, cause(text, code, message, span));
  return { rule, span: place, ...(commentedHint(text, place.start, code) ?? plainWords(code, message)) };
}

/** Where the mistake was made, which is often before the place where the parser noticed. */
function cause(text: string, code: string, message: string, span: Span): Span {
  const at = (start: number, end = start + 1): Span => ({ file: span.file, start, end });
  if (code === "MISSING_CHAR" && /quote/.test(message)) {
    const opened = text.lastIndexOf(message.includes("'") ? "'" : '"', span.start - 1);
    return opened < 0 ? span : at(opened);
  }
  if (code !== "BAD_INDENT") return span;
  if (!/flow/i.test(message)) {
    const start = text.lastIndexOf("\n", span.start - 1) + 1;
    const newline = text.indexOf("\n", start);
    const line = text.slice(start, newline < 0 ? text.length : newline).trimEnd();
    return line.trim() === "" ? span : at(start + line.search(/\S/), start + line.length);
  }
  // The innermost bracket that is still open; the flow's indentation is only how the parser noticed.
  let open = 0;
  for (let offset = span.start - 1; offset >= 0; offset--) {
    const character = text.charAt(offset);
    if (character === "}" || character === "]") open++;
    else if ((character === "{" || character === "[") && open-- === 0) return at(offset);
  }
  return span;
}

function hintFor(code: string, line: string, column: number): Hint | undefined {
  if (code === "MULTIPLE_DOCS" || code === "RESOURCE_EXHAUSTION") return undefined;
  if (code === "TAB_AS_INDENT" || /^ *\t/.test(line)) {
    const tab = line.indexOf("\t");
    if (tab >= 0 && line.slice(0, tab).trim() === "") {
      return {
        start: tab,
        end: tab + 1,
        message: "A tab indents this line; YAML allows only spaces.",
        help: "Indent with two spaces.",
      };
    }
  }
  const pasted = pastedHint(line);
  if (pasted !== undefined) return pasted;
  const array = /((?:map\(|\()*[\p{L}_][\w.-]*\)*\[\](?:\[\]|\))*)(?=\s*[,}\]])/u.exec(line);
  if (array?.[1] !== undefined && /[{[]/.test(line.slice(0, array.index))) {
    return quote(array.index, array[1], "Inside { } a type with [] must be quoted.");
  }
  const quotedUnion = /(["'])[^"']*\1(?:\s*\|\s*(["'])[^"']*\2)+/.exec(line);
  if (quotedUnion !== null) {
    const values = quotedUnion[0].split("|").map((part) => part.trim().slice(1, -1));
    return {
      start: quotedUnion.index,
      end: quotedUnion.index + quotedUnion[0].length,
      message: "YAML ends the value after the first quoted word.",
      help: `Write enum(${values.join(", ")}).`,
    };
  }
  const reserved = /^(\s*(?:- )?(?:[^:#]+:\s+)?)([@`%])([^\s:,]*)(:)?/.exec(line);
  if (reserved !== null && code === "BAD_SCALAR_START") {
    const start = reserved[1]?.length ?? 0;
    // A value reaches to the end of its line; a key, and what stands in { } or [ ], does not.
    const whole = reserved[4] === undefined && !/[{[]/.test(line.slice(0, start));
    const word = whole ? line.slice(start).replace(/\s+(?:#.*)?$/, "") : `${reserved[2]}${reserved[3]}`;
    return quote(start, word, `YAML reserves "${reserved[2]}" at the start of a value.`);
  }
  if (code === "BAD_DQ_ESCAPE") {
    const sequence = line.slice(column, column + 2);
    return {
      start: column,
      end: Math.min(column + 2, line.length),
      message: `"${sequence}" is not an escape that double quotes know.`,
      help: "Put patterns into single quotes: '…'.",
    };
  }
  const comment = /^\s*(?:- )?(?:"[^"]*"|'[^']*'|[^\s"'#:][^#:]*?)( #[^:]*:)\s*$/.exec(line);
  if (comment?.[1] !== undefined) {
    const start = line.search(/\S/);
    return quote(
      start,
      line.slice(start).replace(/:\s*$/, ""),
      'A "#" after a space begins a comment, so this key never ends.',
    );
  }
  const glued = /^\s*(?:- )?([\w$.-]+\??):(\S+)\s*$/.exec(line);
  if (
    glued !== null &&
    !line.includes(": ") &&
    /MISSING_CHAR|MULTILINE_IMPLICIT_KEY|BAD_INDENT|UNEXPECTED_TOKEN/.test(code)
  ) {
    const start = line.search(/[^\s-]/);
    return {
      start,
      end: line.trimEnd().length,
      message: `"${line.trim()}" is one word to YAML: a space is missing after the colon.`,
      help: `Write "${glued[1]}: ${glued[2]}".`,
    };
  }
  if (code === "BLOCK_AS_IMPLICIT_KEY") {
    const nested = /^(\s*(?:- )?(?:"[^"]*"|'[^']*'|[^:]+?):\s+)([^"'{[|>#].*?: .*?)\s*$/.exec(line);
    if (nested?.[1] !== undefined && nested[2] !== undefined) {
      return quote(nested[1].length, nested[2], 'A ": " inside text begins a new key to YAML.');
    }
    const name = /^(\s*)([^\s"'{[|>#:][^:#]*: [^:#]*):\s*$/.exec(line);
    if (name?.[1] !== undefined && name[2] !== undefined) {
      return quote(name[1].length, name[2], 'A ": " inside a name ends it to YAML.');
    }
  }
  const alias = /^(\s*(?:- )?[^:#]+:\s+)([*&]\S*\s+\S.*?)\s*$/.exec(line);
  if (alias?.[1] !== undefined && alias[2] !== undefined) {
    return quote(
      alias[1].length,
      alias[2],
      `A "${alias[2].charAt(0)}" at the start of a value is an alias or an anchor to YAML.`,
    );
  }
  const early = code === "UNEXPECTED_TOKEN" || code === "MISSING_CHAR" ? quotedTooEarly(line) : undefined;
  if (early !== undefined) return early;
  const slashed = /\bpattern:\s+(\/\S+\/[a-z]*)(?=\s*(?:[,}]|$))/.exec(line);
  if (slashed?.[1] !== undefined) {
    const start = line.indexOf(slashed[1], slashed.index);
    return {
      start,
      end: start + slashed[1].length,
      message: "A pattern stands in single quotes, without the slashes of JavaScript.",
      help: `Write '${slashed[1].replace(/^\/|\/[a-z]*$/g, "").replaceAll("'", "''")}'.`,
    };
  }
  const trailing = code === "UNEXPECTED_TOKEN" ? /([,}\]])\s*$/.exec(line) : null;
  if (trailing?.[1] !== undefined && trailing.index === column) {
    return {
      start: trailing.index,
      end: trailing.index + 1,
      message:
        trailing[1] === ","
          ? "A comma stands behind the value; in YAML a line ends without one."
          : `A "${trailing[1]}" closes nothing.`,
      help: `Remove the "${trailing[1]}".`,
    };
  }
  const pattern = /\bpattern:\s+([[{][^\s'"]*[^\s,'"}])/.exec(line);
  if (pattern?.[1] !== undefined) {
    const start = line.indexOf(pattern[1], pattern.index);
    return {
      start,
      end: start + pattern[1].length,
      message: "A pattern that begins with a bracket is a list or a mapping to YAML.",
      help: `Quote it with single quotes: '${pattern[1]}'.`,
    };
  }
  const folded = /^\s*(?:- |[^:]+:\s+)(>=?\s*\S.*)$/.exec(line);
  if (folded?.[1] !== undefined) {
    const start = line.indexOf(folded[1]);
    return {
      start,
      end: line.trimEnd().length,
      message: 'A ">" at the start of a value begins a folded block of text to YAML.',
      help: 'A condition begins with the property: "event.cart_value >= 50".',
    };
  }
  return undefined;
}

function quote(start: number, text: string, message: string): Hint {
  const quoted = text.includes('"') ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
  return { start, end: start + text.length, message, help: `Quote it: ${quoted}.` };
}

/** The parser's own reason in the words of somebody who writes a plan. */
function plainWords(code: string, message: string): { message: string; help?: string } {
  switch (code) {
    case "BAD_INDENT":
      return /flow/i.test(message)
        ? { message: "A { or [ is not closed.", help: "Close it, or indent its lines deeper than its key." }
        : {
            message: "This line's indentation fits none of the lines above it.",
            help: "Indent all entries of one level alike, with two spaces a level.",
          };
    case "MISSING_CHAR":
      if (/quote/.test(message))
        return { message: "A quote is opened and never closed.", help: "Close it with the same quote." };
      if (/followed by map values/.test(message)) {
        return {
          message: "A key without a colon.",
          help: 'Write "key: value", with a space after the colon.',
        };
      }
      if (/comma|,/i.test(message))
        return { message: "A comma is missing between two items.", help: "Separate the items with commas." };
      break;
    case "BLOCK_IN_FLOW":
      return {
        message: "Inside { } or [ ] something is not separated from what is before it.",
        help: "Separate the items with commas, and close the bracket before the next line's key.",
      };
    case "BLOCK_AS_IMPLICIT_KEY":
      return {
        message: "Two levels of keys stand on one line, or a line is indented deeper than its neighbours.",
        help: "Quote text that holds a colon, and indent all entries of one level alike.",
      };
    case "MULTILINE_IMPLICIT_KEY":
      return {
        message: "A key without a colon, or text that goes on in the next line.",
        help: 'Write "key: value" on one line.',
      };
    case "UNEXPECTED_TOKEN":
      if (/block-seq-ind on same line/.test(message)) {
        return {
          message: 'A list item ("- ") can\'t stand on the line of its key.',
          help: "Put it on the next line, or write [a, b].",
        };
      }
      return { message: "YAML can't make sense of this.", help: "If it is text, quote the whole value." };
    case "BAD_SCALAR_START":
      return {
        message: "YAML reserves the character that this value begins with.",
        help: "Quote the value.",
      };
    case "MULTIPLE_DOCS":
      return {
        message: "A file of the plan holds one YAML document; a second one begins here.",
        help: 'Remove the "---", or put the rest into a file of its own.',
      };
    case "KEY_OVER_1024_CHARS":
      return { message: "A key is longer than 1,024 characters." };
    case "RESOURCE_EXHAUSTION":
      return { message: "The file nests too deeply." };
  }
  return { message: `This is not valid YAML: ${message.replace(/\.?$/, ".")}` };
}

/** A range that shows: line breaks at its edges are left out, and it holds a character where there is one. */
function visible(text: string, span: Span): Span {
  let start = Math.min(span.start, text.length);
  let end = Math.min(Math.max(span.end, start), text.length);
  while (start > 0 && (start >= text.length || /[\r\n]/.test(text.charAt(start)))) start--;
  end = Math.max(end, Math.min(start + 1, text.length));
  const newline = text.slice(start, end).search(/[\r\n]/);
  if (newline > 0) end = start + newline;
  return { file: span.file, start, end };
}

function previousLine(text: string, offset: number): number | undefined {
  const start = text.lastIndexOf("\n", offset - 1);
  return start <= 0 ? undefined : start - 1;
}
