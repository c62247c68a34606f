// The rule suppression-too-short: messages about a sequence keep to what it says of them.
import type { Span } from "../../diagnostics/diagnostic.js";
import type { Consumer } from "../../plan/plan.js";
import { messagesByTrigger, type RecoveryMessage, recoveryMessages } from "../recovery-messages.js";
import { planRule } from "../rule.js";

export const suppressionTooShort = planRule({
  id: "suppression-too-short",
  summary: "A message is sent sooner than its sequence allows, or does not stop when the sequence ends",
  why:
    'Somebody who is still typing their card number, or has already paid, gets "You forgot something in your cart". ' +
    "It costs trust, questions to support, and the discount that the message gives away.",
  fix: "Wait at least as long as the sequence says, and add the event under its `suppress` to `exits_on`. A message about the step itself, such as a receipt, needs neither: leave out `wait` and `exits_on`, or say in a `trackwright-ignore` comment why it may come sooner.",
  severity: "error",
  needs: "plan",
  examples: {
    bad: `
events:
  Started Checkout:
    description: The checkout page is open.
    properties: { cart_id: uuid }
  Order Completed:
    description: An order is paid.
    properties: { cart_id: uuid }
sequences:
  checkout:
    steps: [Started Checkout, Order Completed]
    key: cart_id
    suppress: { on: Order Completed, wait: 45m }
consumers:
  Abandoned checkout:
    kind: campaign
    description: One email to those who began to check out and did not order.
    trigger: Started Checkout
    wait: 15m
    exits_on: [Order Completed]
`,
    good: `
events:
  Started Checkout:
    description: The checkout page is open.
    properties: { cart_id: uuid }
  Order Completed:
    description: An order is paid.
    properties: { cart_id: uuid }
sequences:
  checkout:
    steps: [Started Checkout, Order Completed]
    key: cart_id
    suppress: { on: Order Completed, wait: 45m }
consumers:
  Abandoned checkout:
    kind: campaign
    description: One email to those who began to check out and did not order.
    trigger: Started Checkout
    wait: 1h
    exits_on: [Order Completed]
`,
  },
  check({ plan, index }, report) {
    const byTrigger = messagesByTrigger(plan.consumers);
    for (const sequence of plan.sequences) {
      const { suppress } = sequence;
      if (suppress === undefined) continue;
      const end = suppress.on.value;
      for (const message of recoveryMessages(sequence, end, byTrigger, index.events)) {
        const { consumer } = message;
        const tooSoon =
          suppress.wait !== undefined && (consumer.wait?.value.seconds ?? 0) < suppress.wait.value.seconds;
        if (!tooSoon && message.stops) continue;
        const wanted = suppress.wait?.value.text ?? "";
        const waits = consumer.wait === undefined ? "does not wait" : `waits ${consumer.wait.value.text}`;
        const said = [
          ...(tooSoon ? [`${waits}, and the sequence "${sequence.name.value}" asks for ${wanted}`] : []),
          ...(message.stops
            ? []
            : [`does not stop on "${end}", which ends the sequence "${sequence.name.value}"`]),
        ];
        report(placeOf(message, tooSoon), `"${consumer.name.value}" ${said.join("; it ")}.`, {
          help: [
            ...(tooSoon ? [`Write "wait: ${wanted}" or more.`] : []),
            ...(message.stops ? [] : [`Add "${end}" to "exits_on".`]),
          ].join(" "),
          related: [{ message: `"suppress" of "${sequence.name.value}"`, span: suppress.span }],
        });
      }
    }
  },
});

/** What has to change; the trigger where nothing is there yet. */
function placeOf({ consumer }: RecoveryMessage, tooSoon: boolean): Span {
  const trigger = consumer.trigger?.span ?? consumer.name.span;
  if (tooSoon) return consumer.wait?.span ?? trigger;
  return exitsSpan(consumer) ?? trigger;
}

function exitsSpan({ exitsOn }: Consumer): Span | undefined {
  const first = exitsOn[0];
  const last = exitsOn.at(-1);
  return first === undefined || last === undefined ? undefined : { ...first.span, end: last.span.end };
}
