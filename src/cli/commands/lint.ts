// The command `trackwright lint`: holds the mirrors to the plan.
import { resolve } from "node:path";
import type { Diagnostic, Mirror, SourceFile } from "../../diagnostics/diagnostic.js";
import { didYouMeanText } from "../../diagnostics/did-you-mean.js";
import { checkOutput } from "../../output/output.js";
import type { PlanLocation } from "../../plan/load.js";
import type { Plan } from "../../plan/plan.js";
import { checkPlan } from "../../rules/check-plan.js";
import { rules } from "../../rules/registry.js";
import { type ExitCode, exitCodes, UsageError } from "../exit-codes.js";
import type { GlobalOptions } from "../options.js";
import { buildCommand, generate, hasErrors, locatePlan, openPlan, reportOf } from "../pipeline.js";
import { exitCodeOf, present } from "../present.js";
import { bugReport } from "../run.js";
import type { Terminal } from "../terminal.js";
import { watch } from "../watch.js";

export type LintOptions = { readonly watch: boolean; readonly only: readonly string[] | undefined };

const mirrors: readonly Mirror[] = ["plan", "generated", "base", "code", "consumers"];
const available: readonly Mirror[] = ["plan", "generated"];

export async function runLint(
  terminal: Terminal,
  globals: GlobalOptions,
  options: LintOptions,
): Promise<ExitCode> {
  const chosen = readMirrors(options.only);
  const location = locatePlan(terminal, globals);
  const once = (): Promise<ExitCode> => lintOnce(terminal, globals, location, chosen);
  if (!options.watch) return await once();
  return await watch(terminal, globals, [resolve(location.root, location.folder)], once);
}

function readMirrors(only: readonly string[] | undefined): readonly Mirror[] {
  if (only === undefined) return available;
  return only.map((name) => {
    const mirror = mirrors.find((one) => one === name);
    if (mirror === undefined) {
      throw new UsageError(
        `unknown mirror "${name}".${didYouMeanText(name, mirrors)} The mirrors are ${available.join(" and ")}`,
      );
    }
    if (!available.includes(mirror)) {
      throw new UsageError(
        `the ${mirror} mirror is not available in this version. The mirrors are ${available.join(" and ")}`,
      );
    }
    return mirror;
  });
}

async function lintOnce(
  terminal: Terminal,
  globals: GlobalOptions,
  location: PlanLocation,
  chosen: readonly Mirror[],
): Promise<ExitCode> {
  const loaded = openPlan(location);
  const found: Diagnostic[] = [...loaded.diagnostics];
  let generated: { readonly files: readonly SourceFile[]; readonly generatedFiles: number } | undefined;
  const plan = loaded.value;
  if (plan !== undefined && plan.events.length === 0 && !hasErrors(found)) {
    throw new UsageError(
      `the plan in "${location.folder}" has no events, so there is nothing to lint. Declare the first under \`events:\``,
    );
  }
  if (chosen.includes("generated")) {
    if (plan !== undefined && !hasErrors(found)) {
      const checked = lintGenerated(globals, location, plan);
      found.push(...checked.diagnostics);
      generated = { files: checked.files, generatedFiles: checked.count };
    } else if (!globals.quiet) {
      terminal.stderr.write("The generated files were not checked, since the plan has errors\n");
    }
  }
  const { diagnostics, suppressed, crashes } =
    plan === undefined
      ? { diagnostics: found, suppressed: 0, crashes: [] }
      : checkPlan(plan, { today: terminal.today(), found, checks: chosen.includes("plan") });
  const report = {
    ...reportOf(terminal, location, loaded, diagnostics, generated),
    suppressed,
    rules: new Map(rules.map(({ id, summary }) => [id, { summary }])),
  };
  await present(terminal, globals, report, { summary: true });
  for (const { rule, error } of crashes) {
    terminal.stderr.write(bugReport(error, { where: `the rule "${rule}"`, verbose: globals.verbose }));
  }
  return crashes.length > 0 ? exitCodes.bug : exitCodeOf(diagnostics, globals.failOn);
}

function lintGenerated(
  globals: GlobalOptions,
  location: PlanLocation,
  plan: Plan,
): ReturnType<typeof checkOutput> {
  const { outputs, diagnostics, complete } = generate(plan, undefined);
  if (hasErrors(diagnostics)) return { diagnostics, files: [], count: 0 };
  const checked = checkOutput({
    project: location,
    targets: outputs,
    complete,
    command: buildCommand(globals),
  });
  return { ...checked, diagnostics: [...diagnostics, ...checked.diagnostics] };
}
