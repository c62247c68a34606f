// A small store with one of everything that schemas and docs have to show.
import type { ConsumerKind, Trigger } from "../../src/plan/plan.js";
import {
  consumer,
  event,
  examples,
  group,
  located,
  namedType,
  nowhere,
  plan,
  planObject,
  property,
  sequence,
  source,
  type,
} from "./plan-builder.js";

const text = (value: string) => located(value);
const duration = (written: string, seconds: number) => located({ text: written, seconds });
const at = { span: nowhere };
const onEvent = (name: string): Trigger => ({ ...at, kind: "event", event: name });
const kind = (value: ConsumerKind) => located(value);

const cartOrigin = { origin: { kind: "group", name: "Cart" } } as const;
const cart = [
  property("cart_id", type.string({ format: "uuid" }), cartOrigin),
  property("cart_value", type.ref("Money"), {
    ...cartOrigin,
    description: text("Goods and shipping, after coupons."),
  }),
  property("currency", type.string({ format: "currency" }), cartOrigin),
  property("items", type.array(type.ref("LineItem"), { minItems: 1 }), cartOrigin),
];

const orderExample = {
  order_id: "o-1001",
  completed_at: 1767225600,
  payment: "card",
  company: null,
  cart_id: "0b1f7c1e-8a52-4b7e-9a55-0f2d7f3f5c10",
  cart_value: 40,
  currency: "EUR",
  items: [{ sku: "TEE-1", name: "T-shirt", quantity: 2, price: 20 }],
};

export const smallStore = plan({
  name: text("acme-store"),
  version: text("1.4.0"),
  description: text("What the storefront and its Go backend tell Customer.io."),
  owners: [text("lifecycle@acme.example")],
  identity: {
    ...at,
    primary: "id",
    type: type.string({ format: "uuid" }),
    also: [located("email")],
    anonymous: text("anonymous_id"),
    merge: { ...at, kind: "on-identify" },
  },
  sources: [
    source("backend", "server", {
      language: text("go"),
      description: text("Orders, payments, subscriptions."),
    }),
    source("storefront", "browser", { language: text("typescript"), include: [text("PageContext")] }),
  ],
  types: [
    namedType("Money", type.number({ minimum: 0 }), {
      description: text("An amount of money."),
      unit: located({ text: "major currency units" }),
    }),
    namedType(
      "LineItem",
      type.object([
        property("sku", type.string()),
        property("name", type.string(), { examples: examples("T-shirt", "Mug | blue") }),
        property("quantity", type.integer({ minimum: 1 })),
        property("price", type.ref("Money")),
        property(
          "gift?",
          type.object([
            property("wrap", type.enum("paper", "box")),
            property("note?", type.string({ maxLength: 140 })),
          ]),
        ),
      ]),
      { description: text("One line of a cart or an order.") },
    ),
    namedType(
      "Category",
      type.object([property("name", type.string()), property("parent?", type.ref("Category"))]),
      {
        description: text("A category of the shop, below its parent."),
      },
    ),
  ],
  groups: [
    group("Cart", cart, "The cart as it stands when the event is sent."),
    group("PageContext", [
      property("page_path", type.string()),
      property("referrer?", type.string({ format: "url" })),
    ]),
  ],
  events: [
    event(
      "Order Completed",
      [
        ...cart,
        property("order_id", type.string(), { description: text("The number on the invoice.") }),
        property("completed_at", type.timestamp()),
        property("coupon?", type.string({ patterns: ["^[A-Z0-9|]{4,12}$"] }), {
          description: text("As typed:\nupper case, `CODE | CODE` for two."),
        }),
        property("company", type.union(type.string({ minLength: 1 }), type.null()), { pii: true }),
        property("payment", type.enum("card", "paypal", "invoice"), { default: located("card") }),
        property("vat_number?", type.string(), {
          status: "deprecated",
          deprecated: {
            ...at,
            since: text("1.2.0"),
            replacedBy: text("company"),
            removeAfter: undefined,
            reason: undefined,
          },
        }),
        property("old_total?", type.number(), { status: "retired" }),
      ],
      {
        description: text(
          "An order is paid. The one purchase event; nothing else may trigger post-purchase flows.",
        ),
        owner: text("checkout"),
        sources: [text("backend")],
        idempotencyKey: [located(["order_id"])],
        timestamp: located({ property: ["completed_at"] }),
        aliases: [text("Checkout Completed"), text("OrderCompleted")],
        include: [text("Cart")],
        examples: examples(orderExample),
        tags: [text("revenue")],
      },
    ),
    event(
      "Viewed Product",
      [
        property("product_id", type.string()),
        property("category?", type.ref("Category")),
        property("page_path", type.string(), {
          sources: [text("storefront")],
          origin: { kind: "source", name: "storefront", group: "PageContext" },
        }),
        property("referrer?", type.string({ format: "url" }), {
          sources: [text("storefront")],
          origin: { kind: "source", name: "storefront", group: "PageContext" },
        }),
      ],
      {
        description: text("A product page, or its card in the app's feed, is seen."),
        owner: text("catalogue"),
        sources: [text("storefront"), text("backend")],
        because: text("The app's feed is rendered by the server."),
        identity: { ...at, kind: "any" },
        tags: [text("browsing")],
        examples: examples({ product_id: "TEE-1", page_path: "/tees/1" }),
      },
    ),
    event("Started Checkout", cart, {
      description: text("The first step of checkout is shown."),
      owner: text("checkout"),
      sources: [text("storefront")],
      include: [text("Cart")],
      tags: [text("revenue")],
      timestamp: located("now"),
    }),
    event("Order Paid", [property("order_id", type.string())], {
      status: "deprecated",
      sources: [text("backend")],
      deprecated: {
        ...at,
        since: text("1.1.0"),
        replacedBy: text("Order Completed"),
        removeAfter: text("2027-01-31"),
        reason: text("Two names for one purchase"),
      },
    }),
    event("Save & Exit", [], {
      status: "planned",
      description: text("The cart is kept for later | the tab is closed.\n\n- one\n- <b>two</b>"),
      sources: [text("storefront")],
      identity: { ...at, kind: "identifiers", identifiers: [located("id"), located("anonymous")] },
    }),
    event("Cart Viewed", [property("cart_id", type.string())], {
      status: "retired",
      description: text("The cart page is seen."),
      deprecated: {
        ...at,
        since: text("1.0.0"),
        replacedBy: text("Started Checkout"),
        removeAfter: undefined,
        reason: text("Nobody used it."),
      },
    }),
    event(
      "Joined Team",
      [property("account_id", type.string(), { origin: { kind: "object", name: "Account" } })],
      {
        about: [text("Account")],
        sources: [text("backend")],
        identity: { ...at, kind: "anonymous" },
      },
    ),
  ],
  people: {
    description: text("What is known about a customer."),
    attributes: [
      property("email?", type.string({ format: "email" }), {
        pii: true,
        sources: [text("backend"), text("storefront")],
      }),
      property("is_subscriber", type.boolean(), { description: text("Pays for a subscription right now.") }),
      property("vip_tier?", type.enum("bronze", "silver", "gold")),
      property("last_order_at?", type.union(type.timestamp(), type.null())),
    ],
  },
  objects: [
    planObject(
      "Account",
      "account_id",
      [property("plan", type.enum("free", "team")), property("seats", type.integer({ minimum: 1 }))],
      [property("role", type.enum("owner", "member"))],
    ),
  ],
  sequences: [
    sequence("checkout", ["Started Checkout", "Order Completed"], {
      description: text("From the first step to the paid order."),
      key: text("cart_id"),
      within: duration("24h", 86400),
      suppress: { ...at, on: text("Order Completed"), wait: duration("45m", 2700) },
    }),
  ],
  consumers: [
    consumer("Abandoned checkout", {
      description: text("Reminds of a cart that was left."),
      trigger: onEvent("Started Checkout"),
      wait: duration("45m", 2700),
      exitsOn: [text("Order Completed")],
      conditions: [
        located({ text: "event.cart_value >= 50 and customer.is_subscriber = false", parsed: undefined }),
      ],
      templates: [text("consumers/templates/abandoned-checkout.liquid")],
      owner: text("lifecycle"),
    }),
    consumer("VIP | gold", { kind: kind("segment"), reason: text("Sale previews go to them first.") }),
    consumer("Receipt", {
      kind: kind("transactional"),
      trigger: { ...at, kind: "api", properties: [property("order_id", type.string())] },
    }),
    consumer("Winback", {
      trigger: { ...at, kind: "segment", segment: "VIP | gold" },
      exitsOn: [text("Order Completed")],
    }),
  ],
});
