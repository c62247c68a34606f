// Types and properties, and what they say about themselves: located tree -> model.
import { compareText, type Located, type Span } from "../diagnostics/diagnostic.js";
import { builtInType } from "./built-in-types.js";
import { mismatches } from "./conforms.js";
import { ConstantReader } from "./constant-reader.js";
import { ConstraintReader } from "./constraint-reader.js";
import { constraintNames, isConstraintName, type Lookup } from "./constraints.js";
import type { Context, Fields } from "./context.js";
import { described, undocumented } from "./documented.js";
import { ExpressionReader } from "./expression-reader.js";
import type { Documented, Property, Type } from "./plan.js";
import { PropertyKeys } from "./property-key.js";
import { readLifecycle } from "./read-lifecycle.js";
import { checkMinorUnits, readUnit } from "./read-unit.js";
import { type Entry, isEmpty, type MapNode, scalarValue, type TreeNode } from "./tree.js";
import { capital } from "./yaml-text.js";

const documentedKeys = ["description", "examples", "default", "pii", "unit", "status", "deprecated"] as const;
const typeKeys = [
  "type",
  "properties",
  "open",
  "enum",
  "const",
  ...constraintNames,
  ...documentedKeys,
] as const;
const propertyKeys = [...typeKeys, "source", "person", "owner"] as const;

/** A type with all that stands beside it; `fields` where there is more than the common form has. */
type Definition = {
  readonly type: Type;
  readonly fields: Fields | undefined;
  readonly documented: Documented;
};

/** Reads types; resolves names through `lookup`. Lives for one load. */
export class TypeReader {
  readonly #context: Context;
  readonly #lookup: Lookup;
  readonly #expressions: ExpressionReader;
  readonly #constants: ConstantReader;
  readonly #constraints: ConstraintReader;
  readonly #keys = new PropertyKeys();

  constructor(context: Context, lookup: Lookup) {
    this.#context = context;
    this.#lookup = lookup;
    this.#expressions = new ExpressionReader(context, lookup);
    this.#constants = new ConstantReader(context, lookup, this.#expressions);
    this.#constraints = new ConstraintReader(context, lookup, this.#expressions);
  }

  /** A type expression. */
  expression(node: TreeNode, what: string): Type {
    return this.#expressions.expression(node, what);
  }

  /** True where a part of the type could not be read, so that nothing can be said of it. */
  isUnread(type: Type): boolean {
    return this.#expressions.isUnread(type);
  }

  /** The properties of a mapping `name: type`, sorted by name. */
  properties(node: TreeNode, what: string): readonly Property[] {
    const entries = this.#context.entries(
      node,
      what,
      'Write one property a line: "name: type".',
      ({ text }) => this.#keys.of(text).name,
    );
    if (entries === undefined) return [];
    const properties: Property[] = [];
    for (const entry of entries) {
      const property = this.#property(entry);
      if (property !== undefined) properties.push(property);
    }
    return properties.sort((a, b) => compareText(a.name.value, b.name.value));
  }

  #property(entry: Entry): Property | undefined {
    const { key } = entry;
    const { name, required, what, isPlain } = this.#keys.of(key.text);
    if (!isPlain && !this.#context.isName(name, key.span, "property")) return undefined;
    const { type, fields, documented } = this.#definition(entry.value, what, propertyKeys, key.span);
    // Field by field: a spread of this many makes an object that is slow to read ever after.
    return {
      name: { value: name, span: key.span },
      span: entry.span,
      required,
      type,
      description: documented.description,
      examples: documented.examples,
      default: documented.default,
      pii: documented.pii,
      unit: documented.unit,
      status: documented.status,
      deprecated: documented.deprecated,
      sources: fields === undefined ? noSources : this.#sources(fields.get("source")),
      person: this.#context.boolean(fields?.get("person"), '"person"') ?? false,
      owner: this.#context.text(fields?.get("owner"), '"owner"'),
      origin: ownOrigin,
    };
  }

  #sources(entry: Entry | undefined): readonly Located<string>[] {
    const named = this.#context.nameList(entry, '"source"');
    return named.length === 0 ? named : named.filter((name) => this.#context.reference("source", name, ""));
  }

  /** The entry of a named type. */
  namedType(entry: Entry): Documented & { readonly type: Type } {
    const { type, documented } = this.#definition(
      entry.value,
      `the type "${entry.key.text}"`,
      typeKeys,
      entry.key.span,
    );
    return { ...documented, type };
  }

  /** A type in its short form (an expression) or its long one (a mapping), with all that stands beside it. */
  #definition(node: TreeNode, what: string, keys: readonly string[], at: Span): Definition {
    if (isEmpty(node)) {
      this.#context.error("missing-key", at, `${capital(what)} has no type.`, {
        help: 'Write one behind the colon, such as "string".',
      });
      return { type: this.#expressions.unread(at), fields: undefined, documented: undocumented };
    }
    if (node.kind !== "map")
      return { type: this.#expressions.expression(node, what), fields: undefined, documented: undocumented };
    const common = this.#commonForm(node, what);
    if (common !== undefined) return common;
    if (this.#bareExpression(node, what))
      return { type: this.#expressions.unread(node.span), fields: undefined, documented: undocumented };
    const before = this.#context.collector.size;
    const fields = this.#context.fields(node, what, keys, 'Write "name: type".');
    if (fields === undefined)
      return { type: this.#expressions.unread(node.span), fields, documented: undocumented };
    const type = this.#longForm(node, fields, what, this.#context.collector.size > before);
    return { type, fields, documented: this.#documented(fields, what, type) };
  }

  /**
   * `{ type: T, description: … }`, with bounds or without, which most properties of a plan are: read without a look
   * for all other keys.
   */
  #commonForm({ entries }: MapNode, what: string): Definition | undefined {
    let typeEntry: Entry | undefined;
    let description: Entry | undefined;
    let bounds: Map<string, Entry> | undefined;
    for (const entry of entries) {
      const key = entry.key.text;
      if (key === "type" && typeEntry === undefined) typeEntry = entry;
      else if (key === "description" && description === undefined) description = entry;
      else if (isConstraintName(key) && bounds?.has(key) !== true) {
        bounds ??= new Map();
        bounds.set(key, entry);
      } else return undefined;
    }
    if (typeEntry === undefined) return undefined;
    const type = this.#expressions.expression(typeEntry.value, what);
    return {
      type: bounds === undefined ? type : this.#constraints.apply(type, this.#constraints.read(bounds), what),
      fields: undefined,
      documented: described(this.#context.text(description, '"description"')),
    };
  }

  /** `{ enum(a, b) }`: an expression in braces is a mapping with odd keys to YAML. */
  #bareExpression(node: MapNode, what: string): boolean {
    const first = node.entries[0];
    if (first === undefined || !isEmpty(first.value) || !/^(?:enum|map)?\(/.test(first.key.text))
      return false;
    const inner = this.#context.source(node.span).replace(/^\{\s*|\s*\}$/g, "");
    this.#context.error(
      "invalid-type",
      node.span,
      `${capital(what)} has a type in braces, which YAML takes for a mapping.`,
      {
        help: `Write it without braces: ${inner}`,
      },
    );
    return true;
  }

  #longForm(node: TreeNode, fields: Fields, what: string, doubtful: boolean): Type {
    const typeEntry = fields.get("type");
    const forms = ["type", "properties", "enum", "const"].filter((key) => fields.has(key));
    let type: Type;
    if (fields.has("properties")) {
      if (typeEntry !== undefined) {
        this.#context.error(
          "invalid-type",
          typeEntry.span,
          `${capital(what)} has both "type" and "properties".`,
          {
            help: '"properties" says already that it is an object: leave out "type".',
          },
        );
      }
      type = this.#object(node.span, fields, what);
    } else if (typeEntry !== undefined && this.#isForeignForm(typeEntry, fields, doubtful))
      type = this.#expressions.unread(node.span);
    else if (typeEntry !== undefined) type = this.#expressions.expression(typeEntry.value, what);
    else if (fields.has("enum"))
      type = this.#constants.enumeration(fields.get("enum"), what) ?? this.#expressions.unread(node.span);
    else if (fields.has("const"))
      type = this.#constants.typeOf(fields.get("const")?.value) ?? this.#expressions.unread(node.span);
    else {
      // An unknown key above is most likely the misspelled "type".
      if (!doubtful) {
        this.#context.error("missing-key", node.span, `${capital(what)} has no type.`, {
          help: 'Say "type", or "properties" for an object, "enum" for fixed values, "const" for one.',
        });
      }
      return this.#expressions.unread(node.span);
    }
    if (fields.has("open") && !fields.has("properties")) {
      this.#context.error(
        "invalid-type",
        fields.get("open")?.span ?? node.span,
        `"open" stands beside "properties" only.`,
        {
          help: 'An object with free keys is "object", one with values of a type T "map(T)".',
        },
      );
    }
    if (forms.includes("enum") && typeEntry !== undefined)
      type = this.#constants.enumerationOf(type, fields.get("enum"), what);
    const constraints = this.#constraints.read(fields);
    const constrained = this.#constraints.apply(type, constraints, what);
    const constEntry = fields.get("const");
    return constEntry === undefined
      ? constrained
      : this.#constants.constant(
          constEntry,
          forms.length > 1 || constraints.length > 0 ? constrained : undefined,
          what,
        );
  }

  /** `{ type: enum, values: [a, b] }` and `{ type: array, items: T }`: the key beside the type says what to write. */
  #isForeignForm({ value, span }: Entry, fields: Fields, doubtful: boolean): boolean {
    const word = value.kind === "scalar" ? value.text : "";
    if (doubtful && ["enum", "array", "list"].includes(word)) return true;
    if (word !== "enum" || !fields.has("enum")) return false;
    this.#context.error("invalid-type", span, '"enum" is no type of its own.', {
      help: 'Leave out "type": the values under "enum" say it.',
    });
    return true;
  }

  #object(span: Span, fields: Fields, what: string): Type {
    const entry = fields.get("properties");
    const properties = entry === undefined ? [] : this.properties(entry.value, `"properties" of ${what}`);
    checkMinorUnits(this.#context, properties);
    return { kind: "object", span, properties, open: this.open(fields.get("open"), what) };
  }

  /** `open: true`, or `open: TYPE` for what the free keys hold. */
  open(entry: Entry | undefined, what: string): boolean | Type {
    if (entry === undefined) return false;
    if (entry.value.kind === "scalar") {
      const value = scalarValue(entry.value);
      if (typeof value === "boolean") return value;
    }
    return this.#expressions.expression(entry.value, `"open" of ${what}`);
  }

  #documented(fields: Fields, what: string, type: Type): Documented {
    const examples = fields.get("examples");
    const fallback = fields.get("default");
    const before = this.#context.collector.size;
    const defaultValue = fallback === undefined ? undefined : this.#context.json(fallback.value);
    const mismatch =
      defaultValue === undefined || this.#expressions.isUnread(type) || this.#context.collector.size > before
        ? undefined
        : mismatches(defaultValue.value, type, this.#lookup)[0];
    if (mismatch !== undefined && defaultValue !== undefined) {
      this.#context.error("contradiction", defaultValue.span, `The default of ${what} ${mismatch.message}.`);
    }
    return {
      description: this.#context.text(fields.get("description"), '"description"'),
      examples:
        examples === undefined
          ? undocumented.examples
          : this.#context.items(examples.value, '"examples"').map((item) => this.#context.json(item)),
      default: defaultValue,
      // What says `pii: yes` means it, and is told so already.
      pii: this.#context.boolean(fields.get("pii"), '"pii"') ?? fields.has("pii"),
      unit: readUnit(this.#context, fields.get("unit")),
      ...readLifecycle(this.#context, fields, what),
    };
  }
}

const noSources: Property["sources"] = [];
const ownOrigin = { kind: "own" } as const;

/** The type of an identifier that a section names with `type:`; text where it says none. */
export function readIdType(types: TypeReader, entry: Entry | undefined, span: Span): Type {
  const fallback = builtInType("string", span) ?? { kind: "any", span };
  return entry === undefined || isEmpty(entry.value)
    ? fallback
    : types.expression(entry.value, "the identifier");
}
