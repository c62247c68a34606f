// A broken twin of each template that the store's plan ships: one change that somebody makes, and what it costs.

export type Twin = {
  /** The template, by its name. */
  readonly name: string;
  /** What stands there once, and what is written in its place. */
  readonly find: string;
  readonly text: string;
  readonly rule: string;
  /** The text that the finding points at. */
  readonly at: string;
};

export const twins: readonly Twin[] = [
  {
    name: "abandoned-cart",
    find: "{{ event.currency }} {{ event.cart_value }}",
    text: "{{ event.currency }} {{ customer.cart_value }}",
    rule: "wrong-namespace",
    at: "customer.cart_value",
  },
  {
    name: "abandoned-checkout",
    find: '{% if item.image_url %}<img src="{{ item.image_url }}" alt="{{ item.name }}" width="80">{% endif %}',
    text: '<img src="{{ item.image_url }}" alt="{{ item.name }}" width="80">',
    rule: "unguarded-optional",
    at: "item.image_url",
  },
  {
    name: "abandoned-checkout-sms",
    find: "{{ event.cart_id }}",
    text: "{{ event.cart.id }}",
    rule: "consumer-unknown-property",
    at: "event.cart.id",
  },
  {
    name: "back-in-stock",
    find: "event.units_left < 50",
    text: "event.units_left < 1",
    rule: "impossible-condition",
    at: "1",
  },
  {
    name: "browse-reminder",
    find: '{% if event.category == "Espresso" %}',
    text: "{% if event.category == 4 %}",
    rule: "condition-type-mismatch",
    at: "4",
  },
  {
    name: "card-expiring",
    find: "{{ event.update_url }}",
    text: "{{ trigger.update_url }}",
    rule: "wrong-namespace",
    at: "trigger.update_url",
  },
  {
    name: "delivery-delayed",
    find: "{{ event.tracking_url }}\n{% endif %}",
    text: "{{ event.tracking_url }}",
    rule: "liquid-syntax",
    at: "{% if event.tracking_url %}",
  },
  {
    name: "delivery-reminder",
    find: "{% if customer.next_delivery_at %}",
    text: "{% if customer.next_delivery_at or customer.is_subscriber %}",
    rule: "unguarded-optional",
    at: "customer.next_delivery_at",
  },
  {
    name: "early-access",
    find: "Subject: {{ trigger.product_name }}",
    text: "Subject: {{ event.product_name }}",
    rule: "wrong-namespace",
    at: "event.product_name",
  },
  {
    name: "order-confirmation",
    find: "{{ item.price | times: item.quantity }}",
    text: "{{ item.price | times: item.qty }}",
    rule: "consumer-unknown-property",
    at: "item.qty",
  },
  {
    name: "order-shipped",
    find: '{% when "dhl" %}',
    text: '{% when "DHL" %}',
    rule: "condition-type-mismatch",
    at: '"DHL"',
  },
  {
    name: "payment-failed",
    find: '{% elsif event.failure_reason == "confirmation_needed" %}',
    text: '{% else if event.failure_reason == "confirmation_needed" %}',
    rule: "liquid-syntax",
    at: '{% else if event.failure_reason == "confirmation_needed" %}',
  },
  {
    name: "payment-failed-sms",
    find: "event.attempt >= 2",
    text: 'event.attempt >= "2"',
    rule: "condition-type-mismatch",
    at: '"2"',
  },
  {
    name: "post-purchase",
    find: "{{ event.items[0].name }}",
    text: "{{ event.items.name }}",
    rule: "consumer-unknown-property",
    at: "event.items.name",
  },
  {
    name: "refund-issued",
    find: "{{ event.currency }} {{ event.refund_amount }} is on",
    text: "{{ event.refund_amount | money }} is on",
    rule: "unknown-filter",
    at: "money",
  },
  {
    name: "replenishment",
    find: "{% for item in event.items %}",
    text: "{% for item of event.items %}",
    rule: "liquid-syntax",
    at: "{% for item of event.items %}",
  },
  {
    name: "subscription-welcome",
    find: "{% if event.interval_weeks == 1 %}",
    text: "{% if event.interval_weeks = 1 %}",
    rule: "liquid-syntax",
    at: "= 1",
  },
  {
    name: "subscription-winback",
    find: '{% when "too_expensive" %}',
    text: '{% when "expensive" %}',
    rule: "condition-type-mismatch",
    at: '"expensive"',
  },
  {
    name: "vip-welcome",
    find: '{{ customer.vip_tier | default: "one of us" }}',
    text: "{{ customer.vip_tier }}",
    rule: "unguarded-optional",
    at: "customer.vip_tier",
  },
  {
    name: "welcome",
    find: "{{ customer.first_name",
    text: "{{ customer.firstname",
    rule: "consumer-unknown-attribute",
    at: "customer.firstname",
  },
  {
    name: "winback",
    find: '{{ customer.last_order_at | date: "%B" }}',
    text: '{{ customer.last_order_at.month | date: "%B" }}',
    rule: "stringified-access",
    at: "customer.last_order_at.month",
  },
];
