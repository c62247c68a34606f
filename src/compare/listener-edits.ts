// What changed about what listens: sequences and consumers.
import type { Located } from "../diagnostics/diagnostic.js";
import type { Consumer, Message, Sequence, Trigger } from "../plan/plan.js";
import { audienceTexts } from "./audience-text.js";
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
  stateEdits(a, b, say);
  compareNames(a.filters, b.filters, (kind, was, is, wasAt, at) => {
    say("consumer", `consumer-filter-${kind}`, name, was, is, wasAt ?? spans[0], at ?? spans[1]);
  });
  const texts = (one: Consumer, names: ReadonlyMap<string, string>) => [
    ...one.conditions.map(({ value, span }) => ({ value: value.text, span })),
    ...(one.audience === undefined ? [] : audienceTexts(one.audience, names)),
  ];
  compareNames(texts(a, renamed), texts(b, new Map()), (kind, was, is, wasAt, at) => {
    say("consumer", `consumer-condition-${kind}`, name, was, is, wasAt ?? spans[0], at ?? spans[1]);
  });
  messageEdits(a, b, say);
  compareNames(ownTemplates(a), ownTemplates(b), (kind, was, is, wasAt, at) => {
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

/** Whether it runs: what nobody says counts as running. */
function stateEdits(a: Consumer, b: Consumer, say: Say): void {
  const [was, is] = [a.state?.value ?? "active", b.state?.value ?? "active"];
  if (was === is) return;
  const kind =
    is === "active" ? "consumer-started" : was === "active" ? "consumer-stopped" : "consumer-state-changed";
  say("consumer", kind, b.name.value, was, is, a.state?.span ?? a.name.span, b.state?.span ?? b.name.span);
}

/** The messages of a pulled consumer, by their identifiers: they are told by their names, not by those of their files. */
function messageEdits(a: Consumer, b: Consumer, say: Say): void {
  const name = b.name.value;
  const [then, now] = [messagesById(a), messagesById(b)];
  for (const [id, message] of then) {
    const same = now.get(id);
    const text = messageText(message);
    if (same === undefined)
      say("consumer", "consumer-message-removed", name, text, null, message.span, b.name.span);
    else if (messageText(same) !== text)
      say("consumer", "consumer-message-changed", name, text, messageText(same), message.span, same.span);
  }
  for (const [id, message] of now)
    if (!then.has(id))
      say("consumer", "consumer-message-added", name, null, messageText(message), a.name.span, message.span);
}

/** One in several languages has one identifier. */
function messagesById({ messages }: Consumer): ReadonlyMap<string, Message> {
  return new Map(
    messages.map((message) => [JSON.stringify([message.id.value, message.language?.value ?? null]), message]),
  );
}

function messageText({ id, name, type, language }: Message): string {
  const what = language === undefined ? type.value : `${type.value}, ${language.value}`;
  return `${name?.value ?? id.value} (${what})`;
}

/** The templates that it names itself: those of its messages are told with them. */
function ownTemplates({ templates, messages }: Consumer): readonly Located<string>[] {
  const told = new Set(messages.flatMap((message) => message.templates.map(({ value }) => value)));
  return templates.filter(({ value }) => !told.has(value));
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
