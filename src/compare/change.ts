// The changes between two plans, as data: a tagged union with a member per kind. What a change means for whom comes
// after, in kinds.ts.
import type { Span } from "../diagnostics/diagnostic.js";
import type { AgreedBreak, Json } from "../plan/plan.js";

/**
 * What a plan promises. `code`: calls of the generated emitters still compile. `payload`: segments, filters and
 * Liquid keep the names and types that they read. `history`: what was stored before still validates.
 */
export const promises = ["code", "payload", "history"] as const;
export type PromiseName = (typeof promises)[number];

/** `dangerous`: it depends on values that the plan does not know, or on who reads them. */
export const levels = ["safe", "dangerous", "breaking"] as const;
export type Level = (typeof levels)[number];

export type Verdict = { readonly level: Level; readonly reason: string };
export type Verdicts = { readonly [promise in PromiseName]: Verdict };

/** A consumer that a change reaches, and what happens to it. */
export type Effect = {
  readonly consumer: string;
  readonly owner: string | undefined;
  readonly message: string;
};

type Facts = {
  /** What was, and what is; null where there is nothing. */
  readonly before: Json;
  readonly after: Json;
  /** The places of both; undefined where the plan has none. */
  readonly was: Span | undefined;
  readonly at: Span | undefined;
};

// --- Properties -----------------------------------------------------------------------------------------------

/** Whose properties they are. */
export type Holder =
  | { readonly kind: "event"; readonly name: string }
  | { readonly kind: "person" }
  | { readonly kind: "object" | "relationship" | "trigger"; readonly name: string };

/** How the values of a changed type fit, seen by each promise. */
export type Fit = { readonly [promise in PromiseName]: Level };

/**
 * What keys that are not declared may hold beside a property that comes or goes: `closed` nothing, `fits` what the
 * property holds too, `clashes` something else, `open` anything at all.
 */
export type FreeKeys = "closed" | "fits" | "clashes" | "open";

/** What can happen to a property, wherever it is: of an event, inside of another, an attribute of a person. */
export type PropertyEdit = Facts &
  (
    | {
        readonly aspect: "added" | "removed" | "retired" | "revived" | "renamed";
        readonly required: boolean;
        readonly free: FreeKeys;
      }
    | { readonly aspect: "tombstone-added" | "tombstone-removed" }
    | { readonly aspect: "required" | "optional" }
    | { readonly aspect: "type-changed" | "type-widened" | "type-narrowed"; readonly fit: Fit }
    | { readonly aspect: "nullable" | "not-nullable" }
    | { readonly aspect: "enum-value-added" | "enum-value-removed" }
    | {
        readonly aspect:
          | "constraint-tightened"
          | "constraint-loosened"
          | "constraint-changed"
          | "constraint-disjoint";
        /** Its key in the plan: `minimum`. */
        readonly constraint: string;
      }
    | { readonly aspect: "opened" | "closed" }
    | { readonly aspect: "pii-added" | "pii-removed" | "unit-changed" }
    | { readonly aspect: "deprecated" | "undeprecated" | "activated" | "postponed" }
    | { readonly aspect: "sources-widened" | "sources-narrowed" | "sources-changed" }
    | { readonly aspect: "documentation-changed" }
  );
export type PropertyAspect = PropertyEdit["aspect"];
export type PropertyKind = `${"property" | "attribute"}-${PropertyAspect}`;

export type PropertyChange = PropertyEdit & {
  readonly subject: "property";
  readonly kind: PropertyKind;
  readonly holder: Holder;
  /** The names that lead there; `[]` stands for the items of a list, `*` for free keys. Never empty. */
  readonly path: readonly string[];
  /** The named type that was changed and where in it, where the property is one of the places that use it. */
  readonly via: { readonly type: string; readonly path: readonly string[] } | undefined;
  /** True where only some sources of the event send it. */
  readonly bound: boolean;
  /** True where the event or the property was only planned: nothing was sent yet. */
  readonly planned: boolean;
};

// --- Everything else ------------------------------------------------------------------------------------------

export type EventChange = Facts & {
  readonly subject: "event";
  /** Its name now; its last one where it is gone. */
  readonly event: string;
  readonly planned: boolean;
} & (
    | {
        readonly kind:
          | "event-added"
          | "event-removed"
          | "event-renamed"
          | "event-retired"
          | "event-revived"
          | "event-tombstone-added"
          | "event-tombstone-removed"
          | "event-deprecated"
          | "event-undeprecated"
          | "event-activated"
          | "event-postponed"
          | "event-opened"
          | "event-closed"
          | "event-call-changed"
          | "event-idempotency-key-added"
          | "event-idempotency-key-removed"
          | "event-idempotency-key-changed"
          | "event-timestamp-changed"
          | "event-arrives-later"
          | "event-arrives-sooner"
          | "event-arrives-too-late"
          | "event-arrives-in-time"
          | "event-alias-added"
          | "event-alias-removed"
          | "event-objects-changed"
          | "event-documentation-changed"
          | "event-identity-widened"
          | "event-identity-narrowed"
          | "event-identity-changed";
      }
    | {
        readonly kind: "event-source-added" | "event-source-removed";
        /** True where properties are bound to some of the event's sources. */
        readonly shaped: boolean;
      }
  );

/** A change of something that has a name and is no event. */
export type ThingChange = Facts & {
  readonly subject: "identity" | "source" | "object" | "sequence" | "consumer" | "target" | "type" | "plan";
  /** The name of the thing; empty for the identity. For the plan's settings: the rule, or what is named. */
  readonly name: string;
} & (
    | {
        readonly kind:
          | "identity-primary-changed"
          | "identity-identifier-added"
          | "identity-identifier-removed"
          | "identity-anonymous-renamed"
          | "identity-merge-changed"
          | "source-added"
          | "source-removed"
          | "source-kind-changed"
          | "source-arrival-changed"
          | "source-documentation-changed"
          | "object-added"
          | "object-removed"
          | "object-renamed"
          | "object-identifier-renamed"
          | "object-documentation-changed"
          | "sequence-added"
          | "sequence-removed"
          | "sequence-renamed"
          | "sequence-steps-changed"
          | "sequence-key-changed"
          | "sequence-window-changed"
          | "sequence-suppression-changed"
          | "consumer-added"
          | "consumer-removed"
          | "consumer-renamed"
          | "consumer-kind-changed"
          | "consumer-trigger-changed"
          | "consumer-wait-changed"
          | "consumer-exit-added"
          | "consumer-exit-removed"
          | "consumer-condition-added"
          | "consumer-condition-removed"
          | "consumer-template-added"
          | "consumer-template-removed"
          | "consumer-started"
          | "consumer-stopped"
          | "consumer-state-changed"
          | "consumer-filter-added"
          | "consumer-filter-removed"
          | "consumer-message-added"
          | "consumer-message-removed"
          | "consumer-message-changed"
          | "consumer-value-added"
          | "consumer-value-removed"
          | "listener-documentation-changed"
          | "type-documentation-changed"
          | "target-added"
          | "target-removed"
          | "target-moved"
          | "target-option-changed"
          | "plan-renamed"
          | "plan-documentation-changed"
          | "plan-naming-changed"
          | "plan-code-changed"
          | "plan-rule-changed";
      }
    | { readonly kind: "identity-type-changed" | "object-type-changed"; readonly fit: Fit }
  );

/** One difference between two plans. */
export type Change = PropertyChange | EventChange | ThingChange;
export type ChangeKind = Change["kind"];

/** A change with what it means. */
export type RatedChange = Change & {
  /** One sentence that names the thing. */
  readonly message: string;
  readonly verdicts: Verdicts;
  readonly effects: readonly Effect[];
  /** Whom to ask: the owner of the event or the property. */
  readonly owner: string | undefined;
  /** The entry of the plan's `breaks` that agrees on it, where it breaks or endangers something. */
  readonly agreed: AgreedBreak | undefined;
};

/** The worst of the three. */
export function worstLevel(verdicts: Verdicts): Level {
  const worst = promises.map((promise) => levels.indexOf(verdicts[promise].level));
  return levels[Math.max(...worst)] ?? "safe";
}

/** `items[].price`, as people write it. */
export function pathText(path: readonly string[]): string {
  return path.reduce(
    (text, step) => (text === "" ? step : step === "[]" ? `${text}[]` : `${text}.${step}`),
    "",
  );
}
