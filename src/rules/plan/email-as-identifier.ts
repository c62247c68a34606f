// The rule email-as-identifier: people are known by an id that never changes.
import type { Span } from "../../diagnostics/diagnostic.js";
import type { Plan, PlanEvent } from "../../plan/plan.js";
import { type PlanIndex, textUnder } from "../plan-index.js";
import { planRule } from "../rule.js";

export const emailAsIdentifier = planRule({
  id: "email-as-identifier",
  summary: "People are identified by their email address",
  why:
    "Addresses change, are mistyped and are shared. Somebody who gets a new one becomes a second profile without a " +
    "history: the welcome series starts again, and what they said no to is forgotten. Profiles that were joined can't be parted again.",
  fix: "Identify people by the id of your own database, and attach the address to it: `identity: { primary: id, also: [email] }`.",
  severity: "warning",
  examples: {
    bad: `
identity:
  primary: email
`,
    good: `
identity:
  primary: id
  also: [email]
`,
  },
  check({ plan, index }, report) {
    if (plan.identity.primary === "email") {
      report(primarySpan(plan), "People are identified by their email address, which changes.", {
        help: 'Write "primary: id" and "also: [email]", and send the id of your own database.',
      });
      return;
    }
    for (const event of index.liveEvents) {
      if (event.status === "deprecated" || event.identity.kind !== "identifiers") continue;
      const [only] = event.identity.identifiers;
      if (only === undefined || only.value !== "email" || event.identity.identifiers.length > 1) continue;
      // Other companies' tools and forms know no more than the address; our own servers know the id.
      if (!isOwnServers(event, index)) continue;
      report(only.span, `"${event.name.value}" identifies people by email, though they are known by id.`, {
        event: event.name.value,
        help: 'Send the id, "identity: known", or accept both: "identity: [id, email]".',
      });
    }
  },
});

function isOwnServers(event: PlanEvent, index: PlanIndex): boolean {
  return (
    event.sources.length > 0 &&
    event.sources.every(({ value }) => index.sources.get(value)?.kind.value === "server")
  );
}

/** The place of the word "email" behind "primary". */
function primarySpan(plan: Plan): Span {
  const { span } = plan.identity;
  const match = /\bprimary["']?\s*:\s*["']?(?=email)/.exec(textUnder(plan, span));
  if (match === null) return span;
  const start = span.start + match.index + match[0].length;
  return { ...span, start, end: start + "email".length };
}
