// People and the objects they belong to: located tree -> model.
import type { Located } from "../diagnostics/diagnostic.js";
import { compareText } from "../diagnostics/diagnostic.js";
import type { Context } from "./context.js";
import type { People, PlanObject, Property } from "./plan.js";
import { readIdType, type TypeReader } from "./read-type.js";
import { checkMinorUnits } from "./read-unit.js";
import type { Entry, TreeNode } from "./tree.js";

/** Reads every `people` section; an attribute that stands in two of them is a finding. */
export function readPeople(context: Context, types: TypeReader, sections: readonly TreeNode[]): People {
  const attributes = new Map<string, Property>();
  let description: Located<string> | undefined;
  for (const section of sections) {
    const fields = context.fields(
      section,
      '"people"',
      ["description", "attributes"],
      'Write "attributes:" and below it one attribute a line.',
    );
    const text = context.text(fields?.get("description"), '"description"');
    if (text !== undefined && description !== undefined) {
      context.error("duplicate-definition", text.span, "The description of people is given twice.", {
        related: [{ message: "first here", span: description.span }],
      });
    }
    description ??= text;
    const entry = fields?.get("attributes");
    if (entry === undefined) continue;
    for (const attribute of types.properties(entry.value, '"attributes"')) {
      const first = attributes.get(attribute.name.value);
      if (first === undefined) attributes.set(attribute.name.value, attribute);
      else {
        context.error(
          "duplicate-definition",
          attribute.name.span,
          `The attribute "${attribute.name.value}" is defined twice.`,
          {
            related: [{ message: "first here", span: first.name.span }],
            property: attribute.name.value,
          },
        );
      }
    }
  }
  const sorted = [...attributes.values()].toSorted((a, b) => compareText(a.name.value, b.name.value));
  checkMinorUnits(context, sorted);
  return { description, attributes: sorted };
}

const objectKeys = ["description", "id", "type", "attributes", "relationship"];

export function readObject(context: Context, types: TypeReader, entry: Entry): PlanObject | undefined {
  const name = entry.key.text;
  const fields = context.fields(
    entry.value,
    `the object "${name}"`,
    objectKeys,
    "Write its id and attributes below it.",
  );
  if (fields === undefined) return undefined;
  context.missing(fields, "id", entry.key.span, `The object "${name}" has no "id".`, {
    help: 'Name the property that carries its identifier: "id: account_id".',
  });
  const attributes = fields.get("attributes");
  const relationship = fields.get("relationship");
  const id = context.name(fields.get("id"), '"id"');
  if (id === undefined) return undefined;
  return {
    name: { value: name, span: entry.key.span },
    span: entry.span,
    description: context.text(fields.get("description"), '"description"'),
    id,
    idType: readIdType(types, fields.get("type"), id.span),
    attributes: attributes === undefined ? [] : types.properties(attributes.value, '"attributes"'),
    relationship: relationship === undefined ? [] : types.properties(relationship.value, '"relationship"'),
  };
}
