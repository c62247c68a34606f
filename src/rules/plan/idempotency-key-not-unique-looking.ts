// The rule idempotency-key-not-unique-looking: a key differs from one event to the next.
import type { Located, Span } from "../../diagnostics/diagnostic.js";
import type { PlanEvent, Property, PropertyPath } from "../../plan/plan.js";
import { findProperty, resolved } from "../../plan/property-path.js";
import { wordsOf } from "../names.js";
import { identifierNamed } from "../person-data.js";
import type { PlanIndex } from "../plan-index.js";
import { planRule } from "../rule.js";

export const idempotencyKeyNotUniqueLooking = planRule({
  id: "idempotency-key-not-unique-looking",
  summary: "An idempotency key is the same for different events",
  why:
    "Events with the same key are one event to Customer.io, which drops all but the first. With the customer's id as the " +
    "key of an order, each customer's second order is lost: no confirmation, no revenue, and a win-back offer to a buyer.",
  fix: "Name what is another one for each event, such as the order's id, or add it to the list: `[customer_id, order_id]`.",
  severity: "error",
  examples: {
    bad: `
events:
  Order Completed:
    description: An order is paid.
    idempotency_key: currency
    properties:
      order_id: string
      currency: currency
`,
    good: `
events:
  Order Completed:
    description: An order is paid.
    idempotency_key: order_id
    properties:
      order_id: string
      currency: currency
`,
  },
  check({ index }, report) {
    for (const event of index.liveEvents) {
      if (event.status === "deprecated") continue;
      const parts = event.idempotencyKey.map((path) => ({ path, ...partOf(path, event, index) }));
      const [first] = parts;
      if (first === undefined || !isSharedKey(parts.map(({ kind }) => kind))) continue;
      if (parts.every(({ kind }) => kind === "person") && isOnceALifetime(event)) continue;
      const name = event.name.value;
      const written = parts.map(({ path }) => `"${path.value.join(".")}"`);
      const message =
        parts.length === 1
          ? `The key ${written[0]} of "${name}" is ${first.says}, and many events share it.`
          : `The key of "${name}" is ${written.join(" and ")}, which many events share.`;
      report(cover(first.path.span, parts.at(-1)?.path.span), message, {
        event: name,
        help: helpFor(event, index),
        related: parts.flatMap(({ property }) =>
          property === undefined ? [] : [{ message: "declared here", span: property.name.span }],
        ),
      });
    }
  },
});

/** What a part of a key tells apart: persons, moments, a few cases, or single events (as far as a name can tell). */
type Kind = "person" | "time" | "few" | "case" | "unique";

/**
 * True where the parts together leave many events the same. A person and a moment, or a person and one of several
 * cases ("each badge once"), are a key; so is everything with a part that may be unique.
 */
function isSharedKey(kinds: readonly Kind[]): boolean {
  if (kinds.includes("unique")) return false;
  return !(kinds.includes("person") && (kinds.includes("time") || kinds.includes("case")));
}

function partOf(
  path: Located<PropertyPath>,
  event: PlanEvent,
  index: PlanIndex,
): { readonly kind: Kind; readonly says: string; readonly property?: Property } {
  const found = findProperty(path.value.join("."), event.properties, index.lookup);
  if ("missing" in found) return { kind: "unique", says: "" };
  const { property } = found;
  return { ...kindOf(property, index), property };
}

const numbers = /^(?:amount|attempt|count|number|price|quantity|rating|score|total|value|age)$/;
const labels =
  /^(?:status|state|kind|type|category|channel|country|currency|language|locale|method|reason|plan|tier|title|platform|coupon|region)$/;

function kindOf(property: Property, index: PlanIndex): { readonly kind: Kind; readonly says: string } {
  const identifier = identifierNamed(property, index.plan);
  if (identifier !== undefined) return { kind: "person", says: "the person's" };
  const last = wordsOf(property.name.value).at(-1)?.toLowerCase() ?? "";
  const members = resolved(property.type, index.lookup);
  const kinds = members.map((type): { readonly kind: Kind; readonly says: string } => {
    switch (type.kind) {
      case "boolean":
        return { kind: "few", says: "true or false" };
      case "const":
        return { kind: "few", says: "always the same" };
      case "null":
        return { kind: "few", says: "null" };
      case "enum":
        return { kind: "case", says: "one of a few words" };
      case "number":
        if (type.timestamp) return { kind: "time", says: "a moment" };
        return numbers.test(last) ? { kind: "case", says: "a number" } : { kind: "unique", says: "" };
      case "string":
        if (type.format === "currency" || type.format === "country")
          return { kind: "few", says: `a ${type.format}` };
        if (type.format === "date") return { kind: "time", says: "a day" };
        if (type.format === "datetime") return { kind: "time", says: "a moment" };
        return labels.test(last) && type.format === undefined
          ? { kind: "case", says: `a ${last}` }
          : { kind: "unique", says: "" };
      default:
        return { kind: "unique", says: "" };
    }
  });
  return kinds.find(({ kind }) => kind === "unique") ?? kinds[0] ?? { kind: "unique", says: "" };
}

/** What a person does at most once: there the person is the key. */
function isOnceALifetime(event: PlanEvent): boolean {
  const words = wordsOf(event.name.value).map((word) => word.toLowerCase());
  const has = (...some: readonly string[]): boolean => some.some((word) => words.includes(word));
  if (
    has("first", "registered", "registration", "signup", "onboarded", "onboarding", "activated", "birthday")
  )
    return true;
  if (has("signed", "sign", "signs") && has("up")) return true;
  return (
    has("account", "user", "customer", "profile", "person") &&
    has("created", "deleted", "verified", "confirmed", "closed", "opened", "migrated", "imported", "deletion")
  );
}

function helpFor(event: PlanEvent, index: PlanIndex): string {
  const own = wordsOf(event.name.value).map((word) => word.toLowerCase());
  const better = event.properties.filter(
    (property) =>
      property.required &&
      property.status !== "retired" &&
      property.sources.length === 0 &&
      wordsOf(property.name.value).at(-1)?.toLowerCase() === "id" &&
      own.includes(wordsOf(property.name.value)[0]?.toLowerCase() ?? "") &&
      kindOf(property, index).kind === "unique",
  );
  return better.length === 1
    ? `Write "idempotency_key: ${better[0]?.name.value}", if that is another one for each event.`
    : "Name a property that is another one for each event, or add one to the key.";
}

function cover(first: Span, last: Span | undefined): Span {
  return last !== undefined && last.file === first.file && last.end > first.end
    ? { ...first, end: last.end }
    : first;
}
