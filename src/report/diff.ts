// What the reports of `trackwright diff` are given, and what they have in common.

import { nextVersion, versionStep } from "../compare/bump.js";
import {
  type Level,
  type PromiseName,
  pathText,
  promises,
  type RatedChange,
  worstLevel,
} from "../compare/change.js";
import type { Comparison } from "../compare/compare-plans.js";
import { type ChangeGroup, groupChanges } from "../compare/groups.js";
import { compareText, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Sources } from "./findings.js";
import { counted } from "./report.js";

export type { ChangeGroup };

export type DiffReport = {
  readonly version: string;
  /** The plan's name. */
  readonly plan: string;
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

/** The places of a group beside the first: `items[].price of "Order Completed"`. */
export function placeText(change: RatedChange): string {
  if (change.subject !== "property") return "";
  const holder = "name" in change.holder ? ` of "${change.holder.name}"` : "";
  return `${pathText(change.path)}${holder}`;
}

/** How a change is told: by its worst verdict, or as something that was agreed on whatever it breaks. */
export const sections = ["breaking", "dangerous", "agreed", "safe"] as const;
export type Section = (typeof sections)[number];

export function sectionOf({ verdicts, agreed }: RatedChange): Section {
  return agreed === undefined ? worstLevel(verdicts) : "agreed";
}

export const sectionTitles: { readonly [section in Section]: string } = {
  breaking: "Breaking",
  dangerous: "Dangerous",
  agreed: "Agreed on",
  safe: "Safe",
};

/** What breaks first; otherwise in their order. */
export function bySection(
  changes: readonly RatedChange[],
): readonly (readonly [Section, readonly ChangeGroup[]])[] {
  const groups = groupChanges(changes);
  return sections
    .map((section) => [section, groups.filter(({ first }) => sectionOf(first) === section)] as const)
    .filter(([, found]) => found.length > 0);
}

/** `3 changes: 1 breaking, 2 safe`. */
export function summaryText(changes: readonly RatedChange[]): string {
  if (changes.length === 0) return "no changes";
  return `${counted(changes.length, "change")}: ${countsText(changes)}`;
}

/** `1 breaking, 2 safe`. */
export function countsText(changes: readonly RatedChange[]): string {
  if (changes.length === 0) return "no changes";
  const parts = sections
    .map((section) => [section, changes.filter((change) => sectionOf(change) === section).length] as const)
    .filter(([, count]) => count > 0)
    .map(([section, count]) => `${count} ${section === "agreed" ? "agreed on" : section}`);
  return parts.join(", ");
}

/** `agreed on by checkout: Amounts are in minor units now.`; undefined where nobody did. */
export function agreedText({ agreed }: RatedChange): string | undefined {
  return agreed === undefined ? undefined : `agreed on by ${agreed.owner.value}: ${agreed.reason.value}`;
}

/** What a consumer is in for, by consumer: what reaches it and is not safe. */
export type ConsumerSummary = {
  readonly consumer: string;
  readonly owner: string | undefined;
  readonly messages: readonly string[];
};

export function consumerSummaries(changes: readonly RatedChange[]): readonly ConsumerSummary[] {
  const found = new Map<string, { owner: string | undefined; messages: Set<string> }>();
  for (const change of changes) {
    if (change.verdicts.payload.level === "safe") continue;
    for (const { consumer, owner, message } of change.effects) {
      const known = found.get(consumer) ?? { owner, messages: new Set<string>() };
      known.messages.add(message);
      found.set(consumer, known);
    }
  }
  return [...found]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([consumer, { owner, messages }]) => ({ consumer, owner, messages: [...messages] }));
}

/** What the version says beside what it should. */
export function versionText({ comparison: { bump, declared }, isNew }: DiffReport): string {
  if (isNew) return `There was no plan before; its version is ${declared.to}.`;
  const { from, to, sufficient } = declared;
  const step = versionStep(from, to);
  if (bump === "none") return `No version step is needed; ${step}.`;
  if (sufficient) return `A ${bump} step is needed; ${step}, which is enough.`;
  const wanted = nextVersion(from, bump);
  return `A ${bump} step is needed; ${step}, which is not enough${wanted === undefined ? "" : `: write ${wanted}`}.`;
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
