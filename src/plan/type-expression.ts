// Reads a type expression, `string`, `LineItem[]`, `enum(a, b) | null`: text -> syntax tree or the first mistake.
import { letterPattern } from "../diagnostics/letters.js";
import { foreignSyntax, straightened } from "./foreign-types.js";

/** A range in the expression's text, end exclusive. */
export type TextRange = { readonly start: number; readonly end: number };

export type TypeExpression = TextRange &
  (
    | { readonly kind: "name"; readonly name: string }
    | { readonly kind: "enum"; readonly values: readonly (TextRange & { readonly value: string })[] }
    | { readonly kind: "map"; readonly values: TypeExpression }
    | { readonly kind: "array"; readonly items: TypeExpression }
    | { readonly kind: "union"; readonly members: readonly TypeExpression[] }
  );

export type TypeExpressionError = TextRange & { readonly message: string; readonly help?: string };

export type TypeExpressionResult =
  | { readonly type: TypeExpression; readonly error?: never }
  | { readonly error: TypeExpressionError; readonly type?: never };

/** How deep `(`, `map(` and `[]` may nest: far above any plan, far below a stack's end. */
const depthLimit = 50;

class Mistake extends Error {
  readonly at: TypeExpressionError;
  constructor(at: TypeExpressionError) {
    super(at.message);
    this.at = at;
  }
}

/**
 * Parses `type := item (" | " item)*`, `item := atom "[]"*`, `atom := NAME | enum(...) | map(type) | (type)`.
 * Never throws; names are not looked up here.
 */
export function parseTypeExpression(text: string): TypeExpressionResult {
  try {
    const parser = new Parser(text);
    const type = parser.union(0);
    parser.end();
    return { type };
  } catch (thrown) {
    // Nothing that other languages write is a type here, and nearly every text is one.
    if (thrown instanceof Mistake) return { error: foreignSyntax(text) ?? thrown.at };
    throw thrown;
  }
}

const nameStart = letterPattern(String.raw`[\p{L}_]`);
const anyName = letterPattern(String.raw`[\p{L}_][\p{L}\p{N}_.-]*`, "y");
const bareValue = /[A-Za-z_][\w.-]*/y;

/** True for a value of an enum that needs no quotes. */
function bare(value: string): boolean {
  return /^[A-Za-z_][\w.-]*$/.test(value);
}

/** Values as an enum says them: words stand bare, anything else in quotes. */
export function enumText(values: readonly string[]): string {
  return `enum(${values.map((value) => (bare(value) ? value : value.includes("'") ? `"${value}"` : `'${value}'`)).join(", ")})`;
}

class Parser {
  readonly #text: string;
  /** Chosen once: to look at the whole text for each name would take a square of its length. */
  readonly #anyName: RegExp;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#anyName = anyName(text);
  }

  union(depth: number): TypeExpression {
    if (depth > depthLimit)
      throw this.#mistake(this.#at, this.#text.length, "The type is nested too deeply.");
    this.#space();
    const start = this.#at;
    const members = [this.#item(depth)];
    for (;;) {
      this.#space();
      if (!this.#take("|")) break;
      this.#space();
      members.push(this.#item(depth));
    }
    const last = members.at(-1);
    const first = members[0];
    if (members.length === 1 && first !== undefined) return first;
    return { kind: "union", members, start, end: last?.end ?? start };
  }

  end(): void {
    this.#space();
    if (this.#at >= this.#text.length) return;
    const rest = this.#text.slice(this.#at);
    const help = rest.startsWith("?")
      ? 'Put the "?" on the property\'s key, or write "| null".'
      : rest.startsWith("&")
        ? "Types can't be intersected: put shared properties into a group, or list them in one type."
        : rest.startsWith("(")
          ? 'Only "enum(a, b)" and "map(T)" take parentheses.'
          : /^(?:#|\/\/)/.test(rest)
            ? 'A comment begins with a space and "#".'
            : /^(?:[,;:)]|])\s*$/.test(rest)
              ? `Remove the "${rest.trim()}".`
              : 'A union is written "A | B". Text about it goes into "description".';
    throw this.#mistake(this.#at, this.#text.length, `"${rest}" can't follow a type.`, help);
  }

  #item(depth: number): TypeExpression {
    const start = this.#at;
    let type = this.#atom(depth);
    let arrays = 0;
    for (;;) {
      this.#space();
      if (!this.#take("[")) break;
      this.#space();
      if (!this.#take("]")) {
        throw this.#mistake(
          this.#at - 1,
          this.#text.length,
          'After "[" a type wants "]".',
          'An array of T is written "T[]"; its length goes to minItems and maxItems.',
        );
      }
      if (++arrays > depthLimit) throw this.#mistake(start, this.#at, "The type is nested too deeply.");
      type = { kind: "array", items: type, start, end: this.#at };
    }
    return type;
  }

  #atom(depth: number): TypeExpression {
    const start = this.#at;
    if (this.#take("(")) {
      const type = this.union(depth + 1);
      this.#close(start, "(");
      return type;
    }
    const read = this.#name();
    if (read === undefined) {
      const rest = this.#text.slice(this.#at);
      if (rest === "") throw this.#mistake(start, start, "A type is missing here.");
      const number = /^[-+]?[0-9][\w.]*/.exec(rest)?.[0];
      const length = number?.length ?? 1;
      throw this.#mistake(
        start,
        start + length,
        `"${number ?? rest.charAt(0)}" does not begin a type.`,
        number === undefined
          ? undefined
          : 'For one fixed value use "const", for several the long form "enum: […]".',
      );
    }
    if (read === "enum" && this.#take("(")) return this.#enum(start);
    if (read === "map" && this.#take("(")) {
      const values = this.union(depth + 1);
      if (this.#peek() === ",") {
        throw this.#mistake(
          start,
          this.#text.length,
          '"map" takes one type, that of its values: the keys are always text.',
          'Write "map(number)", not "map(string, number)".',
        );
      }
      this.#close(start, "map(");
      return { kind: "map", values, start, end: this.#at };
    }
    if (read === "enum" || read === "map") {
      throw this.#mistake(
        start,
        this.#at,
        `"${read}" wants its ${read === "enum" ? "values" : "type"} in parentheses.`,
        `Write "${read === "enum" ? "enum(a, b)" : "map(number)"}".`,
      );
    }
    return { kind: "name", name: read, start, end: this.#at };
  }

  #enum(start: number): TypeExpression {
    const values: (TextRange & { value: string })[] = [];
    const seen = new Set<string>();
    for (;;) {
      this.#space();
      const at = this.#at;
      const value = this.#enumValue();
      if (seen.has(value)) {
        throw this.#mistake(at, this.#at, `"${value}" stands twice in the enum.`);
      }
      seen.add(value);
      values.push({ value, start: at, end: this.#at });
      this.#space();
      if (this.#take(",")) continue;
      this.#close(start, "enum(");
      return { kind: "enum", values, start, end: this.#at };
    }
  }

  #enumValue(): string {
    const at = this.#at;
    const quote = this.#peek();
    if (quote === '"' || quote === "'") {
      const end = this.#text.indexOf(quote, at + 1);
      if (end === -1) throw this.#mistake(at, this.#text.length, `The value's ${quote} is not closed.`);
      this.#at = end + 1;
      return this.#text.slice(at + 1, end);
    }
    bareValue.lastIndex = at;
    const word = bareValue.exec(this.#text)?.[0];
    const end = at + (word?.length ?? 0);
    const next = /^\s*/.exec(this.#text.slice(end))?.[0].length ?? 0;
    const follows = this.#text.charAt(end + next);
    if (word !== undefined && (follows === "," || follows === ")" || follows === "")) {
      this.#at = end;
      return word;
    }
    const raw = /^[^,)]*/.exec(this.#text.slice(at))?.[0].trimEnd() ?? "";
    if (raw === "")
      throw this.#mistake(
        at,
        Math.min(at + 1, this.#text.length),
        "A value of the enum is missing here.",
        'Write "enum(a, b)".',
      );
    const number = /^[-+]?[0-9.]+$/.test(raw);
    const straight = straightened(raw);
    if (straight !== undefined) {
      throw this.#mistake(
        at,
        at + raw.length,
        `${raw} stands in typographic quotes, which are letters to YAML.`,
        `Write ${bare(straight) ? straight : `'${straight}'`}.`,
      );
    }
    const parts = raw.length < 1000 ? raw.split(/\s*[|/;]\s*/) : [];
    if (parts.length > 1 && parts.every(bare)) {
      throw this.#mistake(
        at,
        at + raw.length,
        "Commas part the values of an enum.",
        `Write "${parts.join(", ")}".`,
      );
    }
    throw this.#mistake(
      at,
      at + raw.length,
      `"${raw}" is not a plain word.`,
      number
        ? `Numbers go into the long form: "enum: [${raw}]". To send it as text, put quotes around it.`
        : `Put quotes around it: '${raw}'.`,
    );
  }

  #close(start: number, opened: string): void {
    this.#space();
    if (this.#take(")")) return;
    const rest = this.#text.slice(this.#at);
    if (rest === "")
      throw this.#mistake(
        start,
        this.#text.length,
        `"${opened}" is not closed: a ")" is missing.`,
        'Write the ")" behind what belongs inside.',
      );
    throw this.#mistake(this.#at, this.#at + 1, `A ")" is expected before "${rest.charAt(0)}".`);
  }

  #name(): string | undefined {
    const start = this.#text.slice(this.#at, this.#at + 2);
    if (!nameStart(start).test(start)) return undefined;
    const pattern = this.#anyName;
    pattern.lastIndex = this.#at;
    const read = pattern.exec(this.#text)?.[0];
    if (read !== undefined) this.#at += read.length;
    return read;
  }

  #peek(): string {
    this.#space();
    return this.#text.charAt(this.#at);
  }

  #take(character: string): boolean {
    if (this.#text.charAt(this.#at) !== character) return false;
    this.#at++;
    return true;
  }

  #space(): void {
    while (/\s/.test(this.#text.charAt(this.#at)) && this.#at < this.#text.length) this.#at++;
  }

  #mistake(start: number, end: number, message: string, help?: string): Mistake {
    return new Mistake({ start, end, message, ...(help === undefined ? {} : { help }) });
  }
}
