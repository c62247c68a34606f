// Tells which events report a purchase by their name and their money: two of the same would be a double purchase.
import type { PlanEvent, Property } from "../plan/plan.js";
import { resolved } from "../plan/property-path.js";
import { wordsOf } from "./names.js";
import type { PlanIndex } from "./plan-index.js";

/** What is bought or charged. */
export const purchaseWords = [
  "booking",
  "charge",
  "checkout",
  "donation",
  "invoice",
  "membership",
  "order",
  "payment",
  "payout",
  "purchase",
  "refund",
  "subscription",
  "transaction",
];

/** That it happened, and once: not that somebody looked at it, began it or was told of it. */
export const happenedWords = [
  "activated",
  "canceled",
  "cancelled",
  "captured",
  "charged",
  "collected",
  "completed",
  "confirmed",
  "created",
  "declined",
  "failed",
  "fulfilled",
  "issued",
  "made",
  "paid",
  "placed",
  "received",
  "recovered",
  "refunded",
  "renewed",
  "settled",
  "submitted",
  "succeeded",
];

const alwaysPurchases = new Set(["bought", "donated", "purchased", "refunded", "reordered"]);
/** Words after which "order" or "payment" only tells what kind of thing the next word means. */
const kindsOfThings =
  /^(?:methods?|cards?|info|information|details|options?|pages?|forms?|history|status|lists?|reminders?|settings|preferences|reviews?|ratings?|notes?|emails?|messages?|tickets?|links?|reports?|exports?|drafts?|plans?|surveys?|feedback|tracking|attempts?|items?|address|addresses|number|profiles?|templates?)$/;
/** Subscriptions that cost nothing. */
const free =
  /^(?:newsletters?|emails?|sms|push|notifications?|mailing|lists?|blogs?|topics?|alerts?|digests?|updates?|feeds?|restock|waitlist|webhooks?)$/;
const moneyWords =
  /^(?:amount|total|subtotal|revenue|paid|value|sum)$|^(?:amount|total|revenue)(?=due|paid|charged|net|gross)/;
const notYetPaid = /^(?:cart|basket|wishlist|estimated|potential|expected|lifetime|average|list|quote)$/;
const paidWords = new Set(["captured", "charged", "collected", "paid", "settled", "sold"]);

export type PurchaseWords = { readonly words: readonly string[]; readonly happened: readonly string[] };

/** Why an event is taken for a purchase, as the end of a sentence; undefined for any other event. */
export function purchaseSign(
  event: PlanEvent,
  { words, happened }: PurchaseWords,
  index: PlanIndex,
): string | undefined {
  const name = wordsOf(event.name.value).map((word) => word.toLowerCase());
  if (name.some((word) => free.test(word))) return undefined;
  const things = new Set(words.flatMap((word) => [word.toLowerCase(), `${word.toLowerCase()}s`]));
  const done = new Set(happened.map((word) => word.toLowerCase()));
  const thing = name.find((word, at) => things.has(word) && !isOnlyAKind(name, at));
  const kindOnly = name.some((word, at) => things.has(word) && isOnlyAKind(name, at));
  if (kindOnly) return undefined;
  const verb = name.find((word) => done.has(word));
  // A checkout is begun, and given up, before anything is bought.
  const bought = thing?.startsWith("checkout") === true ? /^(?:completed|confirmed|paid|succeeded)$/ : /./;
  if (thing !== undefined && ((verb !== undefined && bought.test(verb)) || startsToCost(name, thing)))
    return `reports what became of ${article(thing)}`;
  if (name.some((word) => alwaysPurchases.has(word))) return "reports a purchase";
  const money = event.properties.find((property) => isMoney(property, index));
  return money !== undefined && name.some((word) => paidWords.has(word))
    ? `reports money that was paid, "${money.name.value}"`
    : undefined;
}

function isOnlyAKind(name: readonly string[], at: number): boolean {
  return kindsOfThings.test(name[at + 1] ?? "");
}

function startsToCost(name: readonly string[], thing: string): boolean {
  return /^(?:subscription|membership)s?$/.test(thing) && /^(?:started|restarted)$/.test(name.at(-1) ?? "");
}

function article(thing: string): string {
  return /^[aeiou]/.test(thing) ? `an ${thing}` : `a ${thing}`;
}

function isMoney(property: Property, index: PlanIndex): boolean {
  if (property.status === "retired") return false;
  if (!resolved(property.type, index.lookup).some((type) => type.kind === "number" && !type.timestamp))
    return false;
  const words = wordsOf(property.name.value).map((word) => word.toLowerCase());
  if (words.some((word) => notYetPaid.test(word))) return false;
  const unit = property.unit?.value;
  return (unit !== undefined && "minor" in unit) || words.some((word) => moneyWords.test(word));
}
