// Keys of JSON Schema and of other tools' tracking plans, and how a plan says the same: key -> help.

const enumValues = 'The values of an enum stand under "enum" alone: "enum: [a, b]", without "type".';
const words = 'Words to find an event by go into "tags": "tags: [revenue]".';
const shared = 'Properties that several events have stand in a group: "include: [GROUP]".';
const payload = 'What is sent stands below "properties:".';
const system = 'The system that sends it is its "source: NAME", which the head declares under "sources:".';
const bound = (name: string): string =>
  `Write "${name}imum" for numbers, "${name}Length" for text, "${name}Items" for arrays.`;

/** Where something has properties of its own: events, groups, types, properties. */
const anywhere: ReadonlyMap<string, string> = new Map([
  ["required", 'A property is required unless its key ends in "?".'],
  ["optional", 'A property is optional where its key ends in "?".'],
  ["values", enumValues],
  ["options", enumValues],
  ["nullable", 'Where null may be sent, the type says so: "T | null".'],
  ["format", 'A format is a type of its own, such as "type: email".'],
  ["items", 'An array is written "T[]", such as "type: string[]".'],
  ["min", bound("min")],
  ["max", bound("max")],
  [
    "additionalProperties",
    'An object is closed unless it says "open: true", or "open: T" for the free keys.',
  ],
  ["anyOf", 'A union is written "A | B".'],
  ["oneOf", 'A union is written "A | B".'],
  ["allOf", "Put shared properties into a group, or list them in one type."],
  ["$ref", 'A named type is referred to by its name: "type: NAME".'],
  ["title", 'Say it in "description".'],
  ["comment", 'Say it in "description".'],
  ["fields", payload],
]);

const inEvents: ReadonlyMap<string, string> = new Map([
  ["type", 'The payload of an event is always an object: list what is in it below "properties:".'],
  ["name", "The name of an event is its key."],
  ["event", "The name of an event is its key."],
  ["params", payload],
  ["parameters", payload],
  ["payload", payload],
  ["schema", payload],
  ["rules", payload],
  ["data", payload],
  ["traits", "What is known of a person stands under people: attributes:."],
  ["user_properties", "What is known of a person stands under people: attributes:."],
  ["labels", words],
  ["category", words],
  ["extends", shared],
  ["inherits", shared],
  ["mixins", shared],
  ["platform", system],
  ["platforms", system],
  ["emitter", system],
  ["dedup_key", 'What makes an event the same is its "idempotency_key".'],
  ["dedupe_key", 'What makes an event the same is its "idempotency_key".'],
  ["message_id", 'What makes an event the same is its "idempotency_key".'],
  ["messageId", 'What makes an event the same is its "idempotency_key".'],
  ["trigger", 'Say in "description" when it is sent.'],
  ["triggers", 'Say in "description" when it is sent.'],
  ["when", 'Say in "description" when it is sent.'],
  ["version", "The plan has one version for all, in plan.yaml."],
  ["team", 'Who answers for it is its "owner".'],
]);

const inPeople: ReadonlyMap<string, string> = new Map([
  ["traits", 'They are called "attributes".'],
  ["properties", 'They are called "attributes".'],
]);

const sections: ReadonlyMap<string, string> = new Map([
  ["users", "What is known of people stands under people: attributes:."],
  ["traits", "What is known of people stands under people: attributes:."],
  ["attributes", "What is known of people stands under people: attributes:."],
  ["user_properties", "What is known of people stands under people: attributes:."],
  ["identify", "What is known of people stands under people: attributes:."],
  ["definitions", 'Named types stand under "types:".'],
  ["$defs", 'Named types stand under "types:".'],
  ["schemas", 'Named types stand under "types:".'],
  ["tracks", 'Events stand under "events:", each below its name.'],
  ["track", 'Events stand under "events:", each below its name.'],
  ["campaigns", 'Campaigns stand under "consumers:", each with "kind: campaign".'],
  ["segments", 'Segments stand under "consumers:", each with "kind: segment".'],
  ["properties", 'Properties that several events have stand under "groups:".'],
  ["accounts", 'What people belong to stands under "objects:".'],
]);

/** How the plan says what a key says elsewhere, in a place that takes these keys. */
export function foreignKey(key: string, known: readonly string[]): string | undefined {
  if (known.includes("idempotency_key")) return inEvents.get(key) ?? anywhere.get(key);
  if (known.includes("events")) return sections.get(key);
  if (known.includes("attributes")) return inPeople.get(key);
  return known.includes("properties") ? anywhere.get(key) : undefined;
}
