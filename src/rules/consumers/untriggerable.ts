// The rule untriggerable: what starts a workflow happens, and to somebody who can be written to.
import type { Related } from "../../diagnostics/diagnostic.js";
import { arrivalOf, arrivesTooLate } from "../../plan/arrival.js";
import { durationText } from "../../plan/duration.js";
import type { PlanEvent } from "../../plan/plan.js";
import type { CodeIndex } from "../code-index.js";
import { namesText } from "../code-places.js";
import { codeIndexOf } from "../code-rule.js";
import { mistakes } from "../consumer-mistakes.js";
import { consumerRule } from "../consumer-rule.js";
import { isNeverSent } from "../never-sent.js";
import type { PlanIndex } from "../plan-index.js";

export const untriggerable = consumerRule({
  id: "untriggerable",
  summary: "A workflow waits for an event that can't start it",
  why:
    "The workflow is live and nobody ever enters it. An event that is only planned is not sent yet, one that is sent " +
    "for visitors without a name reaches nobody whom a message could go to, and one whose call got lost in the code is " +
    "not sent any more. One that an import brings days later counts for the past: Customer.io starts nothing by an event " +
    "that is more than 72 hours old when it arrives.",
  fix:
    "Start it by an event that is sent, for known people, and at once. The finding says which of the three is not so: " +
    "an event for visitors alone may become one for everybody (`identity: any`), a planned one has to be sent before the " +
    "workflow goes live, and one that an import brings has to arrive within 72 hours (`arrives_after`).",
  alsoReads: "code",
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
  check({ plan, listening, index, facts }, report) {
    const code = facts.code === undefined ? undefined : codeIndexOf(plan, index, facts.code);
    const found = listening.heard.flatMap((heard) => {
      const { reference, consumer } = heard;
      const state = consumer.state?.value ?? "active";
      if (reference.where !== "trigger" || consumer.kind.value === "segment" || state !== "active") return [];
      const event = index.events.get(reference.name);
      const why =
        event === undefined ? undefined : (reason(event) ?? tooLate(event, index) ?? silence(event, code));
      return event === undefined || why === undefined ? [] : [{ ...heard, event, ...why }];
    });
    for (const { first } of mistakes(found, ({ reference }) => reference.name)) {
      const { reference, consumer, event, text, help, why = [] } = first;
      report(reference.span, `"${consumer.name.value}" is started by "${event.name.value}", ${text}.`, {
        event: event.name.value,
        help,
        related: [{ message: "declared here", span: event.name.span }, ...why],
      });
    }
  },
});

type Why = { readonly text: string; readonly help: string; readonly why?: readonly Related[] };

/** That it is too old when it comes, by what the plan says of its sources. */
function tooLate(event: PlanEvent, index: PlanIndex): Why | undefined {
  const arrival = arrivalOf(event, index.sources);
  if (arrival === undefined || !arrivesTooLate(event, index.sources, index.lookup)) return undefined;
  return {
    text: `which arrives ${durationText(arrival.value)} after it happened or later: Customer.io starts nothing by an event that is more than 72 hours old`,
    help: "Have it delivered within 72 hours and correct `arrives_after`, or start the workflow by an event that is sent at once.",
    why: [
      { message: "how late it arrives", span: arrival.span },
      ...(event.timestamp === undefined
        ? []
        : [{ message: "how old it is then", span: event.timestamp.span }]),
    ],
  };
}

/** That no code sends it, where all of its sources' code is known. */
function silence(event: PlanEvent, code: CodeIndex | undefined): Why | undefined {
  if (code === undefined || !isNeverSent(event, code)) return undefined;
  const names = event.sources.map(({ value }) => value);
  const files = names.reduce((sum, name) => sum + (code.scan.filesOf?.get(name) ?? 0), 0);
  return {
    text: `which is sent nowhere in the code of ${namesText(names)}, of which ${files === 1 ? "1 file was" : `${files} files were`} looked at`,
    help: "Write the call that sends it, or start the workflow by an event that is sent. While there is none, say `status: planned` and stop the workflow.",
    why: event.sources.map(({ span }) => ({ message: "its source", span })),
  };
}

function reason({ status, identity }: PlanEvent): Why | undefined {
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
