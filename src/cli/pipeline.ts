// What the commands share: running the targets of a plan, and the report of a run.
import type { Diagnostic, SourceFile } from "../diagnostics/diagnostic.js";
import { didYouMeanText } from "../diagnostics/did-you-mean.js";
import { oncePerCollision } from "../generators/collisions.js";
import { generators, type ResolvedTarget, resolveTargets } from "../generators/registry.js";
import type { TargetOutput } from "../output/folders.js";
import { type CheckedOutput, countSealed } from "../output/output.js";
import type { LoadedPlan, PlanLocation } from "../plan/load.js";
import type { Plan } from "../plan/plan.js";
import type { Checked, Report } from "../report/report.js";
import { UsageError } from "./exit-codes.js";
import type { GlobalOptions } from "./options.js";
import { originOf } from "./origin.js";
import { repositoryPrefix } from "./present.js";
import type { Recording } from "./remember.js";
import { shellWord } from "./shell-word.js";
import type { Terminal } from "./terminal.js";
import { version } from "./version.js";

export { locatePlan, openPlan } from "./open-plan.js";

/** What is checked, and how the disk is looked at. */
export type CheckRequest = {
  readonly recording: Pick<Recording, "files">;
  readonly globals: Pick<GlobalOptions, "cache">;
  readonly location: PlanLocation;
  readonly loaded: LoadedPlan;
  readonly plan: Plan;
};

export type Generated = {
  readonly outputs: readonly TargetOutput[];
  readonly diagnostics: readonly Diagnostic[];
  /** False where `--only` left targets out. */
  readonly complete: boolean;
};

/**
 * What a check of a plan's targets finds where seals say of all their files that they are what the plan gives;
 * undefined where the targets have to be run to tell, or are to be: `--no-cache` believes no seal.
 */
export function checkSeals(
  { recording, globals, location, loaded, plan }: CheckRequest,
  only: readonly string[] | undefined,
): { readonly output: CheckedOutput; readonly targets: number } | undefined {
  const { targets, diagnostics } = resolveTargets(plan);
  if (!globals.cache || diagnostics.length > 0) return undefined;
  const chosen = targets.filter(({ generator }) => only === undefined || only.includes(generator.id));
  if (only !== undefined && chosen.length !== new Set(only).size) return undefined;
  const count = countSealed({
    project: location,
    targets: chosen.map((target) => placeOf(target, plan)),
    complete: only === undefined,
    origin: originOf(loaded),
    files: recording.files,
  });
  return count === undefined
    ? undefined
    : { output: { diagnostics: [], files: [], count }, targets: chosen.length };
}

/** Runs the targets of a plan, or those of `only`; throws a UsageError for one that the plan does not have. */
export function generate(plan: Plan, only: readonly string[] | undefined): Generated {
  const { targets, diagnostics } = resolveTargets(plan);
  const names = targets.map(({ generator }) => generator.id);
  for (const name of only ?? []) {
    if (names.includes(name)) continue;
    throw new UsageError(
      `the plan has no target "${name}".${didYouMeanText(name, names)} ` +
        (names.length === 0
          ? "It generates nothing: name targets under `generate`"
          : `Its targets are ${names.join(", ")}`),
    );
  }
  const found = [...diagnostics];
  const outputs: TargetOutput[] = [];
  for (const { generator, out, options } of targets) {
    if (only !== undefined && !only.includes(generator.id)) continue;
    const generated = generator.generate(plan, options);
    found.push(...generated.diagnostics);
    outputs.push({ ...placeOf({ generator, out }, plan), files: generated.files });
  }
  return { outputs, diagnostics: oncePerCollision(found), complete: only === undefined };
}

function placeOf(
  { generator, out }: Pick<ResolvedTarget, "generator" | "out">,
  plan: Plan,
): Pick<TargetOutput, "target" | "out"> {
  const written = plan.targets.find((target) => target.name.value === generator.id);
  return { target: generator.id, out: { value: out, span: written?.out.span ?? plan.name.span } };
}

/** The same for names that no plan can have: of one with errors, what it would have is not known. */
export function refuseUnknownTargets(only: readonly string[] | undefined): void {
  const known = generators.map(({ id }) => id);
  for (const name of only ?? []) {
    if (known.includes(name)) continue;
    throw new UsageError(
      `there is no target "${name}".${didYouMeanText(name, known)} The targets are ${known.join(", ")}`,
    );
  }
}

/** The command that mends generated files, as the user has to type it here. */
export function buildCommand(globals: GlobalOptions): string {
  return globals.plan === undefined
    ? "trackwright build"
    : `trackwright build --plan ${shellWord(globals.plan)}`;
}

/** The report of a run. */
export function reportOf(
  terminal: Terminal,
  location: PlanLocation,
  loaded: LoadedPlan,
  diagnostics: readonly Diagnostic[],
  extra: { readonly files?: readonly SourceFile[]; readonly checked?: Partial<Checked> } = {},
): Report {
  const texts = new Map<string, string>();
  for (const { path, text } of [...loaded.files, ...(extra.files ?? [])]) texts.set(path, text);
  const checked: Checked = {
    events: loaded.value?.events.length ?? 0,
    planFiles: loaded.files.length,
    consumers: loaded.value?.consumers.length ?? 0,
    ...extra.checked,
  };
  return {
    version: version(),
    diagnostics,
    texts,
    checked,
    prefix: repositoryPrefix(location.root, terminal.env),
    suppressed: 0,
    baselined: 0,
    rules: new Map(),
  };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}
