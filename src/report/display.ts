// How text looks in a terminal: how many cells it takes, and what is shown for characters that would take the
// terminal over.
import { eastAsianWidth } from "get-east-asian-width";

/** A piece of a line that is shown as one: where it starts in the line, what is shown, and its width in cells. */
export type Cell = {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
  readonly width: number;
};

const tabStop = 4;
const plainLine = /^[\u0020-\u007e]*$/;
/** Made for the first line that needs it: it takes 12 ms, and most runs print nothing but ASCII. */
let segmenter: Intl.Segmenter | undefined;

/**
 * Control characters, and the marks that reorder text: shown by their number, since a plan comes from a repository
 * and a terminal does what these say.
 */
const unsafe = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
const lonelySurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text with what could harm a terminal spelled out: `\n`, `\u{1b}`. */
export function printable(text: string): string {
  return text.replace(unsafe, spelledOut).replace(lonelySurrogate, spelledOut);
}

/** The same for a text of several lines. */
export function printableLines(text: string): string {
  return text.split(/\r?\n/).map(printable).join("\n");
}

function spelledOut(character: string): string {
  if (character === "\n") return "\\n";
  if (character === "\r") return "\\r";
  if (character === "\t") return "\\t";
  return `\\u{${character.charCodeAt(0).toString(16)}}`;
}

/** Cuts a line into what is shown as one: a letter with its accents, an emoji with its parts, a tab. */
export function cellsOf(line: string): readonly Cell[] {
  if (plainLine.test(line)) {
    return Array.from(line, (text, offset) => ({ offset, length: 1, text, width: 1 }));
  }
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  const cells: Cell[] = [];
  let column = 0;
  for (const { segment, index } of segmenter.segment(line)) {
    let text = printable(segment);
    let width = segment === text ? graphemeWidth(segment) : text.length;
    if (segment === "\t") {
      width = tabStop - (column % tabStop);
      text = " ".repeat(width);
    }
    cells.push({ offset: index, length: segment.length, text, width });
    column += width;
  }
  return cells;
}

/** The cells that a printable text takes. */
export function displayWidth(text: string): number {
  if (plainLine.test(text)) return text.length;
  return cellsOf(text).reduce((sum, cell) => sum + cell.width, 0);
}

/** What is drawn onto the character before it: marks, and the vowels and finals of a Hangul syllable. */
function takesNoCell(character: string): boolean {
  return /[\p{Mark}\p{Default_Ignorable_Code_Point}\u1160-\u11ff\ud7b0-\ud7ff]/u.test(character);
}

/** An emoji takes two cells however many parts it has; marks that combine with a letter take none. */
function graphemeWidth(grapheme: string): number {
  if (/\p{Emoji_Presentation}|\ufe0f|\p{Regional_Indicator}{2}/u.test(grapheme)) return 2;
  let width = 0;
  for (const character of grapheme) {
    if (takesNoCell(character)) continue;
    width += eastAsianWidth(character.codePointAt(0) ?? 0);
  }
  return width;
}

/** Breaks a text between words into lines of at most `width` cells; a word that is longer keeps its line. */
export function wrapWords(text: string, width: number | undefined): readonly string[] {
  if (width === undefined || displayWidth(text) <= width) return [text];
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && displayWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  lines.push(line);
  return lines;
}
