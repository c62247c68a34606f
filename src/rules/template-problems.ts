// Reports what a template holds that can't be read, for the two rules that tell of it.
import type { ConsumerProblem, ConsumerScan } from "../consumers/consumer-scan.js";
import type { Report } from "./rule.js";

export function reportProblems(scan: ConsumerScan, kind: ConsumerProblem["kind"], report: Report): void {
  for (const problem of scan.problems) {
    if (problem.kind !== kind) continue;
    const { message, help, mend, span, consumers } = problem;
    report(span, message, {
      help: [...(help === undefined ? [] : [help]), ...sentBy(consumers)].join(" "),
      ...(mend !== undefined && { fixes: [mend] }),
    });
  }
}

function sentBy([first, ...more]: readonly string[]): readonly string[] {
  if (first === undefined) return [];
  const others =
    more.length === 0 ? "" : more.length === 1 ? ` and "${more[0]}"` : ` and ${more.length} more`;
  return [`It is part of "${first}"${others}.`];
}
