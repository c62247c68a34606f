// Finds the messages that follow up on a sequence which somebody left, for the rules about suppression.
import type { Located } from "../diagnostics/diagnostic.js";
import { arrivalOf } from "../plan/arrival.js";
import type { Consumer, Duration, PlanEvent, Sequence, Source } from "../plan/plan.js";

export type RecoveryMessage = {
  readonly consumer: Consumer;
  /** The step that starts it. */
  readonly step: string;
  /** True where it stops on a later step, up to the end that is looked at: who gets to the end has come by there. */
  readonly stops: boolean;
  /** The later steps that it stops on. */
  readonly exits: readonly Located<string>[];
};

/** Consumers by the event that starts them; segments send nothing, transactional messages are about the step itself. */
export function messagesByTrigger(consumers: readonly Consumer[]): ReadonlyMap<string, readonly Consumer[]> {
  const found = new Map<string, Consumer[]>();
  for (const consumer of consumers) {
    const { kind, trigger, origin } = consumer;
    // Customer.io does not tell what a workflow waits for and what ends it: that is written in the plan, or not known.
    if (origin === "pulled") continue;
    if (trigger?.kind !== "event" || kind.value === "segment" || kind.value === "transactional") continue;
    const others = found.get(trigger.event);
    if (others === undefined) found.set(trigger.event, [consumer]);
    else others.push(consumer);
  }
  return found;
}

/**
 * The messages that a step of a sequence before `end` starts. One that neither waits nor stops, and does not call
 * itself a reminder, is no recovery message: a receipt, a welcome.
 */
export function recoveryMessages(
  sequence: Sequence,
  end: string,
  byTrigger: ReadonlyMap<string, readonly Consumer[]>,
  events: ReadonlyMap<string, PlanEvent>,
): readonly RecoveryMessage[] {
  // What is retired is told as that.
  const isSent = (name: string): boolean => events.get(name)?.status !== "retired";
  if (!isSent(end)) return [];
  const steps = sequence.steps.map((step) => step.value);
  const last = steps.lastIndexOf(end);
  const before = [...new Set(last < 0 ? steps : steps.slice(0, last))];
  const positions = new Map(before.map((step, at) => [step, at]));
  return before.flatMap((step, at) => {
    if (step === end || !isSent(step)) return [];
    return (byTrigger.get(step) ?? []).flatMap((consumer) => {
      const exits = consumer.exitsOn.filter(
        ({ value }) => value === end || (positions.get(value) ?? -1) > at,
      );
      const stops = exits.length > 0;
      const follows = stops || consumer.wait !== undefined || reminds.test(consumer.name.value);
      return follows ? [{ consumer, step, stops, exits }] : [];
    });
  });
}

/** Whether a message comes sooner than its sequence says. */
export function isTooSoon(
  { consumer }: RecoveryMessage,
  { wait }: NonNullable<Sequence["suppress"]>,
): boolean {
  return wait !== undefined && (consumer.wait?.value.seconds ?? 0) < wait.value.seconds;
}

export type LateExit = { readonly exit: Located<string>; readonly arrival: Located<Duration> };

/**
 * The first of a message's exits, where all of them arrive only after it was sent, by what the plan says of their
 * sources. Nothing is said where the event that starts it is late itself.
 */
export function lateExit(
  { consumer, step, exits }: RecoveryMessage,
  events: ReadonlyMap<string, PlanEvent>,
  sources: ReadonlyMap<string, Source>,
): LateExit | undefined {
  const arrivalAt = (name: string): Located<Duration> | undefined => {
    const event = events.get(name);
    return event === undefined ? undefined : arrivalOf(event, sources);
  };
  if (arrivalAt(step) !== undefined) return undefined;
  const wait = consumer.wait?.value.seconds ?? 0;
  const late = exits.flatMap((exit): readonly LateExit[] => {
    const arrival = arrivalAt(exit.value);
    return arrival === undefined || arrival.value.seconds <= wait ? [] : [{ exit, arrival }];
  });
  return late.length === exits.length ? late[0] : undefined;
}

const reminds = /abandon|remind|recover|win-?back|nudge/i;
