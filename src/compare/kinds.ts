// The table of changes of events, and the one way from any change to its sentence and its verdicts.
import {
  type Change,
  type EventChange,
  type Level,
  type PropertyAspect,
  type PropertyChange,
  pathText,
  type ThingChange,
  type Verdicts,
} from "./change.js";
import { type AspectEntry, aspects, fieldNames, rateProperty } from "./property-kinds.js";
import { type Entry, type OtherKind, thingKinds } from "./thing-kinds.js";

const gone = [
  "Calls of its emitter no longer compile.",
  "What it triggers or ends no longer hears of it.",
  "The plan has no schema for what was stored.",
] as const;

const eventKinds: { readonly [kind in EventChange["kind"]]: Entry } = {
  "event-added": { opposite: "event-removed", says: "NAME is new.", levels: "sss" },
  "event-removed": { opposite: "event-added", says: "NAME is removed.", levels: "bbb", reasons: gone },
  "event-renamed": {
    opposite: "event-renamed",
    says: "NAME was called BEFORE.",
    levels: "bbb",
    reasons: [gone[0], "What listens to the old name no longer hears of it.", gone[2]],
  },
  "event-retired": { opposite: "event-revived", says: "NAME is retired.", levels: "bbb", reasons: gone },
  "event-revived": { opposite: "event-retired", says: "NAME is back from retirement.", levels: "sss" },
  "event-tombstone-added": {
    opposite: "event-tombstone-removed",
    wordsOnly: true,
    says: "NAME is declared as retired: its name can't be used again.",
    levels: "sss",
  },
  "event-tombstone-removed": {
    opposite: "event-tombstone-added",
    wordsOnly: true,
    says: "NAME is no longer declared as retired: its name can be used again.",
    levels: "sss",
  },
  "event-deprecated": { opposite: "event-undeprecated", says: "NAME is now deprecated.", levels: "sss" },
  "event-undeprecated": {
    opposite: "event-deprecated",
    says: "NAME is no longer deprecated.",
    levels: "sss",
  },
  "event-activated": {
    opposite: "event-postponed",
    says: "NAME was planned and is now active.",
    levels: "sss",
  },
  "event-postponed": {
    opposite: "event-activated",
    says: "NAME is only planned now.",
    levels: "sds",
    reasons: ["", "The plan says that it is not sent yet.", ""],
  },
  "event-opened": {
    opposite: "event-closed",
    says: "NAME may now hold properties that are not declared.",
    levels: "sss",
  },
  "event-closed": {
    opposite: "event-opened",
    says: "NAME may no longer hold properties that are not declared.",
    levels: "bdd",
    reasons: [
      "Calls that pass a property that is not declared no longer compile.",
      "Whoever reads a property that was not declared finds nothing.",
      "What was stored with other properties no longer validates.",
    ],
  },
  "event-call-changed": {
    opposite: "event-call-changed",
    says: "NAME was sent by BEFORE and is sent by AFTER.",
    levels: "sds",
    reasons: ["", "Customer.io tells page views, screens and events apart: triggers may not match.", ""],
  },
  "event-idempotency-key-added": {
    opposite: "event-idempotency-key-removed",
    says: "NAME has a key against duplicates now: AFTER.",
    levels: "sds",
    reasons: ["", "Events with the same key count once from now on.", ""],
  },
  "event-idempotency-key-removed": {
    opposite: "event-idempotency-key-added",
    says: "NAME has no key against duplicates any more; it was BEFORE.",
    levels: "sds",
    reasons: ["", "An event that is sent twice counts twice.", ""],
  },
  "event-idempotency-key-changed": {
    opposite: "event-idempotency-key-changed",
    says: "NAME was told apart by BEFORE and is told apart by AFTER.",
    levels: "sds",
    reasons: ["", "An event that is sent again after the change counts twice.", ""],
  },
  "event-timestamp-changed": {
    opposite: "event-timestamp-changed",
    says: "NAME happened at BEFORE and happens at AFTER.",
    levels: "sds",
    reasons: ["", "Waits and date conditions count from another moment.", ""],
  },
  "event-arrives-later": {
    opposite: "event-arrives-sooner",
    says: "NAME arrives AFTER after it happened at the earliest; it was BEFORE.",
    levels: "sds",
    reasons: ["", "What it starts comes later, what it ends may come before it.", ""],
  },
  "event-arrives-sooner": {
    opposite: "event-arrives-later",
    says: "NAME arrives AFTER after it happened at the earliest; it was BEFORE.",
    levels: "sss",
  },
  "event-arrives-too-late": {
    opposite: "event-arrives-in-time",
    says: "NAME arrives AFTER after it happened at the earliest, which is too late to start a workflow.",
    levels: "sbs",
    reasons: [
      "",
      "Customer.io starts nothing by an event that is more than 72 hours old when it arrives.",
      "",
    ],
  },
  "event-arrives-in-time": {
    opposite: "event-arrives-too-late",
    says: "NAME was at least BEFORE old when it arrived, and comes in time to start a workflow now.",
    levels: "sss",
  },
  "event-alias-added": {
    opposite: "event-alias-removed",
    wordsOnly: true,
    says: "NAME has the wrong spelling AFTER on record.",
    levels: "sss",
  },
  "event-alias-removed": {
    opposite: "event-alias-added",
    wordsOnly: true,
    says: "NAME no longer has the wrong spelling BEFORE on record.",
    levels: "sss",
  },
  "event-objects-changed": {
    opposite: "event-objects-changed",
    says: "NAME was about BEFORE and is about AFTER.",
    levels: "sds",
    reasons: ["", "Campaigns about the object hear of other events.", ""],
  },
  "event-documentation-changed": {
    opposite: "event-documentation-changed",
    wordsOnly: true,
    says: "NAME is described anew: FIELDS.",
    levels: "sss",
  },
  "event-identity-widened": {
    opposite: "event-identity-narrowed",
    says: "NAME was about people with BEFORE, and may be about those with AFTER.",
    levels: "sds",
    reasons: ["", "Events of people who can't be written to arrive too.", ""],
  },
  "event-identity-narrowed": {
    opposite: "event-identity-widened",
    says: "NAME was about people with BEFORE, and is only about those with AFTER.",
    levels: "bds",
    reasons: [
      "Calls about people who are told otherwise no longer compile.",
      "Events of the others no longer arrive.",
      "",
    ],
  },
  "event-identity-changed": {
    opposite: "event-identity-changed",
    says: "NAME was about people with BEFORE, and is about those with AFTER.",
    levels: "bds",
    reasons: [
      "Calls about people who are told otherwise no longer compile.",
      "Events of other people arrive.",
      "",
    ],
  },
  "event-source-added": {
    opposite: "event-source-removed",
    says: "NAME is also sent by AFTER.",
    levels: "sss",
  },
  "event-source-removed": {
    opposite: "event-source-added",
    says: "NAME is no longer sent by BEFORE.",
    levels: "dds",
    reasons: [
      "Code that is generated for this source loses the emitter.",
      "What this source sent no longer arrives.",
      "",
    ],
  },
};

/** Every kind of change but those of properties. */
export const otherKinds: { readonly [kind in OtherKind]: Entry } = { ...eventKinds, ...thingKinds };

const byLetter: ReadonlyMap<string, Level> = new Map([
  ["s", "safe"],
  ["d", "dangerous"],
  ["b", "breaking"],
]);
const safe = {
  code: "Calls compile as before.",
  payload: "What is sent keeps its names and types.",
  history: "What was stored validates as before.",
} as const;

/** What a change means, promise by promise. */
export function rate(change: Change): Verdicts {
  if (change.subject === "property") return rateProperty(change);
  const entry = otherKinds[change.kind];
  const of = (promise: "code" | "payload" | "history", index: 0 | 1 | 2): Verdicts["code"] => {
    const level =
      "fit" in change
        ? promise === "history"
          ? "safe"
          : change.fit[promise]
        : (byLetter.get(entry.levels.charAt(index)) ?? "safe");
    if (level === "safe") return { level, reason: safe[promise] };
    const reason = entry.reasons?.[index] ?? "The identifier is of another type.";
    if (change.subject === "event" && change.planned)
      return promise === "code"
        ? { level: "dangerous", reason: `It was only planned. ${reason}` }
        : { level: "safe", reason: "It was only planned: nothing was sent or stored." };
    return { level, reason };
  };
  const verdicts = { code: of("code", 0), payload: of("payload", 1), history: of("history", 2) };
  if (!("shaped" in change) || !change.shaped || change.kind === "event-source-added") return verdicts;
  return {
    ...verdicts,
    history: { level: "dangerous", reason: "What this source sent had properties of its own." },
  };
}

/** True where nothing changes for what is sent. */
export function isWordsOnly(change: Change): boolean {
  const entry = change.subject === "property" ? aspects[change.aspect] : otherKinds[change.kind];
  return entry.wordsOnly === true;
}

/** The change in one sentence. */
export function describeChange(change: Change): string {
  if (change.subject === "property") {
    // Each aspect's entry takes changes of that aspect; the compiler can't follow the pair.
    const entry = aspects[change.aspect] as AspectEntry<PropertyAspect>;
    const via = change.via === undefined ? "" : ` (by its type "${change.via.type}")`;
    return `${describeProperty(change)} ${entry.says(change)}${via}.`;
  }
  // All at once: a name may hold any of these words itself.
  return otherKinds[change.kind].says.replace(/NAME|QUOTED|BEFORE|AFTER|FIELDS/g, (word) => {
    if (word === "BEFORE") return valueText(change.before);
    if (word === "AFTER") return valueText(change.after);
    if (word === "FIELDS") return fieldNames(change.after);
    if (word === "QUOTED" && change.subject !== "event") return `"${change.name}"`;
    return change.subject === "event" ? `Event "${change.event}"` : thingName(change);
  });
}

/** `Property "items[].price" of "Order Completed"`. */
function describeProperty({ holder, path }: PropertyChange): string {
  const what = `"${pathText(path)}"`;
  switch (holder.kind) {
    case "event":
      return `Property ${what} of "${holder.name}"`;
    case "person":
      return `Attribute ${what}`;
    case "object":
      return `Attribute ${what} of the object "${holder.name}"`;
    case "relationship":
      return `Attribute ${what} of the relationship with "${holder.name}"`;
    case "trigger":
      return `Property ${what} of the trigger of "${holder.name}"`;
  }
}

function thingName(change: ThingChange): string {
  return `${change.subject.charAt(0).toUpperCase()}${change.subject.slice(1)} "${change.name}"`;
}

function valueText(value: Change["before"]): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return value.map((one) => `"${String(one)}"`).join(", ") || "nothing";
  return typeof value === "string" ? `"${value}"` : JSON.stringify(value);
}
