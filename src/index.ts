// The public API: load a plan, compile it in memory, and say where findings are. The command line is built from the
// same pieces; linting and writing to disk are its own, and not here yet.
import type { Diagnostic } from "./diagnostics/diagnostic.js";
import { oncePerCollision } from "./generators/collisions.js";
import type { OutputFile } from "./generators/generator.js";
import { resolveTargets } from "./generators/registry.js";
import type { Plan } from "./plan/plan.js";

export type {
  Diagnostic,
  Fix,
  Located,
  Mirror,
  Related,
  Severity,
  SourceFile,
  Span,
  TextEdit,
} from "./diagnostics/diagnostic.js";
export type { Generator, OptionSpec, OptionValues, OutputFile } from "./generators/generator.js";
export { findPlan, type LoadedPlan, loadPlan, type PlanLocation, UnreadablePlanError } from "./plan/load.js";
export type * from "./plan/plan.js";
export { type Finding, findingsOf, type Place } from "./report/findings.js";
export type { Checked, Format, Report } from "./report/report.js";

/** What one target of a plan generates. */
export type CompiledTarget = {
  /** The target's name, such as `typescript`. */
  readonly target: string;
  /** The folder that the plan gives it, relative to the project root. */
  readonly out: string;
  /** Its files, by path relative to that folder. */
  readonly files: readonly OutputFile[];
};

export type CompiledPlan = {
  readonly targets: readonly CompiledTarget[];
  /** Mistakes that only the targets see, such as two names that become one identifier. */
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Compiles a plan in memory: every target that it names, without touching the disk. Compile only a plan that was
 * loaded without errors.
 *
 * @example
 * const location = findPlan(process.cwd());
 * if (location === undefined) throw new Error("no plan");
 * const { value: plan, diagnostics } = loadPlan(location);
 * if (plan !== undefined && !diagnostics.some((one) => one.severity === "error")) compilePlan(plan);
 */
export function compilePlan(plan: Plan): CompiledPlan {
  const { targets, diagnostics } = resolveTargets(plan);
  const found = [...diagnostics];
  const compiled: CompiledTarget[] = [];
  for (const { generator, out, options } of targets) {
    const generated = generator.generate(plan, options);
    found.push(...generated.diagnostics);
    compiled.push({ target: generator.id, out, files: generated.files });
  }
  return { targets: compiled, diagnostics: oncePerCollision(found) };
}
