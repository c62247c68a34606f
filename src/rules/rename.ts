// Renames as fixes: every place of the plan that has the old name, in one fix.
import type { Fix, Span } from "../diagnostics/diagnostic.js";
import { yamlName } from "./names.js";
import { type PlanIndex, textUnder } from "./plan-index.js";

/** Renames an event where it is declared and wherever the plan refers to it. Undefined where the new name is taken. */
export function renameEvent(index: PlanIndex, from: string, to: string): Fix | undefined {
  if (index.eventMentions.has(to)) return undefined;
  const mentions = index.eventMentions.get(from) ?? [];
  return {
    title: `rename to "${to}"`,
    safe: true,
    edits: mentions.map(({ span }) => ({ span, text: asWritten(index, span, to) })),
  };
}

/** A new name in the quotes that the old one has. */
export function asWritten(index: PlanIndex, span: Span, name: string): string {
  const quote = textUnder(index.plan, span).charAt(0);
  if (quote === '"') return JSON.stringify(name);
  return quote === "'" ? `'${name.replaceAll("'", "''")}'` : yamlName(name);
}
