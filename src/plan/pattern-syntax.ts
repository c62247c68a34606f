// Reads a regular expression of a plan, in the syntax that RE2 and JavaScript's `u` mode share: text -> tree.

/** Code points from `from` to `to`, both included. */
export type CodeRange = { readonly from: number; readonly to: number };

export type PatternNode =
  /** One character of a set. */
  | { readonly kind: "set"; readonly ranges: readonly CodeRange[] }
  /** Nothing: an assertion such as `^`, or an empty alternative. */
  | { readonly kind: "empty" }
  | { readonly kind: "sequence" | "choice"; readonly parts: readonly PatternNode[] }
  | { readonly kind: "repeat"; readonly body: PatternNode; readonly min: number; readonly max: number };

/** What keeps a pattern from being read: a sentence for people. */
export class PatternMistake extends Error {}

/** RE2 refuses larger counts. */
const countLimit = 1_000;
const depthLimit = 50;
const lastCodePoint = 0x10ffff;

/** Parses a pattern that JavaScript's `u` mode accepts; throws a PatternMistake where RE2 would not accept it. */
export function parsePattern(pattern: string): PatternNode {
  const parser = new PatternParser(pattern);
  return parser.choice(0);
}

class PatternParser {
  readonly #characters: readonly string[];
  #at = 0;

  constructor(pattern: string) {
    this.#characters = [...pattern];
  }

  choice(depth: number): PatternNode {
    if (depth > depthLimit) throw new PatternMistake(`its groups nest deeper than ${depthLimit} levels`);
    const parts = [this.#sequence(depth)];
    while (this.#take("|")) parts.push(this.#sequence(depth));
    const only = parts[0];
    return parts.length === 1 && only !== undefined ? only : { kind: "choice", parts };
  }

  #sequence(depth: number): PatternNode {
    const parts: PatternNode[] = [];
    for (let next = this.#peek(); next !== undefined && next !== "|" && next !== ")"; next = this.#peek()) {
      parts.push(this.#quantified(this.#atom(depth)));
    }
    return { kind: "sequence", parts };
  }

  #quantified(body: PatternNode): PatternNode {
    let min = 0;
    let max = Number.POSITIVE_INFINITY;
    if (this.#take("+")) min = 1;
    else if (this.#take("?")) max = 1;
    else if (this.#take("{")) [min, max] = this.#counts();
    else if (!this.#take("*")) return body;
    // A lazy quantifier matches the same texts.
    this.#take("?");
    return { kind: "repeat", body, min, max };
  }

  #counts(): [number, number] {
    let text = "";
    for (let next = this.#next(); next !== "}" && next !== undefined; next = this.#next()) text += next;
    const [low = "", high] = text.split(",");
    const min = Number(low);
    const max = high === undefined ? min : high === "" ? Number.POSITIVE_INFINITY : Number(high);
    const largest = Number.isFinite(max) ? max : min;
    if (largest > countLimit)
      throw new PatternMistake(`a repetition of ${largest} is above RE2's limit of ${countLimit}`);
    return [min, max];
  }

  #atom(depth: number): PatternNode {
    const character = this.#next();
    switch (character) {
      case "(":
        return this.#group(depth);
      case "[":
        return { kind: "set", ranges: this.#class() };
      case "^":
      case "$":
        return { kind: "empty" };
      case ".":
        return { kind: "set", ranges: inverted([single(10), single(13), { from: 0x2028, to: 0x2029 }]) };
      case "\\": {
        const next = this.#peek();
        if (next === "b" || next === "B") {
          this.#at++;
          return { kind: "empty" };
        }
        return { kind: "set", ranges: this.#escape() };
      }
      default:
        return { kind: "set", ranges: [single(character?.codePointAt(0) ?? 0)] };
    }
  }

  #group(depth: number): PatternNode {
    if (this.#take("?") && !this.#take(":")) {
      const next = this.#peek() ?? "";
      const following = this.#characters[this.#at + 1] ?? "";
      const name =
        next === "=" || next === "!" || (next === "<" && /[=!]/.test(following))
          ? "a look-around"
          : next === "<"
            ? "a named group"
            : "a flag";
      throw new PatternMistake(`it holds ${name}, "(?${next}"; only ( ) and (?: ) group in every language`);
    }
    const body = this.choice(depth + 1);
    this.#take(")");
    return body;
  }

  #class(): readonly CodeRange[] {
    const negated = this.#take("^");
    if (this.#peek() === "]") throw new PatternMistake('a set "[]" holds nothing');
    const ranges: CodeRange[] = [];
    while (!this.#take("]") && this.#peek() !== undefined) {
      const low = this.#classItem();
      const from = low.length === 1 ? low[0] : undefined;
      const next = this.#characters[this.#at + 1];
      if (from !== undefined && from.from === from.to && this.#peek() === "-" && next !== "]") {
        this.#at++;
        const to = this.#classItem()[0];
        ranges.push({ from: from.from, to: to?.to ?? from.to });
      } else ranges.push(...low);
    }
    return negated ? inverted(ranges) : ranges;
  }

  #classItem(): readonly CodeRange[] {
    const character = this.#next() ?? "";
    if (character === "\\") return this.#escape();
    if (character === "[" && /[:.=]/.test(this.#peek() ?? "")) {
      throw new PatternMistake(
        '"[:" names a set in some languages only; write the characters, such as [A-Za-z]',
      );
    }
    return [single(character.codePointAt(0) ?? 0)];
  }

  /** What stands behind a backslash. */
  #escape(): readonly CodeRange[] {
    const character = this.#next() ?? "";
    const set = shorthands.get(character.toLowerCase());
    if (set !== undefined) return character === character.toLowerCase() ? set : inverted(set);
    const control = controls.get(character);
    if (control !== undefined) return [single(control)];
    if (character === "p" || character === "P") return this.#property(character);
    if (character === "x") {
      const code = Number.parseInt(`${this.#next() ?? ""}${this.#next() ?? ""}`, 16);
      return [single(code)];
    }
    if (/[0-9k]/.test(character)) throw new PatternMistake(`it refers back to a group with "\\${character}"`);
    if (/[A-Za-z]/.test(character))
      throw new PatternMistake(`"\\${character}" does not mean the same in every language`);
    return [single(character.codePointAt(0) ?? 0)];
  }

  #property(letter: string): readonly CodeRange[] {
    let name = "";
    this.#take("{");
    for (let next = this.#next(); next !== "}" && next !== undefined; next = this.#next()) name += next;
    if (!/^[A-Z][a-z]?$/.test(name)) {
      throw new PatternMistake(
        `"\\${letter}{${name}}" is written otherwise in other languages; use a category such as \\p{L} or \\p{Lu}`,
      );
    }
    // Told exactly for the Latin letters; whatever lies beyond counts as one.
    const expression = new RegExp(`\\${letter}{${name}}`, "u");
    const ranges: CodeRange[] = [{ from: 0x250, to: lastCodePoint }];
    for (let code = 0; code < 0x250; code++)
      if (expression.test(String.fromCodePoint(code))) ranges.push(single(code));
    return ranges;
  }

  #peek(): string | undefined {
    return this.#characters[this.#at];
  }

  #next(): string | undefined {
    const character = this.#characters[this.#at];
    this.#at++;
    return character;
  }

  #take(character: string): boolean {
    if (this.#peek() !== character) return false;
    this.#at++;
    return true;
  }
}

const digits: readonly CodeRange[] = [{ from: 0x30, to: 0x39 }];
const shorthands: ReadonlyMap<string, readonly CodeRange[]> = new Map([
  ["d", digits],
  ["w", [...digits, { from: 0x41, to: 0x5a }, single(0x5f), { from: 0x61, to: 0x7a }]],
  [
    "s",
    [
      { from: 9, to: 13 },
      ...[0x20, 0xa0, 0x1680, 0x202f, 0x205f, 0x3000, 0xfeff].map(single),
      { from: 0x2000, to: 0x200a },
      { from: 0x2028, to: 0x2029 },
    ],
  ],
]);
const controls: ReadonlyMap<string, number> = new Map([
  ["t", 9],
  ["n", 10],
  ["v", 11],
  ["f", 12],
  ["r", 13],
]);

function single(code: number): CodeRange {
  return { from: code, to: code };
}

function inverted(ranges: readonly CodeRange[]): readonly CodeRange[] {
  const result: CodeRange[] = [];
  let start = 0;
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    if (from > start) result.push({ from: start, to: from - 1 });
    start = Math.max(start, to + 1);
  }
  if (start <= lastCodePoint) result.push({ from: start, to: lastCodePoint });
  return result;
}
