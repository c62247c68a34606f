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
  switch (type.kind) {
    case "string":
      return stringSchema(type);
    case "number":
      return numberSchema(type);
    case "boolean":
      return { type: "boolean" };
    case "null":
      return { type: "null" };
    case "any":
      return {};
    case "enum":
      return enumSchema(type);
    case "const":
      return { const: type.value };
    case "array":
      return arraySchema(type, refer);
    case "object":
      return objectSchema(type, refer);
    case "union":
      return { anyOf: type.members.map((member) => typeSchema(member, refer)) };
    case "ref":
      refer(type.name);
      return { $ref: `#/$defs/${pointerSegment(type.name)}` };
  }
}

/** A property's value: its type, and what the plan says about it. */
export function propertySchema(property: Property, refer: Refer): Schema {
  const schema = typeSchema(property.type, refer);
  const { $comment, ...rest } = schema;
  const remarks = [
    $comment,
    unitRemark(property),
    property.pii ? "Personal data." : undefined,
    property.person ? "The identifier of another person." : undefined,
  ].filter((remark) => remark !== undefined);
  return {
    ...documentation(property),
    ...(remarks.length > 0 ? { $comment: remarks.join(" ") } : {}),
    ...rest,
    ...annotations(property),
  };
}

/** An entry of `$defs`. */
export function definition(named: NamedType, refer: Refer): Schema {
  const { $comment, ...rest } = typeSchema(named.type, refer);
  const remarks = [$comment, unitRemark(named), named.pii ? "Personal data." : undefined].filter(
    (remark) => remark !== undefined,
  );
  return {
    title: named.name.value,
    ...documentation(named),
    ...(remarks.length > 0 ? { $comment: remarks.join(" ") } : {}),
    ...rest,
    ...annotations(named),
  };
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

/** An object with these properties, without the retired ones; `open` says what other keys may hold. */
export function objectSchema(
  object: Pick<ObjectType, "properties" | "open">,
  refer: Refer,
  allOptional = false,
): Schema {
  // Without a prototype, so that any name can be a key.
  const properties: Schema = Object.create(null);
  const patternProperties: Schema = Object.create(null);
  const required: string[] = [];
  const present: Schema[] = [];
  for (const property of object.properties) {
    if (property.status === "retired") continue;
    const name = property.name.value;
    const needed = property.required && !allOptional;
    if (inheritedNames.has(name)) {
      patternProperties[`^${name}$`] = propertySchema(property, refer);
      // "Not every key differs from NAME": the one form of `required` that walks the keys.
      if (needed) present.push({ not: { propertyNames: { not: { const: name } } } });
    } else {
      properties[name] = propertySchema(property, refer);
      if (needed) required.push(name);
    }
  }
  return {
    type: "object",
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
    ...(Object.keys(patternProperties).length > 0 ? { patternProperties } : {}),
    ...(required.length > 0 ? { required } : {}),
    ...(present.length > 0 ? { allOf: present } : {}),
    additionalProperties: typeof object.open === "boolean" ? object.open : typeSchema(object.open, refer),
  };
}

function stringSchema(type: StringType): Schema {
  const patterns = [
    ...(type.format === undefined ? [] : [formatPatterns[type.format]]),
    ...(type.patterns ?? []).map(javascriptPattern),
  ];
  return {
    ...(type.format === undefined ? {} : { $comment: `${capitalized(formatNames[type.format])}.` }),
    type: "string",
    ...defined({ minLength: type.minLength, maxLength: type.maxLength }),
    ...oneOrAllOf("pattern", patterns),
  };
}

function numberSchema(type: NumberType): Schema {
  const bounds = type.timestamp
    ? {
        minimum: Math.max(type.minimum ?? timestampMinimum, timestampMinimum),
        maximum: Math.min(type.maximum ?? timestampMaximum, timestampMaximum),
      }
    : { minimum: type.minimum, maximum: type.maximum };
  return {
    ...(type.timestamp ? { $comment: "Unix seconds." } : {}),
    type: type.integer ? "integer" : "number",
    ...defined({
      ...bounds,
      exclusiveMinimum: type.exclusiveMinimum,
      exclusiveMaximum: type.exclusiveMaximum,
    }),
    ...oneOrAllOf("multipleOf", type.multipleOf ?? []),
  };
}

function enumSchema(type: EnumType): Schema {
  const described = type.values.filter((value) => value.description !== undefined);
  return {
    ...(described.length > 0
      ? {
          $comment: described
            .map((one) => `${String(one.value)}: ${one.description?.value ?? ""}`)
            .join("\n"),
        }
      : {}),
    enum: type.values.map(({ value }) => value),
  };
}

function arraySchema(type: ArrayType, refer: Refer): Schema {
  return {
    type: "array",
    items: typeSchema(type.items, refer),
    ...defined({ minItems: type.minItems, maxItems: type.maxItems }),
    ...(type.uniqueItems === true ? { uniqueItems: true } : {}),
  };
}

/** A keyword can stand once in a schema; several of its kind are a conjunction. */
function oneOrAllOf(keyword: string, values: readonly Json[]): Schema {
  const [first] = values;
  if (first === undefined) return {};
  return values.length === 1
    ? { [keyword]: first }
    : { allOf: values.map((value) => ({ [keyword]: value })) };
}

function defined(keywords: { readonly [keyword: string]: number | undefined }): Schema {
  const schema: Schema = {};
  for (const keyword in keywords) {
    const value = keywords[keyword];
    if (value !== undefined) schema[keyword] = value;
  }
  return schema;
}

type Documented = Pick<
  NamedType,
  "description" | "deprecated" | "status" | "default" | "examples" | "unit" | "pii"
>;

/** What comes before the constraints. */
export function documentation(item: Pick<Documented, "description" | "deprecated" | "status">): Schema {
  const text = [item.description?.value.trim(), deprecationText(item)].filter(
    (part) => part !== undefined && part !== "",
  );
  return {
    ...(text.length > 0 ? { description: text.join("\n\n") } : {}),
    ...(item.status === "deprecated" ? { deprecated: true } : {}),
  };
}

/** What comes after the constraints. */
export function annotations(item: Pick<Documented, "default" | "examples">): Schema {
  return {
    ...(item.default === undefined ? {} : { default: sortedJson(item.default.value) }),
    ...(item.examples.length > 0 ? { examples: item.examples.map(({ value }) => sortedJson(value)) } : {}),
  };
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
