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
  return text.split("\n").flatMap((paragraph) => {
    const trimmed = paragraph.trim();
    if (columns(trimmed) <= room && !trimmed.includes("  ")) return [trimmed];
    const lines: string[] = [];
    let current = "";
    let used = 0;
    for (const word of trimmed.split(/ +/)) {
      const size = columns(word);
      // A word that begins with "@" must not get to the start of a line, where it would be a tag.
      if (current !== "" && used + 1 + size > room && !word.startsWith("@")) {
        lines.push(current);
        current = word;
        used = size;
      } else {
        used += current === "" ? size : size + 1;
        current = current === "" ? word : `${current} ${word}`;
      }
    }
    return [...lines, current];
  });
}
