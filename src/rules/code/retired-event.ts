// The rule retired-event: what is retired is not sent any more.
import { nameAt, sentWrongly, withoutDoubled } from "../code-places.js";
import { codeRule } from "../code-rule.js";

export const retiredEvent = codeRule({
  id: "retired-event",
  summary: "The code sends an event that is retired",
  why:
    "The campaigns that listened to it are gone or listen to its successor. What the code tells now reaches nobody, and " +
    "reports that still count the old name are wrong.",
  fix: "Send the event that replaces it, or remove the call.",
  severity: "error",
  examples: {
    bad: {
      body: `
events:
  Order Completed:
    description: An order is paid.
  Order Paid:
    description: An order is paid.
    status: retired
    deprecated: { replaced_by: Order Completed }
`,
      beside: {
        "web/checkout.ts": `
analytics.track("Order Paid");
`,
      },
    },
    good: {
      body: `
events:
  Order Completed:
    description: An order is paid.
  Order Paid:
    description: An order is paid.
    status: retired
    deprecated: { replaced_by: Order Completed }
`,
      beside: {
        "web/checkout.ts": `
analytics.track("Order Completed");
`,
      },
    },
  },
  check({ index, code }, report) {
    for (const call of withoutDoubled(code.eventCalls)) {
      for (const sent of sentWrongly(call, ({ status }) => status === "retired")) {
        const { event, name } = sent;
        if (name === undefined) continue;
        const successor = index.events.get(event.deprecated?.replacedBy?.value ?? "");
        const isSent = successor !== undefined && successor.status !== "retired";
        report(nameAt(call, sent), `"${event.name.value}" is retired, and the code still sends it.`, {
          event: event.name.value,
          help: isSent
            ? `Send "${successor.name.value}", which replaces it.`
            : "Remove the call, or take the event back into use in the plan.",
          related: [{ message: "retired here", span: event.name.span }],
        });
      }
    }
  },
});
