// Writes the plan's types as TypeScript types.
import type { Property, Type } from "../../plan/plan.js";
import type { Context } from "./context.js";
import { propertyDoc } from "./documentation.js";
import { choice, type Doc, group, groupOf, hardline, indent, join, line, print, softline } from "./layout.js";
import { propertyKey, scalarLiteral, stringLiteral } from "./source-text.js";
import { docComment } from "./tsdoc.js";

/** Records the named types that a module has to import. */
export type Imports = Set<string>;

/** How properties are written. */
export type ObjectStyle = {
  readonly open?: boolean | Type;
  /** Every property may be left out. */
  readonly partial?: boolean;
  /** Keys that the object must not have, so that a union of shapes tells them apart. */
  readonly absent?: readonly string[];
};

/** A type in the place of a value: `string`, `readonly LineItem[]`. */
export function typeDoc(type: Type, context: Context, imports: Imports): Doc {
  return unionDoc(members(type, context, imports));
}

/** `export type NAME = ...;`, without its comment. */
export function typeAlias(name: string, type: Doc): Doc {
  return [`export type ${name} = `, type, ";"];
}

/** The members of a union that a type is, none twice; one for any other type. */
function members(type: Type, context: Context, imports: Imports): readonly Doc[] {
  if (type.refines !== undefined) {
    const name = refinedName(type, type.refines, context, imports);
    if (name !== undefined) return [name];
  }
  switch (type.kind) {
    case "string":
    case "number":
    case "boolean":
    case "null":
      return [type.kind];
    case "any":
      return ["unknown"];
    case "enum":
      return distinct(type.values.map(({ value }) => scalarLiteral(value)));
    case "const":
      return [scalarLiteral(type.value)];
    case "array": {
      const items = members(type.items, context, imports);
      const [only] = items;
      if (only !== undefined && items.length === 1) {
        return [type.items.kind === "array" ? ["readonly (", only, ")[]"] : ["readonly ", only, "[]"]];
      }
      return [group("readonly (", indent(softline, unionLines(items)), softline, ")[]")];
    }
    case "object":
      return [objectDoc(type.properties, context, imports, { open: type.open })];
    case "union": {
      const inner: Imports = new Set();
      const all = distinct(type.members.flatMap((member) => members(member, context, inner)));
      if (all.includes("unknown")) return ["unknown"];
      for (const name of inner) imports.add(name);
      return all;
    }
    case "ref": {
      const name = context.typeName(type.name);
      if (name === undefined) return ["unknown"];
      imports.add(name);
      return [name];
    }
  }
}

/** A refined type is its named one where the constraints change nothing that TypeScript sees. */
function refinedName(type: Type, refines: string, context: Context, imports: Imports): string | undefined {
  const name = context.typeName(refines);
  const named = context.resolve({ kind: "ref", name: refines, span: type.span });
  if (name === undefined || named.kind !== type.kind || type.kind === "const" || type.kind === "enum") {
    return undefined;
  }
  imports.add(name);
  return name;
}

/** An object type with its properties' comments, a line each. */
export function objectDoc(
  properties: readonly Property[],
  context: Context,
  imports: Imports,
  { open = false, partial = false, absent = [] }: ObjectStyle = {},
): Doc {
  const rows: Doc[] = properties.map((property) => {
    const optional = partial || !property.required;
    const own = members(property.type, context, imports);
    const type = unionDoc(
      optional && !own.includes("unknown") ? [...own, ...absence(property.name.value)] : own,
    );
    const key = `${propertyKey(property.name.value)}${optional ? "?" : ""}: `;
    const row: Doc[] = [];
    for (const text of docComment(propertyDoc(property))) row.push(text, hardline);
    if (typeof type === "string") row.push(`${key}${type};`);
    else row.push(key, type, ";");
    return row;
  });
  for (const key of absent) rows.push([`${propertyKey(key)}?: `, unionDoc(absence(key)), ";"]);
  if (open !== false)
    rows.push(["[key: string]: ", freeValues(properties, open, partial, context, imports), ";"]);
  if (rows.length === 0) return "{ [key: string]: never }";
  const [first] = rows;
  if (properties.length === 0 && rows.length === 1 && first !== undefined) {
    return group("{", indent(line, print(first).replace(/;$/, "")), line, "}");
  }
  return ["{", indent(hardline, join(rows, hardline)), hardline, "}"];
}

/** What stands for a value that is left out: every object seems to have a `toString`, and that must pass. */
function absence(key: string): readonly Doc[] {
  return key in Object.prototype && key !== "__proto__"
    ? ["undefined", `object[${stringLiteral(key)}]`]
    : ["undefined"];
}

/** The type behind an index signature: TypeScript wants each declared property to fit it too. */
function freeValues(
  properties: readonly Property[],
  open: true | Type,
  partial: boolean,
  context: Context,
  imports: Imports,
): Doc {
  if (open === true) return "unknown";
  const inner: Imports = new Set();
  const all = [open, ...properties.map(({ type }) => type)].flatMap((type) => members(type, context, inner));
  const left = properties.filter(({ required }) => partial || !required);
  const types = distinct([...all, ...left.flatMap(({ name }) => absence(name.value))]);
  if (types.includes("unknown")) return "unknown";
  for (const name of inner) imports.add(name);
  return unionDoc(types);
}

function unionDoc(types: readonly Doc[]): Doc {
  const [first, second] = types;
  if (first === undefined) return "never";
  if (second === undefined) return first;
  // Formatters keep `{ ... } | null` on the line where it begins.
  if (types.length === 2 && types.includes("null") && types.some(isObjectDoc)) return join(types, " | ");
  const make = (): readonly Doc[] => [indent(softline, unionLines(types))];
  return types.every(isOneLine) ? groupOf(types.join(" | "), make) : group(...make());
}

function isOneLine(doc: Doc): doc is string {
  return typeof doc === "string" && !doc.includes("\n");
}

/** The members of a union; behind leading bars where they take a line each. */
export function unionLines(types: readonly Doc[]): Doc {
  return [
    choice("| ", ""),
    join(
      types.map((type) => indent(type)),
      [line, "| "],
    ),
  ];
}

function isObjectDoc(doc: Doc): boolean {
  return typeof doc !== "string" && print(doc).startsWith("{");
}

function distinct(docs: readonly Doc[]): readonly Doc[] {
  const seen = new Map<string, Doc>();
  for (const doc of docs) {
    const text = print(doc);
    if (!seen.has(text)) seen.set(text, doc);
  }
  return [...seen.values()];
}
