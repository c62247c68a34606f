// The rule source-conflict: an event that starts a workflow happens once.
import { startsNothing } from "../../plan/arrival.js";
import { consumerRule } from "../consumer-rule.js";

export const sourceConflict = consumerRule({
  id: "source-conflict",
  summary: "An event that starts a workflow is sent by an integration too",
  why:
    "Shopify, a help desk or another connected tool sends the same event as the team's own code: everybody gets the message " +
    "twice, and one of the two may lack the values that it shows. Integrations know nothing of the plan's idempotency keys.",
  fix: "Let one system send it: switch the event off in the integration, or give it a name of its own there.",
  severity: "warning",
  examples: {
    bad: `
sources:
  backend: { kind: server }
  shopify: { kind: integration }
events:
  Order Completed:
    description: An order is paid.
    source: { names: [backend, shopify], because: Shopify's app sends it as well. }
consumers:
  Thanks:
    kind: campaign
    description: One letter after each order.
    trigger: Order Completed
`,
    good: `
sources:
  backend: { kind: server }
  shopify: { kind: integration }
events:
  Order Completed:
    description: An order is paid.
    source: backend
consumers:
  Thanks:
    kind: campaign
    description: One letter after each order.
    trigger: Order Completed
`,
  },
  check({ plan, listening, index }, report) {
    const started = new Map<string, string>();
    for (const { reference, consumer } of listening.heard) {
      const sends = consumer.kind.value !== "segment" && (consumer.state?.value ?? "active") === "active";
      if (reference.where === "trigger" && sends && !started.has(reference.name))
        started.set(reference.name, consumer.name.value);
    }
    for (const event of plan.events) {
      const { name, status } = event;
      const consumer = started.get(name.value);
      if (consumer === undefined || status === "retired" || event.sources.length < 2) continue;
      // What comes too late to start anything starts nothing twice.
      const sources = event.sources.filter(
        ({ value }) => !startsNothing(event, index.sources.get(value), index.lookup),
      );
      const integration = sources.find(({ value }) => index.sources.get(value)?.kind.value === "integration");
      const own = sources.find((source) => source !== integration);
      if (integration === undefined || own === undefined) continue;
      report(
        integration.span,
        `"${name.value}" is sent by the integration "${integration.value}" and by "${own.value}": each time it starts "${consumer}" twice.`,
        {
          event: name.value,
          help: "Let one of them send it.",
          related: [
            { message: "declared here", span: index.sources.get(integration.value)?.name.span ?? name.span },
          ],
        },
      );
    }
  },
});
