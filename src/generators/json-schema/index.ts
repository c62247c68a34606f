// The target "json-schema": one document an event, people and objects, and an index that finds them by name.
import { Collector } from "../../diagnostics/collector.js";
import type { Diagnostic, Located } from "../../diagnostics/diagnostic.js";
import type { Plan } from "../../plan/plan.js";
import { type Generator, generatedHeader, type OptionValues, type OutputFile } from "../generator.js";
import { allocate, kebabSlug } from "../names.js";
import {
  attributesDocument,
  documentContext,
  eventDocument,
  printDocument,
  printJson,
  type SchemaDocument,
} from "./document.js";
import type { Schema } from "./type-schema.js";

/** JSON Schema 2020-12; compiles in ajv's strict mode without formats or plugins. */
export const jsonSchema: Generator = {
  id: "json-schema",
  summary: "JSON Schema 2020-12: one document an event, people, objects, and an index",
  folder: "generated/schemas",
  options: {
    base: {
      type: "string",
      default: undefined,
      description:
        'The URL that each $id begins with, such as "https://schemas.acme.example/". Without it, the plan\'s name.',
    },
  },
  generate,
};

/** A document that the index lists under its name in the plan. */
type Entry = {
  readonly section: "events" | "objects" | "relationships";
  readonly label: string;
  readonly name: Located<string>;
  readonly document: SchemaDocument;
};

const indexPath = "index.json";
const peoplePath = "people.schema.json";
const peopleUpdatePath = "people-update.schema.json";

function generate(
  plan: Plan,
  options: OptionValues,
): { readonly files: readonly OutputFile[]; readonly diagnostics: readonly Diagnostic[] } {
  const found = new Collector("plan");
  const context = documentContext(plan, identifierBase(plan, options.base, found));

  const entries = entriesOf(plan);
  const { granted, diagnostics } = allocate(
    jsonSchema.id,
    entries.map((entry) => ({
      owner: entry,
      label: entry.label,
      span: entry.name.span,
      identifiers: [],
      files: [entry.document.path],
    })),
    { files: [indexPath, peoplePath, peopleUpdatePath] },
  );
  const documents = entries.filter((entry) => granted.has(entry));

  const sections: Record<Entry["section"], Schema> = {
    events: Object.create(null),
    objects: Object.create(null),
    relationships: Object.create(null),
  };
  for (const { section, name, document } of documents) sections[section][name.value] = document.path;
  const index: Schema = {
    events: sections.events,
    people: peoplePath,
    peopleUpdate: peopleUpdatePath,
    ...(plan.objects.length > 0 ? { objects: sections.objects, relationships: sections.relationships } : {}),
  };

  const people = { description: plan.people.description, attributes: plan.people.attributes };
  const all = [
    ...documents.map((entry) => entry.document),
    attributesDocument(peoplePath, "People", people),
    attributesDocument(peopleUpdatePath, "People, any subset of the attributes", people, true),
  ];
  return {
    files: [
      { path: indexPath, content: printJson(generatedHeader(plan), index) },
      ...all.map((document) => ({ path: document.path, content: printDocument(document, context) })),
    ],
    diagnostics: [...found.diagnostics, ...diagnostics],
  };
}

function entriesOf(plan: Plan): readonly Entry[] {
  const entries: Entry[] = [];
  for (const event of plan.events) {
    if (event.status === "retired") continue;
    const path = `events/${kebabSlug(event.name.value)}.schema.json`;
    entries.push({
      section: "events",
      label: `event "${event.name.value}"`,
      name: event.name,
      document: eventDocument(path, event),
    });
  }
  for (const object of plan.objects) {
    const name = object.name.value;
    const slug = kebabSlug(name);
    entries.push({
      section: "objects",
      label: `object "${name}"`,
      name: object.name,
      document: attributesDocument(`objects/${slug}.schema.json`, name, object),
    });
    entries.push({
      section: "relationships",
      label: `relationship of object "${name}"`,
      name: object.name,
      document: attributesDocument(
        `relationships/${slug}.schema.json`,
        `${name}: relationship with a person`,
        {
          description: undefined,
          attributes: object.relationship,
        },
      ),
    });
  }
  return entries;
}

/** What each `$id` begins with, ending in `/`. A `base` that can't be that is a finding. */
function identifierBase(plan: Plan, base: OptionValues[string], found: Collector): string {
  const own = `${encodeURIComponent(kebabSlug(plan.name.value))}/`;
  if (typeof base !== "string") return own;
  const url = URL.canParse(base) ? new URL(base) : undefined;
  if (url !== undefined && url.hash === "" && url.search === "" && !/[?#]/.test(base)) {
    return base.endsWith("/") ? base : `${base}/`;
  }
  const target = plan.targets.find((one) => one.name.value === jsonSchema.id);
  const option = target?.options.find((one) => one.name.value === "base");
  found.error(
    "invalid-value",
    option?.value.span ?? target?.name.span ?? plan.name.span,
    `"base" of the target "json-schema" is "${base}", which is not an absolute URL without query and fragment.`,
    { help: 'Write it like "https://schemas.acme.example/".' },
  );
  return own;
}
