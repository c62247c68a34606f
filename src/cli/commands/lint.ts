// The command `trackwright lint`: holds the mirrors to the plan.
import { resolve } from "node:path";
import type { Diagnostic, Mirror } from "../../diagnostics/diagnostic.js";
import { didYouMeanText } from "../../diagnostics/did-you-mean.js";
import type { LoadedPlan, PlanLocation } from "../../plan/load.js";
import type { Plan } from "../../plan/plan.js";
import { Sharing } from "../../plan/sharing.js";
import type { Report } from "../../report/report.js";
import { checkPlan, isBroken, type RuleCrash } from "../../rules/check-plan.js";
import { rules, rulesById } from "../../rules/registry.js";
import { applyBaseline, updateBaseline } from "../baseline-file.js";
import { type ExitCode, exitCodeOf, exitCodes, UsageError } from "../exit-codes.js";
import type { MirrorRead } from "../mirrors/mirror.js";
import { readableMirrors } from "../mirrors/readers.js";
import type { GlobalOptions } from "../options.js";
import { hasErrors, locatePlan, openPlan, reportOf } from "../pipeline.js";
import { present, refuseOtherFormats } from "../present.js";
import type { Recording } from "../remember.js";
import { bugReport } from "../run.js";
import type { Terminal } from "../terminal.js";
import { wantedPaths } from "../wanted-paths.js";
import { watch } from "../watch.js";

export type LintOptions = {
  /** The files and folders of code to look at, relative to the working directory; all of the plan's where empty. */
  readonly paths: readonly string[];
  readonly watch: boolean;
  readonly only: readonly string[] | undefined;
  /** The plan to compare with: a git ref or a folder. Without one the mirror `base` is left out. */
  readonly base: string | undefined;
  /** Whether the TypeScript checker is asked about what syntax leaves open. */
  readonly types: boolean;
  readonly fix: boolean;
  /** Rules whose unsafe fixes `--fix` makes too. */
  readonly unsafe: readonly string[];
  readonly dryRun: boolean;
  /** A file, relative to the working directory. */
  readonly baseline: string | undefined;
  readonly updateBaseline: boolean;
};

const mirrors: readonly Mirror[] = ["plan", "generated", "base", "code", "consumers"];
const mendable: readonly Mirror[] = ["plan", "code", "consumers"];
const available: readonly Mirror[] = ["plan", ...readableMirrors.map(({ mirror }) => mirror)];

export async function runLint(
  recording: Recording,
  globals: GlobalOptions,
  options: LintOptions,
): Promise<ExitCode> {
  refuseOtherFormats(globals);
  const chosen = readMirrors(options);
  refuseContradictions(options, chosen);
  const { terminal } = recording;
  const location = locatePlan(terminal, globals);
  // What is asked for and not there is said before anything else, and before --fix changes a file.
  wantedPaths(options.paths, terminal, location);
  const once = (): Promise<ExitCode> => lintOnce(recording, globals, location, options, chosen);
  if (!options.watch) return await once();
  const folders = [resolve(location.root, location.folder)];
  if (!chosen.includes("code")) return await watch(terminal, globals, folders, once);
  const { codeState } = await import("../code-state.js");
  return await watch(terminal, globals, folders, once, () => codeState(location.root));
}

function readMirrors({ only, base }: LintOptions): readonly Mirror[] {
  if (only === undefined) return available.filter((mirror) => mirror !== "base" || base !== undefined);
  return only.map((name) => {
    const mirror = mirrors.find((one) => one === name);
    if (mirror === undefined) {
      throw new UsageError(
        `unknown mirror "${name}".${didYouMeanText(name, mirrors)} The mirrors are ${listed(available)}`,
      );
    }
    if (!available.includes(mirror)) {
      throw new UsageError(
        `the ${mirror} mirror is not available in this version. The mirrors are ${listed(available)}`,
      );
    }
    return mirror;
  });
}

function refuseContradictions(options: LintOptions, chosen: readonly Mirror[]): void {
  const { base, types, fix, unsafe, dryRun, baseline, updateBaseline, watch: watching } = options;
  if (dryRun && !fix) throw new UsageError("--dry-run goes with --fix");
  if (dryRun && watching) throw new UsageError("--dry-run and --watch don't go together");
  if (fix && !mendable.some((mirror) => chosen.includes(mirror)))
    throw new UsageError("--fix mends the plan, the code and the templates, which --only leaves out");
  if (base !== undefined && !chosen.includes("base"))
    throw new UsageError("--base is what the base mirror compares with, which --only leaves out");
  if (types && !chosen.includes("code"))
    throw new UsageError("--types is about the code, which --only leaves out");
  if (unsafe.length > 0 && !fix) throw new UsageError("--unsafe goes with --fix");
  for (const name of unsafe) {
    const rule = rulesById.get(name);
    if (rule?.fixable !== true) {
      const fixable = rules.filter((one) => one.fixable === true).map(({ id }) => id);
      throw new UsageError(
        `--unsafe: ${rule === undefined ? `there is no rule "${name}"` : `the rule "${name}" mends nothing`}.${didYouMeanText(name, fixable)}`,
      );
    }
  }
  if (baseline === "") throw new UsageError("--baseline needs the name of a file");
  if (!updateBaseline) return;
  if (baseline === undefined)
    throw new UsageError("--update-baseline needs --baseline FILE: the file to write");
  if (options.only !== undefined)
    throw new UsageError("--update-baseline and --only don't go together: the baseline would lose the rest");
  if (watching || dryRun) throw new UsageError("--update-baseline goes with neither --watch nor --dry-run");
}

type Linted = {
  readonly report: Report;
  readonly crashes: readonly RuleCrash[];
  /** False where the plan has errors, so that something was not checked. */
  readonly whole: boolean;
  /** What was not checked therefore: "the generated files". */
  readonly unchecked: readonly string[];
  /** True where a clean result may be repeated as long as nothing that was read has changed. */
  readonly repeatable: boolean;
};

async function lintOnce(
  recording: Recording,
  globals: GlobalOptions,
  location: PlanLocation,
  options: LintOptions,
  chosen: readonly Mirror[],
): Promise<ExitCode> {
  const { terminal, seen } = recording;
  // Only a second version of the plan has anything to share.
  const sharing = options.base === undefined ? undefined : new Sharing();
  let loaded = openPlan(location, seen, sharing);
  if (options.base !== undefined && (options.fix || hasErrors(loaded.diagnostics))) {
    // Otherwise it is found out when the base is read, which a plan with errors is not compared with.
    const { refuseUnknown } = await import("../compared-plans.js");
    refuseUnknown(options.base, terminal, globals);
  }
  if (options.fix && !options.dryRun && chosen.includes("plan")) {
    const { mendPlan } = await import("../mend.js");
    if (mendPlan(terminal, globals, location, loaded, options.unsafe)) loaded = openPlan(location);
  }
  const again = (): Promise<Linted> =>
    lint(recording, globals, options, location, loaded, chosen, sharing ?? new Sharing());
  let linted = await again();
  if (options.fix && !options.dryRun) {
    const { mendCode, mendRounds } = await import("../mend-code.js");
    const { mendedOf } = await import("../mended.js");
    const { unsafe } = options;
    for (const mended of await mendedOf(chosen)) {
      for (let round = 0; round < mendRounds; round++) {
        if (!mendCode({ mended, terminal, globals, location, loaded, report: linted.report, unsafe })) break;
        linted = await again();
      }
    }
  }
  const { report, crashes, whole, unchecked } = linted;
  const left = withBaselineOf(terminal, globals, options, report, whole && crashes.length === 0);
  if (options.dryRun) {
    const { showMends } = await import("../mend.js");
    const mended = chosen.includes("plan")
      ? showMends(terminal, globals, location, loaded, options.unsafe)
      : undefined;
    const { mendedOf } = await import("../mended.js");
    const others = await mendedOf(chosen);
    // Code and templates are mended by the plan as it will be then.
    if (others.length > 0 && mended !== undefined) {
      loaded = mended;
      linted = await again();
    }
    const { showCodeMends } = await import("../mend-code.js");
    const { unsafe } = options;
    for (const other of others)
      showCodeMends({ mended: other, terminal, globals, location, loaded, report: linted.report, unsafe });
  } else await present(terminal, globals, left, { summary: true });
  // Below the findings, where it is read: they are why.
  if (unchecked.length > 0 && !globals.quiet)
    terminal.stderr.write(`${notChecked(unchecked)}, since the plan has errors\n`);
  for (const { rule, error } of crashes) {
    terminal.stderr.write(bugReport(error, { where: `the rule "${rule}"`, verbose: globals.verbose }));
  }
  if (crashes.length === 0 && report.diagnostics.length === 0 && linted.repeatable) recording.keep(location);
  return crashes.length > 0 ? exitCodes.bug : exitCodeOf(left.diagnostics, globals.failOn);
}

function withBaselineOf(
  terminal: Terminal,
  globals: GlobalOptions,
  { baseline, updateBaseline: update, only }: LintOptions,
  report: Report,
  whole: boolean,
): Report {
  if (baseline === undefined) return report;
  if (update && whole) updateBaseline(terminal, globals, baseline, report);
  else if (update) {
    terminal.stderr.write("The baseline was not written, since the plan could not be checked as a whole\n");
    return report;
  }
  return applyBaseline(terminal, globals, baseline, report, whole && only === undefined);
}

/** Everything there is to say about a loaded plan. */
async function lint(
  recording: Recording,
  globals: GlobalOptions,
  options: LintOptions,
  location: PlanLocation,
  loaded: LoadedPlan,
  chosen: readonly Mirror[],
  sharing: Sharing,
): Promise<Linted> {
  const { terminal } = recording;
  const plan = loaded.value;
  const errors = loaded.diagnostics.filter(isBroken);
  const broken = errors.length > 0;
  if (plan !== undefined && plan.events.length === 0 && !broken) {
    throw new UsageError(
      `the plan in "${location.folder}" has no events, so there is nothing to lint. Declare the first under \`events:\``,
    );
  }
  const wanted = readableMirrors.filter(({ mirror }) => chosen.includes(mirror));
  const reads: MirrorRead[] = [];
  const isReadable = (mirror: Mirror): boolean =>
    // What listens is read for what the plan has, and nothing is said of what may be in the rest.
    !broken ||
    mirror === "consumers" ||
    (mirror === "code" && plan !== undefined && errors.every((error) => isAboutListeners(error, plan)));
  const unchecked: string[] = [];
  for (const { mirror, what, load } of wanted) {
    if (plan === undefined || !isReadable(mirror)) {
      unchecked.push(what);
      continue;
    }
    const read = await load();
    reads.push(await read({ recording, globals, options, location, loaded, plan, sharing }));
  }
  const found = [...loaded.diagnostics, ...reads.flatMap(({ diagnostics }) => diagnostics)];
  // The settings of the head count for what the other stages found, so they come first.
  const { diagnostics, suppressed, crashes } =
    plan === undefined
      ? { diagnostics: found, suppressed: 0, crashes: [] }
      : checkPlan(plan, {
          today: terminal.today(),
          found,
          mirrors: chosen,
          facts: Object.assign({}, ...reads.map(({ facts }) => facts)),
        });
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const report = reportOf(terminal, location, loaded, diagnostics, {
    files: reads.flatMap(({ files }) => files),
    checked: Object.assign({}, ...reads.map(({ checked }) => checked)),
  });
  return {
    report: { ...report, suppressed, rules: known },
    crashes,
    whole: !found.some(isBroken),
    unchecked,
    repeatable: reads.every(({ repeatable }) => repeatable),
  };
}

/** `The generated files and the code were not checked`. */
function notChecked(what: readonly string[]): string {
  const text = listed(what);
  const verb = text === "the code" ? "was" : "were";
  return `${text.replace(/^./, (letter) => letter.toUpperCase())} ${verb} not checked`;
}

/** `plan, generated and code`. */
function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** Errors in what listens say nothing of the events that code sends. */
function isAboutListeners({ span }: Diagnostic, { consumers, sequences }: Plan): boolean {
  return [...consumers, ...sequences].some(
    ({ span: entry }) => entry.file === span.file && entry.start <= span.start && span.end <= entry.end,
  );
}
