// The command `trackwright diff`: what changed between two plans, what it breaks, and whom it reaches.
import { type Level, worstLevel } from "../../compare/change.js";
import { type Comparison, comparePlans } from "../../compare/compare-plans.js";
import type { Severity } from "../../diagnostics/diagnostic.js";
import type { DiffReport } from "../../report/diff.js";
import { Sources } from "../../report/findings.js";
import { loadBoth, type Side } from "../compared-plans.js";
import { type ExitCode, exitCodeOf, exitCodes } from "../exit-codes.js";
import type { GlobalOptions } from "../options.js";
import { print } from "../print.js";
import { usesOfBoth, usesOfChangedTexts } from "../template-uses.js";
import type { Terminal } from "../terminal.js";
import { version } from "../version.js";

export type DiffOptions = {
  /** A git ref, a folder or a package; HEAD where it is undefined. */
  readonly base: string | undefined;
  /** The same; the working tree where it is undefined. */
  readonly head: string | undefined;
};

export async function runDiff(
  terminal: Terminal,
  globals: GlobalOptions,
  { base, head }: DiffOptions,
): Promise<ExitCode> {
  const { before, after } = await loadBoth(terminal, globals, base ?? "HEAD", head);
  const plans = [before.plan, after.plan] as const;
  const texts = usesOfChangedTexts([before, after], plans);
  const comparison = comparePlans(...plans, usesOfBoth(after, ...plans), texts);
  const report: DiffReport = {
    version: version(),
    plan: after.plan.name.value,
    from: before.label,
    to: after.label,
    comparison,
    before: sourcesOf(before),
    after: sourcesOf(after),
    isNew: before.isNew === true,
    unread: [...unread("from", before), ...unread("to", after)],
  };
  await print(terminal, globals, {
    text: async (layout) => (await import("../../report/diff-text.js")).diffText(report, layout),
    json: async () => (await import("../../report/diff-json.js")).diffJson(report),
    markdown: async () => (await import("../../report/diff-markdown.js")).diffMarkdown(report),
  });
  return globals.isFailOnGiven ? exitCodeOf(gateFindings(comparison), globals.failOn) : exitCodes.clean;
}

/** What `--fail-on` counts: what breaks as an error, what is dangerous as a warning, unless it was agreed on. */
function gateFindings({ changes, declared }: Comparison): readonly { readonly severity: Severity }[] {
  const severities: { readonly [level in Level]: Severity } = {
    breaking: "error",
    dangerous: "warning",
    safe: "info",
  };
  return [
    ...(declared.sufficient ? [] : [{ severity: "error" } as const]),
    ...changes.map(({ verdicts, agreed }) => ({
      severity: agreed === undefined ? severities[worstLevel(verdicts)] : "info",
    })),
  ];
}

function sourcesOf({ loaded }: Side): Sources {
  return new Sources(new Map(loaded.files.map(({ path, text }) => [path, text])));
}

/** Only what keeps something from being read; what it says was not compared. */
function unread(which: "from" | "to", { loaded }: Side): DiffReport["unread"] {
  return loaded.diagnostics
    .filter(({ severity }) => severity === "error")
    .map((diagnostic) => ({ side: which, diagnostic }));
}
