// Reads a pattern in the syntax that RE2 and JavaScript's `u` mode share: text -> tree, or the first thing that one
// of the two does not know.
import { type CharacterSet, complement, lineEnd, rangesOf, union } from "./characters.js";
import { countLimit, readCounts, repetition } from "./counts.js";
import { type Escape, readEscape } from "./escapes.js";
import { foreignClass, foreignGroup, Refusal, refuse } from "./refusals.js";
import { characterCount, countProduct, type PatternNode, type PatternProblem, type Repeat } from "./tree.js";

/** Text that JavaScript reads in another way than RE2, and what it is in JavaScript. */
export type Rewrite = { readonly start: number; readonly end: number; readonly text: string };

export type ParsedPattern =
  | { readonly node: PatternNode; readonly rewrites: readonly Rewrite[]; readonly problem?: never }
  | { readonly problem: PatternProblem; readonly node?: never; readonly rewrites?: never };

/** Characters of a pattern with its counts spelled out: what RE2 and V8 compile without complaint. */
const sizeLimit = 10_000;
/** Far above any pattern that people write, far below the end of a stack. */
const depthLimit = 100;

/** Parses a pattern. Never throws. */
export function parsePattern(pattern: string): ParsedPattern {
  const parser = new Parser(pattern);
  try {
    const node = parser.whole();
    const size = characterCount(node);
    if (size > sizeLimit) {
      refuse(
        0,
        pattern.length,
        `The pattern is ${size} characters long with its counts spelled out, more than the ${sizeLimit} that are allowed.`,
        "Use smaller counts, or bind the length with minLength and maxLength.",
      );
    }
    return { node, rewrites: parser.rewrites };
  } catch (thrown) {
    if (thrown instanceof Refusal) return { problem: thrown.problem };
    throw thrown;
  }
}

class Parser {
  readonly rewrites: Rewrite[] = [];
  readonly #text: string;
  readonly #names = new Set<string>();
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): PatternNode {
    const half = /\p{Surrogate}/u.exec(this.#text);
    if (half !== null) {
      refuse(half.index, half.index + 1, "The pattern holds one half of a character.", "Remove it.");
    }
    const node = this.#choice();
    // Only a ")" without its "(" ends a choice early.
    if (this.#at < this.#text.length) {
      refuse(this.#at, this.#at + 1, 'The ")" closes no group.', 'Write "\\)" for the character itself.');
    }
    return node;
  }

  #choice(): PatternNode {
    const options = [this.#sequence()];
    while (this.#eat("|")) options.push(this.#sequence());
    return options.length === 1 && options[0] !== undefined ? options[0] : { kind: "choice", options };
  }

  #sequence(): PatternNode {
    const items: PatternNode[] = [];
    for (let next = this.#peek(); next !== "" && next !== "|" && next !== ")"; next = this.#peek()) {
      const start = this.#at;
      const atom = this.#atom();
      items.push(this.#repeated(atom, start));
    }
    return items.length === 1 && items[0] !== undefined ? items[0] : { kind: "sequence", items };
  }

  #atom(): PatternNode {
    const start = this.#at;
    const next = this.#peek();
    switch (next) {
      case "(":
        return this.#group();
      case "[":
        return { kind: "character", set: this.#class() };
      case ".":
        this.#at++;
        this.#rewrite(start, "[^\\n]");
        return { kind: "character", set: complement(lineEnd) };
      case "^":
      case "$":
        this.#at++;
        return { kind: "assertion", assertion: next };
      case "*":
      case "+":
      case "?":
        return refuse(
          start,
          start + 1,
          `There is nothing before the "${next}" that it could repeat.`,
          `Write "\\${next}" for the character itself.`,
        );
      case "{":
      case "}":
      case "]":
        return refuse(
          start,
          start + 1,
          `The "${next}" stands alone, which JavaScript does not read.`,
          `Write "\\${next}" for the character itself.`,
        );
      case "\\": {
        const boundary = this.#text.slice(start, start + 2);
        if (boundary === "\\b" || boundary === "\\B") {
          this.#at += 2;
          return { kind: "assertion", assertion: boundary };
        }
        const escaped = this.#escape(false);
        return {
          kind: "character",
          set: escaped.set ?? [escaped.character, escaped.character],
        };
      }
      default: {
        const character = this.#character();
        return { kind: "character", set: [character, character] };
      }
    }
  }

  #group(): PatternNode {
    const start = this.#at;
    const foreign = foreignGroup(this.#text.slice(start));
    if (foreign !== undefined) refuse(start, start + foreign.length, foreign.message, foreign.help);
    const head = /^\((?:\?:|\?<([A-Za-z_][A-Za-z0-9_]*)>)?/.exec(this.#text.slice(start));
    const name = head?.[1];
    if (name !== undefined && this.#names.has(name)) {
      refuse(
        start,
        start + (head?.[0].length ?? 1),
        `Two groups have the name "${name}".`,
        'Write "(?:" for a group that needs no name.',
      );
    }
    if (name !== undefined) this.#names.add(name);
    this.#at += head?.[0].length ?? 1;
    if (++this.#depth > depthLimit) {
      refuse(start, start + 1, `The groups of the pattern are nested more than ${depthLimit} deep.`);
    }
    const node = this.#choice();
    this.#depth--;
    if (!this.#eat(")")) {
      refuse(
        start,
        start + 1,
        "The group is not closed.",
        'Add a ")", or write "\\(" for the character itself.',
      );
    }
    return node;
  }

  #repeated(atom: PatternNode, start: number): PatternNode {
    const from = this.#at;
    const mark = repetition.exec(this.#text.slice(from));
    if (mark === null) return atom;
    const end = from + mark[0].length;
    if (atom.kind === "assertion" && this.#text[from - 1] !== ")") {
      refuse(
        start,
        end,
        `"${this.#text.slice(start, from)}" matches a place, which can't be repeated.`,
        "Leave out the repetition.",
      );
    }
    const { min, max } = readCounts(mark, from);
    this.#at = end;
    const second = /^(?:[*+?]|\{[0-9,]*\})/.exec(this.#text.slice(end, end + 40));
    if (second !== null) {
      refuse(
        start,
        end + second[0].length,
        `"${mark[0]}${second[0]}" is a repetition of a repetition, which neither RE2 nor JavaScript knows.`,
        `Write "${mark[0]}" alone; possessive repetitions such as "a++" do not exist here.`,
      );
    }
    const repeat: Repeat = { kind: "repeat", body: atom, min, max, start, end };
    if (countProduct(repeat) > countLimit) {
      refuse(
        from,
        end,
        `The counts of repetitions within one another multiply to more than ${countLimit}, RE2's limit.`,
        "Repeat fewer times, or bind the length with maxLength.",
      );
    }
    return repeat;
  }

  #class(): CharacterSet {
    const start = this.#at++;
    const negated = this.#eat("^");
    if (this.#peek() === "]") {
      refuse(
        start,
        this.#at + 1,
        `"${this.#text.slice(start, this.#at + 1)}" is an empty class to JavaScript, and one that goes on to RE2.`,
        'Write "\\]" for the character itself.',
      );
    }
    const ranges: (readonly [number, number])[] = [];
    while (!this.#eat("]")) {
      if (this.#peek() === "") {
        refuse(
          start,
          start + 1,
          "The class is not closed.",
          'Add a "]", or write "\\[" for the character itself.',
        );
      }
      const from = this.#at;
      const low = this.#member();
      if (this.#peek() !== "-" || this.#text[this.#at + 1] === "]" || this.#at + 1 >= this.#text.length) {
        ranges.push(...rangesOf(low.set ?? [low.character, low.character]));
        continue;
      }
      this.#at++;
      const high = this.#member();
      const written = this.#text.slice(from, this.#at);
      if (low.set !== undefined || high.set !== undefined) {
        refuse(
          from,
          this.#at,
          `"${written}" is a range with a whole class at one end, which JavaScript does not read.`,
          'Put the "-" last in the class, or write "\\-".',
        );
      }
      if (low.character > high.character) {
        refuse(from, this.#at, `The range "${written}" has its ends in the wrong order.`);
      }
      ranges.push([low.character, high.character]);
    }
    const set = union(ranges);
    return negated ? complement(set) : set;
  }

  /** A character or an escape in a class. */
  #member(): Escape {
    if (this.#peek() === "\\") return this.#escape(true);
    const foreign = foreignClass(this.#text.slice(this.#at));
    if (foreign !== undefined) refuse(this.#at, this.#at + foreign.length, foreign.message, foreign.help);
    return { character: this.#character() };
  }

  #escape(inClass: boolean): Escape {
    const { end, rewrite, ...escaped } = readEscape(this.#text, this.#at, inClass);
    const start = this.#at;
    this.#at = end;
    if (rewrite !== undefined) this.#rewrite(start, rewrite);
    return escaped;
  }

  #character(): number {
    const character = this.#text.codePointAt(this.#at) ?? 0;
    this.#at += character > 0xffff ? 2 : 1;
    return character;
  }

  #rewrite(start: number, text: string): void {
    this.rewrites.push({ start, end: this.#at, text });
  }

  #peek(): string {
    return this.#text.charAt(this.#at);
  }

  #eat(text: string): boolean {
    const found = this.#peek() === text;
    if (found) this.#at++;
    return found;
  }
}
