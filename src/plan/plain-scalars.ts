// The scalars that the fast YAML reader knows: plain and quoted ones in one line, and simple blocks of text.
import {
  backslash,
  colon,
  comma,
  dash,
  doubleQuote,
  giveUp,
  greater,
  hash,
  type LineCursor,
  leftBrace,
  leftBracket,
  newline,
  rightBrace,
  rightBracket,
  singleQuote,
  space,
} from "./line-cursor.js";
import type { ScalarNode } from "./tree.js";

const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
  ["n", "\n"],
  ["t", "\t"],
]);

/** A plain scalar in one line; stops before a colon that ends a key, a comment or, in a flow, an indicator. */
export function plainScalar(cursor: LineCursor, flow: boolean): ScalarNode {
  const text = cursor.text;
  const start = cursor.at;
  if (!isPlainStart(text, start)) throw giveUp;
  let end = start;
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Small letters, which text is mostly made of, mean nothing to YAML.
    if (code >= 0x61 && code <= 0x7a) {
      end = at + 1;
      continue;
    }
    if (code === newline) break;
    if (code === space) {
      if (text.charCodeAt(at + 1) === hash) break;
      continue;
    }
    if (code === colon) {
      const next = at + 1 < text.length ? text.charCodeAt(at + 1) : newline;
      if (next === space || next === newline) break;
      if (flow && isFlowIndicator(next)) throw giveUp;
    } else if (flow && isFlowIndicator(code)) break;
    end = at + 1;
  }
  cursor.at = end;
  return { kind: "scalar", text: cursor.slice(start, end), style: "plain", span: cursor.span(start, end) };
}

/** A quoted scalar in one line. */
export function quotedScalar(cursor: LineCursor): ScalarNode {
  const text = cursor.text;
  const start = cursor.at;
  const quote = text.charCodeAt(start);
  let content = "";
  let from = start + 1;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === newline) throw giveUp;
    if (code === quote) {
      content += text.slice(from, at);
      if (quote === singleQuote && text.charCodeAt(at + 1) === singleQuote) {
        content += "'";
        from = ++at + 1;
        continue;
      }
      cursor.at = at + 1;
      return { kind: "scalar", text: content, style: "quoted", span: cursor.span(start, at + 1) };
    }
    if (code === backslash && quote === doubleQuote) {
      const escaped = escapes.get(text.charAt(at + 1));
      if (escaped === undefined) throw giveUp;
      content += text.slice(from, at) + escaped;
      from = ++at + 1;
    }
  }
  throw giveUp;
}

/** `|` or `>`, clipped or stripped; its lines are indented deeper than `column`. */
export function blockScalar(cursor: LineCursor, column: number): ScalarNode {
  const text = cursor.text;
  const start = cursor.at;
  const folded = cursor.code() === greater;
  cursor.at++;
  const strip = cursor.code() === dash;
  if (strip) cursor.at++;
  if (cursor.code() !== newline) throw giveUp;
  cursor.at++;
  const lines: string[] = [];
  let indent = 0;
  let end = start;
  while (!cursor.atEnd()) {
    const lineStart = cursor.at;
    cursor.skipSpaces();
    const width = cursor.at - lineStart;
    if (cursor.code() === newline || cursor.atEnd()) {
      // Spaces in an empty line may be content.
      if (width > 0 || cursor.atEnd()) throw giveUp;
      lines.push("");
      cursor.at++;
      continue;
    }
    if (indent === 0) {
      if (width <= column) throw giveUp;
      indent = width;
    }
    if (width < indent) {
      cursor.at = lineStart;
      break;
    }
    // Lines that are indented deeper do not fold.
    if (folded && width > indent) throw giveUp;
    cursor.toLineEnd();
    // Whether a last line without a line break ends in one is the yaml package's to say.
    if (cursor.atEnd()) throw giveUp;
    end = cursor.at;
    lines.push(text.slice(lineStart + indent, end));
    cursor.at++;
  }
  while (lines.at(-1) === "") lines.pop();
  if (lines.length === 0 || lines[0] === "") throw giveUp;
  while (/\s/.test(text.charAt(end - 1))) end--;
  cursor.toContent();
  if (cursor.indent > column) throw giveUp;
  const content = folded ? fold(lines) : lines.join("\n");
  return {
    kind: "scalar",
    text: strip ? content : `${content}\n`,
    style: "block",
    span: cursor.span(start, end),
  };
}

function isFlowIndicator(code: number): boolean {
  return (
    code === comma ||
    code === leftBracket ||
    code === rightBracket ||
    code === leftBrace ||
    code === rightBrace
  );
}

/** Whether a plain scalar may begin here without a doubt: no indicator of YAML does. */
function isPlainStart(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const code = text.charCodeAt(at);
  // Letters and digits, which nearly all of them begin with.
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39))
    return true;
  const char = text.charAt(at);
  if (char === "-") return /[0-9A-Za-z.]/.test(text.charAt(at + 1));
  return !/[\s?:,[\]{}#&*!|>'"%@`]/.test(char);
}

/** Lines of a folded scalar: one break is a space, each empty line a break. */
function fold(lines: readonly string[]): string {
  let content = lines[0] ?? "";
  let breaks = 0;
  for (const line of lines.slice(1)) {
    if (line === "") {
      breaks++;
      continue;
    }
    content += breaks === 0 ? ` ${line}` : "\n".repeat(breaks) + line;
    breaks = 0;
  }
  return content;
}
