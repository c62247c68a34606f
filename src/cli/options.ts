// The options that every command takes, and what they mean together.
import { didYouMeanText } from "../diagnostics/did-you-mean.js";
import { type Format, formats } from "../report/report.js";
import { UsageError } from "./exit-codes.js";
import type { Environment, Terminal } from "./terminal.js";

export const failLevels = ["error", "warning", "info", "never"] as const;
export type FailOn = (typeof failLevels)[number];

/** The formats of findings, and a page of HTML for what is looked at in a browser. */
export type OutputFormat = Format | "html";

/** One report to write: to a file (relative to the working directory), or to stdout. */
export type ReportRequest = { readonly format: OutputFormat; readonly file: string | undefined };

export type GlobalOptions = {
  readonly plan: string | undefined;
  /** At least one; at most one of them, or `text` with annotations, to stdout. */
  readonly reports: readonly ReportRequest[];
  readonly failOn: FailOn;
  /** True where the level was asked for, and is not the default. */
  readonly isFailOnGiven: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** False where nothing may be remembered, and nothing that is remembered used. */
  readonly cache: boolean;
  /** Undefined where it is left to the terminal. */
  readonly color: boolean | undefined;
};

/** `--format` and `--output` in the order in which they were given: an output belongs to the format before it. */
export type ReportFlag =
  | { readonly flag: "--format"; readonly value: string }
  | { readonly flag: "--output"; readonly value: string };

/** What the ending of a report's name says about its format. */
const formatsByEnding: ReadonlyMap<string, OutputFormat> = new Map([
  ["json", "json"],
  ["sarif", "sarif"],
  ["sarif.json", "sarif"],
  ["xml", "junit"],
  ["md", "markdown"],
  ["markdown", "markdown"],
  ["html", "html"],
]);

function formatOf(file: string): OutputFormat {
  const [ending = "", last = ""] = /\.((?:[^./\\]+\.)?([^./\\]+))$/.exec(file.toLowerCase())?.slice(1) ?? [];
  return formatsByEnding.get(ending) ?? formatsByEnding.get(last) ?? "text";
}

/**
 * Pairs formats and outputs. An `--output` belongs to the `--format` before it, or else to the one that follows;
 * alone it takes the format that the file's ending names, and text for any other. Throws a UsageError where the pairs don't work out.
 */
export function pairReports(flags: readonly ReportFlag[], env: Environment): readonly ReportRequest[] {
  if (flags.length === 0) return defaultReports(env);
  const reports: { format: OutputFormat | undefined; file: string | undefined }[] = [];
  for (const { flag, value } of flags) {
    const last = reports.at(-1);
    if (flag === "--format") {
      const format = readFormat(value);
      if (last !== undefined && last.format === undefined) last.format = format;
      else reports.push({ format, file: undefined });
    } else {
      if (value === "") throw new UsageError("--output needs the name of a file");
      if (last === undefined) reports.push({ format: undefined, file: value });
      else if (last.file === undefined) last.file = value;
      else throw new UsageError(`--output "${value}" has no --format: give each output a format of its own`);
    }
  }
  const requests = reports.map(({ format, file }) => ({
    format: format ?? formatOf(file ?? ""),
    file: file === "-" ? undefined : file,
  }));
  const toStdout = requests.filter(({ file }) => file === undefined);
  if (toStdout.length > 1) {
    const names = toStdout.map(({ format }) => `"${format}"`).join(" and ");
    throw new UsageError(`the formats ${names} would both go to stdout: give all but one an --output FILE`);
  }
  const files = requests.flatMap(({ file }) => file ?? []);
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined) throw new UsageError(`two reports would be written to "${twice}"`);
  return requests;
}

function defaultReports(env: Environment): readonly ReportRequest[] {
  const text = { format: "text", file: undefined } as const;
  return env.GITHUB_ACTIONS === "true" ? [text, { format: "github", file: undefined }] : [text];
}

function readFormat(value: string): OutputFormat {
  const format = value === "html" ? value : formats.find((one) => one === value);
  if (format !== undefined) return format;
  throw new UsageError(
    `unknown format "${value}".${didYouMeanText(value, formats)} The formats are ${formats.join(", ")}`,
  );
}

/** Reads `--fail-on`; throws a UsageError for anything else. */
export function readFailOn(value: string): FailOn {
  const level = failLevels.find((one) => one === value);
  if (level !== undefined) return level;
  throw new UsageError(
    `unknown level "${value}" for --fail-on.${didYouMeanText(value, failLevels)} It is one of ${failLevels.join(", ")}`,
  );
}

/** Splits `--only a,b`, given any number of times, into names without repeats. */
export function readList(values: readonly string[] | undefined): readonly string[] | undefined {
  if (values === undefined) return undefined;
  const names = values
    .flatMap((value) => value.split(","))
    .map((name) => name.trim())
    .filter((name) => name !== "");
  if (names.length === 0) throw new UsageError("--only needs at least one name");
  return [...new Set(names)];
}

/** Whether text on stdout is coloured: what the caller says, then FORCE_COLOR, NO_COLOR, and the terminal. */
export function wantsColor(terminal: Terminal, asked: boolean | undefined): boolean {
  if (asked !== undefined) return asked;
  const { env } = terminal;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== "") return false;
  return terminal.stdout.isTerminal && env.TERM !== "dumb";
}
