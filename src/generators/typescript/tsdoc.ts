// Writes doc comments: what users wrote in the plan, made harmless and wrapped.
import { columns } from "./layout.js";

/** Paragraphs, an example's code and tags of a doc comment; empty ones are left out. */
export type DocText = {
  readonly paragraphs: readonly string[];
  readonly example?: string | undefined;
  readonly tags?: readonly string[];
};

/** The lines of a doc comment, each behind `margin`; none where there is nothing to say. */
export function docComment({ paragraphs, example, tags = [] }: DocText, margin = ""): readonly string[] {
  const room = 100 - margin.length - 3;
  const lines: string[] = [];
  for (const paragraph of paragraphs) {
    const text = paragraph.trim();
    if (text === "") continue;
    if (lines.length > 0) lines.push("");
    lines.push(...wrap(text, room));
  }
  if (example !== undefined) {
    if (lines.length > 0) lines.push("");
    lines.push("@example", "```ts", ...example.split("\n"), "```");
  }
  const written = tags.filter((tag) => tag.trim() !== "");
  if (lines.length > 0 && written.length > 0) lines.push("");
  for (const tag of written) lines.push(...wrap(tag, room));
  const [first] = lines;
  if (first === undefined) return [];
  if (lines.length === 1 && columns(first) + margin.length + 7 <= 100) return [`${margin}/** ${first} */`];
  return [`${margin}/**`, ...lines.map((text) => `${margin} * ${text}`.trimEnd()), `${margin} */`];
}

/** A user's text that can neither end the comment nor open a tag in it. */
export function harmless(text: string): string {
  // Nearly all texts are.
  if (!harm.test(text)) return text;
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, "\n")
    .replace(/[\0-\x09\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, " ")
    .replaceAll("*/", "*\\/")
    .replace(/(^|[\s{*])@/gm, "$1\\@");
}

/** What `harmless` looks at more closely. */
const harm = /[\0-\x09\x0b-\x1f@\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\*\//;

/** A user's text as a code span on one line. */
export function code(text: string): string {
  const plain = harmless(text).replace(/\s+/g, " ");
  if (!plain.includes("`")) return `\`${plain}\``;
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = plain.startsWith("`") || plain.endsWith("`") ? " " : "";
  return fence + pad + plain + pad + fence;
}

/** A text as a sentence: with a full stop, if it has no other end. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === "" || /[.!?:;\u2026\u3002\uff01\uff1f]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

function wrap(text: string, room: number): readonly string[] {
  // Nearly all texts are one line of ASCII that fits.
  if (text.length <= room && /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(text)) return [text];
  return unbroken(text).flatMap((line) => (typeof line === "string" ? wrapLine(line, room) : line.verbatim));
}

/** A line to wrap, or one of a code block, which stays. */
type Line = string | { readonly verbatim: string };

/** Indented, of a table or quote, a list item, a heading, or the line below a heading. */
const ownLine = /^(?: {2}|[|>]|(?:[-*+]|#{1,6}|\d+[.)]) |(?:-+|=+)$)/;

/**
 * The lines of a text without the breaks that only keep the plan's lines short. Markdown tells those from
 * the others: lists, tables, headings, quotes, indented lines and code blocks keep theirs.
 */
function unbroken(text: string): readonly Line[] {
  const lines: Line[] = [];
  let fence: string | undefined;
  let open = false;
  for (const given of text.split("\n")) {
    // One space is a slip, or stands for a control character.
    const line = given.replace(/^ (?! )/, "");
    const [, mark] = /^ *(```|~~~)/.exec(line) ?? [];
    if (fence !== undefined || mark !== undefined) {
      lines.push({ verbatim: line.trimEnd() });
      if (fence === undefined) fence = mark;
      else if (mark === fence) fence = undefined;
      open = false;
      continue;
    }
    const plain = line.trim() !== "" && !ownLine.test(line);
    const last = lines.at(-1);
    if (plain && open && typeof last === "string") lines[lines.length - 1] = `${last} ${line.trimEnd()}`;
    else lines.push(line.trimEnd());
    // Two spaces or a backslash at the end are Markdown for a break that is meant.
    open = plain && !/(?: {2}|\\)$/.test(line);
  }
  return lines;
}

/** What can't stand at the start of a line without being read as a tag or as Markdown. */
const startsSomething = /^@|^(?:[-*+|>]|#{1,6}|\d+[.)])$/;

function wrapLine(line: string, room: number): readonly string[] {
  const [margin = ""] = /^ *(?:(?:[-*+]|\d+[.)]) +)?/.exec(line) ?? [];
  const hang = " ".repeat(margin.length);
  const lines: string[] = [];
  let current = margin;
  let used = margin.length;
  let empty = true;
  for (const word of line.slice(margin.length).split(/ +/)) {
    const size = columns(word);
    if (!empty && used + 1 + size > room && !startsSomething.test(word)) {
      lines.push(current);
      current = hang + word;
      used = hang.length + size;
    } else {
      used += empty ? size : size + 1;
      current += empty ? word : ` ${word}`;
    }
    empty = false;
  }
  return [...lines, current];
}
