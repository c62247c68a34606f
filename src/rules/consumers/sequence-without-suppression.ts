// The rule sequence-without-suppression: a sequence that messages follow up on says when they must stop.

import { consumerRule } from "../consumer-rule.js";
import { recoveryExample, suppressLine } from "../recovery-examples.js";
import { messagesByTrigger, recoveryMessages } from "../recovery-messages.js";

export const sequenceWithoutSuppression = consumerRule({
  id: "sequence-without-suppression",
  summary: "A message follows up on a sequence, and nothing says when it must not be sent",
  why:
    'Somebody who has just paid gets "You forgot something in your cart". It costs trust, questions to support, and often ' +
    "the discount that the message gives away. Without `suppress` nothing holds the campaign to a wait and a way out.",
  fix: "Say under the sequence what ends it and how long a message has to wait: `suppress: { on: Order Completed, wait: 45m }`.",
  severity: "warning",
  needs: "entry",
  examples: {
    bad: recoveryExample({ suppress: "", message: "    wait: 45m\n    exits_on: [Order Completed]\n" }),
    good: recoveryExample({
      suppress: suppressLine,
      message: "    wait: 45m\n    exits_on: [Order Completed]\n",
    }),
  },
  check({ plan, index }, report) {
    if (plan.unread.sequences) return;
    const byTrigger = messagesByTrigger(plan.consumers);
    for (const sequence of plan.sequences) {
      const end = sequence.steps.at(-1)?.value;
      const { suppress } = sequence;
      if (
        suppress !== undefined &&
        suppress.on.value === sequence.steps[0]?.value &&
        suppress.on.value !== end
      )
        report(
          suppress.on.span,
          `"suppress" of the sequence "${sequence.name.value}" names its first step: a message would stop on what starts it, and not on what must stop it.`,
          { help: `Name what ends the sequence: on: ${end}.` },
        );
      if (sequence.suppress !== undefined || end === undefined) continue;
      const messages = recoveryMessages(sequence, end, byTrigger, index.events);
      const first = messages[0];
      if (first === undefined) continue;
      const others = messages.length - 1;
      const more = others === 0 ? "" : others === 1 ? " and one more" : ` and ${others} more`;
      report(
        sequence.name.span,
        `"${first.consumer.name.value}"${more} ${others === 0 ? "follows" : "follow"} up on the sequence "${sequence.name.value}", which has no "suppress".`,
        {
          help: `Say what ends it and how long a message has to wait: suppress: { on: ${end}, wait: ${first.consumer.wait?.value.text ?? "45m"} }.`,
          related: messages.slice(0, 5).map(({ consumer, step }) => ({
            message: `started by "${step}"`,
            span: consumer.trigger?.span ?? consumer.name.span,
          })),
        },
      );
    }
  },
});
