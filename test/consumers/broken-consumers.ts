// A broken twin of each consumer that the store's plan describes: one change in what is written of it, and its cost.

export type ConsumerTwin = {
  readonly name: string;
  /** What stands in its entry once, and what is written in its place. */
  readonly find: string;
  readonly text: string;
  readonly rule: string;
  /** The text that the finding points at. */
  readonly at: string;
};

export const consumerTwins: readonly ConsumerTwin[] = [
  {
    name: "Abandoned cart",
    find: "exits_on: [Started Checkout, Order Completed]",
    text: "exits_on: [Starting Checkout, Order Completed]",
    rule: "consumer-misspelled-event",
    at: "Starting Checkout",
  },
  {
    name: "Abandoned checkout",
    find: "wait: 45m",
    text: "wait: 20m",
    rule: "suppression-too-short",
    at: "20m",
  },
  {
    name: "Back in stock",
    find: "trigger: Product Restocked",
    text: "trigger: Restocked Product",
    rule: "consumer-misspelled-event",
    at: "Restocked Product",
  },
  {
    name: "Browse reminder",
    find: "customer.has_open_ticket = false",
    text: "customer.has_open_tickets = false",
    rule: "consumer-unknown-attribute",
    at: "customer.has_open_tickets",
  },
  {
    name: "Delivery delay",
    find: "exits_on: [Order Delivered]",
    text: "exits_on: [Parcel Arrived]",
    rule: "consumer-unknown-event",
    at: "Parcel Arrived",
  },
  {
    name: "Delivery reminder",
    find: "trigger: { date: next_delivery_at }",
    text: "trigger: { date: next_delivery }",
    rule: "consumer-unknown-attribute",
    at: "next_delivery",
  },
  {
    name: "Early access",
    find: "customer.vip_tier in (silver, gold)",
    text: "customer.vip_tier in (silver, platinum)",
    rule: "condition-type-mismatch",
    at: "(silver, platinum)",
  },
  {
    name: "Expiring card",
    find: "trigger: Payment Method Expiring",
    text: "trigger: payment_method_expiring",
    rule: "consumer-misspelled-event",
    at: "payment_method_expiring",
  },
  {
    name: "Failed payment",
    find: "event.attempt >= 2",
    text: "event.attempts >= 2",
    rule: "consumer-unknown-property",
    at: "event.attempts",
  },
  {
    name: "Lapsed customers",
    find: "customer.order_count >= 1",
    text: "customer.order_count < 0",
    rule: "impossible-condition",
    at: "0",
  },
  {
    name: "Monthly newsletter",
    find: "trigger: { segment: Newsletter readers }",
    text: 'conditions: ["event.cart_value >= 20"]',
    rule: "wrong-namespace",
    at: "event.cart_value",
  },
  {
    name: "Newsletter readers",
    find: "customer.can_receive_email = true",
    text: "customer.can_receive_email = yes",
    rule: "condition-type-mismatch",
    at: "yes",
  },
  {
    name: "Order confirmation",
    find: "templates/order-confirmation.liquid",
    text: "templates/confirmation.liquid",
    rule: "unreadable-template",
    at: "tracking-plan/templates/confirmation.liquid",
  },
  {
    name: "Post-purchase",
    find: "event.is_first_order = true",
    text: "customer.is_first_order = true",
    rule: "wrong-namespace",
    at: "customer.is_first_order",
  },
  {
    name: "Refund notice",
    find: "trigger: Refund Issued",
    text: "trigger: Refund Isued",
    rule: "consumer-misspelled-event",
    at: "Refund Isued",
  },
  {
    name: "Replenishment",
    find: "customer.is_subscriber = false",
    text: "is_subscriber = false",
    rule: "wrong-namespace",
    at: "is_subscriber",
  },
  {
    name: "Shipping update",
    find: "trigger: Order Shipped",
    text: "trigger: Order Sent",
    rule: "consumer-unknown-event",
    at: "Order Sent",
  },
  {
    name: "Subscription welcome",
    find: "exits_on: [Subscription Canceled]",
    text: "exits_on: [Subscription Cancelled]",
    rule: "consumer-misspelled-event",
    at: "Subscription Cancelled",
  },
  {
    name: "Subscription winback",
    find: "event.cancel_reason in",
    text: "event.reason in",
    rule: "consumer-unknown-property",
    at: "event.reason",
  },
  {
    name: "VIP",
    find: "(silver, gold)",
    text: "(Silver, Gold)",
    rule: "condition-type-mismatch",
    at: "(Silver, Gold)",
  },
  {
    name: "VIP welcome",
    find: "customer.can_receive_email = true",
    text: "customer.can_receive_mail = true",
    rule: "consumer-unknown-attribute",
    at: "customer.can_receive_mail",
  },
  {
    name: "Welcome series",
    find: "trigger: Signed Up",
    text: "trigger: Sign Up",
    rule: "consumer-misspelled-event",
    at: "Sign Up",
  },
  {
    name: "Winback",
    find: "exits_on: [Order Completed, Subscription Created]",
    text: "exits_on: [Order Paid For, Subscription Created]",
    rule: "consumer-unknown-event",
    at: "Order Paid For",
  },
];
