// What only one of RE2 and JavaScript knows, or neither: each construct by its name, and what to write instead.
import type { PatternProblem } from "./tree.js";

/** Ends the parse of a pattern at its first problem. */
export class Refusal extends Error {
  readonly problem: PatternProblem;
  constructor(problem: PatternProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Refuses the pattern for what stands from `start` to `end`. */
export function refuse(start: number, end: number, message: string, help?: string): never {
  throw new Refusal({ start, end, message, ...(help === undefined ? {} : { help }) });
}

/** A construct at the start of a text: how long it is, what is wrong with it, what to do. */
export type Foreign = { readonly length: number; readonly message: string; readonly help?: string };

const lookAround =
  "Describe the text that is allowed, or give the property a second type with another pattern.";

/** The group at the start of the text, where it is not one of `(`, `(?:` and `(?<name>`. */
export function foreignGroup(text: string): Foreign | undefined {
  const head = /^\(\?(?:<[=!]|P[<=>]|[-a-zA-Z]+[:)]|<[^>)]*>?|.)?/su.exec(text)?.[0];
  if (head === undefined || head === "(?:" || /^\(\?<[A-Za-z_][A-Za-z0-9_]*>$/.test(head)) return undefined;
  const found = (message: string, help?: string): Foreign => ({
    length: head.length,
    message,
    ...(help === undefined ? {} : { help }),
  });
  switch (head) {
    case "(?=":
    case "(?!":
      return found(`"${head}" looks ahead, which RE2 does not know.`, lookAround);
    case "(?<=":
    case "(?<!":
      return found(`"${head}" looks behind, which RE2 does not know.`, lookAround);
    case "(?P<":
      return found(
        '"(?P<" opens a named group of RE2, which JavaScript does not read.',
        'Write "(?:", or "(?<name>".',
      );
    case "(?>":
      return found('"(?>" opens an atomic group, which neither RE2 nor JavaScript knows.', 'Write "(?:".');
    case "(?#":
      return found(
        '"(?#" opens a comment, which neither RE2 nor JavaScript knows.',
        "Put the comment behind a # of the YAML file.",
      );
  }
  if (/^\(\?[-a-zA-Z]+[:)]$/.test(head)) {
    return found(
      `"${head}" sets flags, which JavaScript does not read.`,
      "Write out what the flag does, such as [Aa] in place of (?i)a.",
    );
  }
  if (head.startsWith("(?<")) {
    return found(
      `"${head}" does not open a named group.`,
      "A group's name has ASCII letters, digits and _, and does not begin with a digit.",
    );
  }
  return found(
    `"${head}" opens no group that both RE2 and JavaScript know.`,
    'Write "(" or "(?:"; for the character "(" itself write "\\(".',
  );
}

const posix: ReadonlyMap<string, string> = new Map(
  Object.entries({
    alnum: "0-9A-Za-z",
    alpha: "A-Za-z",
    ascii: "\\x00-\\x7f",
    blank: "\\t ",
    cntrl: "\\x00-\\x1f\\x7f",
    digit: "0-9",
    graph: "!-~",
    lower: "a-z",
    print: " -~",
    punct: "!-\\/:-@\\[-`{-~",
    space: "\\t-\\r ",
    upper: "A-Z",
    word: "\\w",
    xdigit: "0-9A-Fa-f",
  }),
);

/** `[:alpha:]` at the start of the text. A "[" and a ":" next to each other within a class already read as one. */
export function foreignClass(text: string): Foreign | undefined {
  if (!text.startsWith("[:")) return undefined;
  const whole = /^\[:(\^?)([a-z]*):\]/.exec(text);
  const ranges = whole?.[1] === "" ? posix.get(whole[2] ?? "") : undefined;
  return {
    length: whole?.[0].length ?? 2,
    message: `"${whole?.[0] ?? "[:"}" is a POSIX class, which JavaScript does not read.`,
    help:
      ranges === undefined
        ? 'Write "\\[" for the character itself.'
        : `Write ${ranges} between the brackets.`,
  };
}
