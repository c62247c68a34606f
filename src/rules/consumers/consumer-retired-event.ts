// The rule consumer-retired-event: nothing listens to an event that is not sent any more.
import type { Located } from "../../diagnostics/diagnostic.js";
import type { PlanEvent } from "../../plan/plan.js";
import { consumerRule } from "../consumer-rule.js";

/** A place that names an event, and what it says of it, as the beginning of a sentence. */
type Mention = { readonly name: Located<string>; readonly says: string };

const verbs = {
  trigger: "is started by",
  exit: "stops on",
  condition: "asks for",
  template: "uses",
} as const;

export const consumerRetiredEvent = consumerRule({
  id: "consumer-retired-event",
  summary: "A consumer or a sequence waits for an event that is retired",
  why:
    "A campaign that a retired event starts never starts again, and one that should stop on it never stops: people who " +
    "have done what the message asks for get it all the same. No error tells.",
  fix: "Name the event that is sent today, or remove what waits for the old one.",
  severity: "error",
  examples: {
    bad: `
events:
  Order Paid:
    description: An order is paid.
    status: retired
    deprecated: { replaced_by: Order Completed }
  Order Completed:
    description: An order is paid, whatever the payment method.
consumers:
  Thanks:
    kind: campaign
    description: One letter after the first order.
    trigger: Order Paid
`,
    good: `
events:
  Order Paid:
    description: An order is paid.
    status: retired
    deprecated: { replaced_by: Order Completed }
  Order Completed:
    description: An order is paid, whatever the payment method.
consumers:
  Thanks:
    kind: campaign
    description: One letter after the first order.
    trigger: Order Completed
`,
  },
  check({ plan, index, listening }, report) {
    /** Says each retired event once, with all places of one sequence or consumer that name it. */
    const say = (mentions: readonly Mention[]): void => {
      const found = new Map<PlanEvent, Mention[]>();
      for (const mention of mentions) {
        const event = index.events.get(mention.name.value);
        if (event?.status !== "retired") continue;
        const others = found.get(event);
        if (others === undefined) found.set(event, [mention]);
        else others.push(mention);
      }
      for (const [{ name, deprecated }, [first, ...others]] of found) {
        if (first === undefined) continue;
        const replacement = index.events.get(deprecated?.replacedBy?.value ?? "");
        const isSent = replacement !== undefined && replacement.status !== "retired";
        report(
          first.name.span,
          `${first.says} "${name.value}", which is retired: nobody sends it any more.`,
          {
            event: name.value,
            ...(isSent && { help: `"${replacement.name.value}" replaces it.` }),
            related: [
              ...others.map((other) => ({ message: "also named here", span: other.name.span })),
              { message: "retired here", span: name.span },
            ],
          },
        );
      }
    };
    for (const sequence of plan.sequences) {
      const what = `the sequence "${sequence.name.value}"`;
      const { suppress } = sequence;
      say([
        ...sequence.steps.map((name) => ({ name, says: `A step of ${what} is` })),
        ...(suppress === undefined ? [] : [{ name: suppress.on, says: `What ends ${what} is` }]),
      ]);
    }
    const byConsumer = new Map<string, Mention[]>();
    for (const { reference } of listening.heard) {
      const { consumer, name, span, where } = reference;
      const mention = { name: { value: name, span }, says: `"${consumer}" ${verbs[where]}` };
      const known = byConsumer.get(consumer);
      if (known === undefined) byConsumer.set(consumer, [mention]);
      else known.push(mention);
    }
    for (const mentions of byConsumer.values()) say(mentions);
  },
});
