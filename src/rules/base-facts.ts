// What the rules about the plan as it was are given: both plans, and what changed between them.
import { comparePlans } from "../compare/compare-plans.js";
import type { Diagnostic, SourceFile, Span } from "../diagnostics/diagnostic.js";
import { LineIndex } from "../diagnostics/line-index.js";
import type { Plan } from "../plan/plan.js";
import type { BaseFacts } from "./rule.js";

/** The plan as it was, as the loader gives it. */
type Loaded = { readonly plan: Plan; readonly diagnostics: readonly Diagnostic[] };

/** `uses` is what consumers use, where more is known than the plans themselves say. */
export function baseFacts(
  label: string,
  { plan, diagnostics }: Loaded,
  now: Plan,
  uses?: Parameters<typeof comparePlans>[2],
): BaseFacts {
  const files = new Map(plan.files.map((file) => [file.path, file]));
  const indexes = new Map<SourceFile, LineIndex>();
  const placeOf = (span: Span): string => {
    const file = files.get(span.file);
    if (file === undefined) return span.file;
    const index = indexes.get(file) ?? new LineIndex(file.text);
    indexes.set(file, index);
    return `${span.file}:${index.position(span.start).line}`;
  };
  const unread = diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ span, message }) => `${placeOf(span)}: ${message}`);
  return { label, plan, comparison: comparePlans(plan, now, uses), unread, placeOf };
}
