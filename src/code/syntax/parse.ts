// Source text -> syntax tree. What can't be parsed whole is parsed without the lines that are wrong.
import type { ParseResult, ParserOptions, Program } from "oxc-parser";
import type { CodeLanguage } from "../emission.js";
import { blank } from "./blank.js";
import { nestsTooDeep } from "./depth-guard.js";
import { withoutFlow } from "./flow.js";

/** oxc's options, with the one that its types leave out. */
export type ParseOptions = ParserOptions & { readonly experimentalRawTransfer?: boolean };

export type Parser = (name: string, text: string, options?: ParseOptions) => ParseResult;

/** A mistake in a text, by its place in it. */
export type ParseProblem = {
  readonly kind: "syntax" | "too-large";
  readonly message: string;
  readonly start: number;
  readonly end: number;
};

export type Parsed = { readonly program: Program | undefined; readonly problem: ParseProblem | undefined };

/** How often a text is tried again without what was wrong. */
const mostAttempts = 12;

/** Parses a text. `path` tells the dialect; Vue's and Svelte's texts come with their scripts alone. */
export function parseText(parser: Parser, path: string, language: CodeLanguage, text: string): Parsed {
  if (nestsTooDeep(text)) {
    const message = "The code nests too deeply to be read.";
    return { program: undefined, problem: { kind: "too-large", message, start: 0, end: 0 } };
  }
  let first: ParseProblem | undefined;
  for (const lang of dialects(path, language)) {
    const { program, problem } = attempt(parser, path, text, lang);
    if (problem === undefined) return { program, problem: undefined };
    // The dialect of the file's ending is the one whose message is worth reading.
    first ??= problem;
  }
  const problem = first;
  if (problem === undefined) return { program: undefined, problem: undefined };
  const plain = language === "javascript" ? withoutFlow(text) : undefined;
  if (plain !== undefined) {
    const read = attempt(parser, path, plain, "jsx");
    if (read.problem === undefined) return read;
  }
  return { program: recover(parser, path, language, text), problem };
}

type Dialect = "ts" | "tsx" | "jsx";

function dialects(path: string, language: CodeLanguage): readonly Dialect[] {
  if (language === "javascript") return ["jsx", "tsx", "ts"];
  if (language !== "typescript") return ["ts", "tsx"];
  return path.endsWith("x") ? ["tsx", "ts"] : ["ts", "tsx"];
}

function attempt(parser: Parser, path: string, text: string, lang: Dialect): Parsed {
  // A name of our own: the parser would take a dialect from the ending, and refuse Flow by its pragma.
  const result = parser(`code.${lang}`, text, {
    lang,
    sourceType: path.endsWith(".cjs") || path.endsWith(".cts") ? "commonjs" : "module",
    astType: "ts",
    preserveParens: false,
  });
  const error = result.errors[0];
  const program = result.program;
  // With a mistake of meaning alone (a name declared twice) there is a tree all the same.
  if (error === undefined || program.body.length > 0) return { program, problem: undefined };
  const label = error.labels[0];
  const start = Math.min(label?.start ?? 0, text.length);
  return {
    program: undefined,
    problem: {
      kind: "syntax",
      message: error.message.trim(),
      start,
      end: Math.max(start, Math.min(label?.end ?? start, text.length)),
    },
  };
}

/** Blanks the lines that are wrong, more around them with each attempt, so that offsets stay as they are. */
function recover(parser: Parser, path: string, language: CodeLanguage, text: string): Program | undefined {
  for (const lang of dialects(path, language)) {
    let rest = text;
    let reach = 0;
    for (let count = 0; count < mostAttempts; count++) {
      const { program, problem } = attempt(parser, path, rest, lang);
      if (problem === undefined) return program;
      rest = blankStatement(rest, problem.start, reach);
      reach = reach === 0 ? 1 : reach * 2;
    }
  }
  return undefined;
}

/** Blanks the line of an offset and as many lines before and after it as `reach` says. */
function blankStatement(text: string, offset: number, reach: number): string {
  let start = offset;
  let end = offset;
  for (let count = 0; count <= reach; count++) {
    const before = text.lastIndexOf("\n", start - 1);
    start = before < 0 ? 0 : count === reach ? before + 1 : before;
    const after = text.indexOf("\n", end + (count === 0 ? 0 : 1));
    end = after < 0 ? text.length : after;
  }
  return text.slice(0, start) + blank(text.slice(start, end)) + text.slice(end);
}
