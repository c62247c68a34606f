// What a run says by its exit code; fixed, since CI steps act on it.
import type { Severity } from "../diagnostics/diagnostic.js";
import type { FailOn } from "./options.js";

export const exitCodes = {
  /** Nothing at or above `--fail-on`. */
  clean: 0,
  /** Findings at or above `--fail-on`. */
  findings: 1,
  /** Wrong usage, or input that can't be read. */
  usage: 2,
  /** A bug in Trackwright. */
  bug: 3,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A mistake in how a command was called, or something outside the plan that can't be used: exit code 2. */
export class UsageError extends Error {
  override readonly name: string = "UsageError";
}

/** The exit code that findings give. */
export function exitCodeOf(findings: readonly { readonly severity: Severity }[], failOn: FailOn): ExitCode {
  const failing: { readonly [level in FailOn]: readonly Severity[] } = {
    error: ["error"],
    warning: ["error", "warning"],
    info: ["error", "warning", "info"],
    never: [],
  };
  return findings.some((finding) => failing[failOn].includes(finding.severity))
    ? exitCodes.findings
    : exitCodes.clean;
}
