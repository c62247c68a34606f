// The table of changes of properties: what each is called, what it is undone by, and what it means by promise.
import type { Fit, FreeKeys, Level, PropertyAspect, PropertyChange, Verdict, Verdicts } from "./change.js";

export type Rated = readonly [level: Level, reason: string];

export type AspectEntry<A extends PropertyAspect> = {
  /** What the same change is called the other way round. */
  readonly opposite: PropertyAspect;
  /** True where nothing but words changed. */
  readonly wordsOnly?: boolean;
  /** The end of the sentence that begins with the property. */
  readonly says: (change: PropertyChange & { readonly aspect: A }) => string;
  readonly rate: (change: PropertyChange & { readonly aspect: A }) => {
    readonly code: Rated;
    readonly payload: Rated;
    readonly history: Rated;
  };
};

const fine: { readonly [promise in "code" | "payload" | "history"]: Rated } = {
  code: ["safe", "Calls compile as before."],
  payload: ["safe", "What is sent keeps its names and types."],
  history: ["safe", "What was stored validates as before."],
};

type Coming = { readonly required: boolean; readonly free: FreeKeys };

function came({ required, free }: Coming): { code: Rated; payload: Rated; history: Rated } {
  // Of keys that may hold anything, readers know nothing.
  const payload: Rated =
    free === "clashes"
      ? ["dangerous", "Whoever reads this free key may find another type of value."]
      : ["safe", "Nothing that is read today changes."];
  if (required)
    return {
      code: ["breaking", "Calls that leave it out no longer compile."],
      payload,
      history: ["breaking", "What was stored without it no longer validates."],
    };
  if (free === "clashes" || free === "open")
    return {
      code: ["dangerous", "A call may already send another type of value under this free key."],
      payload,
      history: ["dangerous", "A stored value under this free key may be of another type."],
    };
  return { code: fine.code, payload, history: fine.history };
}

function went({ required, free }: Coming): { code: Rated; payload: Rated; history: Rated } {
  return {
    code:
      free === "closed"
        ? ["breaking", "Calls that pass it no longer compile."]
        : free === "clashes"
          ? ["dangerous", "The free keys take other values than it did."]
          : fine.code,
    payload: ["breaking", "Segments, filters and Liquid that read it find nothing."],
    history:
      free === "closed"
        ? [
            "breaking",
            required
              ? "What was stored holds it, and it is not declared any more."
              : "What was stored with it no longer validates.",
          ]
        : free === "clashes"
          ? ["dangerous", "Stored values may not be what free keys may hold."]
          : fine.history,
  };
}

function byFit({ fit }: { readonly fit: Fit }): {
  code: Rated;
  payload: Rated;
  history: Rated;
} {
  const payload: { readonly [level in Level]: string } = {
    safe: "Each value that arrives is of the type that was known.",
    dangerous: "Values of a kind that its readers did not know can arrive.",
    breaking: "No value is of the type that its readers know.",
  };
  const history: { readonly [level in Level]: string } = {
    safe: fine.history[1],
    dangerous: "Stored values that the new type does not take no longer validate.",
    breaking: "Stored values of the old type no longer validate.",
  };
  return {
    code:
      fit.code === "safe"
        ? fine.code
        : [fit.code, "Calls that pass a value of the old type no longer compile."],
    payload: [fit.payload, payload[fit.payload]],
    history: [fit.history, history[fit.history]],
  };
}

export const aspects: { readonly [A in PropertyAspect]: AspectEntry<A> } = {
  added: {
    opposite: "removed",
    says: ({ after }) => `is new: ${text(after)}`,
    rate: came,
  },
  removed: {
    opposite: "added",
    says: ({ before }) => `is removed; it was ${text(before)}`,
    rate: went,
  },
  retired: {
    opposite: "revived",
    says: () => "is retired",
    rate: went,
  },
  revived: {
    opposite: "retired",
    says: ({ after }) => `is back: ${text(after)}`,
    rate: came,
  },
  "tombstone-added": {
    opposite: "tombstone-removed",
    wordsOnly: true,
    says: () => "is declared as retired: its name can't be used again",
    rate: () => fine,
  },
  "tombstone-removed": {
    opposite: "tombstone-added",
    wordsOnly: true,
    says: () => "is no longer declared as retired: its name can be used again",
    rate: () => fine,
  },
  renamed: {
    opposite: "renamed",
    says: ({ before }) => `was called ${text(before)}`,
    rate: (change) => ({
      ...went(change),
      payload: ["breaking", "Segments, filters and Liquid that read the old name find nothing."],
    }),
  },
  required: {
    opposite: "optional",
    says: () => "is now required",
    rate: () => ({
      code: ["breaking", "Calls that leave it out no longer compile."],
      payload: ["safe", "Its readers find it more often."],
      history: ["breaking", "What was stored without it no longer validates."],
    }),
  },
  optional: {
    opposite: "required",
    says: () => "is now optional",
    rate: () => ({
      code: fine.code,
      payload: ["dangerous", "Its readers may find nothing: a message that needs it is not sent."],
      history: fine.history,
    }),
  },
  "type-changed": { opposite: "type-changed", says: fromTo, rate: byFit },
  "type-widened": {
    opposite: "type-narrowed",
    says: fromTo,
    rate: byFit,
  },
  "type-narrowed": {
    opposite: "type-widened",
    says: fromTo,
    rate: byFit,
  },
  nullable: {
    opposite: "not-nullable",
    says: () => "may now be null",
    rate: () => ({
      ...fine,
      payload: ["dangerous", "Its readers may find null where they found a value."],
    }),
  },
  "not-nullable": {
    opposite: "nullable",
    says: () => "may no longer be null",
    rate: () => ({
      code: ["breaking", "Calls that pass null no longer compile."],
      payload: ["safe", "Its readers find a value more often."],
      history: ["breaking", "What was stored with null no longer validates."],
    }),
  },
  "enum-value-added": {
    opposite: "enum-value-removed",
    says: ({ after }) => `may now be ${JSON.stringify(after)}`,
    rate: () => ({
      ...fine,
      payload: ["dangerous", "A value arrives that its readers do not know."],
    }),
  },
  "enum-value-removed": {
    opposite: "enum-value-added",
    says: ({ before }) => `may no longer be ${JSON.stringify(before)}`,
    rate: () => ({
      code: ["breaking", "Calls that pass this value no longer compile."],
      payload: ["dangerous", "A segment or filter on this value no longer matches."],
      history: ["breaking", "What was stored with this value no longer validates."],
    }),
  },
  "constraint-tightened": {
    opposite: "constraint-loosened",
    says: constrained,
    rate: () => ({
      ...fine,
      history: ["dangerous", "Stored values outside of the new bounds no longer validate."],
    }),
  },
  "constraint-loosened": { opposite: "constraint-tightened", says: constrained, rate: () => fine },
  "constraint-changed": {
    opposite: "constraint-changed",
    says: constrained,
    rate: () => ({
      ...fine,
      history: ["dangerous", "Stored values that the new constraint does not take no longer validate."],
    }),
  },
  "constraint-disjoint": {
    opposite: "constraint-disjoint",
    says: ({ before, after }) => `had ${text(before)} and now has ${text(after)}: no value fits both`,
    rate: () => ({
      code: fine.code,
      payload: ["dangerous", "Comparisons with the values of before no longer match."],
      history: ["breaking", "No stored value validates any more."],
    }),
  },
  opened: {
    opposite: "closed",
    says: () => "may now hold keys that are not declared",
    rate: () => ({ ...fine, payload: ["safe", "What is read today is still there."] }),
  },
  closed: {
    opposite: "opened",
    says: () => "may no longer hold keys that are not declared",
    rate: () => ({
      code: ["breaking", "Calls that pass a key that is not declared no longer compile."],
      payload: ["dangerous", "Whoever reads a key that was not declared finds nothing."],
      history: ["dangerous", "What was stored with other keys no longer validates."],
    }),
  },
  "pii-added": {
    opposite: "pii-removed",
    says: () => "is now marked as personal data",
    rate: () => fine,
  },
  "pii-removed": {
    opposite: "pii-added",
    says: () => "is no longer marked as personal data",
    rate: () => fine,
  },
  "unit-changed": {
    opposite: "unit-changed",
    says: ({ before, after }) => `was in ${text(before ?? "no unit")} and is in ${text(after ?? "no unit")}`,
    rate: () => ({
      ...fine,
      payload: ["dangerous", "The same number means another amount to its readers."],
    }),
  },
  deprecated: {
    opposite: "undeprecated",
    says: () => "is now deprecated",
    rate: () => ({ ...fine, code: ["safe", "Calls compile as before, and editors strike it through."] }),
  },
  undeprecated: { opposite: "deprecated", says: () => "is no longer deprecated", rate: () => fine },
  activated: { opposite: "postponed", says: () => "was planned and is now active", rate: () => fine },
  postponed: {
    opposite: "activated",
    says: () => "is only planned now",
    rate: () => ({ ...fine, payload: ["dangerous", "The plan says that it is not sent yet."] }),
  },
  "sources-widened": {
    opposite: "sources-narrowed",
    says: ({ before, after }) => `was sent by ${sources(before)} and is sent by ${sources(after)}`,
    rate: () => ({
      code: ["dangerous", "Calls from the other sources may have to pass it."],
      payload: ["safe", "Its readers find it more often."],
      history: ["dangerous", "What the other sources sent may lack it."],
    }),
  },
  "sources-narrowed": {
    opposite: "sources-widened",
    says: ({ before, after }) => `was sent by ${sources(before)} and is sent by ${sources(after)}`,
    rate: () => ({
      code: ["dangerous", "Calls from the other sources must leave it out."],
      payload: ["dangerous", "It is missing from what the other sources send."],
      history: ["dangerous", "What the other sources sent holds it."],
    }),
  },
  "sources-changed": {
    opposite: "sources-changed",
    says: ({ before, after }) => `was sent by ${sources(before)} and is sent by ${sources(after)}`,
    rate: () => ({
      code: ["dangerous", "Calls from some sources must pass it, those from others leave it out."],
      payload: ["dangerous", "It is missing from what some sources send."],
      history: ["dangerous", "What some sources sent holds or lacks it."],
    }),
  },
  "documentation-changed": {
    opposite: "documentation-changed",
    wordsOnly: true,
    says: ({ after }) => `is described anew: ${fieldNames(after)}`,
    rate: () => fine,
  },
};

/** What a change of a property means, with what softens it: nothing was sent yet, or only some sources send it. */
export function rateProperty(change: PropertyChange): Verdicts {
  // Each aspect's entry takes changes of that aspect; the compiler can't follow the pair.
  const entry = aspects[change.aspect] as AspectEntry<PropertyAspect>;
  const { code, payload, history } = entry.rate(change);
  return {
    code: soften(change, "code", verdict(code)),
    payload: soften(change, "payload", verdict(payload)),
    history: soften(change, "history", verdict(history)),
  };
}

function soften(change: PropertyChange, promise: "code" | "payload" | "history", given: Verdict): Verdict {
  if (given.level === "safe") return given;
  if (change.holder.kind === "trigger" && promise !== "payload")
    return { level: "safe", reason: "Nothing is generated or stored for what a trigger is given." };
  if (change.planned)
    return promise === "code"
      ? { level: "dangerous", reason: `It was only planned. ${given.reason}` }
      : { level: "safe", reason: "It was only planned: nothing was sent or stored." };
  if (promise !== "payload" && change.bound && given.level === "breaking")
    return { level: "dangerous", reason: `${given.reason} Only some sources send it.` };
  return given;
}

function verdict([level, reason]: Rated): Verdict {
  return { level, reason };
}

function fromTo({ before, after }: PropertyChange): string {
  return `was ${text(before)} and is ${text(after)}`;
}

function constrained(change: PropertyChange): string {
  const name = "constraint" in change ? change.constraint : "constraint";
  if (change.before === null) return `now has ${name} ${text(change.after)}`;
  if (change.after === null) return `no longer has ${name} ${text(change.before)}`;
  return `had ${name} ${text(change.before)} and now has ${text(change.after)}`;
}

function sources(names: PropertyChange["before"]): string {
  return Array.isArray(names) && names.length > 0 ? names.join(", ") : "every source";
}

/** The names of what is in a change of words. */
export function fieldNames(fields: PropertyChange["after"]): string {
  return typeof fields === "object" && fields !== null ? Object.keys(fields).join(", ") : "";
}

function text(value: PropertyChange["before"]): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
