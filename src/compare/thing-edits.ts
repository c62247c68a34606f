// What changed about what surrounds the events: identity, sources, objects, sequences, consumers, targets.
import type { Located, Span } from "../diagnostics/diagnostic.js";
import type { Consumer, Json, Plan, Sequence } from "../plan/plan.js";
import { renderType } from "../plan/render-type.js";
import type { ThingChange } from "./change.js";
import { compareNames } from "./event-edits.js";
import { pairRenames } from "./renames.js";
import type { TypeEdits } from "./type-edits.js";

type Subject = ThingChange["subject"];
type Kind = Exclude<ThingChange["kind"], "identity-type-changed" | "object-type-changed">;
type Named = { readonly name: Located<string> };
type Say = (
  subject: Subject,
  kind: Kind,
  name: string,
  before: Json,
  after: Json,
  was: Span | undefined,
  at: Span | undefined,
) => void;

/** Every change outside of events and properties. `renamed` are the events' new names. */
export function thingEdits(
  before: Plan,
  after: Plan,
  types: TypeEdits,
  renamed: ReadonlyMap<string, string>,
): readonly ThingChange[] {
  const changes: ThingChange[] = [];
  const say: Say = (subject, kind, name, was, is, wasAt, at) => {
    changes.push({ subject, kind, name, before: was, after: is, was: wasAt, at });
  };
  identityEdits(before, after, types, renamed, say, changes);
  for (const [a, b] of pairNamed("source", before.sources, after.sources, say)) {
    const spans = [a.name.span, b.name.span] as const;
    if (a.kind.value !== b.kind.value)
      say("source", "source-kind-changed", b.name.value, a.kind.value, b.kind.value, ...spans);
    const [was, is] = [a, b].map((one) =>
      JSON.stringify([one.description, one.language, one.paths, one.owner], withoutSpans),
    );
    if (was !== is) say("source", "source-documentation-changed", b.name.value, null, null, ...spans);
  }
  for (const [a, b] of pairNamed("object", before.objects, after.objects, say)) {
    const spans = [a.id.span, b.id.span] as const;
    if (a.id.value !== b.id.value)
      say("object", "object-identifier-renamed", b.name.value, a.id.value, b.id.value, ...spans);
    const fit = types.fit(a.idType, b.idType);
    const back = types.fit(b.idType, a.idType);
    if (Object.values({ ...fit, b: back.history, c: back.payload }).some((level) => level !== "safe"))
      changes.push({
        subject: "object",
        kind: "object-type-changed",
        name: b.name.value,
        fit,
        before: renderType(a.idType),
        after: renderType(b.idType),
        was: spans[0],
        at: spans[1],
      });
  }
  for (const [a, b] of pairNamed("sequence", before.sequences, after.sequences, say))
    sequenceEdits(a, b, renamed, say);
  for (const [a, b] of pairNamed("consumer", before.consumers, after.consumers, say))
    consumerEdits(a, b, renamed, say);
  for (const [a, b] of pairNamed("target", before.targets, after.targets, say)) {
    if (a.out.value !== b.out.value)
      say("target", "target-moved", b.name.value, a.out.value, b.out.value, a.out.span, b.out.span);
    const [was, is] = [a, b].map(
      ({ options }) => new Map(options.map(({ name, value }) => [name.value, value.value])),
    );
    for (const name of [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])].toSorted()) {
      const values = [was?.get(name) ?? null, is?.get(name) ?? null] as const;
      if (JSON.stringify(values[0]) !== JSON.stringify(values[1]))
        say(
          "target",
          "target-option-changed",
          `${b.name.value}.${name}`,
          ...values,
          a.name.span,
          b.name.span,
        );
    }
  }
  const typesBefore = new Map(before.types.map((type) => [type.name.value, type]));
  for (const type of after.types) {
    const old = typesBefore.get(type.name.value);
    if (old === undefined) continue;
    const [was, is] = [old, type].map((one) =>
      JSON.stringify(
        [one.description, one.examples, one.default, one.unit, one.status, one.deprecated],
        withoutSpans,
      ),
    );
    if (was !== is)
      say("type", "type-documentation-changed", type.name.value, null, null, old.name.span, type.name.span);
  }
  return changes;
}

function identityEdits(
  before: Plan,
  after: Plan,
  types: TypeEdits,
  renamed: ReadonlyMap<string, string>,
  say: Say,
  changes: ThingChange[],
): void {
  const [a, b] = [before.identity, after.identity];
  const spans = [a.span, b.span] as const;
  if (a.primary !== b.primary)
    say("identity", "identity-primary-changed", "", a.primary, b.primary, ...spans);
  compareNames(a.also, b.also, (kind, was, is, wasAt, at) => {
    say("identity", `identity-identifier-${kind}`, "", was, is, wasAt ?? a.span, at ?? b.span);
  });
  if (a.anonymous.value !== b.anonymous.value)
    say("identity", "identity-anonymous-renamed", "", a.anonymous.value, b.anonymous.value, ...spans);
  const merges = [a.merge, b.merge].map((merge) =>
    merge === undefined ? null : merge.kind === "on-event" ? `on ${merge.event.value}` : merge.kind,
  );
  const old =
    a.merge?.kind === "on-event" ? (renamed.get(a.merge.event.value) ?? a.merge.event.value) : undefined;
  if ((old === undefined ? merges[0] : `on ${old}`) !== merges[1])
    say("identity", "identity-merge-changed", "", merges[0] ?? null, merges[1] ?? null, ...spans);
  const fit = types.fit(a.type, b.type);
  const back = types.fit(b.type, a.type);
  if (Object.values({ ...fit, b: back.history, c: back.payload }).some((level) => level !== "safe"))
    changes.push({
      subject: "identity",
      kind: "identity-type-changed",
      name: "",
      fit,
      before: renderType(a.type),
      after: renderType(b.type),
      was: spans[0],
      at: spans[1],
    });
}

function sequenceEdits(a: Sequence, b: Sequence, renamed: ReadonlyMap<string, string>, say: Say): void {
  const spans = [a.name.span, b.name.span] as const;
  const name = b.name.value;
  const now = (event: string): string => renamed.get(event) ?? event;
  const steps = [a.steps.map(({ value }) => now(value)), b.steps.map(({ value }) => value)] as const;
  if (steps[0].join("\n") !== steps[1].join("\n"))
    say("sequence", "sequence-steps-changed", name, ...steps, ...spans);
  if (a.key?.value !== b.key?.value)
    say("sequence", "sequence-key-changed", name, a.key?.value ?? null, b.key?.value ?? null, ...spans);
  if (a.within?.value.seconds !== b.within?.value.seconds)
    say(
      "sequence",
      "sequence-window-changed",
      name,
      a.within?.value.text ?? null,
      b.within?.value.text ?? null,
      ...spans,
    );
  const suppress = [a, b].map(({ suppress: one }, index) =>
    one === undefined
      ? null
      : `${index === 0 ? now(one.on.value) : one.on.value}${one.wait === undefined ? "" : `, wait ${one.wait.value.text}`}`,
  );
  if (suppress[0] !== suppress[1])
    say("sequence", "sequence-suppression-changed", name, suppress[0] ?? null, suppress[1] ?? null, ...spans);
  if (a.description?.value !== b.description?.value)
    say(
      "sequence",
      "listener-documentation-changed",
      name,
      a.description?.value ?? null,
      b.description?.value ?? null,
      ...spans,
    );
}

function consumerEdits(a: Consumer, b: Consumer, renamed: ReadonlyMap<string, string>, say: Say): void {
  const spans = [a.name.span, b.name.span] as const;
  const name = b.name.value;
  if (a.kind.value !== b.kind.value)
    say("consumer", "consumer-kind-changed", name, a.kind.value, b.kind.value, ...spans);
  const triggers = [triggerText(a, renamed), triggerText(b, new Map())] as const;
  if (triggers[0] !== triggers[1]) say("consumer", "consumer-trigger-changed", name, ...triggers, ...spans);
  if (a.wait?.value.seconds !== b.wait?.value.seconds)
    say(
      "consumer",
      "consumer-wait-changed",
      name,
      a.wait?.value.text ?? null,
      b.wait?.value.text ?? null,
      ...spans,
    );
  const exits = a.exitsOn.map(({ value, span }) => ({ value: renamed.get(value) ?? value, span }));
  compareNames(exits, b.exitsOn, (kind, was, is, wasAt, at) => {
    say("consumer", `consumer-exit-${kind}`, name, was, is, wasAt ?? spans[0], at ?? spans[1]);
  });
  const texts = (one: Consumer) => one.conditions.map(({ value, span }) => ({ value: value.text, span }));
  compareNames(texts(a), texts(b), (kind, was, is, wasAt, at) => {
    say("consumer", `consumer-condition-${kind}`, name, was, is, wasAt ?? spans[0], at ?? spans[1]);
  });
  compareNames(a.templates, b.templates, (kind, was, is, wasAt, at) => {
    say("consumer", `consumer-template-${kind}`, name, was, is, wasAt ?? spans[0], at ?? spans[1]);
  });
  const [was, is] = [a, b].map((one) =>
    JSON.stringify([one.description, one.owner, one.reason], withoutSpans),
  );
  if (was !== is) say("consumer", "listener-documentation-changed", name, null, null, ...spans);
}

function triggerText({ trigger }: Consumer, renamed: ReadonlyMap<string, string>): string | null {
  switch (trigger?.kind) {
    case undefined:
      return null;
    case "event":
      return renamed.get(trigger.event) ?? trigger.event;
    case "segment":
      return `segment ${trigger.segment}`;
    case "date":
      return `date ${trigger.attribute}`;
    case "object":
      return `object ${trigger.object}`;
    case "api":
      return "api";
  }
}

/** The things that are in both plans; says which came and went, and which only changed their name. */
function pairNamed<T extends Named>(
  subject: "source" | "object" | "sequence" | "consumer" | "target",
  before: readonly T[],
  after: readonly T[],
  say: Say,
): readonly (readonly [T, T])[] {
  const now = new Map(after.map((one) => [one.name.value, one]));
  const old = new Set(before.map((one) => one.name.value));
  const gone = before.filter((one) => !now.has(one.name.value));
  const come = after.filter((one) => !old.has(one.name.value));
  const candidate = (item: T) => ({
    item,
    name: item.name.value,
    shape: () => JSON.stringify({ ...item, name: undefined }, withoutSpans),
  });
  const canBeRenamed = subject === "object" || subject === "sequence" || subject === "consumer";
  const pairs = canBeRenamed
    ? pairRenames(
        gone.map(candidate),
        come.map(candidate),
        () => true,
        () => [],
      )
    : new Map<T, T>();
  const taken = new Set(pairs.values());
  const same: (readonly [T, T])[] = [];
  for (const one of before) {
    const to = pairs.get(one);
    const still = now.get(one.name.value);
    if (to !== undefined && canBeRenamed) {
      say(
        subject,
        `${subject}-renamed`,
        to.name.value,
        one.name.value,
        to.name.value,
        one.name.span,
        to.name.span,
      );
      same.push([one, to]);
    } else if (still !== undefined) same.push([one, still]);
    else say(subject, `${subject}-removed`, one.name.value, one.name.value, null, one.name.span, undefined);
  }
  for (const one of come)
    if (!taken.has(one))
      say(subject, `${subject}-added`, one.name.value, null, one.name.value, undefined, one.name.span);
  return same;
}

function withoutSpans(key: string, value: unknown): unknown {
  return key === "span" ? undefined : value;
}
