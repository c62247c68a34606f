// What changed about what surrounds the events: identity, sources, objects, sequences, consumers, targets.
import type { NamedType, Plan, Source } from "../plan/plan.js";
import { renderType } from "../plan/render-type.js";
import { arrivalText } from "./arrival-edits.js";
import type { ThingChange } from "./change.js";
import { compareNames } from "./event-edits.js";
import { consumerEdits, sequenceEdits } from "./listener-edits.js";
import { deprecationText, unitText, valueTexts } from "./property-edits.js";
import { settingEdits } from "./setting-edits.js";
import { listText, pairNamed, type Say, sayWords, type Texts } from "./thing-notes.js";
import type { TypeEdits } from "./type-edits.js";

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
    const [was, is] = [a.arrivesAfter, b.arrivesAfter];
    // 3d and 72h are the same.
    if ((was?.value.seconds ?? 0) !== (is?.value.seconds ?? 0))
      say(
        "source",
        "source-arrival-changed",
        b.name.value,
        ...([arrivalText(was?.value), arrivalText(is?.value)] as const),
        was?.span ?? spans[0],
        is?.span ?? spans[1],
      );
    sayWords(
      say,
      "source",
      "source-documentation-changed",
      b.name.value,
      [sourceTexts(a), sourceTexts(b)],
      spans,
    );
  }
  for (const [a, b] of pairNamed("object", before.objects, after.objects, say)) {
    const spans = [a.id.span, b.id.span] as const;
    sayWords(
      say,
      "object",
      "object-documentation-changed",
      b.name.value,
      [{ description: a.description?.value ?? null }, { description: b.description?.value ?? null }],
      [a.name.span, b.name.span],
    );
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
    const spans = [old.name.span, type.name.span] as const;
    sayWords(
      say,
      "type",
      "type-documentation-changed",
      type.name.value,
      [typeTexts(old), typeTexts(type)],
      spans,
    );
  }
  settingEdits(before, after, say);
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

function sourceTexts({ description, language, paths, owner }: Source): Texts {
  return {
    description: description?.value ?? null,
    language: language?.value ?? null,
    paths: listText(paths),
    owner: owner?.value ?? null,
  };
}

function typeTexts(type: NamedType): Texts {
  return {
    description: type.description?.value ?? null,
    examples: listText(type.examples),
    default: type.default === undefined ? null : JSON.stringify(type.default.value),
    unit: unitText(type),
    values: valueTexts(type.type),
    status: type.status,
    deprecated: deprecationText(type.deprecated),
  };
}
