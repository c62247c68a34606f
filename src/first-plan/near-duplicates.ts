// Finds the events of the code that are one event in two spellings, and those that may be.
import type { Casing, Convention } from "../plan/plan.js";
import { casings } from "../plan/plan.js";
import { follows } from "../rules/names.js";
import { differenceText, similarNames } from "../rules/similar-names.js";
import type { FoundEvent } from "./gather.js";

export type Spelling = {
  /** By the name that is kept: the others that differ in their writing alone. Sorted. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  /** By name, what it looks like: `differs from "Started Checkout" in the order of its words`. */
  readonly lookalikes: ReadonlyMap<string, string>;
};

/** The convention that most names follow; on a tie the first of the plan language's own. */
export function prevailingConvention(names: readonly string[], fallback: Casing): Convention {
  let best: Casing = fallback;
  let most = names.filter((name) => follows(name, { casing: fallback })).length;
  for (const casing of casings) {
    const count = names.filter((name) => follows(name, { casing })).length;
    if (count > most) [best, most] = [casing, count];
  }
  return { casing: best };
}

/** True where so few names follow the convention that it is none. */
export function isUnconventional(names: readonly string[], convention: Convention): boolean {
  return names.filter((name) => follows(name, convention)).length * 2 < names.length;
}

/** `asOne` says which names some target can't tell apart, by the one that goes. */
export function compareSpellings(
  events: readonly FoundEvent[],
  convention: Convention,
  asOne: ReadonlyMap<string, string>,
): Spelling {
  const names = events.map(({ name, spans, emissions }) => ({
    value: name,
    span: spans[0] ?? { file: "", start: 0, end: 0 },
    conventional: follows(name, convention),
    uses: emissions.length,
  }));
  const kept = new Map(asOne);
  const lookalikes = new Map<string, string>();
  for (const [name, similar] of similarNames(names, { anyOrder: true, abbreviations: false })) {
    if (similar.difference === "writing") kept.set(name, similar.like.value);
    else lookalikes.set(name, differenceText(similar));
  }
  const aliases = new Map<string, string[]>();
  for (const name of [...kept.keys()].sort()) {
    const last = lastOf(name, kept);
    if (last !== name) aliases.set(last, [...(aliases.get(last) ?? []), name]);
  }
  return { aliases, lookalikes };
}

/** What is an alias of an alias is one of the name that is kept. */
function lastOf(name: string, kept: ReadonlyMap<string, string>): string {
  const seen = new Set([name]);
  let last = name;
  for (let next = kept.get(last); next !== undefined && !seen.has(next); next = kept.get(last)) {
    seen.add(next);
    last = next;
  }
  return last;
}
