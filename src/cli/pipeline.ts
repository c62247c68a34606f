// What the commands share: running the targets of a plan, and the report of a run.
import type { Diagnostic, SourceFile } from "../diagnostics/diagnostic.js";
import { didYouMeanText } from "../diagnostics/did-you-mean.js";
import { oncePerCollision } from "../generators/collisions.js";
import { generators, resolveTargets } from "../generators/registry.js";
import type { TargetOutput } from "../output/folders.js";
import type { LoadedPlan, PlanLocation } from "../plan/load.js";
import type { Plan } from "../plan/plan.js";
import type { Checked, Report } from "../report/report.js";
import { UsageError } from "./exit-codes.js";
import type { GlobalOptions } from "./options.js";
import { repositoryPrefix } from "./present.js";
import { shellWord } from "./shell-word.js";
import type { Terminal } from "./terminal.js";
import { version } from "./version.js";

export { locatePlan, openPlan } from "./open-plan.js";

export type Generated = {
  readonly outputs: readonly TargetOutput[];
  readonly diagnostics: readonly Diagnostic[];
  /** False where `--only` left targets out. */
  readonly complete: boolean;
};

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
    const written = plan.targets.find((target) => target.name.value === generator.id);
    outputs.push({
      target: generator.id,
      out: { value: out, span: written?.out.span ?? plan.name.span },
      files: generated.files,
    });
  }
  return { outputs, diagnostics: oncePerCollision(found), complete: only === undefined };
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
