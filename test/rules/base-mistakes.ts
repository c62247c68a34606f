// One mistake for each rule about the plan as it was, made in a copy of the store's project that is then compared with
// the original.
import type { Mistake } from "./store-mistakes.js";

const plan = "tracking-plan/plan.yaml";
const people = "tracking-plan/people.yaml";
const account = "tracking-plan/events/account.yaml";
const cart = "tracking-plan/events/cart.yaml";
const orders = "tracking-plan/events/orders.yaml";
const groups = "tracking-plan/groups.yaml";

const version = (to: string) => ({ file: plan, find: "version: 1.6.0", text: `version: ${to}` });
const major = version("2.0.0");
const minor = version("1.7.0");

export const baseMistakes: readonly Mistake[] = [
  {
    rule: "changed-identity",
    edit: { file: plan, find: "also: [email, phone]", text: "also: [email]" },
    and: major,
    at: "identity:\n  primary: id\n  type: uuid\n  also: [email]\n  anonymous: anonymous_id\n  merge: on-identify",
  },
  {
    rule: "changed-type",
    edit: {
      file: cart,
      find: 'coupon: { type: string, description: "The code, in capitals." }',
      text: 'coupon: { type: integer, description: "The code, in capitals." }',
    },
    and: major,
    at: "coupon",
  },
  {
    rule: "consumer-affected",
    edit: { file: groups, find: "cart_value: { type: Money", text: "cart_value?: { type: Money" },
    and: minor,
    at: "cart_value?",
  },
  {
    rule: "delayed-event",
    edit: {
      file: account,
      find: "    timestamp: requested_at\n",
      text: "    timestamp: requested_at\n    arrives_after: 7d\n",
    },
    and: major,
    at: "7d",
  },
  {
    rule: "incomplete-base",
    before: { file: plan, find: "include: [PageContext]", text: "include: [PageContext, Nothing]" },
    edit: { file: plan, find: "version: 1.6.0", text: "version: 1.6.1" },
    at: "harbor-coffee",
  },
  {
    rule: "insufficient-version-bump",
    edit: {
      file: cart,
      find: 'coupon: { type: string, description: "The code, in capitals." }',
      text: 'coupon: { type: string, description: "The code, in capitals." }\n      voucher?: { type: string, description: The voucher. }',
    },
    at: "1.6.0",
  },
  {
    rule: "missing-tombstone",
    edit: {
      file: orders,
      find: '      coupon?: { type: string, description: "The code, in capitals." }\n',
      text: "",
    },
    and: major,
    at: "Order Completed",
  },
  {
    rule: "moved-target",
    edit: { file: plan, find: "markdown: generated/docs", text: "markdown: docs/tracking" },
    and: major,
    at: "docs/tracking",
  },
  {
    rule: "narrowed-values",
    edit: { file: people, find: "enum(bronze, silver, gold)", text: "enum(silver, gold)" },
    and: major,
    at: "vip_tier?",
  },
  {
    rule: "new-requirement",
    edit: { file: orders, find: "coupon?: { type: string", text: "coupon: { type: string" },
    and: major,
    at: "coupon",
  },
  {
    rule: "removed-event",
    edit: { file: cart, find: "\n  Applied Coupon:\n", text: "\n  Applied Coupon:\n    status: retired\n" },
    and: major,
    at: "Applied Coupon",
  },
  {
    rule: "removed-property",
    edit: {
      file: orders,
      find: "coupon?: { type: string,",
      text: "coupon?: { type: string, status: retired,",
    },
    and: major,
    at: "coupon?",
  },
  {
    rule: "renamed-event",
    edit: { file: cart, find: "\n  Applied Coupon:\n", text: "\n  Coupon Applied:\n" },
    and: major,
    at: "Coupon Applied",
  },
  {
    rule: "unused-agreement",
    edit: {
      file: plan,
      append: "breaks:\n  - { event: Order Completed, reason: It goes one day., owner: checkout }\n",
    },
    at: "{ event: Order Completed, reason: It goes one day., owner: checkout }",
  },
];
