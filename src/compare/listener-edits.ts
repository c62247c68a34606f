// What changed about what listens: sequences and consumers.
import type { Consumer, Sequence, Trigger } from "../plan/plan.js";
import { compareNames } from "./event-edits.js";
import { type Say, sayWords, type Texts } from "./thing-notes.js";

/** What changed about a sequence. `renamed` are the events' new names. */
export function sequenceEdits(
  a: Sequence,
  b: Sequence,
  renamed: ReadonlyMap<string, string>,
  say: Say,
): void {
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
  const [was, is] = [suppressionOf(a, renamed), suppressionOf(b, new Map())] as const;
  if (was.on !== is.on || was.seconds !== is.seconds)
    say("sequence", "sequence-suppression-changed", name, was.text, is.text, ...spans);
  sayWords(
    say,
    "sequence",
    "listener-documentation-changed",
    name,
    [{ description: a.description?.value ?? null }, { description: b.description?.value ?? null }],
    spans,
  );
}

type Suppression = {
  readonly on: string | undefined;
  readonly seconds: number | undefined;
  readonly text: string | null;
};

/** What recovery messages stop on, and how long they wait: the length counts, not how it is written. */
function suppressionOf({ suppress }: Sequence, renamed: ReadonlyMap<string, string>): Suppression {
  if (suppress === undefined) return { on: undefined, seconds: undefined, text: null };
  const on = renamed.get(suppress.on.value) ?? suppress.on.value;
  const wait = suppress.wait?.value;
  return { on, seconds: wait?.seconds, text: wait === undefined ? on : `${on}, wait ${wait.text}` };
}

/** What changed about a consumer, the properties of its trigger aside. */
export function consumerEdits(
  a: Consumer,
  b: Consumer,
  renamed: ReadonlyMap<string, string>,
  say: Say,
): void {
  const spans = [a.name.span, b.name.span] as const;
  const name = b.name.value;
  if (a.kind.value !== b.kind.value)
    say("consumer", "consumer-kind-changed", name, a.kind.value, b.kind.value, ...spans);
  const triggers = [triggersText(a, renamed), triggersText(b, new Map())] as const;
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
  sayWords(
    say,
    "consumer",
    "listener-documentation-changed",
    name,
    [consumerTexts(a), consumerTexts(b)],
    spans,
  );
}

function triggersText({ triggers }: Consumer, renamed: ReadonlyMap<string, string>): string | null {
  return triggers.length === 0 ? null : triggers.map((one) => triggerText(one, renamed)).join(" or ");
}

function triggerText(trigger: Trigger, renamed: ReadonlyMap<string, string>): string {
  switch (trigger.kind) {
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

function consumerTexts({ description, owner, reason }: Consumer): Texts {
  return {
    description: description?.value ?? null,
    owner: owner?.value ?? null,
    reason: reason?.value ?? null,
  };
}
