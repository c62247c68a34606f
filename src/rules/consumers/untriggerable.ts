// The rule untriggerable: what starts a workflow happens, and to somebody who can be written to.
import type { PlanEvent } from "../../plan/plan.js";
import { mistakes } from "../consumer-mistakes.js";
import { consumerRule } from "../consumer-rule.js";

export const untriggerable = consumerRule({
  id: "untriggerable",
  summary: "A workflow waits for an event that can't start it",
  why:
    "The workflow is live and nobody ever enters it. An event that is only planned is not sent yet, and one that is sent " +
    "for visitors without a name reaches nobody whom a message could go to.",
  fix: "Start it by an event that is sent for known people, such as the one after they sign up; or have the event sent for them too, `identity: any`. While an event is planned, leave the workflow out of the plan or stop it.",
  severity: "error",
  needs: "entry",
  examples: {
    bad: `
identity: { merge: on-identify }
events:
  Viewed Page:
    description: A page of the shop is shown to somebody whom we don't know.
    identity: anonymous
consumers:
  Browse reminder:
    kind: campaign
    description: One email about what was looked at.
    trigger: Viewed Page
`,
    good: `
identity: { merge: on-identify }
events:
  Viewed Page:
    description: A page of the shop is shown.
    identity: any
consumers:
  Browse reminder:
    kind: campaign
    description: One email about what was looked at.
    trigger: Viewed Page
`,
  },
  check({ listening, index }, report) {
    const found = listening.heard.flatMap((heard) => {
      const { reference, consumer } = heard;
      const state = consumer.state?.value ?? "active";
      if (reference.where !== "trigger" || consumer.kind.value === "segment" || state !== "active") return [];
      const event = index.events.get(reference.name);
      const why = event === undefined ? undefined : reason(event);
      return event === undefined || why === undefined ? [] : [{ ...heard, event, ...why }];
    });
    for (const { first } of mistakes(found, ({ reference }) => reference.name)) {
      const { reference, consumer, event, text, help } = first;
      report(reference.span, `"${consumer.name.value}" is started by "${event.name.value}", ${text}.`, {
        event: event.name.value,
        help,
        related: [{ message: "declared here", span: event.name.span }],
      });
    }
  },
});

function reason({
  status,
  identity,
}: PlanEvent): { readonly text: string; readonly help: string } | undefined {
  if (status === "planned")
    return {
      text: "which is planned and not sent yet",
      help: "Say `status: active` when it is sent, and start the workflow then.",
    };
  const isAnonymous =
    identity.kind === "anonymous" ||
    (identity.kind === "identifiers" && identity.identifiers.every(({ value }) => value === "anonymous"));
  return isAnonymous
    ? {
        text: "which is sent for people without a name alone: there is nobody to write to",
        help: "Start it by an event of known people.",
      }
    : undefined;
}
