// The rule missing-identity: an event says whom it is about.
import type { Emission } from "../../code/emission.js";
import type { Span } from "../../diagnostics/diagnostic.js";
import type { PlanEvent } from "../../plan/plan.js";
import type { CodeCall, CodeIndex } from "../code-index.js";
import { isInside, nameAt } from "../code-places.js";
import { codeRule } from "../code-rule.js";

export const missingIdentity = codeRule({
  id: "missing-identity",
  summary: "The code sends an event that is about nobody, or not about whom the plan says",
  why:
    "On a server nothing else tells whom an event is about. Without a person it is refused or lands nowhere, and a campaign " +
    "has nobody to write to. An event that the plan has about known customers starts nothing for an anonymous id.",
  fix: "Pass the identifier that the plan asks for.",
  severity: "error",
  examples: {
    bad: {
      body: `
events:
  Order Completed:
    description: An order is paid.
    identity: known
`,
      beside: {
        "server/orders.ts": `
import { Analytics } from "@customerio/cdp-analytics-node";

const analytics = new Analytics({ writeKey });
analytics.track({ event: "Order Completed" });
`,
      },
    },
    good: {
      body: `
events:
  Order Completed:
    description: An order is paid.
    identity: known
`,
      beside: {
        "server/orders.ts": `
import { Analytics } from "@customerio/cdp-analytics-node";

const analytics = new Analytics({ writeKey });
analytics.track({ userId: order.customerId, event: "Order Completed" });
`,
      },
    },
  },
  check({ code }, report) {
    // A function that sends an event by a name of its own may be told by its callers whom that is about.
    const givenNobody = code.givenCalls.filter((call) => {
      const inside = code.sentBy(call.emission);
      return isAboutNobody(call) && inside !== undefined && !saysNobody(inside);
    });
    const nobody = code.calls.filter(isAboutNobody);
    const ofWrappers = wrappersWithout(code, nobody);
    for (const { at, calls } of ofWrappers) {
      const name = calls[0]?.emission.via?.name ?? "";
      report(at, `None of the ${calls.length} events that go through "${name}" says whom it is about.`, {
        help: "Pass the person's id here, or an anonymous id.",
        related: calls
          .slice(0, 3)
          .map(({ emission }) => ({ message: "sent here", span: emission.name?.span ?? emission.span })),
      });
    }
    const told = new Set(ofWrappers.flatMap(({ calls }) => calls));
    for (const call of [...code.calls, ...givenNobody]) {
      const { emission } = call;
      if (emission.method === "group" || emission.method === "alias" || told.has(call)) continue;
      const [sent, ...more] = call.events;
      const at = sent === undefined ? (emission.name?.span ?? emission.span) : nameAt(call, sent);
      const what = sent === undefined || more.length > 0 ? "This call" : `"${sent.event.name.value}"`;
      const event = sent === undefined || more.length > 0 ? {} : { event: sent.event.name.value };
      if (isAboutNobody(call)) {
        report(at, `${what} does not say whom it is about.`, {
          ...event,
          help: "Pass the person's id, or an anonymous id.",
        });
        continue;
      }
      if (sent === undefined || more.length > 0 || sent.name === undefined || call.open) continue;
      const [only, ...others] = emission.identities;
      if (only?.as !== "anonymous" || others.length > 0 || !asksForKnown(sent.event)) continue;
      // What a wrapper or its class says of it is written for all of its callers.
      const whom = isInside(only.span, emission.span) ? only.span : nameAt(call, sent);
      report(whom, `${what} is sent with an anonymous id, and the plan has it about known people.`, {
        ...event,
        help: "Pass the person's id, or say `identity: any` in the plan.",
        related: [{ message: "whom it is about", span: sent.event.identity.span }],
      });
    }
  },
});

/** Whether a call should say whom it is about, and does not. */
function isAboutNobody({ emission }: CodeCall): boolean {
  const { method, needsIdentity, typed } = emission;
  if (method === "group" || method === "alias") return false;
  // The types of a tracker ask for a person, and its calls need not show whom.
  return needsIdentity && !typed && saysNobody(emission);
}

/** Wrappers none of whose callers says whom it is about: that is one mistake, and it is theirs. */
function wrappersWithout(
  code: CodeIndex,
  nobody: readonly CodeCall[],
): readonly { readonly at: Span; readonly calls: readonly CodeCall[] }[] {
  const keyOf = ({ emission: { via } }: CodeCall): string =>
    via === undefined ? "" : `${via.span.file}\0${via.span.start}`;
  const missing = new Map<string, CodeCall[]>();
  for (const call of nobody) missing.set(keyOf(call), [...(missing.get(keyOf(call)) ?? []), call]);
  return [...missing].flatMap(([key, calls]) => {
    const [first] = calls;
    const via = first?.emission.via;
    const all = code.calls.filter((call) => keyOf(call) === key);
    if (first === undefined || via === undefined || calls.length < 2 || all.length > calls.length) return [];
    return { at: code.insideOf(first.emission)?.span ?? via.span, calls };
  });
}

function saysNobody({ identities }: Emission): boolean {
  return identities.every(
    ({ value }) =>
      value.kind === "undefined" || value.kind === "null" || (value.kind === "string" && value.value === ""),
  );
}

/** Whether the plan says itself that the event is about known people. */
function asksForKnown({ identity, name }: PlanEvent): boolean {
  if (identity.span === name.span) return false;
  return identity.kind === "identifiers"
    ? identity.identifiers.every(({ value }) => value !== "anonymous")
    : identity.kind === "known";
}
