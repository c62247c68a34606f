// Drift that one build mends is one mistake, however many files it shows in: findings of drift -> fewer of them.
import { compareDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Drift } from "./drift.js";

/** Up to this many files of a kind have a finding each. */
const mostApart = 3;
/** How many files one finding names at most. */
const mostNamed = 1000;

const kinds = [
  { rule: "generated-stale", is: "out of date", why: "they are not what the plan gives now" },
  { rule: "generated-missing", is: "missing", why: "the plan generates them" },
  { rule: "generated-orphan", is: "left over", why: "the plan no longer generates them" },
] as const;

/**
 * The findings of all folders. Where many files are out of date, missing or left over, one finding names the first
 * and counts the others, which are related to it. What a build would not simply put right is told file by file.
 */
export function gathered(drifts: readonly Drift[], command: string): readonly Diagnostic[] {
  const plain = new Set(drifts.flatMap(({ byBuild }) => byBuild));
  const diagnostics = drifts.flatMap((drift) => drift.diagnostics);
  return [
    ...diagnostics.filter((one) => !plain.has(one)),
    ...kinds.flatMap((kind) => {
      const found = [...plain].filter(({ rule }) => rule === kind.rule).sort(compareDiagnostics);
      const [first, ...others] = found;
      if (first === undefined || found.length <= mostApart) return found;
      return {
        ...first,
        message: `"${first.span.file}" and ${others.length} other files are ${kind.is}: ${kind.why}.`,
        related: others.slice(0, mostNamed).map(({ span }) => ({ message: `${kind.is}, too`, span })),
        help: `Run \`${command}\`.`,
      };
    }),
  ];
}
