// Turns a type of the plan into a JSON Schema 2020-12 that ajv compiles in strict mode with nothing registered.
import { formatNames, formatPatterns, timestampMaximum, timestampMinimum } from "../../plan/formats.js";
import { javascriptPattern } from "../../plan/patterns.js";
import type {
  ArrayType,
  EnumType,
  Json,
  NamedType,
  NumberType,
  ObjectType,
  Property,
  StringType,
  Type,
} from "../../plan/plan.js";
import { deprecationText } from "../deprecation-text.js";
import { sortedJson } from "../sorted-json.js";

/** A schema, or a part of one, as it is printed. */
export type Schema = { [keyword: string]: Json };

/** Is told the name of each named type that a schema refers to. */
export type Refer = (typeName: string) => void;

/** What `type` says, without the documentation of the property or named type that it belongs to. */
export function typeSchema(type: Type, refer: Refer): Schema {
  const schema: Schema = {};
  const comment = typeComment(type);
  if (comment !== undefined) schema.$comment = comment;
  addType(schema, type, refer);
  return schema;
}

/** What a type says to people alone. */
function typeComment(type: Type): string | undefined {
  switch (type.kind) {
    case "string":
      return type.format === undefined ? undefined : `${capitalized(formatNames[type.format])}.`;
    case "number":
      return type.timestamp ? "Unix seconds." : undefined;
    case "enum":
      return enumComment(type);
    default:
      return undefined;
  }
}

/** Adds what a type says, but for its comment. Key by key: there are very many schemas, and spreads take long. */
function addType(schema: Schema, type: Type, refer: Refer): void {
  switch (type.kind) {
    case "string":
      addString(schema, type);
      break;
    case "number":
      addNumber(schema, type);
      break;
    case "boolean":
    case "null":
      schema.type = type.kind;
      break;
    case "any":
      break;
    case "enum":
      schema.enum = type.values.map(({ value }) => value);
      break;
    case "const":
      schema.const = type.value;
      break;
    case "array":
      addArray(schema, type, refer);
      break;
    case "object":
      addObject(schema, type, refer, false);
      break;
    case "union":
      schema.anyOf = type.members.map((member) => typeSchema(member, refer));
      break;
    case "ref":
      refer(type.name);
      schema.$ref = `#/$defs/${pointerSegment(type.name)}`;
      break;
  }
}

/** A property's value: its type, and what the plan says about it. */
function propertySchema(property: Property, refer: Refer): Schema {
  const schema: Schema = {};
  addDocumentation(schema, property);
  addTypeAndRemarks(
    schema,
    property,
    refer,
    property.person ? "The identifier of another person." : undefined,
  );
  addAnnotations(schema, property);
  return schema;
}

/** An entry of `$defs`. */
export function definition(named: NamedType, refer: Refer): Schema {
  const schema: Schema = { title: named.name.value };
  addDocumentation(schema, named);
  addTypeAndRemarks(schema, named, refer, undefined);
  addAnnotations(schema, named);
  return schema;
}

function addTypeAndRemarks(
  schema: Schema,
  item: Pick<Documented, "unit" | "pii"> & { readonly type: Type },
  refer: Refer,
  last: string | undefined,
): void {
  let remarks = typeComment(item.type);
  const add = (remark: string | undefined): void => {
    if (remark !== undefined) remarks = remarks === undefined ? remark : `${remarks} ${remark}`;
  };
  add(unitRemark(item));
  if (item.pii) add("Personal data.");
  add(last);
  if (remarks !== undefined) schema.$comment = remarks;
  addType(schema, item.type, refer);
}

/**
 * What `Object.prototype` holds. Validators in JavaScript look a property up by `data.NAME`, so under
 * `properties` and `required` these names seem to be there when they are not (and ajv drops `__proto__`).
 */
const inheritedNames: ReadonlySet<string> = new Set([
  "__defineGetter__",
  "__defineSetter__",
  "__lookupGetter__",
  "__lookupSetter__",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "toString",
  "valueOf",
]);

/** Adds an object with these properties, without the retired ones; `open` says what other keys may hold. */
export function addObject(
  schema: Schema,
  object: Pick<ObjectType, "properties" | "open">,
  refer: Refer,
  allOptional: boolean,
): void {
  // Without a prototype, so that any name can be a key.
  let properties: Schema | undefined;
  let patternProperties: Schema | undefined;
  const required: string[] = [];
  const present: Schema[] = [];
  for (const property of object.properties) {
    if (property.status === "retired") continue;
    const name = property.name.value;
    const needed = property.required && !allOptional;
    if (inheritedNames.has(name)) {
      patternProperties ??= noKeys();
      patternProperties[`^${name}$`] = propertySchema(property, refer);
      // "Not every key differs from NAME": the one form of `required` that walks the keys.
      if (needed) present.push({ not: { propertyNames: { not: { const: name } } } });
    } else {
      properties ??= noKeys();
      properties[name] = propertySchema(property, refer);
      if (needed) required.push(name);
    }
  }
  schema.type = "object";
  if (properties !== undefined) schema.properties = properties;
  if (patternProperties !== undefined) schema.patternProperties = patternProperties;
  if (required.length > 0) schema.required = required;
  if (present.length > 0) schema.allOf = present;
  schema.additionalProperties =
    typeof object.open === "boolean" ? object.open : typeSchema(object.open, refer);
}

function noKeys(): Schema {
  return Object.create(null);
}

function addString(schema: Schema, { format, minLength, maxLength, patterns }: StringType): void {
  schema.type = "string";
  if (minLength !== undefined) schema.minLength = minLength;
  if (maxLength !== undefined) schema.maxLength = maxLength;
  if (patterns === undefined) {
    if (format !== undefined) schema.pattern = formatPatterns[format];
    return;
  }
  const own = patterns.map(javascriptPattern);
  addOneOrAllOf(schema, "pattern", format === undefined ? own : [formatPatterns[format], ...own]);
}

function addNumber(schema: Schema, type: NumberType): void {
  const { timestamp, integer, exclusiveMinimum, exclusiveMaximum, multipleOf } = type;
  const minimum = timestamp ? Math.max(type.minimum ?? timestampMinimum, timestampMinimum) : type.minimum;
  const maximum = timestamp ? Math.min(type.maximum ?? timestampMaximum, timestampMaximum) : type.maximum;
  schema.type = integer ? "integer" : "number";
  if (minimum !== undefined) schema.minimum = minimum;
  if (maximum !== undefined) schema.maximum = maximum;
  if (exclusiveMinimum !== undefined) schema.exclusiveMinimum = exclusiveMinimum;
  if (exclusiveMaximum !== undefined) schema.exclusiveMaximum = exclusiveMaximum;
  if (multipleOf !== undefined) addOneOrAllOf(schema, "multipleOf", multipleOf);
}

function enumComment({ values }: EnumType): string | undefined {
  const described = values.filter((value) => value.description !== undefined);
  return described.length === 0
    ? undefined
    : described.map((one) => `${String(one.value)}: ${one.description?.value ?? ""}`).join("\n");
}

function addArray(schema: Schema, { items, minItems, maxItems, uniqueItems }: ArrayType, refer: Refer): void {
  schema.type = "array";
  schema.items = typeSchema(items, refer);
  if (minItems !== undefined) schema.minItems = minItems;
  if (maxItems !== undefined) schema.maxItems = maxItems;
  if (uniqueItems === true) schema.uniqueItems = true;
}

/** A keyword can stand once in a schema; several of its kind are a conjunction. */
function addOneOrAllOf(schema: Schema, keyword: string, values: readonly Json[]): void {
  const [first] = values;
  if (first === undefined) return;
  if (values.length === 1) schema[keyword] = first;
  else schema.allOf = values.map((value) => ({ [keyword]: value }));
}

type Documented = Pick<
  NamedType,
  "description" | "deprecated" | "status" | "default" | "examples" | "unit" | "pii"
>;

/** Adds what comes before the constraints. */
export function addDocumentation(
  schema: Schema,
  item: Pick<Documented, "description" | "deprecated" | "status">,
): void {
  const description = item.description?.value.trim() ?? "";
  const deprecation = deprecationText(item) ?? "";
  const text =
    description === "" || deprecation === "" ? description + deprecation : `${description}\n\n${deprecation}`;
  if (text !== "") schema.description = text;
  if (item.status === "deprecated") schema.deprecated = true;
}

/** Adds what comes after the constraints. */
export function addAnnotations(schema: Schema, item: Pick<Documented, "default" | "examples">): void {
  if (item.default !== undefined) schema.default = sortedJson(item.default.value);
  if (item.examples.length > 0) schema.examples = item.examples.map(({ value }) => sortedJson(value));
}

function unitRemark(item: Pick<Documented, "unit">): string | undefined {
  if (item.unit === undefined) return undefined;
  const unit = item.unit.value;
  return "text" in unit ? `Unit: ${unit.text}.` : `In minor units of the currency in "${unit.minor}".`;
}

/** A name as a segment of a JSON Pointer in a URI's fragment. */
function pointerSegment(name: string): string {
  return encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"));
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
