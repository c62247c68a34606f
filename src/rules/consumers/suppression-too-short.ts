// The rule suppression-too-short: messages about a sequence keep to what it says of them.
import { durationText } from "../../plan/duration.js";
import { consumerRule } from "../consumer-rule.js";
import { recoveryExample, suppressLine } from "../recovery-examples.js";
import { isTooSoon, lateExit, messagesByTrigger, recoveryMessages } from "../recovery-messages.js";

export const suppressionTooShort = consumerRule({
  id: "suppression-too-short",
  summary: "A message is sent sooner than its sequence allows",
  why:
    'Somebody who is still typing their card number gets "You forgot something in your cart". ' +
    "It costs trust, questions to support, and the discount that the message gives away.",
  fix: "Wait at least as long as the sequence says, and as long as the event that ends it takes to arrive (`arrives_after`). A message about the step itself, such as a receipt, needs no wait: leave out `wait` and `exits_on`, or say in a `trackwright-ignore` comment why it may come sooner.",
  severity: "error",
  needs: "entry",
  examples: {
    bad: recoveryExample({
      suppress: suppressLine,
      message: "    wait: 15m\n    exits_on: [Order Completed]\n",
    }),
    good: recoveryExample({
      suppress: suppressLine,
      message: "    wait: 1h\n    exits_on: [Order Completed]\n",
    }),
  },
  check({ plan, index }, report) {
    if (plan.unread.sequences) return;
    const byTrigger = messagesByTrigger(plan.consumers);
    for (const sequence of plan.sequences) {
      const { suppress } = sequence;
      if (suppress === undefined) continue;
      for (const message of recoveryMessages(sequence, suppress.on.value, byTrigger, index.events)) {
        // One that does not stop either is told as that.
        if (!message.stops) continue;
        const { consumer } = message;
        const waits = consumer.wait === undefined ? "does not wait" : `waits ${consumer.wait.value.text}`;
        const late = lateExit(message, index.events, index.sources);
        // Where the sequence asks for more than that, its own wait mends both.
        if (late !== undefined && late.arrival.value.seconds >= (suppress.wait?.value.seconds ?? 0)) {
          const { exit, arrival } = late;
          report(
            exit.span,
            `"${consumer.name.value}" ${waits} and ends on "${exit.value}", which arrives ${durationText(arrival.value)} after it happened or later: it is sent before that.`,
            {
              help: `Write "wait: ${arrival.value.text}" or more, or end it on an event that is sent at once.`,
              related: [{ message: "how late it arrives", span: arrival.span }],
            },
          );
          continue;
        }
        if (!isTooSoon(message, suppress)) continue;
        const wanted = suppress.wait?.value.text ?? "";
        report(
          consumer.wait?.span ?? consumer.trigger?.span ?? consumer.name.span,
          `"${consumer.name.value}" ${waits}, and the sequence "${sequence.name.value}" asks for ${wanted}.`,
          {
            help: `Write "wait: ${wanted}" or more.`,
            related: [{ message: `"suppress" of "${sequence.name.value}"`, span: suppress.span }],
          },
        );
      }
    }
  },
});
