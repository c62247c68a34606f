// Reads the plain command lines of `build` and `lint`, as hooks and CI steps call them, without the parser that knows
// all others: loading that takes as long as a small plan does.

/** A command line of which every word is known, none is given twice, and none contradicts another. */
export type PlainCommand = {
  readonly name: "build" | "lint";
  readonly check: boolean;
  readonly quiet: boolean;
  readonly color: boolean | undefined;
  readonly only: string | undefined;
  readonly plan: string | undefined;
  readonly failOn: string | undefined;
  readonly format: string | undefined;
};

const switches: readonly string[] = ["--check", "--quiet", "--color", "--no-color"];
const withValue: readonly string[] = ["--only", "--plan", "--fail-on", "--format"];

/**
 * The forms whose whole result is what they print and their exit code; undefined for every other command line, also
 * for those that may turn out to be wrong.
 */
export function readPlainCommand(args: readonly string[]): PlainCommand | undefined {
  const [name, ...rest] = args;
  if (name !== "build" && name !== "lint") return undefined;
  const read = readWords(rest, switches, withValue);
  if (read === undefined || read.words.length > 0) return undefined;
  const { given } = read;
  if (name === "lint" && given.has("--check")) return undefined;
  if (given.has("--color") && given.has("--no-color")) return undefined;
  return {
    name,
    check: given.has("--check"),
    quiet: given.has("--quiet"),
    color: given.has("--color") ? true : given.has("--no-color") ? false : undefined,
    only: given.get("--only"),
    plan: given.get("--plan"),
    failOn: given.get("--fail-on"),
    format: given.get("--format"),
  };
}

/** `diff` with what it compares, read whole. */
export type PlainDiff = {
  readonly words: readonly string[];
  readonly quiet: boolean;
  readonly color: boolean | undefined;
  readonly plan: string | undefined;
  readonly failOn: string | undefined;
  readonly format: string | undefined;
};

/** The command lines of `diff` that can be read by hand; undefined for every other. */
export function readPlainDiff(args: readonly string[]): PlainDiff | undefined {
  const [name, ...rest] = args;
  if (name !== "diff") return undefined;
  const read = readWords(rest, ["--quiet", "--color", "--no-color"], ["--plan", "--fail-on", "--format"]);
  if (read === undefined || read.words.length > 2) return undefined;
  const { given, words } = read;
  if (given.has("--color") && given.has("--no-color")) return undefined;
  return {
    words,
    quiet: given.has("--quiet"),
    color: given.has("--color") ? true : given.has("--no-color") ? false : undefined,
    plan: given.get("--plan"),
    failOn: given.get("--fail-on"),
    format: given.get("--format"),
  };
}

/** `scan` with the folder that it scans, read whole. */
export type PlainScan = {
  readonly dir: string;
  readonly withPlan: boolean;
  readonly tests: boolean;
  readonly types: boolean;
  readonly quiet: boolean;
  readonly color: boolean | undefined;
  readonly plan: string | undefined;
  readonly format: string | undefined;
};

/** The command lines of `scan` that can be read by hand; undefined for every other. */
export function readPlainScan(args: readonly string[]): PlainScan | undefined {
  const [name, ...rest] = args;
  if (name !== "scan") return undefined;
  const flags = ["--no-plan", "--tests", "--types", "--quiet", "--color", "--no-color"];
  const read = readWords(rest, flags, ["--plan", "--format"]);
  if (read === undefined || read.words.length > 1) return undefined;
  const { given, words } = read;
  if (given.has("--color") && given.has("--no-color")) return undefined;
  if (given.has("--plan") && given.has("--no-plan")) return undefined;
  return {
    dir: words[0] ?? ".",
    withPlan: !given.has("--no-plan"),
    tests: given.has("--tests"),
    types: given.has("--types"),
    quiet: given.has("--quiet"),
    color: given.has("--color") ? true : given.has("--no-color") ? false : undefined,
    plan: given.get("--plan"),
    format: given.get("--format"),
  };
}

type Words = { readonly given: ReadonlyMap<string, string>; readonly words: readonly string[] };

/** The options that are given, each once and with its value, and the other words; undefined for anything else. */
function readWords(
  args: readonly string[],
  flags: readonly string[],
  valued: readonly string[],
): Words | undefined {
  const given = new Map<string, string>();
  const words: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const word = args[index] ?? "";
    if (given.has(word)) return undefined;
    if (flags.includes(word)) given.set(word, "");
    else if (valued.includes(word)) {
      const value = args[++index];
      if (value === undefined || value === "" || value.startsWith("-")) return undefined;
      given.set(word, value);
    } else if (word === "" || word.startsWith("-")) return undefined;
    else words.push(word);
  }
  return { given, words };
}
