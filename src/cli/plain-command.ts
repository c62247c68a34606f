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
  const given = new Map<string, string>();
  for (let index = 0; index < rest.length; index++) {
    const word = rest[index] ?? "";
    if (given.has(word)) return undefined;
    if (switches.includes(word)) {
      given.set(word, "");
      continue;
    }
    const value = rest[++index];
    if (!withValue.includes(word) || value === undefined || value === "" || value.startsWith("-"))
      return undefined;
    given.set(word, value);
  }
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
