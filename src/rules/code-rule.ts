// Declares a rule of the code: it gets what the code sends, side by side with the plan.
import { CodeIndex } from "./code-index.js";
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
      let code = indexes.get(index);
      if (code === undefined) {
        code = new CodeIndex(plan, index, subject.code);
        indexes.set(index, code);
      }
      rule.check({ ...subject, code }, report);
    },
  });
}
