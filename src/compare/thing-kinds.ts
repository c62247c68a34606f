// The table of changes of what surrounds the events: identity, sources, objects, listeners, targets, settings.
import type { EventChange, ThingChange } from "./change.js";

export type OtherKind = (EventChange | ThingChange)["kind"];

/** What a kind of change is called, and what it means by promise. */
export type Entry = {
  readonly opposite: OtherKind;
  /** True where nothing changes for what is sent: words, or what listens. */
  readonly wordsOnly?: boolean;
  /** A sentence; `NAME` stands for the thing, `QUOTED` for its name alone, `BEFORE` and `AFTER` for what was and is, `FIELDS` for what of it. */
  readonly says: string;
  /** Code, payload, history; a string of the first letters (s, d, b), and the reason of those that are not safe. */
  readonly levels: string;
  readonly reasons?: readonly [code: string, payload: string, history: string];
};

export const thingKinds: { readonly [kind in ThingChange["kind"]]: Entry } = {
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
  "source-arrival-changed": {
    opposite: "source-arrival-changed",
    says: "NAME delivers events AFTER after they happened at the earliest; it was BEFORE.",
    levels: "sss",
  },
  "source-documentation-changed": {
    opposite: "source-documentation-changed",
    wordsOnly: true,
    says: "NAME is described anew: FIELDS.",
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
  "object-documentation-changed": {
    opposite: "object-documentation-changed",
    wordsOnly: true,
    says: "NAME is described anew: FIELDS.",
    levels: "sss",
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
  "consumer-started": listens("consumer-stopped", "NAME is switched on; it was BEFORE."),
  "consumer-stopped": listens("consumer-started", "NAME is switched off; it is AFTER."),
  "consumer-state-changed": listens("consumer-state-changed", "NAME was BEFORE and is AFTER."),
  "consumer-filter-added": listens(
    "consumer-filter-removed",
    "NAME is now only for people in the segment AFTER.",
  ),
  "consumer-filter-removed": listens(
    "consumer-filter-added",
    "NAME is no longer only for people in the segment BEFORE.",
  ),
  "consumer-message-added": listens("consumer-message-removed", "NAME now sends the message AFTER."),
  "consumer-message-removed": listens("consumer-message-added", "NAME no longer sends the message BEFORE."),
  "consumer-message-changed": listens(
    "consumer-message-changed",
    "NAME sent the message BEFORE, which is AFTER now.",
  ),
  "consumer-value-added": listens("consumer-value-removed", "NAME now uses AFTER in what it says."),
  "consumer-value-removed": listens("consumer-value-added", "NAME no longer uses BEFORE in what it says."),
  "listener-documentation-changed": listens(
    "listener-documentation-changed",
    "NAME is described anew: FIELDS.",
  ),
  "type-documentation-changed": {
    opposite: "type-documentation-changed",
    wordsOnly: true,
    says: "NAME is described anew: FIELDS.",
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
    says: "The option QUOTED was BEFORE and is AFTER.",
    levels: "dss",
    reasons: ["The generated files have another form.", "", ""],
  },
  "plan-renamed": settings("plan-renamed", "The plan was called BEFORE and is called AFTER."),
  "plan-documentation-changed": settings("plan-documentation-changed", "The plan is described anew: FIELDS."),
  "plan-naming-changed": settings("plan-naming-changed", "Names of QUOTED were BEFORE and are AFTER."),
  "plan-code-changed": settings("plan-code-changed", "Calls are looked for in another way: FIELDS."),
  "plan-rule-changed": settings("plan-rule-changed", "The rule QUOTED was set to BEFORE and is to AFTER."),
};

/** What only those notice who work on the plan. */
function settings(opposite: OtherKind, says: string): Entry {
  return { opposite, says, levels: "sss", wordsOnly: true };
}

function listens(opposite: OtherKind, says: string): Entry {
  return { opposite, says, levels: "sss", wordsOnly: true };
}
