// One mistake for each rule, made in a copy of the store's project: what store-mistakes.test.ts holds the rules to.

/** One change to a copy of the project. Paths of the plan and of generated files start at the project root. */
export type Edit =
  /** Puts `text` in the place of `find`, which the file holds exactly once. */
  | { readonly file: string; readonly find: string; readonly text: string }
  /** Adds a file, or appends to one that is there. */
  | { readonly file: string; readonly append: string | Uint8Array }
  /** Writes a file anew. */
  | { readonly file: string; readonly whole: string }
  | { readonly remove: string }
  /** A link that leads nowhere. */
  | { readonly link: string };

export type Mistake = {
  readonly rule: string;
  readonly edit: Edit;
  /** What the mistake takes beside it, such as what the manifest says of a file. */
  readonly and?: Edit | readonly Edit[];
  /** What was wrong with the plan before, for a rule that compares. */
  readonly before?: Edit;
  /** The text that the finding points at, or the file of one that points at no text. */
  readonly at: string | { readonly file: string };
  /** Why it is not made together with the others. */
  readonly alone?: string;
  /** A second finding that the mistake must give, and why. */
  readonly also?: { readonly rule: string; readonly because: string };
};

const plan = "tracking-plan/plan.yaml";
const people = "tracking-plan/people.yaml";
const types = "tracking-plan/types.yaml";
const groups = "tracking-plan/groups.yaml";
const account = "tracking-plan/events/account.yaml";
const browse = "tracking-plan/events/browse.yaml";
const cart = "tracking-plan/events/cart.yaml";
const messaging = "tracking-plan/events/messaging.yaml";
const orders = "tracking-plan/events/orders.yaml";
const subscriptions = "tracking-plan/events/subscriptions.yaml";

/** Puts a line below the last line of `find`. */
const below = (file: string, find: string, line: string): Edit => ({ file, find, text: `${find}\n${line}` });
const attribute = (line: string): Edit => below(people, "  attributes:", `    ${line}`);
const collection = (line: string): Edit =>
  below(
    browse,
    "      collection: { type: string, description: The collection's name as the shop shows it. }",
    `      ${line}`,
  );
const survey = (line: string): Edit =>
  below(messaging, "      survey_id: { type: string, description: Which survey it was. }", `      ${line}`);
const type = (lines: string): Edit => ({ file: types, find: "types:\n", text: `types:\n${lines}\n` });
const comment = (file: string, event: string, text: string): Edit => ({
  file,
  find: `\n  ${event}:\n`,
  text: `\n  # ${text}\n  ${event}:\n`,
});

const template = (name: string, find: string, text: string): Edit => ({
  file: `tracking-plan/templates/${name}.liquid`,
  find,
  text,
});
/** A campaign in a file of its own. */
const campaign = (name: string, lines: string): Edit => ({
  file: `tracking-plan/consumers/${name.toLowerCase().replaceAll(" ", "-")}.yaml`,
  append: `consumers:\n  ${name}:\n    kind: campaign\n    description: A campaign.\n    owner: lifecycle\n${lines}`,
});
/** The same as Customer.io has it. */
const pulled = (event: string): Edit => ({
  file: "tracking-plan/consumers/campaign-5-pulled.json",
  append: JSON.stringify({
    trackwright: 1,
    kind: "campaign",
    id: "5",
    name: "Pulled",
    triggers: [{ event }],
  }),
});
/** Where something was pulled, what nobody listens to is told. */
const listening = "Once something was pulled, all that nobody listens to is told.";

/** Events that no written consumer listens to, but for one. */
const unheardEvents = [
  "Added to Wishlist",
  "Answered Survey",
  "Applied Coupon",
  "Back in Stock Requested",
  "Joined Newsletter",
  "Opened Support Ticket",
  "Published Review",
  "Referral Completed",
  "Removed from Cart",
  "SMS Opted In",
  "SMS Opted Out",
  "Searched Products",
  "Signed In",
  "Signed Up",
  "Subscription Changed",
  "Subscription Renewed",
  "Subscription Rescheduled",
  "Subscription Resumed",
  "Viewed Cart",
  "Viewed Collection",
];

/** Mistakes that the rules with a check find, and those about comments and settings. */
export const planMistakes: readonly Mistake[] = [
  {
    rule: "action-as-attribute",
    edit: attribute("has_clicked_popup: { type: boolean, source: backend, description: Saw our offer. }"),
    at: "has_clicked_popup",
  },
  {
    rule: "attribute-name-casing",
    edit: attribute("favoriteRoast?: { type: string, source: backend, description: As the quiz found. }"),
    at: "favoriteRoast?",
  },
  {
    rule: "cart-shape-drift",
    edit: {
      file: "tracking-plan/events/gifts.yaml",
      append: `events:
  Gift Delivered:
    description: A gift is in the hands of the one it is for.
    owner: fulfillment
    source: backend
    idempotency_key: shipment_id
    timestamp: now
    properties:
      order_id: { type: string, description: The order that the parcel belongs to. }
      shipment_id: { type: string, description: "The parcel; an order can have several." }
      carrier: Carrier
      tracking_url?: { type: url, description: The carrier's page on this parcel. }
`,
    },
    at: "Gift Delivered",
  },
  {
    rule: "condition-type-mismatch",
    edit: {
      file: "tracking-plan/consumers/orders.yaml",
      find: "event.is_first_order = true",
      text: "event.is_first_order = yes",
    },
    at: "yes",
  },
  {
    rule: "consumer-deprecated-event",
    edit: campaign("Old thanks", "    trigger: Order Placed\n"),
    at: "Order Placed",
  },
  {
    rule: "consumer-contradiction",
    edit: {
      file: "tracking-plan/consumers/lifecycle.yaml",
      find: "  VIP:\n    kind: segment\n",
      text: "  VIP:\n    kind: newsletter\n",
    },
    and: {
      file: "tracking-plan/consumers/segment-90-vip.json",
      append: JSON.stringify({
        trackwright: 1,
        kind: "segment",
        id: "90",
        name: "VIP",
        conditions: { or: [...unheardEvents, "Completed Quiz"].map((name) => ({ event: { name } })) },
      }),
    },
    at: "newsletter",
    alone: listening,
  },
  {
    rule: "consumer-misspelled-event",
    edit: pulled("Newsletter Joined"),
    and: { file: plan, append: "\nrules:\n  unheard-event: off\n" },
    at: '"Newsletter Joined"',
    alone: listening,
  },
  {
    rule: "consumer-not-understood",
    edit: {
      file: "tracking-plan/consumers/segment-8-odd.json",
      append: JSON.stringify({
        trackwright: 1,
        kind: "segment",
        id: "8",
        name: "Near a roastery",
        conditions: { geofence: { radius: 5 } },
      }),
    },
    and: { file: plan, append: "\nrules:\n  unheard-event: off\n" },
    at: '{"geofence":{"radius":5}}',
    alone: listening,
  },
  {
    rule: "consumer-retired-event",
    edit: {
      file: "tracking-plan/consumers/checkout.yaml",
      find: "[Started Checkout, Order Completed]",
      text: "[Started Checkout, Order Completed, Checkout Abandoned]",
    },
    at: "Checkout Abandoned",
  },
  {
    rule: "consumer-unknown-attribute",
    edit: {
      file: "tracking-plan/consumers/lifecycle.yaml",
      find: "customer.order_count >= 1",
      text: "customer.orders_count >= 1",
    },
    at: "customer.orders_count",
  },
  {
    rule: "consumer-unknown-event",
    edit: pulled("Gift Card Opened"),
    and: { file: plan, append: "\nrules:\n  unheard-event: off\n" },
    at: '"Gift Card Opened"',
    alone: listening,
  },
  {
    rule: "consumer-unknown-property",
    edit: {
      file: "tracking-plan/consumers/subscriptions.yaml",
      find: "event.attempt >= 2",
      text: "event.attempts >= 2",
    },
    at: "event.attempts",
  },
  {
    rule: "deprecated-without-replacement",
    edit: {
      file: orders,
      find: "      replaced_by: Order Completed\n      reason: Unpaid orders counted as revenue, and their buyers were thanked.\n",
      text: "",
    },
    at: "deprecated:\n      since: 1.4.0",
    alone: "another mistake is made with the same deprecation",
  },
  {
    rule: "double-trigger",
    edit: campaign("Sorry for that", "    trigger: Refund Issued\n"),
    at: "Refund Issued",
  },
  {
    rule: "email-as-identifier",
    edit: {
      file: messaging,
      find: "    source: backend\n    identity: known\n    timestamp: opted_in_at",
      text: "    source: backend\n    identity: [email]\n    timestamp: opted_in_at",
    },
    at: "email",
  },
  {
    rule: "event-name-casing",
    edit: { file: browse, find: "  Searched Products:", text: "  searched_products:" },
    at: "searched_products",
  },
  {
    rule: "fact-as-event-property",
    edit: collection('vip_tier?: { type: "enum(bronze, silver, gold)", description: The tier. }'),
    at: "vip_tier?",
  },
  {
    rule: "idempotency-key-not-unique-looking",
    edit: {
      file: subscriptions,
      find: "idempotency_key: stored_card_id",
      text: "idempotency_key: noticed_at",
    },
    at: "noticed_at",
  },
  {
    rule: "identifier-type-mismatch",
    edit: attribute(
      "invited_by?: { type: integer, person: true, source: backend, description: The friend. }",
    ),
    at: "integer",
  },
  {
    rule: "identity-in-properties",
    edit: survey("email?: { type: email, pii: true }"),
    at: "email?",
  },
  {
    rule: "impossible-condition",
    edit: campaign("Promoters", '    trigger: Answered Survey\n    conditions: ["event.score >= 90"]\n'),
    at: "90",
  },
  {
    rule: "invalid-example",
    edit: {
      file: browse,
      find: "search_term: decaf beans, result_count: 3,",
      text: 'search_term: decaf beans, result_count: "3",',
    },
    at: '"3"',
  },
  {
    rule: "invisible-character",
    edit: {
      file: browse,
      find: "      search_term: {",
      text: "      sort_\u200border?: { type: string, description: How the results were sorted. }\n      search_term: {",
    },
    at: "sort_\u200border?",
  },
  {
    rule: "iso-timestamp-in-segment",
    edit: {
      file: "tracking-plan/birthdays.yaml",
      append: `people:
  attributes:
    coffee_birthday?: { type: date, source: backend, description: The day of the first bag. }
consumers:
  Long with us:
    kind: segment
    description: Those who bought before 2026.
    owner: lifecycle
    conditions: ["customer.coffee_birthday < 1767225600"]
`,
    },
    at: "date",
  },
  {
    rule: "liquid-syntax",
    edit: template("post-purchase", "{% if event.coupon %}", '{% if event.coupon = "AUTUMN10" %}'),
    at: '= "AUTUMN10"',
  },
  {
    rule: "merge-undeclared",
    edit: { file: plan, find: "  merge: on-identify\n", text: "" },
    at: "identity: any",
  },
  {
    rule: "millisecond-timestamp",
    edit: collection('shown_at?: { type: integer, description: "When it was shown, in milliseconds." }'),
    at: "integer",
  },
  {
    rule: "missing-description",
    edit: {
      file: account,
      find: "    description: A customer opens a session. Not sent when a session that is still valid goes on.\n",
      text: "",
    },
    at: "Signed In",
  },
  {
    rule: "missing-idempotency-key",
    edit: {
      file: orders,
      find: "    idempotency_key: order_id\n    timestamp: canceled_at\n",
      text: "    timestamp: canceled_at\n",
    },
    at: "Order Canceled",
  },
  {
    rule: "missing-owner",
    edit: {
      file: account,
      find: "    owner: catalog\n",
      text: "",
    },
    at: "Published Review",
  },
  {
    rule: "missing-source",
    edit: {
      file: account,
      find: "    source: backend\n    identity: known\n    timestamp: requested_at\n",
      text: "    identity: known\n    timestamp: requested_at\n",
    },
    at: "Account Deletion Requested",
  },
  {
    rule: "missing-suppression",
    edit: {
      file: "tracking-plan/consumers/subscriptions.yaml",
      find: "[Payment Recovered, Subscription Canceled]",
      text: "[Subscription Canceled]",
    },
    at: "Subscription Canceled",
  },
  {
    rule: "missing-timestamp",
    edit: { file: messaging, find: "    timestamp: opted_out_at\n", text: "" },
    at: "SMS Opted Out",
  },
  {
    rule: "name-too-long",
    edit: {
      file: cart,
      find: "  Removed from Cart:",
      text: "  Removed the Last Line of a Cart That Was Filled on Another Device and Joined With the One in This Browser:",
    },
    at: "Removed the Last Line of a Cart That Was Filled on Another Device and Joined With the One in This Browser",
  },
  {
    rule: "operational-event-name",
    edit: { file: browse, find: "  Added to Wishlist:", text: "  Object Deleted:" },
    at: "Object Deleted",
  },
  {
    rule: "payload-too-large",
    edit: survey("answer_page?: { type: string, maxLength: 400000, description: The page as it was shown. }"),
    at: "string",
  },
  {
    rule: "property-name-casing",
    edit: collection("sortOrder?: { type: string, description: As it was chosen. }"),
    at: "sortOrder?",
  },
  {
    rule: "property-type-conflict",
    edit: survey("collection?: { type: boolean, description: Whether it was about a collection. }"),
    at: "boolean",
  },
  {
    rule: "removal-overdue",
    edit: below(orders, "      since: 1.4.0", "      remove_after: 2026-01-31"),
    at: "2026-01-31",
  },
  {
    rule: "replacement-incompatible",
    edit: {
      file: orders,
      find: "      replaced_by: Order Completed\n",
      text: "      replaced_by: Signed Up\n",
    },
    at: "Signed Up",
  },
  {
    rule: "replacement-unknown",
    edit: {
      file: orders,
      find: "      replaced_by: Order Completed\n",
      text: "      replaced_by: Order Complete\n",
    },
    at: "Order Complete",
    alone: "another mistake is made with the same deprecation",
  },
  {
    rule: "reserved-name",
    edit: survey("reply_to?: { type: email, pii: true, description: Who answers. }"),
    at: "reply_to?",
  },
  {
    rule: "retired-name-reused",
    edit: {
      file: cart,
      find: "  Checkout Abandoned:\n",
      text: "  Check-Out Abandoned: { description: A checkout was left., owner: checkout, source: backend, timestamp: now }\n\n  Checkout Abandoned:\n",
    },
    at: "Check-Out Abandoned",
  },
  {
    rule: "sequence-without-suppression",
    edit: {
      file: "tracking-plan/sequences.yaml",
      find: "    suppress: { on: Added to Cart, wait: 2h }\n",
      text: "",
    },
    at: "browse",
  },
  {
    rule: "several-sources",
    edit: { file: account, find: "    source: helpdesk\n", text: "    source: [helpdesk, backend]\n" },
    at: "backend",
  },
  {
    rule: "similar-enum-values",
    edit: survey('result_kind?: { type: "enum(mild, Mild)", description: What it came to. }'),
    at: "Mild",
  },
  {
    rule: "similar-event-names",
    edit: {
      file: browse,
      find: "  Completed Quiz:\n",
      text: "  Viewed Collections: { description: Any quiz., owner: storefront, source: storefront, identity: any }\n\n  Completed Quiz:\n",
    },
    at: "Viewed Collections",
  },
  {
    rule: "similar-property-names",
    edit: survey("result_counts?: { type: integer, minimum: 0, description: How many there are. }"),
    at: "result_counts?",
  },
  {
    rule: "source-conflict",
    edit: {
      file: "tracking-plan/events/chat.yaml",
      append: `events:
  Ended Chat:
    description: A conversation in the shop's chat is over.
    owner: support
    source: { names: [backend, helpdesk], because: The help desk has a chat of its own. }
    identity: known
    timestamp: now
`,
    },
    and: campaign("Chat rating", "    trigger: Ended Chat\n"),
    at: "helpdesk",
  },
  {
    rule: "stringified-access",
    edit: template(
      "refund-issued",
      "for order {{ event.order_id }}",
      "for order {{ event.order_id.number }}",
    ),
    at: "event.order_id.number",
  },
  {
    rule: "stringified-number-or-json",
    edit: survey("answer_count?: { type: string, description: How many were given., examples: ['12', '7'] }"),
    at: "string",
  },
  {
    rule: "suppression-expired",
    edit: {
      file: cart,
      find: "\n  Viewed Cart:\n",
      text: "\n  # trackwright-ignore event-name-casing until 2026-03-31: renamed with the new shop\n  viewed_cart:\n",
    },
    at: "2026-03-31",
    also: { rule: "event-name-casing", because: "what was set aside is reported again from the day on" },
  },
  {
    rule: "suppression-too-short",
    edit: { file: "tracking-plan/consumers/checkout.yaml", find: "    wait: 45m\n", text: "    wait: 15m\n" },
    at: "15m",
  },
  {
    rule: "suppression-without-reason",
    edit: {
      file: browse,
      find: "  Viewed Page:\n",
      text: "  # trackwright-ignore event-name-casing\n  viewed_page:\n",
    },
    at: "# trackwright-ignore event-name-casing",
  },
  {
    rule: "too-many-attributes",
    edit: {
      file: "tracking-plan/scores.yaml",
      append: `people:\n  attributes:\n${Array.from({ length: 300 }, (_, index) => `    score_of_week_${index + 1}?: { type: number, source: backend, description: A score. }\n`).join("")}`,
    },
    at: "score_of_week_285?",
    alone: "other mistakes add attributes, so that another one is the first too many",
  },
  {
    rule: "unguarded-optional",
    edit: template(
      "delivery-delayed",
      "{% if event.tracking_url %}\nYou can see where it is: {{ event.tracking_url }}\n{% endif %}",
      "You can see where it is: {{ event.tracking_url }}",
    ),
    at: "event.tracking_url",
  },
  {
    rule: "unheard-event",
    edit: {
      file: "tracking-plan/consumers/segment-7-everything.json",
      append: JSON.stringify({
        trackwright: 1,
        kind: "segment",
        id: "7",
        name: "Everything but quizzes",
        conditions: { or: unheardEvents.map((name) => ({ event: { name } })) },
      }),
    },
    at: "Completed Quiz",
    alone: listening,
  },
  {
    rule: "unknown-filter",
    edit: template("card-expiring", "| date:", "| dates:"),
    at: "dates",
  },
  {
    rule: "unknown-rule",
    edit: { file: plan, find: "\ncode:\n", text: "\nrules:\n  event-name-case: warning\n\ncode:\n" },
    at: "event-name-case",
    alone: "the settings of rules have one place in the head",
  },
  {
    rule: "unknown-rule-option",
    edit: {
      file: plan,
      find: "\ngenerate:\n",
      text: "\nrules:\n  missing-description: { severity: warning, off: [events] }\n\ngenerate:\n",
    },
    at: "off",
  },
  {
    rule: "unknown-snippet",
    edit: template(
      "refund-issued",
      "{{ event.currency }} {{ event.refund_amount }} is on",
      "{{ snippets.hello }}",
    ),
    and: [
      {
        file: "tracking-plan/consumers/snippet-greeting.json",
        append: JSON.stringify({
          trackwright: 1,
          kind: "snippet",
          name: "greeting",
          template: "greeting.liquid",
        }),
      },
      { file: "tracking-plan/consumers/greeting.liquid", append: "Good morning!\n" },
    ],
    at: "snippets.hello",
  },
  {
    rule: "unknown-suppression",
    edit: comment(
      subscriptions,
      "Subscription Paused",
      "trackwright-ignore event-name-case: known since 2019",
    ),
    at: "event-name-case",
  },
  {
    rule: "unmarked-pii",
    edit: attribute("last_name?: { type: string, source: backend, description: Given by the customer. }"),
    at: "last_name?",
  },
  {
    rule: "unreadable-template",
    edit: {
      file: "tracking-plan/consumers/lifecycle.yaml",
      find: "tracking-plan/templates/winback.liquid",
      text: "tracking-plan/templates/win-back.liquid",
    },
    at: "tracking-plan/templates/win-back.liquid",
  },
  {
    rule: "untriggerable",
    edit: campaign("Delivery tips", "    trigger: Chose Delivery Option\n"),
    at: "Chose Delivery Option",
  },
  {
    rule: "untrimmed-name",
    edit: { file: cart, find: "  Applied Coupon:", text: '  "Applied Coupon ":' },
    at: '"Applied Coupon "',
  },
  {
    rule: "unused-group",
    edit: {
      file: groups,
      find: "groups:\n",
      text: "groups:\n  Gift:\n    description: What is given.\n    properties:\n      gift_note: { type: string, description: The card., pii: true }\n\n",
    },
    at: "Gift",
  },
  {
    rule: "unused-suppression",
    edit: comment(
      subscriptions,
      "Subscription Resumed",
      "trackwright-ignore event-name-casing: known since 2019",
    ),
    at: "# trackwright-ignore event-name-casing: known since 2019",
  },
  {
    rule: "unused-type",
    edit: type("  Roast: { type: 'enum(light, dark)', description: How dark it is. }"),
    at: "Roast",
  },
  {
    rule: "wrong-namespace",
    edit: template("abandoned-cart", "{{ event.cart_value }}", "{{ customer.cart_value }}"),
    at: "customer.cart_value",
  },
];

/** What the loader reports, and the targets. The rules about what is missing or unused stay silent meanwhile. */
export const brokenMistakes: readonly Mistake[] = [
  {
    rule: "alias-bomb",
    edit: {
      file: "tracking-plan/bomb.yaml",
      append: `types:\n  A: &a0 { type: string }\n${Array.from({ length: 10 }, (_, index) => `  B${index}: &a${index + 1} [${Array.from({ length: 10 }, () => `*a${index}`).join(", ")}]\n`).join("")}`,
    },
    at: { file: "tracking-plan/bomb.yaml" },
  },
  {
    rule: "circular-type",
    edit: type("  Shelf: { properties: { above: Shelf } }"),
    at: "Shelf",
  },
  {
    rule: "contradiction",
    edit: survey("mood?: { type: integer, minimum: 5, maximum: 1, description: How they feel. }"),
    at: "maximum: 1",
  },
  {
    rule: "duplicate-definition",
    edit: {
      file: "tracking-plan/legacy.yaml",
      append:
        "events:\n  Signed In:\n    description: A session begins.\n    owner: accounts\n    source: storefront\n",
    },
    at: "Signed In",
  },
  {
    rule: "duplicate-key",
    edit: {
      file: messaging,
      find: "    timestamp: opted_in_at\n",
      text: "    timestamp: opted_in_at\n    timestamp: now\n",
    },
    at: "timestamp",
  },
  {
    rule: "idempotency-key-optional",
    edit: {
      file: cart,
      find: '      checkout_id: { type: uuid, description: "New',
      text: '      checkout_id?: { type: uuid, description: "New',
    },
    at: "checkout_id",
  },
  {
    rule: "input-too-large",
    edit: { file: "tracking-plan/deep.yaml", append: `types: ${"[".repeat(200)}${"]".repeat(200)}\n` },
    at: { file: "tracking-plan/deep.yaml" },
  },
  {
    rule: "invalid-encoding",
    edit: {
      file: "tracking-plan/windows.yaml",
      append: new Uint8Array([0x74, 0x79, 0x70, 0x65, 0x73, 0x3a, 0x20, 0xe4, 0xf6, 0x0a]),
    },
    at: { file: "tracking-plan/windows.yaml" },
  },
  {
    rule: "invalid-pattern",
    edit: collection("collection_code?: { type: string, pattern: '[A-Z', description: Its code. }"),
    at: "[",
  },
  {
    rule: "invalid-type",
    edit: collection('filters?: { type: "Record<string, number>", description: What was chosen. }'),
    at: "Record<string, number>",
  },
  {
    rule: "invalid-value",
    edit: { file: cart, find: "    status: planned\n", text: "    status: live\n" },
    at: "live",
  },
  {
    rule: "missing-head",
    edit: { file: plan, find: "trackwright: 1\n", text: "" },
    at: { file: plan },
    alone: "without its head no plan is read",
  },
  {
    rule: "missing-key",
    edit: { file: plan, find: "    kind: integration\n", text: "" },
    at: "helpdesk",
  },
  {
    rule: "property-conflict",
    edit: {
      file: browse,
      find: "    include: [Product]\n    properties:\n      currency: currency\n      restocked_at: timestamp\n",
      text: "    include: [Product]\n    properties:\n      sku: string\n      currency: currency\n      restocked_at: timestamp\n",
    },
    at: "Product",
  },
  {
    rule: "pulled-file-unreadable",
    edit: {
      file: "tracking-plan/consumers/segment-8-cut-off.json",
      append: '{\n  "trackwright": 1,\n  "kind": "segment",\n  "name": @\n',
    },
    at: "@",
  },
  {
    rule: "unknown-key",
    edit: { file: account, find: "    owner: support\n", text: "    ownr: support\n" },
    at: "ownr",
  },
  {
    rule: "unknown-reference",
    edit: { file: cart, find: "    include: [Cart, Product]\n", text: "    include: [Crat, Product]\n" },
    at: "Crat",
    alone: "the name may stand in one of the files that can't be read",
  },
  {
    rule: "unreadable-file",
    edit: { link: "tracking-plan/lost.yaml" },
    at: { file: "tracking-plan/lost.yaml" },
  },
  {
    rule: "yaml-feature",
    edit: { file: types, find: "  Carrier:\n", text: "  Carrier:\n    <<: { status: active }\n" },
    at: "<<",
  },
  {
    rule: "yaml-syntax",
    edit: {
      file: "tracking-plan/broken.yaml",
      append: 'types:\n  Roast: { type: string, description: "How dark }\n',
    },
    at: { file: "tracking-plan/broken.yaml" },
  },
  {
    rule: "shared-output-folder",
    edit: {
      file: plan,
      find: "  json-schema: generated/schemas\n",
      text: "  json-schema: generated/typescript\n",
    },
    at: "generated/typescript",
    alone: "nothing is generated of a plan with the loader's errors",
  },
  {
    rule: "unusable-output-folder",
    edit: { file: plan, find: "  markdown: generated/docs\n", text: "  markdown: tracking-plan/docs\n" },
    at: "tracking-plan/docs",
    alone: "nothing is generated of a plan with the loader's errors",
  },
  {
    rule: "identifier-collision",
    edit: {
      file: account,
      find: "  Signed In:\n",
      text: "  Sign-in Method:\n    description: The way was chosen.\n    owner: accounts\n    source: backend\n    timestamp: now\n\n  Signed In:\n",
    },
    at: "SignInMethod",
    alone: "nothing is generated of a plan with the loader's errors",
  },
  {
    rule: "unknown-source",
    edit: {
      file: plan,
      find: "  typescript: generated/typescript\n",
      text: "  typescript: { out: generated/typescript, source: backnd }\n",
    },
    at: "backnd",
    alone: "nothing is generated of a plan with the loader's errors",
  },
  {
    rule: "unknown-target",
    edit: { file: plan, find: "  markdown: generated/docs\n", text: "  markdwon: generated/docs\n" },
    at: "markdwon",
    alone: "nothing is generated of a plan with the loader's errors",
  },
  {
    rule: "unknown-target-option",
    edit: {
      file: plan,
      find: "  json-schema: generated/schemas\n",
      text: "  json-schema: { out: generated/schemas, pretty: true }\n",
    },
    at: "pretty",
    alone: "nothing is generated of a plan with the loader's errors",
  },
];

/** Mistakes with the generated files, one in each folder as far as they go. */
export const generatedMistakes: readonly Mistake[] = [
  {
    rule: "generated-edited",
    edit: { file: "generated/typescript/events/signed-in.ts", append: "export const edited = true;\n" },
    at: "export const edited = true;",
  },
  {
    rule: "generated-foreign",
    edit: { file: "generated/docs/sequences.md", whole: "Our own notes.\n" },
    and: {
      file: "generated/docs/.trackwright.json",
      find: '    "sequences.md": ',
      text: '    "sequence.md": ',
    },
    at: { file: "generated/docs/sequences.md" },
  },
  {
    rule: "generated-interrupted",
    edit: { file: "generated/schemas/.trackwright-stage/journal.json", append: "{}" },
    at: "generated/schemas",
  },
  {
    rule: "generated-missing",
    edit: { remove: "generated/typescript/people.ts" },
    at: { file: "generated/typescript/people.ts" },
  },
  {
    rule: "generated-orphan",
    edit: { file: "generated/typescript/events/cart-recovered.ts", append: "export {};\n" },
    and: {
      file: "generated/typescript/.trackwright.json",
      find: '  "files": {\n',
      text: '  "files": {\n    "events/cart-recovered.ts": "0000000000000000",\n',
    },
    at: { file: "generated/typescript/events/cart-recovered.ts" },
  },
  {
    rule: "generated-stale",
    edit: {
      file: "tracking-plan/consumers/checkout.yaml",
      find: "Ends when the order is paid",
      text: "Ends with the order",
    },
    at: { file: "generated/docs/consumers.md" },
  },
];
