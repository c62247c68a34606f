// YAML text -> located tree, for plainly simple files: what start-up can afford. Knows the subset that plans are
// written in and gives up on everything else, every mistake included: yaml-reader.ts is the one judge of those.
import type { SourceFile } from "../diagnostics/diagnostic.js";
import {
  colon,
  comma,
  doubleQuote,
  giveUp,
  greater,
  hash,
  LineCursor,
  leftBrace,
  leftBracket,
  newline,
  pipe,
  rightBrace,
  rightBracket,
  singleQuote,
  space,
} from "./line-cursor.js";
import { blockScalar, plainScalar, quotedScalar } from "./plain-scalars.js";
import type { ListNode, MapNode, ScalarNode, TreeNode } from "./tree.js";

// Tabs, carriage returns, control characters, byte order marks, other line breaks; directives, document markers.
const unusual = /[^\n\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\uffff]|^(?:---|\.\.\.|%)/m;
/** The yaml package refuses keys over 1,024 characters, and the reader depths over 100. */
const keyLimit = 1000;
const depthLimit = 50;

/**
 * The tree of a file, the same as `readYaml` gives, or undefined where the text is anything but plainly simple. Of
 * a text without content the root is undefined.
 */
export function readPlainYaml(file: SourceFile): { readonly root: TreeNode | undefined } | undefined {
  if (unusual.test(file.text)) return undefined;
  try {
    return { root: readRoot(new LineCursor(file.path, file.text)) };
  } catch (thrown) {
    if (thrown === giveUp) return undefined;
    throw thrown;
  }
}

function readRoot(cursor: LineCursor): TreeNode | undefined {
  cursor.toContent();
  if (cursor.indent < 0) return undefined;
  const node = readBlock(cursor, 1);
  // A line whose indentation fits no level of those above it comes back to here.
  if (cursor.indent >= 0) throw giveUp;
  return node;
}

/** A mapping or a list that begins at the reader's place, in a line of its own. */
function readBlock(cursor: LineCursor, depth: number): TreeNode {
  return cursor.atItem() ? readList(cursor, cursor.indent, depth) : readMap(cursor, cursor.indent, depth);
}

function readMap(cursor: LineCursor, column: number, depth: number): MapNode {
  if (depth > depthLimit) throw giveUp;
  const start = cursor.at;
  const below = cursor.entries.size;
  do {
    if (cursor.atItem()) throw giveUp;
    const key = readKey(cursor, false);
    const value = readValue(cursor, column, depth);
    const end = Math.max(key.span.end, value.span.end);
    cursor.entries.add({ key, value, span: cursor.span(key.span.start, end) });
  } while (cursor.indent === column);
  const entries = cursor.entries.take(below);
  return { kind: "map", entries, span: cursor.span(start, entries.at(-1)?.span.end ?? start) };
}

function readList(cursor: LineCursor, column: number, depth: number): ListNode {
  if (depth > depthLimit) throw giveUp;
  const start = cursor.at;
  const below = cursor.items.size;
  do {
    cursor.at++;
    cursor.skipSpaces();
    cursor.items.add(readContent(cursor, column, depth));
  } while (cursor.indent === column && cursor.atItem());
  const items = cursor.items.take(below);
  return { kind: "list", items, span: cursor.span(start, items.at(-1)?.span.end ?? start) };
}

/** What stands behind a "- ", or in the line below a key of `column`; a list can't begin here. */
function readContent(cursor: LineCursor, column: number, depth: number): TreeNode {
  const code = cursor.code();
  if (code === leftBrace || code === leftBracket)
    return closeLine(cursor, readFlow(cursor, column, depth + 1));
  if (cursor.atItem()) throw giveUp;
  const start = cursor.at;
  const quoted = code === doubleQuote || code === singleQuote;
  const scalar = quoted ? quotedScalar(cursor) : plainScalar(cursor, false);
  if (cursor.code() !== colon) return closeLine(cursor, scalar);
  cursor.at = start;
  return readMap(cursor, start - cursor.line, depth + 1);
}

/** A key and its colon. */
function readKey(cursor: LineCursor, flow: boolean): ScalarNode {
  const code = cursor.code();
  const key = code === doubleQuote || code === singleQuote ? quotedScalar(cursor) : plainScalar(cursor, flow);
  if (cursor.code() !== colon) throw giveUp;
  if (key.span.end - key.span.start > keyLimit || (key.style === "plain" && key.text === "<<")) throw giveUp;
  cursor.at++;
  const next = cursor.code();
  if (next !== space && next !== newline && !cursor.atEnd()) throw giveUp;
  return key;
}

/** What stands behind a key of a block mapping whose keys begin at `column`. */
function readValue(cursor: LineCursor, column: number, depth: number): TreeNode {
  const afterColon = cursor.at;
  cursor.skipSpaces();
  const code = cursor.code();
  if (cursor.atEnd() || code === newline || (code === hash && cursor.at > afterColon)) {
    const empty: ScalarNode = {
      kind: "scalar",
      text: "",
      style: "plain",
      span: cursor.span(cursor.at, cursor.at),
    };
    const nextLine = code === newline ? cursor.at + 1 : undefined;
    cursor.nextContent();
    if (cursor.indent > column) {
      // A comment between a key and its value is the yaml package's to judge, but for collections in blocks.
      const follows = cursor.line === nextLine && !cursor.atItem();
      return follows ? readContent(cursor, column, depth) : readBlock(cursor, depth + 1);
    }
    return cursor.indent === column && cursor.atItem() ? readList(cursor, column, depth + 1) : empty;
  }
  if (code === pipe || code === greater) return blockScalar(cursor, column);
  if (code === leftBrace || code === leftBracket)
    return closeLine(cursor, readFlow(cursor, column, depth + 1));
  if (code === doubleQuote || code === singleQuote) return closeLine(cursor, quotedScalar(cursor));
  return closeLine(cursor, plainScalar(cursor, false));
}

/** Leaves the line behind a value that ends in it. */
function closeLine<Node extends TreeNode>(cursor: LineCursor, node: Node): Node {
  const end = cursor.at;
  cursor.skipSpaces();
  const code = cursor.code();
  if (!cursor.atEnd() && code !== newline && !(code === hash && cursor.at > end)) throw giveUp;
  cursor.nextContent();
  return node;
}

/**
 * `{ a: b }` or `[a, b]`, in one line or several that are all indented deeper than `column`; the last bracket
 * of the outermost may stand in it.
 */
function readFlow(cursor: LineCursor, column: number, depth: number, outermost = true): MapNode | ListNode {
  if (depth > depthLimit) throw giveUp;
  const start = cursor.at++;
  const isMap = cursor.text.charCodeAt(start) === leftBrace;
  const close = isMap ? rightBrace : rightBracket;
  const below = isMap ? cursor.entries.size : cursor.items.size;
  skipInFlow(cursor, column, outermost ? close : undefined);
  while (cursor.code() !== close) {
    if (isMap) {
      const key = readKey(cursor, true);
      cursor.skipSpaces();
      const value = readFlowValue(cursor, column, depth);
      cursor.entries.add({ key, value, span: cursor.span(key.span.start, value.span.end) });
    } else {
      cursor.items.add(readFlowValue(cursor, column, depth));
    }
    skipInFlow(cursor, column, outermost ? close : undefined);
    if (cursor.code() === comma) {
      cursor.at++;
      skipInFlow(cursor, column, outermost ? close : undefined);
    } else if (cursor.code() !== close) throw giveUp;
  }
  cursor.at++;
  const span = cursor.span(start, cursor.at);
  return isMap
    ? { kind: "map", entries: cursor.entries.take(below), span }
    : { kind: "list", items: cursor.items.take(below), span };
}

function readFlowValue(cursor: LineCursor, column: number, depth: number): TreeNode {
  const code = cursor.code();
  if (code === leftBrace || code === leftBracket) return readFlow(cursor, column, depth + 1, false);
  if (code === doubleQuote || code === singleQuote) return quotedScalar(cursor);
  return plainScalar(cursor, true);
}

/** Skips spaces, line breaks and comments inside a flow collection. */
function skipInFlow(cursor: LineCursor, column: number, close: number | undefined): void {
  for (;;) {
    const before = cursor.at;
    cursor.skipSpaces();
    if (cursor.code() === hash) {
      if (cursor.at === before) throw giveUp;
      cursor.toLineEnd();
    }
    if (cursor.atEnd()) throw giveUp;
    if (cursor.code() !== newline) return;
    const lineEnd = cursor.at;
    cursor.nextContent();
    // The yaml package refuses a comment at the very start of a line in here.
    if (cursor.text.slice(lineEnd, cursor.line).includes("\n#")) throw giveUp;
    if (cursor.indent > column) continue;
    if (cursor.indent < column || cursor.code() !== close) throw giveUp;
  }
}
