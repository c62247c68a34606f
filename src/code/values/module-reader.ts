// The bytes of a file -> a module, or why there is none.
import type { CodeProblem, SkippedFile } from "../emission.js";
import { type CodeFile, isComponent } from "../languages.js";
import { builtBy } from "../syntax/built.js";
import { parseComponent } from "../syntax/markup.js";
import { type Parser, parseText } from "../syntax/parse.js";
import { readScopes } from "../syntax/scope-builder.js";
import { type Module, readExports } from "./module.js";

/** A file with more bytes is no source that someone wrote. */
const largestFile = 2 * 1024 * 1024;

export type ModuleRead = {
  readonly module: Module | undefined;
  readonly problems: readonly CodeProblem[];
  readonly skipped?: SkippedFile;
};

/** Parses a file, unless it is none that someone wrote. */
export function readModule(parser: Parser, file: CodeFile, bytes: Buffer): ModuleRead {
  const { path } = file;
  const problems: CodeProblem[] = [];
  const problem = (kind: CodeProblem["kind"], message: string, start = 0, end = 0): void => {
    problems.push({ kind, message, span: { file: path, start, end } });
  };
  if (bytes.length > largestFile) {
    problem(
      "too-large",
      `This file is too large to be source code that is read here (${bytes.length} bytes).`,
    );
    return { module: undefined, problems };
  }
  const text = bytes.toString("utf8");
  if (text.includes("\uFFFD") && !bytes.equals(Buffer.from(text, "utf8")))
    problem("encoding", "This file is not UTF-8: what is not is read as replacement characters.");
  const built = builtBy(path, text);
  if (built !== undefined) return { module: undefined, problems, skipped: { file: path, reason: built } };
  const parsed = (isComponent(file.language) ? parseComponent : parseText)(parser, path, file.language, text);
  if (parsed.problem !== undefined) {
    const { kind, message, start, end } = parsed.problem;
    problem(kind, message, start, end);
  }
  if (parsed.program === undefined) return { module: undefined, problems };
  const scopes = readScopes(parsed.program);
  const module: Module = {
    path,
    file,
    text,
    scopes,
    exports: readExports(scopes),
    calleeNames: new Map(),
    assigned: new Map(),
    putPlaces: new Map(),
    globals: undefined,
    callsAround: undefined,
    heirs: undefined,
    instances: undefined,
    services: undefined,
    kept: undefined,
    typedClient: undefined,
    putInNames: undefined,
    changes: undefined,
  };
  return { module, problems };
}
