// The comparisons of consumers that can't be met, for the two rules that tell of them.
import type { Comparison } from "../consumers/reference.js";
import type { Fix } from "../diagnostics/diagnostic.js";
import type { ConditionIssue } from "./condition-typing.js";
import { comparisonText } from "./condition-values.js";
import type { ConsumerIndex, Unmet } from "./consumer-index.js";
import { alsoHere, mistakes, pathText } from "./consumer-mistakes.js";
import type { Report } from "./rule.js";

type ComparisonMistake = { readonly first: Unmet; readonly others: readonly Unmet[] };

/** The mistakes of one kind. The same comparison several times in one file is one. */
export function comparisonMistakes(
  listening: ConsumerIndex,
  kind: ConditionIssue["kind"],
): readonly ComparisonMistake[] {
  return mistakes(
    listening.unmet.filter(({ issue }) => issue.kind === kind),
    ({ reference, comparison }) => `${pathText(reference)} ${comparisonText(comparison, reference.where)}`,
  );
}

export function reportComparison({ first, others }: ComparisonMistake, report: Report): void {
  const { reference, consumer, comparison, issue, event, target } = first;
  const fix = correction([first, ...others]);
  const { property } = target;
  report(
    comparison.span,
    `"${consumer.name.value}" asks for \`${pathText(reference)} ${comparisonText(comparison, reference.where)}\`, but ${issue.message}.`,
    {
      ...(property !== undefined && { property: property.name.value }),
      ...(event !== undefined && { event: event.name.value }),
      ...(issue.help !== undefined && { help: issue.help }),
      related: [
        ...(property === undefined ? [] : [{ message: "declared here", span: property.type.span }]),
        ...alsoHere(others),
      ],
      ...(fix !== undefined && { fixes: [fix] }),
    },
  );
}

/** Writes the value as it must be; in a list, which holds others, by hand. */
function correction(all: readonly Unmet[]): Fix | undefined {
  const { right } = all[0]?.issue ?? {};
  if (right === undefined || !all.every(({ comparison }) => isSingle(comparison) && !comparison.loose))
    return undefined;
  const text = typeof right === "string" ? `"${right}"` : String(right);
  // In YAML the condition itself may stand in double quotes.
  if (typeof right === "string" && all.some(({ reference }) => reference.where !== "template"))
    return undefined;
  return {
    title: `write ${text}`,
    safe: false,
    edits: all.map(({ comparison }) => ({ span: comparison.span, text })),
  };
}

function isSingle({ value }: Comparison): boolean {
  return !Array.isArray(value);
}
