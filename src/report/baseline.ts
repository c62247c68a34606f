// Findings that a team has agreed to live with for now: a file of fingerprints, without prose and line numbers.
import { compareText, type Diagnostic } from "../diagnostics/diagnostic.js";
import { fingerprintsOf } from "./findings.js";
import type { Report } from "./report.js";

/** The fingerprints of a baseline file. */
export type Baseline = ReadonlySet<string>;

/** Thrown for a text that is no baseline file. */
export class BaselineError extends Error {
  override readonly name: string = "BaselineError";
}

/** Reads a baseline file; throws a BaselineError. */
export function parseBaseline(text: string): Baseline {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new BaselineError("it is not JSON");
  }
  if (typeof json !== "object" || json === null || !("findings" in json)) throw notABaseline();
  const { findings } = json;
  if (!("baseline" in json) || json.baseline !== 1) throw notABaseline();
  if (typeof findings !== "object" || findings === null || Array.isArray(findings)) throw notABaseline();
  const fingerprints = Object.values(findings).flat();
  if (!fingerprints.every((one) => typeof one === "string" && /^[0-9a-f]{12}$/.test(one)))
    throw notABaseline();
  return new Set(fingerprints.map(String));
}

function notABaseline(): BaselineError {
  return new BaselineError("it is not a baseline that this version of Trackwright wrote");
}

/** True for a finding that a baseline may hold. */
export type CanWait = (diagnostic: Diagnostic) => boolean;

/** The baseline file of a report's findings: fingerprints by rule, sorted, so that changes to it can be reviewed. */
export function formatBaseline(report: Report, canWait: CanWait): string {
  const byRule = new Map<string, string[]>();
  for (const [diagnostic, fingerprint] of fingerprintsOf(report)) {
    if (!canWait(diagnostic)) continue;
    const known = byRule.get(diagnostic.rule);
    if (known === undefined) byRule.set(diagnostic.rule, [fingerprint]);
    else known.push(fingerprint);
  }
  const findings = [...byRule]
    .sort(([a], [b]) => compareText(a, b))
    .map(([rule, fingerprints]) => [rule, fingerprints.sort(compareText)]);
  return `${JSON.stringify({ baseline: 1, findings: Object.fromEntries(findings) }, undefined, 2)}\n`;
}

/** A report without the findings of a baseline, and how many of the baseline's are no longer found. */
export function withBaseline(
  report: Report,
  baseline: Baseline,
  canWait: CanWait,
): { readonly report: Report; readonly gone: number } {
  const kept: Diagnostic[] = [];
  let baselined = 0;
  for (const [diagnostic, fingerprint] of fingerprintsOf(report)) {
    if (canWait(diagnostic) && baseline.has(fingerprint)) baselined++;
    else kept.push(diagnostic);
  }
  return { report: { ...report, diagnostics: kept, baselined }, gone: baseline.size - baselined };
}
