// What changed between two versions of a plan, for whoever reads the plan: in the shape of keepachangelog.com.
import type { ChangeKind, RatedChange } from "../compare/change.js";
import type { Comparison } from "../compare/compare-plans.js";
import { groupChanges } from "../compare/groups.js";
import { isWordsOnly } from "../compare/kinds.js";
import { agreedText, placeText, reached } from "./diff.js";
import { code, prose } from "./markdown-text.js";

export const changelogSections = ["Added", "Changed", "Deprecated", "Removed", "Security"] as const;
export type ChangelogSection = (typeof changelogSections)[number];

export type ChangelogEntry = {
  readonly section: ChangelogSection;
  readonly kind: ChangeKind;
  readonly message: string;
  readonly breaking: boolean;
  /** The other places of the same change: `cart_value of "Added to Cart"`. */
  readonly also: readonly string[];
  readonly consumers: readonly string[];
  /** Who agreed on it, and why. */
  readonly agreed: string | undefined;
};

export type Changelog = {
  /** The version that it leads to; undefined where the plan's version has not moved yet. */
  readonly version: string | undefined;
  readonly from: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly entries: readonly ChangelogEntry[];
};

/** The entries, by section, what breaks first. What only those notice who work on the plan is left out. */
export function changelogOf({ changes, declared }: Comparison, date: string): Changelog {
  const entries = groupChanges(changes).flatMap(({ first, all }): ChangelogEntry[] => {
    const section = sectionOf(first);
    if (section === undefined) return [];
    const { verdicts } = first;
    return [
      {
        section,
        kind: first.kind,
        message: first.message,
        breaking: Object.values(verdicts).some(({ level }) => level === "breaking"),
        also: all.slice(1).map(placeText),
        consumers: reached({ first, all }).map(({ consumer }) => consumer),
        agreed: agreedText(first),
      },
    ];
  });
  const ranked = changelogSections.flatMap((section) => {
    const inside = entries.filter((entry) => entry.section === section);
    return [...inside.filter(({ breaking }) => breaking), ...inside.filter(({ breaking }) => !breaking)];
  });
  const { from, to } = declared;
  return { version: from === to ? undefined : to, from, date, entries: ranked };
}

function sectionOf(change: RatedChange): ChangelogSection | undefined {
  const { kind } = change;
  if (/-pii-(?:added|removed)$/.test(kind)) return "Security";
  if (/-documentation-changed$|-alias-(?:added|removed)$|-tombstone-(?:added|removed)$/.test(kind))
    return undefined;
  if (change.subject === "plan" || change.subject === "type") return undefined;
  if (/-(?:un)?deprecated$/.test(kind)) return kind.endsWith("-undeprecated") ? "Changed" : "Deprecated";
  if (/-(?:removed|retired)$/.test(kind)) return "Removed";
  if (/-(?:added|revived|activated)$/.test(kind)) return "Added";
  return isWordsOnly(change) && change.subject !== "consumer" && change.subject !== "sequence"
    ? undefined
    : "Changed";
}

const shown = 5;

export function changelogMarkdown(log: Changelog): string {
  const title = log.version === undefined ? "## [Unreleased]" : `## [${log.version}] - ${log.date}`;
  const parts = changelogSections.flatMap((section) => {
    const entries = log.entries.filter((entry) => entry.section === section);
    return entries.length === 0 ? [] : [`### ${section}\n\n${entries.map(entryText).join("\n")}`];
  });
  if (parts.length === 0) parts.push(`Nothing that readers of the plan notice, since ${log.from}.`);
  return `${[title, ...parts].join("\n\n")}\n`;
}

function entryText({ message, breaking, also, consumers, agreed }: ChangelogEntry): string {
  const list = (names: readonly string[], say: (name: string) => string): string => {
    const more = names.length - shown;
    return `${names.slice(0, shown).map(say).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  };
  return [
    `- ${breaking ? "**Breaking:** " : ""}${prose(message)}`,
    ...(also.length === 0 ? [] : [`Also ${list(also, prose)}.`]),
    ...(consumers.length === 0 ? [] : [`Reaches ${list(consumers, code)}.`]),
    ...(agreed === undefined ? [] : [prose(`${agreed.charAt(0).toUpperCase()}${agreed.slice(1)}`)]),
  ].join(" ");
}

export function changelogJson(version: string, log: Changelog): string {
  const { version: to, from, date, entries } = log;
  const document = {
    trackwright: version,
    from,
    version: to ?? null,
    date,
    entries: entries.map(({ agreed, ...entry }) => ({ ...entry, agreed: agreed ?? null })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
