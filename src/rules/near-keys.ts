// The property that a key was probably meant to name, where letters alone tell little.
import { didYouMean } from "../diagnostics/did-you-mean.js";
import type { Property } from "../plan/plan.js";
import { lowerWordsOf } from "./names.js";
import type { NearName } from "./near-names.js";

/** A letter makes another word of a short one easily: only what is required, and not there, is meant. */
export function shortName(name: string, missing: readonly Property[]): NearName<Property> | undefined {
  if (name.length > longestShortName) return undefined;
  const nearest = didYouMean(
    name,
    missing.map((one) => one.name.value),
  );
  const like = missing.find((one) => one.name.value === nearest);
  return like === undefined ? undefined : { like, difference: "typo", certain: false };
}

const longestShortName = 5;

/**
 * Instead of a name that is a typo away, the one that goes on after the key's own words: `model` is cut short for
 * `modelId` sooner than it is `mode`. Undefined where several do.
 */
export function longerName(
  name: string,
  live: readonly Property[],
  typo: NearName<Property>,
): NearName<Property> | undefined {
  const words = lowerWordsOf(name);
  const longer = live.filter((one) => {
    const its = lowerWordsOf(one.name.value);
    return its.length > words.length && words.every((word, index) => its[index] === word);
  });
  const [like, ...more] = longer;
  if (like === undefined) return typo;
  return more.length > 0 ? undefined : { like, difference: "abbreviation", certain: false };
}
