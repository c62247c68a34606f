// Reads a condition, `event.cart_value >= 50 and customer.vip_tier in [gold, silver]`: text -> tree or the mistake.
import type { Span } from "../diagnostics/diagnostic.js";
import { letterPattern } from "../diagnostics/letters.js";
import { type Condition, type Operator, operators, type PropertyPath, type Scalar } from "./plan.js";

export type ConditionResult =
  | { readonly condition: Condition; readonly error?: never }
  | {
      readonly error: {
        readonly start: number;
        readonly end: number;
        readonly message: string;
        readonly help?: string;
      };
      readonly condition?: never;
    };

type Token = {
  readonly kind: "word" | "string" | "number" | "mark" | "end";
  readonly text: string;
  readonly start: number;
  readonly end: number;
};

class Mistake extends Error {
  readonly token: Token;
  readonly help: string | undefined;
  constructor(token: Token, message: string, help?: string) {
    super(message);
    this.token = token;
    this.help = help;
  }
}

const depthLimit = 50;
const tokenSource = String.raw`\s*(?:(?<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<number>[-+]?[0-9]+(?:\.[0-9]+)?(?![\p{L}\p{N}_-]))|(?<word>[\p{L}\p{N}_$][\p{L}\p{N}_$-]*)|(?<mark>>=|<=|!=|==|<>|&&|\|\||[=<>()[\],.!]))`;
const tokenPattern = letterPattern(tokenSource, "y");

/**
 * Parses `PATH OP VALUE` with `and`, `or` and parentheses. `locate` turns a range of the text into a place.
 * Never throws.
 */
export function parseCondition(text: string, locate: (start: number, end: number) => Span): ConditionResult {
  try {
    const parser = new Parser(tokens(text), locate);
    return { condition: parser.whole() };
  } catch (thrown) {
    if (!(thrown instanceof Mistake)) throw thrown;
    const { start, end } = thrown.token;
    return {
      error: {
        start,
        end: Math.max(end, start),
        message: thrown.message,
        ...(thrown.help === undefined ? {} : { help: thrown.help }),
      },
    };
  }
}

function tokens(text: string): readonly Token[] {
  const found: Token[] = [];
  let at = 0;
  const length = text.trimEnd().length;
  const pattern = tokenPattern(text);
  while (at < length) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) {
      const start = at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
      const open = /["']/.test(text.charAt(start));
      const token: Token = { kind: "mark", text: text.charAt(start), start, end: open ? length : start + 1 };
      throw new Mistake(
        token,
        open ? "A quote is opened and never closed." : `"${token.text}" means nothing in a condition.`,
      );
    }
    const start = match.index + (/^\s*/.exec(match[0])?.[0].length ?? 0);
    const { string, number, word, mark } = match.groups ?? {};
    const kind =
      string !== undefined
        ? "string"
        : number !== undefined
          ? "number"
          : word !== undefined
            ? "word"
            : "mark";
    found.push({ kind, text: string ?? number ?? word ?? mark ?? "", start, end: pattern.lastIndex });
    at = pattern.lastIndex;
  }
  found.push({ kind: "end", text: "", start: length, end: length });
  return found;
}

class Parser {
  readonly #tokens: readonly Token[];
  readonly #locate: (start: number, end: number) => Span;
  #at = 0;

  constructor(all: readonly Token[], locate: (start: number, end: number) => Span) {
    this.#tokens = all;
    this.#locate = locate;
  }

  whole(): Condition {
    const condition = this.#or(0);
    const rest = this.#peek();
    if (rest.kind !== "end") {
      throw new Mistake(
        rest,
        `"${rest.text}" can't follow a condition.`,
        'Join conditions with "and" or "or"; quote text that holds spaces.',
      );
    }
    return condition;
  }

  #or(depth: number): Condition {
    return this.#joined("or", () => this.#joined("and", () => this.#operand(depth)));
  }

  #joined(kind: "and" | "or", next: () => Condition): Condition {
    const first = next();
    const operands = [first];
    while (this.#isWord(kind) || this.#peek().text === (kind === "and" ? "&&" : "||")) {
      const token = this.#next();
      if (token.kind === "mark") throw new Mistake(token, `"${token.text}" is written "${kind}".`);
      operands.push(next());
    }
    return operands.length === 1 ? first : { kind, operands };
  }

  #operand(depth: number): Condition {
    const token = this.#peek();
    if (token.text !== "(" || token.kind !== "mark") return this.#comparison();
    if (depth >= depthLimit) throw new Mistake(token, "The condition is nested too deeply.");
    this.#next();
    const inner = this.#or(depth + 1);
    const close = this.#next();
    if (close.text !== ")") throw new Mistake(close, 'A ")" is missing.');
    return inner;
  }

  #comparison(): Condition {
    const start = this.#peek();
    const path = this.#path();
    const operator = this.#operator();
    const end = this.#tokens[this.#at - 2] ?? start;
    const located = { value: path, span: this.#locate(start.start, end.end) };
    if (operator === "exists") return { kind: "comparison", path: located, operator, value: undefined };
    const first = this.#peek();
    const value = operator === "in" ? this.#list() : this.#scalar();
    const last = this.#tokens[this.#at - 1] ?? first;
    return {
      kind: "comparison",
      path: located,
      operator,
      value: { value, span: this.#locate(first.start, last.end) },
    };
  }

  #path(): PropertyPath {
    const first = this.#next();
    if (first.kind !== "word") {
      throw new Mistake(
        first,
        first.kind === "end"
          ? "A property is missing here."
          : `A condition begins with a property, not "${first.text}".`,
        'Such as "event.cart_value >= 50" or "customer.vip_tier = gold".',
      );
    }
    const path = [first.text];
    for (;;) {
      const token = this.#peek();
      if (token.text === "." && token.kind === "mark") {
        this.#next();
        const part = this.#next();
        if (part.kind !== "word" && part.kind !== "number")
          throw new Mistake(part, 'A name is missing after ".".');
        path.push(part.text);
      } else if (token.text === "[" && token.kind === "mark") {
        this.#next();
        const part = this.#next();
        if (part.kind !== "string" && part.kind !== "number")
          throw new Mistake(part, 'A name in quotes is expected after "[".');
        const close = this.#next();
        if (close.text !== "]") throw new Mistake(close, 'A "]" is missing.');
        path.push(part.kind === "string" ? unquote(part.text) : part.text);
      } else return path;
    }
  }

  #operator(): Operator {
    const token = this.#next();
    const text = token.kind === "word" ? token.text.toLowerCase() : token.text;
    const operator = operators.find((candidate) => candidate === text);
    if (operator !== undefined) return operator;
    const habit = text === "==" ? "=" : text === "<>" ? "!=" : text === "is" ? "=" : undefined;
    throw new Mistake(
      token,
      token.kind === "end" ? "An operator is missing here." : `"${token.text}" is not an operator.`,
      habit === undefined ? `The operators: ${operators.join(" ")}.` : `Write "${habit}".`,
    );
  }

  #list(): readonly Scalar[] {
    const open = this.#next();
    if (open.text !== "[" && open.text !== "(")
      throw new Mistake(open, '"in" wants a list such as [gold, silver].');
    const values = [this.#scalar()];
    for (;;) {
      const token = this.#next();
      if (token.text === (open.text === "[" ? "]" : ")")) return values;
      if (token.text !== ",")
        throw new Mistake(
          token,
          token.kind === "end" ? "The list is not closed." : "A comma is missing between two values.",
        );
      values.push(this.#scalar());
    }
  }

  #scalar(): Scalar {
    const token = this.#next();
    if (token.kind === "string") return unquote(token.text);
    if (token.kind === "number") return Number(token.text);
    if (token.kind === "word" && !/^(?:and|or)$/i.test(token.text)) {
      return token.text === "true"
        ? true
        : token.text === "false"
          ? false
          : token.text === "null"
            ? null
            : token.text;
    }
    throw new Mistake(
      token,
      token.kind === "end" ? "A value is missing here." : `"${token.text}" is not a value.`,
      token.text === ">" || token.text === "<"
        ? `"At least" is written ">=", "at most" "<=".`
        : "Text with spaces or signs stands in quotes.",
    );
  }

  #isWord(word: string): boolean {
    const token = this.#peek();
    return token.kind === "word" && token.text.toLowerCase() === word;
  }

  #peek(): Token {
    return this.#tokens[this.#at] ?? this.#last();
  }

  #next(): Token {
    const token = this.#peek();
    if (token.kind !== "end") this.#at++;
    return token;
  }

  #last(): Token {
    return this.#tokens.at(-1) ?? { kind: "end", text: "", start: 0, end: 0 };
  }
}

function unquote(text: string): string {
  return text.slice(1, -1).replace(/\\(.)/gsu, "$1");
}
