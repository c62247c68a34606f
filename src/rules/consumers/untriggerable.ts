// The rule untriggerable: what starts a workflow happens, and to somebody who can be written to.
import type { Related } from "../../diagnostics/diagnostic.js";
import type { PlanEvent } from "../../plan/plan.js";
import type { CodeIndex } from "../code-index.js";
import { namesText } from "../code-places.js";
import { codeIndexOf } from "../code-rule.js";
import { mistakes } from "../consumer-mistakes.js";
import { consumerRule } from "../consumer-rule.js";
import { isNeverSent } from "../never-sent.js";

export const untriggerable = consumerRule({
  id: "untriggerable",
  summary: "A workflow waits for an event that can't start it",
  why:
    "The workflow is live and nobody ever enters it. An event that is only planned is not sent yet, one that is sent " +
    "for visitors without a name reaches nobody whom a message could go to, and one whose call got lost in the code is " +
    "not sent any more.",
  fix: "Start it by an event that is sent for known people, such as the one after they sign up; or have the event sent for them too, `identity: any`. While an event is planned, leave the workflow out of the plan or stop it. Where `lint` checks the code too and a source's code is known whole, the event has to be sent there.",
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
      const why = event === undefined ? undefined : (reason(event) ?? silence(event, code));
      return event === undefined || why === undefined ? [] : [{ ...heard, event, ...why }];
    });
    for (const { first } of mistakes(found, ({ reference }) => reference.name)) {
      const { reference, consumer, event, text, help, sources = [] } = first;
      report(reference.span, `"${consumer.name.value}" is started by "${event.name.value}", ${text}.`, {
        event: event.name.value,
        help,
        related: [{ message: "declared here", span: event.name.span }, ...sources],
      });
    }
  },
});

type Why = { readonly text: string; readonly help: string; readonly sources?: readonly Related[] };

/** That no code sends it, where all of its sources' code is known. */
function silence(event: PlanEvent, code: CodeIndex | undefined): Why | undefined {
  if (code === undefined || !isNeverSent(event, code)) return undefined;
  const names = event.sources.map(({ value }) => value);
  const files = names.reduce((sum, name) => sum + (code.scan.filesOf?.get(name) ?? 0), 0);
  return {
    text: `which is sent nowhere in the code of ${namesText(names)}, of which ${files === 1 ? "1 file was" : `${files} files were`} looked at`,
    help: "Write the call that sends it, or start the workflow by an event that is sent. While there is none, say `status: planned` and stop the workflow.",
    sources: event.sources.map(({ span }) => ({ message: "its source", span })),
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
