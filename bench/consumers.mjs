// Makes workspaces of any size for the benchmarks, as `trackwright consumers pull` would have written them: campaigns
// with four messages each, a segment for every fifth, snippets. The same count gives the same bytes, and no finding.
//
//   node bench/consumers.mjs CAMPAIGNS FOLDER      writes FOLDER/tracking-plan, and tells how to measure it
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** So many events start campaigns; a company has more campaigns than events. */
const eventCount = 60;
const messagesEach = 4;

const properties = [
  ["order_id", "string"],
  ["cart_value", "number"],
  ["currency", "currency"],
  ["placed_at", "timestamp"],
  ["payment", "enum(card, paypal, invoice)"],
  ["is_first", "boolean"],
  ["coupon?", "string"],
  ["note?", "string"],
  ["tracking_url?", "url"],
  ["items", "LineItem[]"],
];
const attributes = [
  ["email?", "email"],
  ["first_name?", "string"],
  ["last_name?", "string"],
  ["vip_tier?", "enum(bronze, silver, gold)"],
  ["order_count", "integer"],
  ["can_receive_email", "boolean"],
  ["last_order_at?", "timestamp"],
  ...Array.from({ length: 40 }, (_, index) => [`trait_${index}?`, "string"]),
];

/** Writes `folder`/tracking-plan with a plan and the pulled files of so many campaigns; tells how many of each. */
export function writeWorkspace(folder, campaigns) {
  const files = new Map([["plan.yaml", planYaml()]]);
  const segments = Math.ceil(campaigns / 5);
  for (let index = 0; index < segments; index++) segment(files, index);
  for (let index = 0; index < campaigns; index++) campaign(files, index, segments);
  for (const name of ["footer", "header", "greeting"]) snippet(files, name);
  for (const [path, text] of files) {
    const target = join(folder, "tracking-plan", path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  const paths = [...files.keys()];
  const bytes = [...files]
    .filter(([path]) => path.endsWith(".liquid"))
    .reduce((sum, [, text]) => sum + text.length, 0);
  return { campaigns, segments, templates: paths.filter((path) => path.endsWith(".liquid")).length, bytes };
}

function planYaml() {
  const events = Array.from({ length: eventCount }, (_, index) =>
    [
      `  ${eventName(index)}:`,
      `    description: Step ${index} of what people do.`,
      "    owner: team",
      "    source: backend",
      "    timestamp: placed_at",
      "    properties:",
      ...properties.map(
        ([name, type]) => `      ${name}: { type: "${type}", description: The ${name} of it. }`,
      ),
    ].join("\n"),
  );
  return `trackwright: 1
name: synthetic-workspace
version: 1.0.0
owners: [team@acme.example]
naming: { events: Title Case, properties: snake_case, attributes: snake_case }
sources: { backend: { kind: server } }
types:
  LineItem:
    description: One line of an order.
    properties:
      sku: { type: string, description: The article. }
      name: { type: string, description: What the shop calls it. }
      quantity: { type: integer, description: How many. }
      price: { type: number, description: The price of one. }
      image_url?: { type: url, description: A picture. }
events:
${events.join("\n")}
people:
  attributes:
${attributes.map(([name, type]) => `    ${name}: { type: "${type}", description: The ${name} of a person. }`).join("\n")}
`;
}

function eventName(index) {
  const words = [
    "Alpha",
    "Bravo",
    "Charlie",
    "Delta",
    "Echo",
    "Foxtrot",
    "Golf",
    "Hotel",
    "India",
    "Juliett",
  ];
  const objects = ["Order", "Parcel", "Invoice", "Basket", "Voucher", "Contract"];
  return `${words[index % words.length]} ${objects[Math.floor(index / words.length) % objects.length]} Placed`;
}

function segmentName(index) {
  return `Segment ${index}`;
}

function segment(files, index) {
  const conditions = {
    and: [
      {
        event: {
          filters: { and: [{ field: "cart_value", inverse: false, operator: "gt", value: String(index) }] },
          inverse: false,
          name: eventName(index % eventCount),
          times: 1 + (index % 4),
          type: "event",
          within: 86_400 * (1 + (index % 30)),
        },
      },
      {
        or: [
          { attribute: { field: "vip_tier", operator: "eq", value: "gold" } },
          { attribute: { field: `trait_${index % 40}`, operator: "exists" } },
        ],
      },
    ],
  };
  put(files, `segment-${1000 + index}`, {
    kind: "segment",
    id: String(1000 + index),
    name: segmentName(index),
    conditions,
  });
}

function campaign(files, index, segments) {
  const id = String(index + 1);
  const stem = `campaign-${id}-campaign-${index}`;
  const messages = Array.from({ length: messagesEach }, (_, step) => {
    const path = `templates/${stem}/${index * 10 + step}-message-${step}.liquid`;
    files.set(`consumers/${path}`, template(index, step));
    return {
      id: String(index * 10 + step),
      name: `Message ${step}`,
      type: step === 3 ? "twilio" : "email",
      templates: [path],
    };
  });
  put(files, stem, {
    kind: "campaign",
    id,
    name: `Campaign ${index}`,
    description: "Brings people back.",
    state: ["active", "active", "draft", "stopped"][index % 4],
    triggers: [{ event: eventName(index % eventCount) }],
    filters:
      index % 3 === 0
        ? [{ segment: segmentName(index % segments), id: String(1000 + (index % segments)) }]
        : undefined,
    messages,
  });
}

function snippet(files, name) {
  const path = `templates/snippet-${name}.liquid`;
  put(files, `snippet-${name}`, { kind: "snippet", name, template: path });
  files.set(`consumers/${path}`, `<p>${name} for {{ customer.first_name | default: "you" }}</p>\n`);
}

function put(files, stem, facts) {
  const document = { $comment: "Synthetic.", trackwright: 1, ...facts };
  files.set(`consumers/${stem}.json`, `${JSON.stringify(document, undefined, 2)}\n`);
}

/** About 3 KB of what emails are made of; a text message for every fourth. */
function template(index, step) {
  if (step === 3)
    return `Your order of {{ event.currency }} {{ event.cart_value }} is on its way, {{ customer.first_name | default: "friend" }}.\n`;
  const rows = Array.from(
    { length: 12 },
    (_, row) =>
      `<tr style="border-collapse:collapse"><td style="padding:8px 12px;font-family:Arial,sans-serif;color:#334">Row ${row} of message ${step}, campaign ${index}</td><td>{{ customer.trait_${(index + row) % 40} | default: "nothing" }}</td></tr>`,
  );
  return `Subject: {{ customer.first_name | default: "Hello" }}, your order {{ event.order_id }}
Preheader: {{ event.items[0].name }}{% if event.items.size > 1 %} and {{ event.items.size | minus: 1 }} more{% endif %}

<!doctype html><html><body style="margin:0;background:#f4f4f4">
{{ snippets["header"] }}
<table width="600" cellpadding="0" cellspacing="0" role="presentation">
{% for item in event.items %}
<tr>{% if item.image_url %}<td><img src="{{ item.image_url }}" alt="{{ item.name }}" width="80"></td>{% endif %}
<td>{{ item.quantity }} x {{ item.name }}</td><td>{{ event.currency }} {{ item.price | times: item.quantity }}</td></tr>
{% endfor %}
${rows.join("\n")}
</table>
{% if event.coupon %}<p>You used {{ event.coupon | upcase }}.</p>{% endif %}
{% case event.payment %}{% when "card" %}By card{% when "paypal" %}By PayPal{% else %}By invoice{% endcase %}
{% assign total = event.cart_value | times: 1.2 | round: 2 %}
{% if event.cart_value >= 40 and customer.can_receive_email %}Shipping is on us: {{ total }}{% else %}Shipping is 4.90{% endif %}
{% unless event.is_first %}Welcome back. You have ordered {{ customer.order_count }} times{% if customer.last_order_at %}, last on {{ customer.last_order_at | date: "%B %-d" }}{% endif %}.{% endunless %}
{{ snippets["footer"] }}
<a href="{% unsubscribe_url %}">Unsubscribe</a>
</body></html>
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [count, folder] = process.argv.slice(2);
  if (!(Number(count) > 0) || folder === undefined) {
    console.error("usage: node bench/consumers.mjs CAMPAIGNS FOLDER");
    process.exit(2);
  }
  const { campaigns, segments, templates, bytes } = writeWorkspace(folder, Number(count));
  console.log(
    `${campaigns} campaigns, ${segments} segments, ${templates} templates of ${(bytes / 1024 / 1024).toFixed(1)} MB`,
  );
  console.log(`Measure: cd ${folder} && trackwright lint --only consumers --no-cache`);
}
