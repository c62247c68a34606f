// The rule missing-suppression: a message that follows up on a sequence stops when the sequence ends.
import type { Span } from "../../diagnostics/diagnostic.js";
import type { Consumer } from "../../plan/plan.js";
import { consumerRule } from "../consumer-rule.js";
import { recoveryExample, suppressLine } from "../recovery-examples.js";
import { isTooSoon, messagesByTrigger, recoveryMessages } from "../recovery-messages.js";

export const missingSuppression = consumerRule({
  id: "missing-suppression",
  summary: "A message follows up on a sequence and does not stop when that ends",
  why:
    'Somebody who has already paid gets "You forgot something in your cart". It costs trust, questions to support, and ' +
    "the discount that the message gives away.",
  fix: "Add the event under the sequence's `suppress` to `exits_on`, here and in the workflow. A message about the step itself, such as a receipt, needs none: leave out `wait` and `exits_on`, or say why in a `trackwright-ignore` comment.",
  severity: "error",
  needs: "entry",
  examples: {
    bad: recoveryExample({ suppress: suppressLine, message: "    wait: 1h\n" }),
    good: recoveryExample({
      suppress: suppressLine,
      message: "    wait: 1h\n    exits_on: [Order Completed]\n",
    }),
  },
  check({ plan, index }, report) {
    if (plan.unread.sequences) return;
    const byTrigger = messagesByTrigger(plan.consumers);
    for (const sequence of plan.sequences) {
      const { suppress, name } = sequence;
      if (suppress === undefined) continue;
      const end = suppress.on.value;
      for (const message of recoveryMessages(sequence, end, byTrigger, index.events)) {
        const { consumer } = message;
        // An exit under a wrong name is told as that.
        if (message.stops || consumer.exitsOn.some(({ value }) => !index.events.has(value))) continue;
        const wanted = isTooSoon(message, suppress) ? suppress.wait?.value.text : undefined;
        const waits = consumer.wait === undefined ? "does not wait" : `waits ${consumer.wait.value.text}`;
        const soon = wanted === undefined ? "" : `; it ${waits}, and that asks for ${wanted}`;
        report(
          exitsSpan(consumer) ?? consumer.trigger?.span ?? consumer.name.span,
          `"${consumer.name.value}" does not stop on "${end}", which ends the sequence "${name.value}"${soon}.`,
          {
            help: `Add "${end}" to "exits_on"${wanted === undefined ? "" : `, and write "wait: ${wanted}" or more`}.`,
            related: [{ message: `"suppress" of "${name.value}"`, span: suppress.span }],
          },
        );
      }
    }
  },
});

function exitsSpan({ exitsOn }: Consumer): Span | undefined {
  const first = exitsOn[0];
  const last = exitsOn.at(-1);
  return first === undefined || last === undefined ? undefined : { ...first.span, end: last.span.end };
}
