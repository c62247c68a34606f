// What a deprecation says, as sentences: for schemas and docs.
import type { Deprecation, Status } from "../plan/plan.js";

/** `Deprecated since 2.0.0. Use "Order Completed" instead.`, or undefined where nothing is deprecated. */
export function deprecationText(item: {
  readonly status: Status;
  readonly deprecated: Deprecation | undefined;
}): string | undefined {
  if (item.status !== "deprecated") return undefined;
  const { since, replacedBy, removeAfter, reason } = item.deprecated ?? {};
  return [
    since === undefined ? "Deprecated." : `Deprecated since ${since.value}.`,
    replacedBy === undefined ? "" : `Use "${replacedBy.value}" instead.`,
    removeAfter === undefined ? "" : `To be removed after ${removeAfter.value}.`,
    reason === undefined ? "" : sentence(reason.value),
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** A text that ends in punctuation. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === "" || /[.!?:;…。]$/u.test(trimmed) ? trimmed : `${trimmed}.`;
}
