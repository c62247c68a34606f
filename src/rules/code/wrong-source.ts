// The rule wrong-source: each event has one place that sends it.
import type { PlanEvent } from "../../plan/plan.js";
import type { CodeCall, SentEvent } from "../code-index.js";
import { nameAt, namesText, sentWrongly } from "../code-places.js";
import { codeRule } from "../code-rule.js";

export const wrongSource = codeRule({
  id: "wrong-source",
  summary: "The code sends an event from a source that is not its own",
  why:
    "The plan names the one system that knows when an event happened. When another sends it too, campaigns start twice and " +
    "revenue counts double; when it guesses, a customer reads that an order is paid that is not.",
  fix: "Remove the call, and leave it to the source that the plan names. Where both have to send the event, the plan names both and says why.",
  severity: "error",
  examples: {
    bad: {
      body: `
sources:
  backend: { kind: server, language: typescript, paths: ["server/**/*.ts"] }
  storefront: { kind: browser, language: typescript, paths: ["web/**/*.ts"] }
events:
  Order Completed:
    description: An order is paid.
    source: backend
`,
      beside: {
        "web/thanks.ts": `
analytics.track("Order Completed");
`,
        "server/index.ts": `
export {};
`,
      },
    },
    good: {
      body: `
sources:
  backend: { kind: server, language: typescript, paths: ["server/**/*.ts"] }
  storefront: { kind: browser, language: typescript, paths: ["web/**/*.ts"] }
events:
  Order Completed:
    description: An order is paid.
    source: backend
  Viewed Thanks:
    description: The page after the payment is open.
    source: storefront
`,
      beside: {
        "web/thanks.ts": `
analytics.track("Viewed Thanks");
`,
        "server/orders.ts": `
import { TrackClient } from "customerio-node";

const cio = new TrackClient(siteId, apiKey);
cio.track(order.customerId, { name: "Order Completed" });
`,
      },
    },
  },
  check({ code }, report) {
    // What a source should not send is one mistake, from however many places it does.
    const told = new Map<string, { readonly call: CodeCall; readonly sent: SentEvent; count: number }>();
    for (const call of code.eventCalls) {
      for (const sent of sentWrongly(call, (event) => event.status !== "retired" && isForeign(call, event))) {
        const { event, name } = sent;
        if (name === undefined) continue;
        const key = JSON.stringify([event.name.value, ...call.sources]);
        const same = told.get(key);
        if (same === undefined) told.set(key, { call, sent, count: 1 });
        else same.count += 1;
      }
    }
    for (const { call, sent, count } of told.values()) {
      const { event } = sent;
      const right = namesText(event.sources.map(({ value }) => value));
      const calls = (code.callsByEvent.get(event.name.value) ?? []).filter((other) => other !== call);
      const own = calls.filter(({ sources }) => sources.length > 0).filter((one) => !isForeign(one, event));
      const here = calls.filter(({ sources }) => sources.join("\0") === call.sources.join("\0"));
      const places = count > 1 ? ` in ${count} places` : "";
      const too = own.length > 0 ? ", which sends it too" : "";
      report(
        nameAt(call, sent),
        `"${event.name.value}" is sent from ${namesText(call.sources)}${places}, and the plan has it come from ${right}${too}.`,
        {
          event: event.name.value,
          help: `Remove ${count > 1 ? "these calls" : "this call"}, or name both sources in the plan and say why.`,
          related: [
            ...[...here.slice(0, 3), ...own.slice(0, 3)].map(({ emission }) => ({
              message: "also sent here",
              span: emission.name?.span ?? emission.span,
            })),
            ...event.sources.slice(0, 1).map(({ span }) => ({ message: "its source", span })),
          ],
        },
      );
    }
  },
});

/** True where a call is known to lie in other sources than the event's. */
function isForeign({ sources }: CodeCall, event: PlanEvent): boolean {
  if (sources.length === 0 || event.sources.length === 0) return false;
  return !event.sources.some(({ value }) => sources.includes(value));
}
