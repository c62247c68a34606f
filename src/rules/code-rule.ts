// Declares a rule of the code: it gets what the code sends, side by side with the plan.
import type { CodeScan } from "../code/emission.js";
import type { Plan } from "../plan/plan.js";
import { CodeIndex } from "./code-index.js";
import { leavingGenerated } from "./generated-files.js";
import type { PlanIndex } from "./plan-index.js";
import { mirrorRule, type Report, type Rule, type RuleOptions, type Subject } from "./rule.js";

type OfCode<Options extends RuleOptions> = Omit<
  Rule<Options>,
  "mirror" | "reportedBy" | "fixed" | "check"
> & {
  check(subject: Omit<Subject<Options>, "facts"> & { readonly code: CodeIndex }, report: Report): void;
};

/** The index of the code lives as long as that of the plan: as one check. */
const indexes = new WeakMap<PlanIndex, CodeIndex>();

export function codeRule<const Options extends RuleOptions = Record<never, never>>(
  rule: OfCode<Options>,
): Rule {
  return mirrorRule<"code", Options>("code", {
    ...rule,
    check(subject, report) {
      const { plan, index } = subject;
      const { texts } = subject.code;
      rule.check({ ...subject, code: codeIndexOf(plan, index, subject.code) }, (span, message, details) =>
        report(span, message, details === undefined ? undefined : leavingGenerated(details, texts)),
      );
    },
  });
}

/** The index of a scan, made once for all rules of a check. */
export function codeIndexOf(plan: Plan, index: PlanIndex, scan: CodeScan): CodeIndex {
  const known = indexes.get(index);
  if (known !== undefined) return known;
  const code = new CodeIndex(plan, index, scan);
  indexes.set(index, code);
  return code;
}
