// The plans that the goldens are made from: an ordinary shop, and a plan of everything that is awkward.
import type { Plan } from "../../../src/plan/plan.js";
import {
  event,
  located,
  namedType,
  nowhere,
  plan,
  planObject,
  property,
  source,
  type,
} from "../../support/plan-builder.js";

const known = { kind: "known", span: nowhere } as const;
const anyone = { kind: "any", span: nowhere } as const;
const anonymous = { kind: "anonymous", span: nowhere } as const;
const described = (text: string) => ({ description: located(text) });

/** What an ordinary shop tells. */
export const shop: Plan = plan({
  name: located("acme-store"),
  sources: [source("backend"), source("storefront", "browser")],
  types: [
    namedType(
      "LineItem",
      type.object([
        property("sku", type.string({ minLength: 1 })),
        property("name", type.string()),
        property("quantity", type.integer({ minimum: 1 })),
        property("price", type.ref("Money")),
      ]),
      described("One line of a cart or an order."),
    ),
    namedType("Money", type.number({ minimum: 0 }), {
      ...described("An amount of money"),
      unit: located({ text: "major currency units" }),
    }),
  ],
  events: [
    event(
      "Order Completed",
      [
        property("order_id", type.string(), { examples: [located("o-1001")] }),
        property("completed_at", type.timestamp({ minimum: -99999999999, maximum: 99999999999 })),
        property("coupon?", type.string()),
        property("company", type.union(type.string(), type.null())),
        property("payment", type.enum("card", "paypal", "invoice"), described("How it was paid")),
        property("cart_id", type.string({ format: "uuid" })),
        property("cart_value", type.ref("Money")),
        property("currency", type.string({ format: "currency" })),
        property("gift?", type.boolean()),
        property("items", type.array(type.ref("LineItem"), { minItems: 1 })),
      ],
      {
        ...described(
          "An order is paid. The one purchase event; nothing else may trigger post-purchase flows.",
        ),
        owner: located("checkout"),
        sources: [located("backend")],
        identity: known,
        idempotencyKey: [located(["order_id"])],
        timestamp: located({ property: ["completed_at"] }),
        tags: [located("revenue")],
      },
    ),
    event("Order Paid", [property("order_id", type.string())], {
      status: "deprecated",
      deprecated: {
        span: nowhere,
        since: located("2.0.0"),
        replacedBy: located("Order Completed"),
        removeAfter: located("2027-01-31"),
        reason: located("Two names for one purchase"),
      },
      idempotencyKey: [located(["order_id"])],
    }),
    event(
      "Signed Up",
      [
        property("plan", type.enum("free", "pro")),
        property("page_path", type.string(), { sources: [located("storefront")] }),
        property("referrer?", type.string({ format: "url" }), { sources: [located("storefront")] }),
        property("request_id", type.string(), { sources: [located("backend")] }),
      ],
      {
        sources: [located("backend"), located("storefront")],
        because: located("The app signs people up on the server"),
        timestamp: located("now"),
      },
    ),
    event("Viewed Product", [property("product_id?", type.string()), property("position?", type.integer())], {
      identity: anyone,
      call: "page",
    }),
    event("Saw Banner", [], { identity: anonymous }),
    event("Retired Thing", [property("x", type.string())], { status: "retired" }),
  ],
  people: {
    description: located("Durable facts"),
    attributes: [
      property("can_receive_sms", type.boolean()),
      property("email?", type.string({ format: "email" }), { pii: true }),
      property("is_subscriber", type.boolean()),
      property("last_order_at?", type.timestamp({ minimum: -99999999999, maximum: 99999999999 })),
      property("vip_tier?", type.union(type.enum("bronze", "silver", "gold"), type.null())),
    ],
  },
});

const hostile = "Ends */ the `comment` $\u007bwith} @tags and {@link x}\u2028 and\r\n@deprecated lines";

/** Everything that breaks generators. */
export const awkward: Plan = plan({
  name: located('Awkward "plan"\n*/ // evil()'),
  identity: {
    span: nowhere,
    primary: "id",
    type: type.integer(),
    also: [located("email"), located("phone")],
    anonymous: located("visitor-id"),
    merge: { span: nowhere, kind: "never" },
  },
  objects: [
    planObject(
      "Account",
      "account_id",
      [property("plan", type.enum("free", "team")), property("seats", type.integer({ minimum: 1 }))],
      [property("role", type.enum("owner", "member"))],
    ),
  ],
  types: [
    namedType(
      "Category",
      type.object([
        property("name", type.string()),
        property("children", type.array(type.ref("Category"))),
        property("parent?", type.union(type.ref("Category"), type.null())),
      ]),
    ),
    namedType("Free", type.object([property("a", type.number())], true)),
    namedType("Scores", type.object([], type.array(type.number()))),
    namedType(
      "Unused",
      type.union(type.string(), type.number(), type.array(type.union(type.string(), type.null()))),
    ),
    namedType("snake_name", type.string({ patterns: ["^a/b", "[/`$]{1,}"] })),
  ],
  events: [
    event("Save & Exit", [property("x", type.any())], described(hostile)),
    event("User's Cart", [], { identity: anyone }),
    event('Say "hi" <b>', [property("nothing", type.null())], {
      identity: { kind: "identifiers", span: nowhere, identifiers: [located("id"), located("email")] },
    }),
    event("delete", [property("class", type.const("delete")), property("one", type.const(1))]),
    event("123 start", [property("n", type.enum(1, 2, null, "three"))], { identity: anonymous }),
    event("日本語 イベント", [property("値段", type.number({ multipleOf: [0.01], exclusiveMinimum: 0 }))]),
    event("__proto__", [
      property("__proto__", type.string()),
      property("constructor", type.string()),
      property("toString?", type.string()),
    ]),
    event("constructor", [], { call: "screen", open: true }),
    event("🎉", [property("a", type.string({ maxLength: 3, minLength: 2 }))], {
      open: type.union(type.number(), type.null()),
    }),
    event(
      "await",
      [
        property("$amount", type.number()),
        property("a-b", type.string(), described(hostile)),
        property("a.b", type.string()),
        property("a b", type.string()),
        property('"', type.string(), { examples: [located("*/ `x` $\u007by}")], default: located("```") }),
        property("'", type.object([property("deep", type.object([property("er", type.boolean())]))])),
        property("~/", type.array(type.object([property("x?", type.string())]), { uniqueItems: true })),
      ],
      {
        idempotencyKey: [located(["a-b"]), located(["'", "deep", "er"])],
      },
    ),
    event("A Rather Long Name Of An Event That Nobody Would Want To Type But Somebody Surely Has In Use", [
      property(
        "choices",
        type.union(
          type.enum("the first of the choices", "the second of the choices", "the third of the choices"),
          type.null(),
        ),
      ),
      property(
        "either",
        type.union(
          type.object([property("kind", type.const("a")), property("a", type.string())]),
          type.object([property("kind", type.const("b")), property("b", type.array(type.string()))]),
          type.array(type.union(type.string(), type.boolean())),
          type.null(),
        ),
      ),
      property("nullable", type.union(type.object([property("x", type.string())]), type.null())),
      property("maybe?", type.object([property("x", type.string())])),
      property("free", type.object([], true)),
      property("typed", type.ref("Free")),
      property("scores", type.ref("Scores")),
      property("category", type.ref("Category")),
      property(
        "matrix",
        type.array(type.array(type.integer(), { maxItems: 3 }), { minItems: 1, maxItems: 3 }),
      ),
      property("old?", type.string(), { status: "deprecated" }),
      property("gone", type.string(), { status: "retired" }),
    ]),
  ],
});
