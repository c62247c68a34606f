// What the reports of `trackwright diff` are given, and what they have in common.
import {
  type Level,
  levels,
  type PromiseName,
  pathText,
  promises,
  type RatedChange,
  worstLevel,
} from "../compare/change.js";
import type { Comparison } from "../compare/compare-plans.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Sources } from "./findings.js";
import { counted } from "./report.js";

export type DiffReport = {
  readonly version: string;
  /** What was compared, as people call it: a ref, a folder, `the working tree`. */
  readonly from: string;
  readonly to: string;
  readonly comparison: Comparison;
  /** True where there was no plan yet on the side that is compared with. */
  readonly isNew: boolean;
  /** The files of both plans, for places. */
  readonly before: Sources;
  readonly after: Sources;
  /** Mistakes that kept a part of a plan from being compared. */
  readonly unread: readonly { readonly side: "from" | "to"; readonly diagnostic: Diagnostic }[];
};

/** Changes that are told as one: the same change of one named type at all the places that use it. */
export type ChangeGroup = { readonly first: RatedChange; readonly all: readonly RatedChange[] };

export function groupChanges(changes: readonly RatedChange[]): readonly ChangeGroup[] {
  const groups = new Map<string, RatedChange[]>();
  for (const [index, change] of changes.entries()) {
    const isShared = change.subject === "property" && change.via !== undefined;
    const key = isShared
      ? JSON.stringify([
          change.via?.type,
          change.aspect,
          change.was,
          change.at,
          change.before,
          change.after,
          promises.map((promise) => change.verdicts[promise].level),
        ])
      : String(index);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [change]);
    else known.push(change);
  }
  return [...groups.values()].flatMap((all) => (all[0] === undefined ? [] : [{ first: all[0], all }]));
}

/** The places of a group beside the first: `items[].price of "Order Completed"`. */
export function placeText(change: RatedChange): string {
  if (change.subject !== "property") return "";
  const holder = "name" in change.holder ? ` of "${change.holder.name}"` : "";
  return `${pathText(change.path)}${holder}`;
}

/** Breaking first, then dangerous, then safe; otherwise in their order. */
export function byLevel(
  changes: readonly RatedChange[],
): readonly (readonly [Level, readonly ChangeGroup[]])[] {
  const groups = groupChanges(changes);
  return levels
    .toReversed()
    .map((level) => [level, groups.filter(({ first }) => worstLevel(first.verdicts) === level)] as const)
    .filter(([, found]) => found.length > 0);
}

/** `3 changes: 1 breaking, 2 safe`. */
export function summaryText(changes: readonly RatedChange[]): string {
  if (changes.length === 0) return "no changes";
  const parts = levels
    .toReversed()
    .map((level) => [level, changes.filter(({ verdicts }) => worstLevel(verdicts) === level).length] as const)
    .filter(([, count]) => count > 0)
    .map(([level, count]) => `${count} ${level}`);
  return `${counted(changes.length, "change")}: ${parts.join(", ")}`;
}

/** What the version says beside what it should. */
export function versionText({ bump, declared }: Comparison): string {
  const { from, to, sufficient } = declared;
  const step = from === to ? `the version stays ${from}` : `the version goes from ${from} to ${to}`;
  if (bump === "none") return `No version step is needed; ${step}.`;
  return `A ${bump} step is needed; ${step}, which is ${sufficient ? "enough" : "not enough"}.`;
}

/** The promises that a change does not keep, with the reason of each. */
export function concerns(change: RatedChange): readonly (readonly [PromiseName, Level, string])[] {
  return promises
    .map((promise) => [promise, change.verdicts[promise].level, change.verdicts[promise].reason] as const)
    .filter(([, level]) => level !== "safe");
}

/** Each consumer that a group reaches, once, with whoever answers for it. */
export function reached(group: ChangeGroup): readonly RatedChange["effects"][number][] {
  const found = new Map(
    group.all.flatMap(({ effects }) => effects.map((one) => [one.consumer, one] as const)),
  );
  return [...found.values()];
}
