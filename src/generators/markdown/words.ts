// Small pieces of English for the docs: durations, lists, counts, states.
import type { EventIdentity, Plan, PropertyPath } from "../../plan/plan.js";
import { code } from "./escape.js";

export { durationText } from "../../plan/duration.js";

export function plural(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listText(items: readonly string[], word: "and" | "or" = "and"): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} ${word} ${last}`;
}

export function pathText(path: PropertyPath): string {
  return path.join(".");
}

/** The first sentence of a text: for tables where a line has to do. */
export function firstSentence(text: string): string {
  const [paragraph = ""] = text.trim().split(/\r?\n[ \t]*\r?\n/);
  // The pattern over all of Unicode takes a millisecond to get ready.
  const end = /^[\0-\x7f]*$/.test(paragraph)
    ? /(?<=[.!?])\s+(?=[A-Z0-9"'(])/
    : /(?<=[.!?])\s+(?=[\p{Lu}\p{N}"'(])/u;
  const [first = ""] = paragraph.replace(/\s+/g, " ").split(end);
  return first;
}

/** Whom an event may be about, as a sentence for a table's cell. */
export function identityText(plan: Plan, identity: EventIdentity): string {
  const { primary, anonymous } = plan.identity;
  switch (identity.kind) {
    case "known":
      return `A known person, by ${code(primary)}.`;
    case "anonymous":
      return `An anonymous visitor, by ${code(anonymous.value)}.`;
    case "any":
      return `A known person, by ${code(primary)}, or an anonymous visitor, by ${code(anonymous.value)}.`;
    case "identifiers": {
      const names = identity.identifiers.map(({ value }) =>
        code(value === "anonymous" ? anonymous.value : value),
      );
      return `Whoever ${listText(names, "or")} names.`;
    }
  }
}
