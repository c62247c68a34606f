// The rule missing-idempotency-key: a purchase that is reported twice is counted once.
import type { PlanEvent } from "../../plan/plan.js";
import { isScalarType } from "../../plan/property-path.js";
import { wordsOf } from "../names.js";
import type { PlanIndex } from "../plan-index.js";
import { happenedWords, purchaseSign, purchaseWords } from "../purchases.js";
import { planRule } from "../rule.js";

export const missingIdempotencyKey = planRule({
  id: "missing-idempotency-key",
  summary: "An event that reports a purchase has no idempotency key",
  why:
    "Servers send again after a timeout, and queues deliver twice. Without a key, Customer.io takes the repetition for a " +
    "second purchase: revenue is counted double, and the customer gets two confirmations.",
  fix: "Name the property that tells one purchase from the next: `idempotency_key: order_id`.",
  severity: "error",
  needs: "plan",
  options: {
    words: {
      type: "strings",
      default: purchaseWords,
      description: "What is bought or charged, as the names of such events call it.",
    },
    happened: {
      type: "strings",
      default: happenedWords,
      description: "Words beside it that say that it happened.",
    },
  },
  examples: {
    bad: `
sources:
  backend: { kind: server }
events:
  Order Completed:
    description: An order is paid.
    source: backend
    timestamp: completed_at
    properties:
      order_id: string
      completed_at: timestamp
`,
    good: `
sources:
  backend: { kind: server }
events:
  Order Completed:
    description: An order is paid.
    source: backend
    idempotency_key: order_id
    timestamp: completed_at
    properties:
      order_id: string
      completed_at: timestamp
`,
  },
  check({ index, options }, report) {
    for (const event of index.liveEvents) {
      if (event.status === "deprecated" || event.call !== "track" || event.idempotencyKey.length > 0)
        continue;
      if (!isReportedByServer(event, index)) continue;
      const sign = purchaseSign(event, options, index);
      if (sign === undefined) continue;
      const name = event.name.value;
      const key = likelyKey(event, index);
      report(event.name.span, `"${name}" ${sign} and has no idempotency key.`, {
        event: name,
        help:
          key === undefined
            ? 'Add a property that is another one for each purchase, and name it: "idempotency_key: order_id".'
            : `Write "idempotency_key: ${key}", if that is another one for each event.`,
      });
    }
  },
});

/** Browsers report what people want, servers what became of it. An event without a source may be a server's. */
function isReportedByServer(event: PlanEvent, index: PlanIndex): boolean {
  return (
    event.sources.length === 0 ||
    event.sources.some(({ value }) => {
      const kind = index.sources.get(value)?.kind.value;
      return kind === "server" || kind === "integration";
    })
  );
}

/** An identifier that is named after what the event is about. */
function likelyKey(event: PlanEvent, index: PlanIndex): string | undefined {
  const about = new Set(wordsOf(event.name.value).map((word) => word.toLowerCase()));
  const ids = event.properties.filter(
    (property) =>
      property.required &&
      !property.person &&
      property.status !== "retired" &&
      property.sources.length === 0 &&
      isScalarType(property.type, index.lookup) &&
      wordsOf(property.name.value).at(-1)?.toLowerCase() === "id" &&
      wordsOf(property.name.value).some((word) => about.has(word.toLowerCase())),
  );
  return ids.length === 1 ? ids[0]?.name.value : undefined;
}
