// A place in YAML text that moves line by line: what the fast reader's parts share.
import type { Span } from "../diagnostics/diagnostic.js";
import type { Entry, TreeNode } from "./tree.js";

export const newline = 10;
export const space = 32;
export const doubleQuote = 34;
export const hash = 35;
export const singleQuote = 39;
export const comma = 44;
export const dash = 45;
export const colon = 58;
export const greater = 62;
export const leftBracket = 91;
export const backslash = 92;
export const rightBracket = 93;
export const leftBrace = 123;
export const pipe = 124;
export const rightBrace = 125;

/** Thrown, always the same one, where text is not plainly simple. */
export const giveUp: Error = new Error("not plainly simple YAML");

/** Longer texts, such as descriptions, rarely come twice; and shorter ones hold no larger text alive in V8. */
const sharedLength = 12;
const sharedCount = 4096;
/** The last text of each place that the characters of a text decide: one that comes again is mostly still there. */
const shared: (string | undefined)[] = [];

/**
 * Items of collections that are being read, one inside of the other. A list of its own for each would make V8 reserve
 * room for seventeen, where most hold two.
 */
export class Pile<T> {
  readonly #items: T[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(item: T): void {
    this.#items[this.#size++] = item;
  }

  /** Takes off what lies above the lowest `size` items, as a list of its own. */
  take(size: number): readonly T[] {
    const taken = this.#items.slice(size, this.#size);
    this.#size = size;
    return taken;
  }
}

/** Lives for one file. Between nodes it stands at the first character of a line's content. */
export class LineCursor {
  readonly text: string;
  readonly file: string;
  readonly entries = new Pile<Entry>();
  readonly items = new Pile<TreeNode>();
  at = 0;
  /** Where the line begins that the cursor stands in. */
  line = 0;
  /** The indentation of that line; -1 at the end of the text. */
  indent = -1;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  /** Goes on to the next line that has content. */
  nextContent(): void {
    this.toLineEnd();
    this.at++;
    this.toContent();
  }

  /** From the start of a line to the content of the first line that has any. */
  toContent(): void {
    for (;;) {
      this.line = this.at;
      this.skipSpaces();
      if (this.atEnd()) {
        this.indent = -1;
        return;
      }
      const code = this.code();
      if (code !== newline && code !== hash) {
        this.indent = this.at - this.line;
        return;
      }
      this.toLineEnd();
      this.at++;
    }
  }

  toLineEnd(): void {
    const end = this.text.indexOf("\n", this.at);
    this.at = end < 0 ? this.text.length : end;
  }

  skipSpaces(): void {
    while (this.text.charCodeAt(this.at) === space) this.at++;
  }

  code(): number {
    return this.text.charCodeAt(this.at);
  }

  atEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** True at a dash that begins a list's item. */
  atItem(): boolean {
    if (this.code() !== dash) return false;
    const next = this.text.charCodeAt(this.at + 1);
    return next === space || next === newline || this.at + 1 >= this.text.length;
  }

  /** The text of a range; short ones are the same string wherever they stand, which plans repeat all over. */
  slice(start: number, end: number): string {
    const { text } = this;
    const length = end - start;
    if (length > sharedLength || length === 0) return text.slice(start, end);
    const middle = text.charCodeAt(start + (length >> 1));
    const mix = (text.charCodeAt(start) * 31 + middle) * 31 + text.charCodeAt(end - 1);
    const place = (mix * 31 + length) & (sharedCount - 1);
    const known = shared[place];
    if (known !== undefined && known.length === length && text.startsWith(known, start)) return known;
    const made = text.slice(start, end);
    shared[place] = made;
    return made;
  }

  span(start: number, end: number): Span {
    return { file: this.file, start, end };
  }
}
