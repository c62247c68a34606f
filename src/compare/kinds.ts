// The table of changes of events and of what surrounds them, and the one way from a change to its verdicts.
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
import { type AspectEntry, aspects, rateProperty } from "./property-kinds.js";

type OtherChange = EventChange | ThingChange;
export type OtherKind = OtherChange["kind"];

type Entry = {
  readonly opposite: OtherKind;
  /** True where nothing changes for what is sent: words, or what listens. */
  readonly wordsOnly?: boolean;
  /** A sentence; `NAME` stands for the thing, `BEFORE` and `AFTER` for what was and is. */
  readonly says: string;
  /** Code, payload, history; a string of the first letters (s, d, b), and the reason of those that are not safe. */
  readonly levels: string;
  readonly reasons?: readonly [code: string, payload: string, history: string];
};

const gone = [
  "Calls of its emitter no longer compile.",
  "What it triggers or ends no longer hears of it.",
  "The plan has no schema for what was stored.",
] as const;

export const otherKinds: { readonly [kind in OtherKind]: Entry } = {
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
    says: "NAME is described anew.",
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
  "identity-primary-changed": {
    opposite: "identity-primary-changed",
    says: "Known people were told by BEFORE and are told by AFTER.",
    levels: "bbs",
    reasons: ["Calls that pass the old identifier no longer compile.", "People may become two profiles.", ""],
  },
  "identity-identifier-added": {
    opposite: "identity-identifier-removed",
    says: "AFTER may also be attached to a person.",
    levels: "sss",
  },
  "identity-identifier-removed": {
    opposite: "identity-identifier-added",
    says: "BEFORE may no longer be attached to a person.",
    levels: "bds",
    reasons: ["Calls that pass it no longer compile.", "People are no longer found by it.", ""],
  },
  "identity-anonymous-renamed": {
    opposite: "identity-anonymous-renamed",
    says: "The anonymous identifier was called BEFORE and is called AFTER.",
    levels: "bds",
    reasons: ["Calls that pass the old name no longer compile.", "Anonymous trails may not be joined.", ""],
  },
  "identity-merge-changed": {
    opposite: "identity-merge-changed",
    says: "Anonymous trails joined people BEFORE, and join them AFTER.",
    levels: "sds",
    reasons: ["", "Anonymous events count for people at another moment.", ""],
  },
  "identity-type-changed": {
    opposite: "identity-type-changed",
    says: "The primary identifier was BEFORE and is AFTER.",
    levels: "fit",
  },
  "object-type-changed": {
    opposite: "object-type-changed",
    says: "The identifier of NAME was BEFORE and is AFTER.",
    levels: "fit",
  },
  "source-added": { opposite: "source-removed", says: "NAME is new.", levels: "sss" },
  "source-removed": {
    opposite: "source-added",
    says: "NAME is removed.",
    levels: "dss",
    reasons: ["Code that is generated for this source is no longer.", "", ""],
  },
  "source-kind-changed": {
    opposite: "source-kind-changed",
    says: "NAME was BEFORE and is AFTER.",
    levels: "sss",
  },
  "source-documentation-changed": {
    opposite: "source-documentation-changed",
    wordsOnly: true,
    says: "NAME is described anew: its description, language, paths or owner.",
    levels: "sss",
  },
  "object-added": { opposite: "object-removed", says: "NAME is new.", levels: "sss" },
  "object-removed": {
    opposite: "object-added",
    says: "NAME is removed.",
    levels: "bbb",
    reasons: [
      "Code that uses its types no longer compiles.",
      "What reads its attributes finds nothing.",
      "The plan has no schema for what was stored.",
    ],
  },
  "object-renamed": {
    opposite: "object-renamed",
    says: "NAME was called BEFORE.",
    levels: "bbb",
    reasons: [
      "Code that uses its types no longer compiles.",
      "What listens to the old name no longer hears of it.",
      "The plan has no schema for what was stored.",
    ],
  },
  "object-identifier-renamed": {
    opposite: "object-identifier-renamed",
    says: "The identifier of NAME was called BEFORE and is called AFTER.",
    levels: "dds",
    reasons: ["Calls about it pass another property.", "Events find the object by another property.", ""],
  },
  "sequence-added": { opposite: "sequence-removed", wordsOnly: true, says: "NAME is new.", levels: "sss" },
  "sequence-removed": {
    opposite: "sequence-added",
    wordsOnly: true,
    says: "NAME is removed.",
    levels: "sss",
  },
  "sequence-renamed": {
    opposite: "sequence-renamed",
    wordsOnly: true,
    says: "NAME was called BEFORE.",
    levels: "sss",
  },
  "sequence-steps-changed": {
    opposite: "sequence-steps-changed",
    says: "The steps of NAME were BEFORE and are AFTER.",
    levels: "sss",
  },
  "sequence-key-changed": {
    opposite: "sequence-key-changed",
    says: "The steps of NAME were joined by BEFORE and are joined by AFTER.",
    levels: "sss",
  },
  "sequence-window-changed": {
    opposite: "sequence-window-changed",
    says: "NAME was to happen within BEFORE, and is to within AFTER.",
    levels: "sss",
  },
  "sequence-suppression-changed": {
    opposite: "sequence-suppression-changed",
    says: "Recovery messages of NAME stopped on BEFORE, and stop on AFTER.",
    levels: "sds",
    reasons: ["", "Messages that wait for it may come at the wrong moment.", ""],
  },
  "consumer-added": { opposite: "consumer-removed", wordsOnly: true, says: "NAME is new.", levels: "sss" },
  "consumer-removed": {
    opposite: "consumer-added",
    wordsOnly: true,
    says: "NAME is removed.",
    levels: "sss",
  },
  "consumer-renamed": {
    opposite: "consumer-renamed",
    wordsOnly: true,
    says: "NAME was called BEFORE.",
    levels: "sss",
  },
  "consumer-kind-changed": listens("consumer-kind-changed", "NAME was a BEFORE and is a AFTER."),
  "consumer-trigger-changed": listens(
    "consumer-trigger-changed",
    "NAME was triggered by BEFORE, and is by AFTER.",
  ),
  "consumer-wait-changed": listens("consumer-wait-changed", "NAME waited BEFORE, and waits AFTER."),
  "consumer-exit-added": listens("consumer-exit-removed", "NAME now ends on AFTER."),
  "consumer-exit-removed": listens("consumer-exit-added", "NAME no longer ends on BEFORE."),
  "consumer-condition-added": listens("consumer-condition-removed", "NAME now asks for AFTER."),
  "consumer-condition-removed": listens("consumer-condition-added", "NAME no longer asks for BEFORE."),
  "consumer-template-added": listens("consumer-template-removed", "NAME now sends AFTER."),
  "consumer-template-removed": listens("consumer-template-added", "NAME no longer sends BEFORE."),
  "listener-documentation-changed": listens("listener-documentation-changed", "NAME is described anew."),
  "type-documentation-changed": {
    opposite: "type-documentation-changed",
    wordsOnly: true,
    says: "NAME is described anew.",
    levels: "sss",
  },
  "target-added": { opposite: "target-removed", says: "NAME is generated now, into AFTER.", levels: "sss" },
  "target-removed": {
    opposite: "target-added",
    says: "NAME is no longer generated.",
    levels: "bss",
    reasons: ["What imports the generated files no longer finds them.", "", ""],
  },
  "target-moved": {
    opposite: "target-moved",
    says: "NAME was generated into BEFORE and is into AFTER.",
    levels: "bss",
    reasons: ["What imports the generated files no longer finds them.", "", ""],
  },
  "target-option-changed": {
    opposite: "target-option-changed",
    says: "The option NAME was BEFORE and is AFTER.",
    levels: "dss",
    reasons: ["The generated files have another form.", "", ""],
  },
};

function listens(opposite: OtherKind, says: string): Entry {
  return { opposite, says, levels: "sss", wordsOnly: true };
}

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
    const via = change.via === undefined ? "" : ` (by its type "${change.via}")`;
    return `${describeProperty(change)} ${entry.says(change)}${via}.`;
  }
  const name = change.subject === "event" ? `Event "${change.event}"` : thingName(change);
  return otherKinds[change.kind].says
    .replace("NAME", () => name)
    .replace("BEFORE", () => valueText(change.before))
    .replace("AFTER", () => valueText(change.after));
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
