// Makes plans of any size for the benchmarks: the same count gives the same bytes. Events have eight typed and
// described properties and lie in files of twenty, as a large company's would.
//
//   node bench/synthetic-plan.mjs COUNT FOLDER     writes FOLDER/tracking-plan
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// No two words of a list are near each other, so that names stay clear of the rules for look-alikes.
const areas = words(
  "Billing Catalog Checkout Warehouse Support Marketing Loyalty Returns Payments Onboarding Security Reporting Partner Wholesale Mobile Studio Community Delivery Subscription Workspace",
);
const objects = words(
  "Invoice Basket Voucher Parcel Ticket Campaign Reward Refund Transfer Profile Password Dashboard Contract Quote Device Template Review Courier Bundle Member Address Gift Survey Waitlist Notebook",
);
const actions = words(
  "Created Viewed Approved Rejected Archived Shared Exported Imported Renamed Scheduled Paused Completed Failed Expired Duplicated Printed Flagged Assigned Merged Restored",
);

/** Beside the object's own identifier and the time: six of these, other ones for each event. */
const pool = [
  ["amount", { type: "number", minimum: 0 }, "The amount in major units of the currency."],
  ["currency", { type: "currency" }, "The currency that amounts are in."],
  ["quantity", { type: "integer", minimum: 1 }, "How many units it was about."],
  [
    "channel",
    { type: "enum", values: ["web", "ios", "android", "email", "phone_call"] },
    "Where it came from.",
  ],
  ["is_first", { type: "boolean" }, "Whether it is the first of its kind for this person."],
  ["tier", { type: "enum", values: ["bronze", "silver", "gold"] }, "The tier of the account at that time."],
  ["coupon", { type: "string", maxLength: 40 }, "The code that was entered, as it was typed.", "optional"],
  ["labels", { type: "string[]" }, "The labels that it carried, in the order shown."],
  ["page_url", { type: "url" }, "The address of the page.", "optional"],
  ["country", { type: "country" }, "The country that the person is in."],
  ["due_at", { type: "timestamp" }, "When it is due.", "optional"],
  ["score", { type: "number", minimum: 0, maximum: 100 }, "The score that was given, from 0 to 100."],
  ["locale", { type: "string", minLength: 2 }, "The language and region that was shown."],
  ["experiment", { type: "string" }, "The experiment and the variant.", "optional"],
  ["seat_count", { type: "integer", minimum: 1 }, "The seats of the account."],
  ["is_trial", { type: "boolean" }, "Whether the account is on a trial."],
];

/** The events as data: name, file and properties. */
export function syntheticEvents(count) {
  const most = areas.length * objects.length * actions.length;
  if (!(count > 0 && count <= most))
    throw new Error(`between 1 and ${most} events can be made, not ${count}`);
  return Array.from({ length: count }, (_, index) => {
    const action = actions[index % actions.length];
    const object = objects[Math.floor(index / actions.length) % objects.length];
    const area = areas[Math.floor(index / (actions.length * objects.length))];
    const id = `${object.toLowerCase()}_id`;
    return {
      name: `${area} ${object} ${action}`,
      file: `events/${area.toLowerCase()}/${object.toLowerCase()}.yaml`,
      area: area.toLowerCase(),
      description: `${article(object)} of ${area.toLowerCase()} was ${action.toLowerCase()}.`,
      id,
      properties: [
        [id, { type: "uuid" }, `The ${object.toLowerCase()} that it is about.`],
        ["occurred_at", { type: "timestamp" }, "When it happened."],
        ...Array.from(
          { length: 6 },
          (_, nth) => pool[(index * 5 + nth * 3 + Math.floor(index / 7)) % pool.length],
        ),
      ].map(([name, type, text, optional]) => ({
        name,
        type,
        description: text,
        required: optional === undefined,
      })),
    };
  });
}

/**
 * Writes `folder`/tracking-plan with the events in files of twenty. All targets are generated; without `validators`,
 * TypeScript is what other tools generate: types and functions alone. With `examples`, each event carries one, and a
 * property that all events share and declare as text.
 */
export function writePlan(folder, count, { validators = true, examples = false } = {}) {
  const files = new Map([["plan.yaml", headYaml(validators)]]);
  for (const [index, event] of syntheticEvents(count).entries()) {
    const yaml = eventYaml(event) + (examples ? examplesYaml(event, index) : "");
    files.set(event.file, (files.get(event.file) ?? "events:\n") + yaml);
  }
  for (const [path, text] of files) {
    const target = join(folder, "tracking-plan", path);
    mkdirSync(join(target, ".."), { recursive: true });
    writeFileSync(target, text);
  }
}

/** The same events in the format that Segment Typewriter caches as plan.json. */
export function segmentPlan(count) {
  return {
    id: "tp_synthetic",
    name: "synthetic",
    description: "",
    slug: "synthetic",
    createdAt: "2026-01-01T00:00:00.000Z",
    updatedAt: "2026-01-01T00:00:00.000Z",
    rules: syntheticEvents(count).map((event) => ({
      key: event.name,
      type: "TRACK",
      version: 1,
      jsonSchema: {
        $schema: "http://json-schema.org/draft-07/schema#",
        type: "object",
        description: event.description,
        properties: {
          properties: {
            type: "object",
            properties: Object.fromEntries(
              event.properties.map((one) => [
                one.name,
                { description: one.description, ...jsonSchema(one.type) },
              ]),
            ),
            required: event.properties.filter((one) => one.required).map((one) => one.name),
            additionalProperties: false,
          },
        },
      },
    })),
  };
}

const headYaml = (validators) => `trackwright: 1
name: synthetic
version: 1.0.0
description: A plan of the benchmarks.
owners: [platform@synthetic.example]

naming:
  events: Title Case
  properties: snake_case
  attributes: snake_case

identity:
  primary: id
  type: uuid
  also: [email]
  anonymous: anonymous_id
  merge: on-identify

sources:
  backend: { kind: server, language: go, paths: ["services/**/*.go"] }

destination: customerio

generate:
  typescript: ${validators ? "generated/typescript" : "{ out: generated/typescript, validators: false }"}
  json-schema: generated/schemas
  markdown: generated/docs

people:
  attributes:
    email?: { type: email, pii: true, description: Where messages go., source: backend }
`;

function eventYaml(event) {
  const lines = [
    `  ${event.name}:`,
    `    description: ${event.description}`,
    `    owner: ${event.area}`,
    "    source: backend",
    "    identity: known",
    `    idempotency_key: ${event.id}`,
    "    timestamp: occurred_at",
    "    properties:",
  ];
  for (const property of event.properties) {
    const { type, values, ...constraints } = property.type;
    const expression =
      type === "enum" ? `"enum(${values.join(", ")})"` : type.endsWith("[]") ? `"${type}"` : type;
    const members = Object.entries(constraints).map(([name, value]) => `, ${name}: ${value}`);
    const key = property.required ? property.name : `${property.name}?`;
    const text = property.description.includes(",") ? `"${property.description}"` : property.description;
    lines.push(`      ${key}: { type: ${expression}${members.join("")}, description: ${text} }`);
  }
  return `${lines.join("\n")}\n`;
}

/** Comes after the properties, so that it can add the one that is shared. */
function examplesYaml(event, index) {
  const members = event.properties.map(({ name, type }) => `${name}: ${exampleOf(type)}`);
  return [
    "      request_label: { type: string, description: The request that it came with. }",
    "    examples:",
    `      - { ${members.join(", ")}, request_label: checkout ${index} }`,
    "",
  ].join("\n");
}

function exampleOf({ type, values, minimum = 0 }) {
  const plain = {
    uuid: "6f1c2f6e-0d2b-4f5e-9a57-2d9f0a1b3c4d",
    currency: "EUR",
    country: "DE",
    url: '"https://shop.example/cart"',
    timestamp: 1767225600,
    boolean: true,
    string: "spring",
    "string[]": "[new, sale]",
  };
  return type === "enum" ? values[0] : (plain[type] ?? minimum + 1);
}

function jsonSchema({ type, values, ...constraints }) {
  const plain = {
    uuid: "string",
    currency: "string",
    country: "string",
    url: "string",
    timestamp: "integer",
  };
  if (type === "enum") return { type: "string", enum: values };
  if (type === "string[]") return { type: "array", items: { type: "string" } };
  return { type: plain[type] ?? type, ...constraints };
}

function article(noun) {
  return `${/^[AEIOU]/.test(noun) ? "An" : "A"} ${noun.toLowerCase()}`;
}

function words(text) {
  return text.split(" ");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [count, folder] = process.argv.slice(2);
  if (folder === undefined) {
    console.error("usage: node bench/synthetic-plan.mjs COUNT FOLDER");
    process.exit(2);
  }
  writePlan(folder, Number(count));
}
