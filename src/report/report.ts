// What every reporter is given, and what reports have in common. The last stage: findings become text for people
// and machines. Nothing here touches a disk or a terminal.
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.js";

/** How much was held to the plan; what is undefined was not looked at. */
export type Checked = {
  readonly events: number;
  readonly planFiles: number;
  readonly generatedFiles?: number;
  readonly codeFiles?: number;
  readonly emissions?: number;
  readonly consumers: number;
};

/** Everything that a report says. */
export type Report = {
  /** The version of Trackwright. */
  readonly version: string;
  /** In any order; equal ones are reported once. */
  readonly diagnostics: readonly Diagnostic[];
  /** The texts of the files that findings point into, by path; a file that is not here gets no code frame. */
  readonly texts: ReadonlyMap<string, string>;
  readonly checked: Checked;
  /**
   * What leads from the repository's root to the project root, such as `packages/shop/`: for the formats whose
   * readers know the repository and not the plan. Empty where they are the same.
   */
  readonly prefix: string;
  readonly suppressed: number;
  readonly baselined: number;
  /** What is known of the rules, for the formats that describe them. */
  readonly rules: ReadonlyMap<string, RuleInfo>;
};

export type RuleInfo = {
  readonly summary: string;
  /** What the mistake costs. */
  readonly why?: string;
  /** How to mend it. */
  readonly fix?: string;
  /** The severity where the plan does not say. */
  readonly severity?: Severity;
  readonly url?: string;
};

export const formats = ["text", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown"] as const;
export type Format = (typeof formats)[number];

/** How many findings there are of each severity. */
export type Counts = { readonly errors: number; readonly warnings: number; readonly infos: number };

export function countSeverities(findings: readonly { readonly severity: Severity }[]): Counts {
  const of = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return { errors: of("error"), warnings: of("warning"), infos: of("info") };
}

/** `1 error`, `2 errors`, `no errors`. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count === 0 ? "no" : count} ${count === 1 ? singular : plural}`;
}

/** `1 error, 2 warnings`: what there is of each severity, or `no findings`. */
export function countsText({ errors, warnings, infos }: Counts): string {
  const parts: string[] = [];
  if (errors > 0) parts.push(counted(errors, "error"));
  if (warnings > 0) parts.push(counted(warnings, "warning"));
  if (infos > 0) parts.push(counted(infos, "note"));
  return parts.length === 0 ? "no findings" : parts.join(", ");
}

/** `7 events in 4 plan files, 84 generated files`: what was held to the plan. */
export function checkedText(checked: Checked): string {
  const parts = [`${counted(checked.events, "event")} in ${counted(checked.planFiles, "plan file")}`];
  if (checked.consumers > 0) parts.push(counted(checked.consumers, "consumer"));
  if (checked.generatedFiles !== undefined) parts.push(counted(checked.generatedFiles, "generated file"));
  if (checked.codeFiles !== undefined) {
    parts.push(`${counted(checked.emissions ?? 0, "call")} in ${counted(checked.codeFiles, "code file")}`);
  }
  return parts.join(", ");
}
