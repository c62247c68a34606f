// Reads the expressions of a template with LiquidJS, the engine that Customer.io renders them with.
import type { PropertyAccessToken, Tokenizer, ValueToken } from "liquidjs";
import type { KnownExpressions } from "./known-expressions.js";
import type {
  FilterCall,
  FilteredValue,
  LiquidOperator,
  NamedArgument,
  PathTerm,
  Postfix,
  Term,
} from "./liquid-terms.js";
import type { Step } from "./reference.js";

/** The package, which is loaded when a plan has templates. */
export type LiquidModule = typeof import("liquidjs");

/** What can't be read, and where. */
export class LiquidMistake extends Error {
  readonly start: number;
  readonly end: number;

  constructor(message: string, start: number, end: number) {
    super(message);
    this.start = start;
    this.end = end;
  }
}

/** No value lies as deep; what goes on is left open. */
const stepLimit = 100;

const operators: ReadonlySet<string> = new Set<LiquidOperator>([
  "==",
  "!=",
  ">",
  "<",
  ">=",
  "<=",
  "contains",
  "not",
  "and",
  "or",
]);

const plainValue =
  /([A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*){0,9})(?:\s*\|\s*([a-z_]+)(?:\s*:\s*("[^"\\{}]*"|'[^'\\{}]*'))?)?/y;
/** Names that mean something else at the beginning of an expression. */
const reservedWords: ReadonlySet<string> = new Set(
  "true false nil null empty blank not and or contains".split(" "),
);

/** A text that ends an expression. */
function plainText(quoted: string, end: number): Term {
  return { kind: "literal", value: quoted.slice(1, -1), nothing: undefined, start: end - quoted.length, end };
}

/** Reads one template; lives as long as that. Its methods throw a LiquidMistake. */
export class LiquidReader {
  readonly #guards: LiquidModule["TypeGuards"];
  readonly #tokenizer: Tokenizer;
  readonly #text: string;
  readonly #known: KnownExpressions;

  constructor({ Tokenizer, TypeGuards }: LiquidModule, text: string, known: KnownExpressions) {
    this.#guards = TypeGuards;
    this.#tokenizer = new Tokenizer(text);
    this.#text = text;
    this.#known = known;
  }

  /** Goes to the place that is read next. */
  at(from: number, to: number): this {
    this.#tokenizer.p = from;
    this.#tokenizer.N = to;
    return this;
  }

  get offset(): number {
    return this.#tokenizer.p;
  }

  /** A value with its filters, up to the end. */
  filteredValue(): FilteredValue {
    const { p: from, N: to } = this.#tokenizer;
    const { value, until } = this.#known.valueOf(this.#text, from, to, () => {
      const read = this.#plainValue() ?? this.#anyValue();
      return { value: read, until: this.#tokenizer.p };
    });
    this.#tokenizer.p = until;
    return value;
  }

  #anyValue(): FilteredValue {
    return this.#guarded(() => {
      const token = this.#tokenizer.readFilteredValue();
      const postfix: Postfix = token.initial.postfix.map((one) => {
        if (this.#guards.isValueToken(one)) return this.#term(one);
        const operator = one.getText();
        if (isOperator(operator)) return operator;
        throw new LiquidMistake(`"${operator}" is no operator.`, one.begin, one.end);
      });
      this.#noStranger(postfix);
      this.#noRest();
      const filters = token.filters.map((filter): FilterCall => {
        const end = filter.begin + filter.name.length;
        return { name: filter.name, start: filter.begin, end, arguments: this.#arguments(filter.args) };
      });
      return { postfix, filters, start: token.begin, end: token.end };
    });
  }

  /** Throws for values side by side: the engine shows the first, and does nothing with `?? "none"` behind it. */
  #noStranger(postfix: Postfix): void {
    const terms = postfix.filter((one) => typeof one !== "string");
    const binary = postfix.filter((one) => typeof one === "string" && one !== "not").length;
    if (terms.length - binary < 2) return;
    terms.sort((a, b) => a.start - b.start);
    const at = terms.findIndex(
      ({ start }, index) => index > 0 && this.#text.slice(terms[index - 1]?.end, start).trim() === "",
    );
    const stranger = terms[at];
    if (stranger === undefined) return;
    const written = this.#text.slice(stranger.start, stranger.end);
    throw new LiquidMistake(`"${written}" means nothing here.`, stranger.start, stranger.end);
  }

  /** Throws for a comma or a closing parenthesis: the engine stops there without a word, and leaves out what follows. */
  #noRest(): void {
    this.#tokenizer.skipBlank();
    const { p: at, N: to } = this.#tokenizer;
    if (at >= to) return;
    throw new LiquidMistake(`"${this.#text.charAt(at)}" means nothing here.`, at, at + 1);
  }

  /**
   * What most outputs are, `event.coupon` or `event.coupon | default: "none"`, without asking the engine; undefined
   * for everything else.
   */
  #plainValue(): FilteredValue | undefined {
    const { p: from, N: to } = this.#tokenizer;
    plainValue.lastIndex = from;
    const match = plainValue.exec(this.#text);
    if (match === null || plainValue.lastIndex !== to) return undefined;
    const [, path = "", name, quoted] = match;
    const [root = "", ...names] = path.split(".");
    if (reservedWords.has(root)) return undefined;
    this.#tokenizer.p = to;
    const end = from + path.length;
    const steps = names.map((one) => ({ name: one }));
    const term: PathTerm = { kind: "path", root, steps, goesOn: false, inner: [], start: from, end };
    const filters: FilterCall[] = [];
    if (name !== undefined) {
      const start = this.#text.indexOf(name, this.#text.indexOf("|", end));
      const value = quoted === undefined ? [] : [plainText(quoted, to)];
      filters.push({ name, start, end: start + name.length, arguments: value });
    }
    return { postfix: [term], filters, start: from, end: to };
  }

  /** One value without filters; undefined where there is none. */
  value(): Term | undefined {
    return this.#guarded(() => {
      const token = this.#tokenizer.readValue();
      return token === undefined ? undefined : this.#term(token);
    });
  }

  /** A name, or "" where there is none. */
  word(): string {
    return this.#tokenizer.readIdentifier().content;
  }

  /** Takes the next character where it is the one that is asked for. */
  take(character: string): boolean {
    this.#tokenizer.skipBlank();
    if (this.#tokenizer.peek() !== character) return false;
    this.#tokenizer.advance();
    return true;
  }

  isAtEnd(): boolean {
    this.#tokenizer.skipBlank();
    return this.#tokenizer.end();
  }

  /** Arguments such as `limit: 3 reversed`. */
  namedArguments(): readonly NamedArgument[] {
    return this.#guarded(() =>
      this.#tokenizer.readHashes().map(({ name, value }) => ({
        name: name.content,
        value: value === undefined ? undefined : this.#term(value),
      })),
    );
  }

  #arguments(args: readonly (ValueToken | readonly [string?, ValueToken?])[]): readonly Term[] {
    return args.flatMap((arg) => {
      if (!("kind" in arg)) return arg[1] === undefined ? [] : [this.#term(arg[1])];
      return [this.#term(arg)];
    });
  }

  #term(token: ValueToken): Term {
    const { begin: start, end } = token;
    const guards = this.#guards;
    if (guards.isPropertyAccessToken(token)) return this.#path(token);
    if (guards.isRangeToken(token))
      return { kind: "range", from: this.#term(token.lhs), to: this.#term(token.rhs), start, end };
    if (guards.isLiteralToken(token)) {
      const { literal } = token;
      const isBoolean = literal === "true" || literal === "false";
      return {
        kind: "literal",
        value: isBoolean ? literal === "true" : null,
        nothing: isBoolean ? undefined : literal === "empty" || literal === "blank" ? literal : "nil",
        start,
        end,
      };
    }
    if (guards.isQuotedToken(token) || guards.isNumberToken(token))
      return { kind: "literal", value: token.content, nothing: undefined, start, end };
    throw new LiquidMistake("Liquid has no parentheses but those of a range.", start, end);
  }

  /** Steps behind a text or a number lead nowhere, and are left out with it. */
  #path({ variable, props, begin: start, end }: PropertyAccessToken): Term {
    if (variable !== undefined) return { kind: "literal", value: null, nothing: undefined, start, end };
    const steps: Step[] = [];
    const inner: PathTerm[] = [];
    let goesOn = false;
    for (const prop of props) {
      const step = this.#step(prop);
      if ("kind" in step) {
        if (step.kind === "path") inner.push(step);
        // In a list, `event.items[index]` is one of its elements; in anything else it may lead anywhere.
        if (steps.length < 2 || goesOn) goesOn = true;
        else steps.push({ element: undefined });
      } else if (steps.length > stepLimit) goesOn = true;
      else if (!goesOn) steps.push(step);
    }
    const [first, ...rest] = steps;
    const root = first !== undefined && "name" in first ? first.name : "";
    return {
      kind: "path",
      root,
      steps: root === "" ? [] : rest,
      goesOn: goesOn || root === "",
      inner,
      start,
      end,
    };
  }

  /** A step that is known, or the value that tells it. */
  #step(prop: PropertyAccessToken["props"][number]): Step | Term {
    if (this.#guards.isWordToken(prop))
      return /^-?\d+$/.test(prop.content) ? { element: Number(prop.content) } : { name: prop.content };
    if (this.#guards.isQuotedToken(prop)) return { name: prop.content };
    if (this.#guards.isNumberToken(prop)) return { element: prop.content };
    return this.#term(prop);
  }

  #guarded<T>(read: () => T): T {
    const from = this.#tokenizer.p;
    try {
      return read();
    } catch (thrown) {
      if (thrown instanceof LiquidMistake) throw thrown;
      const end = this.#tokenizer.N;
      if (thrown instanceof RangeError) throw new LiquidMistake("This is nested too deeply.", from, end);
      const start = Math.min(beginOf(thrown) ?? from, end);
      throw new LiquidMistake(this.#reason(start, end), start, Math.max(start, end));
    }
  }

  /** What a value can't be read for; the place tells more than the message of the engine. */
  #reason(start: number, end: number): string {
    const rest = this.#text.slice(start, end).trim();
    if (rest === "") return "A value is missing here.";
    return `"${rest.length > 30 ? `${rest.slice(0, 30)}…` : rest}" can't be read as Liquid.`;
  }
}

function isOperator(text: string): text is LiquidOperator {
  return operators.has(text);
}

/** Where an error of LiquidJS points; undefined for any other, which is not caught. */
function beginOf(thrown: unknown): number | undefined {
  if (!(thrown instanceof Error) || !("token" in thrown)) {
    if (thrown instanceof Error && thrown.name === "AssertionError") return undefined;
    throw thrown;
  }
  const { token } = thrown;
  return typeof token === "object" && token !== null && "begin" in token && typeof token.begin === "number"
    ? token.begin
    : undefined;
}
