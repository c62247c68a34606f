// Makes a whole schema document: its identity, its root, and the named types that it uses.
import { compareText, type Located } from "../../diagnostics/diagnostic.js";
import type { NamedType, Plan, PlanEvent, Property } from "../../plan/plan.js";
import { shapesOf } from "../../plan/shapes.js";
import { generatedHeader } from "../generator.js";
import {
  addAnnotations,
  addDocumentation,
  addObject,
  definition,
  type Refer,
  type Schema,
} from "./type-schema.js";

/** A document before it is printed. */
export type SchemaDocument = {
  /** Relative to the target's folder. */
  readonly path: string;
  /** Adds what the document is about; tells `refer` each named type that it uses. */
  readonly addTo: (schema: Schema, refer: Refer) => void;
};

export type DocumentContext = {
  readonly header: string;
  readonly types: ReadonlyMap<string, NamedType>;
  /** What `$id` begins with; ends in `/`. */
  readonly base: string;
};

export function documentContext(plan: Plan, base: string): DocumentContext {
  return {
    header: generatedHeader(plan),
    types: new Map(plan.types.map((type) => [type.name.value, type])),
    base,
  };
}

/** The properties of an event: one closed object, or one for each of its shapes. */
export function eventDocument(path: string, event: PlanEvent): SchemaDocument {
  return {
    path,
    addTo: (schema, refer) => {
      schema.title = event.name.value;
      addDocumentation(schema, event);
      const shapes = shapesOf(event);
      const { open } = event;
      if (shapes.length < 2)
        addObject(schema, { properties: shapes[0]?.properties ?? [], open }, refer, false);
      else {
        schema.anyOf = shapes.map(({ sources, properties }) => {
          const shape: Schema = { title: `${event.name.value}, from ${sources.join(", ")}` };
          addObject(shape, { properties, open }, refer, false);
          return shape;
        });
      }
      addAnnotations(schema, { default: undefined, examples: event.examples });
    },
  };
}

/** The attributes of people or of an object. */
export function attributesDocument(
  path: string,
  title: string,
  holder: { readonly description: Located<string> | undefined; readonly attributes: readonly Property[] },
  allOptional = false,
): SchemaDocument {
  return {
    path,
    addTo: (schema, refer) => {
      schema.title = title;
      addDocumentation(schema, { description: holder.description, status: "active", deprecated: undefined });
      addObject(schema, { properties: holder.attributes, open: false }, refer, allOptional);
    },
  };
}

/** The text of a document. */
export function printDocument(document: SchemaDocument, context: DocumentContext): string {
  const waiting: string[] = [];
  const seen = new Set<string>();
  const refer = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    waiting.push(name);
  };
  const schema: Schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: context.base + document.path.split("/").map(encodeURIComponent).join("/"),
  };
  document.addTo(schema, refer);
  const definitions = new Map<string, Schema>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const named = context.types.get(name);
    if (named !== undefined) definitions.set(name, definition(named, refer));
  }
  if (definitions.size > 0) {
    const $defs: Schema = Object.create(null);
    for (const name of [...definitions.keys()].sort(compareText)) $defs[name] = definitions.get(name) ?? {};
    schema.$defs = $defs;
  }
  return printJson(context.header, schema);
}

/** A JSON object whose first line is the header. */
export function printJson(header: string, content: Schema): string {
  const body = JSON.stringify(content, undefined, 2).slice(1);
  return `{ "$comment": ${JSON.stringify(header)},${body}\n`;
}
