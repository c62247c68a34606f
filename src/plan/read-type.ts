// Types, properties and what they say about themselves: located tree -> model.

import type { Located, Span } from "../diagnostics/diagnostic.js";
import { compareText } from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import { mismatches } from "./conforms.js";
import {
  bindsKind,
  type Constraint,
  type ConstraintName,
  constrain,
  constraintNames,
  contradiction,
  fits,
  type Lookup,
  lengthConstraints,
  numberConstraints,
} from "./constraints.js";
import { type Context, capital, type Fields } from "./context.js";
import {
  type ConstType,
  type Documented,
  type EnumType,
  type EnumValue,
  type Property,
  type Scalar,
  type StringFormat,
  statuses,
  stringFormats,
  type Type,
} from "./plan.js";
import { readDeprecation } from "./read-lifecycle.js";
import { patternIsSound } from "./read-pattern.js";
import {
  describeNode,
  type Entry,
  isEmpty,
  type ScalarNode,
  scalarValue,
  shorten,
  type TreeNode,
} from "./tree.js";
import { parseTypeExpression, type TypeExpression } from "./type-expression.js";

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

export const builtInTypes: readonly string[] = [
  "string",
  "integer",
  "number",
  "boolean",
  "object",
  "any",
  "null",
  "timestamp",
  ...stringFormats,
];

/** What other languages call the built-in types. */
const synonyms: ReadonlyMap<string, string> = new Map(
  Object.entries({
    int: "integer",
    int32: "integer",
    int64: "integer",
    long: "integer",
    bigint: "integer",
    float: "number",
    float64: "number",
    double: "number",
    decimal: "number",
    numeric: "number",
    bool: "boolean",
    str: "string",
    text: "string",
    varchar: "string",
    char: "string",
    datetimestamp: "timestamp",
    unix: "timestamp",
    epoch: "timestamp",
    time: "timestamp",
    "date-time": "datetime",
    uri: "url",
    link: "url",
    guid: "uuid",
    json: "any",
    unknown: "any",
    mixed: "any",
    nil: "null",
    none: "null",
    undefined: "null",
    array: "T[]",
    list: "T[]",
    dict: "map(T)",
    record: "map(T)",
    hash: "map(T)",
  }),
);

/** Reads types; resolves names through `lookup`. Lives for one load. */
export class TypeReader {
  readonly #context: Context;
  readonly #lookup: Lookup;

  constructor(context: Context, lookup: Lookup) {
    this.#context = context;
    this.#lookup = lookup;
  }

  /** The properties of a mapping `name: type`, sorted by name. */
  properties(node: TreeNode, what: string): readonly Property[] {
    const entries = this.#context.entries(node, what, 'Write one property a line: "name: type".');
    if (entries === undefined) return [];
    return this.#context
      .unique(entries, (key) => key.text.replace(/\?$/, ""))
      .flatMap((entry) => this.#property(entry) ?? [])
      .toSorted((a, b) => compareText(a.name.value, b.name.value));
  }

  #property(entry: Entry): Property | undefined {
    const { key } = entry;
    const optional = key.text.endsWith("?");
    const name = optional ? key.text.slice(0, -1) : key.text;
    if (!this.#context.isName(name, key.span, "property")) return undefined;
    const what = `the property "${shorten(name)}"`;
    const { type, fields, documented } = this.definition(entry.value, what, propertyKeys, key.span);
    // Field by field: a spread of this many makes an object that is slow to read ever after.
    return {
      name: { value: name, span: key.span },
      span: entry.span,
      required: !optional,
      type,
      description: documented.description,
      examples: documented.examples,
      default: documented.default,
      pii: documented.pii,
      unit: documented.unit,
      status: documented.status,
      deprecated: documented.deprecated,
      sources: this.#sources(fields?.get("source")),
      person: this.#context.boolean(fields?.get("person"), '"person"') ?? false,
      owner: this.#context.text(fields?.get("owner"), '"owner"'),
      origin: ownOrigin,
    };
  }

  #sources(entry: Entry | undefined): readonly Located<string>[] {
    return this.#context
      .nameList(entry, '"source"')
      .filter((name) => this.#context.reference("source", name, ""));
  }

  /** The entry of a named type. */
  namedType(entry: Entry): Documented & { readonly type: Type } {
    const { type, documented } = this.definition(
      entry.value,
      `the type "${entry.key.text}"`,
      typeKeys,
      entry.key.span,
    );
    return { ...documented, type };
  }

  /** A type in its short form (an expression) or its long one (a mapping), with all that stands beside it. */
  definition(
    node: TreeNode,
    what: string,
    keys: readonly string[],
    at: Span,
  ): { type: Type; fields: Fields | undefined; documented: Documented } {
    if (isEmpty(node)) {
      this.#context.error("missing-key", at, `${capital(what)} has no type.`, {
        help: 'Write one behind the colon, such as "string".',
      });
      return { type: this.#any(at), fields: undefined, documented: undocumented };
    }
    if (node.kind !== "map")
      return { type: this.expression(node, what), fields: undefined, documented: undocumented };
    if (this.#bareExpression(node, what))
      return { type: this.#any(node.span), fields: undefined, documented: undocumented };
    const before = this.#context.collector.size;
    const fields = this.#context.fields(node, what, keys, 'Write "name: type".');
    if (fields === undefined) return { type: this.#any(node.span), fields, documented: undocumented };
    const type = this.#longForm(node, fields, what, this.#context.collector.size > before);
    return { type, fields, documented: this.#documented(fields, what, type) };
  }

  /** `{ enum(a, b) }`: an expression in braces is a mapping with odd keys to YAML. */
  #bareExpression(node: Extract<TreeNode, { kind: "map" }>, what: string): boolean {
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
    } else if (typeEntry !== undefined) type = this.expression(typeEntry.value, what);
    else if (fields.has("enum")) type = this.#enum(fields.get("enum"), what) ?? this.#any(node.span);
    else if (fields.has("const"))
      type = this.#typeOfConst(fields.get("const")?.value) ?? this.#any(node.span);
    else {
      // An unknown key above is most likely the misspelled "type".
      if (!doubtful) {
        this.#context.error("missing-key", node.span, `${capital(what)} has no type.`, {
          help: 'Say "type", or "properties" for an object, "enum" for fixed values, "const" for one.',
        });
      }
      return this.#any(node.span);
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
      type = this.#enumOf(type, fields.get("enum"), what);
    const constraints = this.#constraints(fields);
    const constrained = this.#constrained(type, constraints, what);
    const constEntry = fields.get("const");
    return constEntry === undefined
      ? constrained
      : this.#const(constEntry, forms.length > 1 || constraints.length > 0 ? constrained : undefined, what);
  }

  /** The type that a constant alone implies: what constraints beside it are held to. */
  #typeOfConst(node: TreeNode | undefined): Type | undefined {
    if (node?.kind !== "scalar" || isEmpty(node)) return undefined;
    const { span } = node;
    const value = scalarValue(node);
    switch (typeof value) {
      case "string":
        return { kind: "string", span };
      case "number":
        return { kind: "number", integer: false, timestamp: false, span };
      case "boolean":
        return { kind: "boolean", span };
      default:
        return { kind: "null", span };
    }
  }

  #object(span: Span, fields: Fields, what: string): Type {
    const entry = fields.get("properties");
    const properties = entry === undefined ? [] : this.properties(entry.value, `"properties" of ${what}`);
    this.minorUnits(properties);
    return { kind: "object", span, properties, open: this.open(fields.get("open"), what) };
  }

  /** `open: true`, or `open: TYPE` for what the free keys hold. */
  open(entry: Entry | undefined, what: string): boolean | Type {
    if (entry === undefined) return false;
    if (entry.value.kind === "scalar") {
      const value = scalarValue(entry.value);
      if (typeof value === "boolean") return value;
    }
    return this.expression(entry.value, `"open" of ${what}`);
  }

  /** Units such as `{ minor: currency }` name a property beside them. */
  minorUnits(properties: readonly Property[]): void {
    for (const { unit } of properties) {
      if (unit === undefined || !("minor" in unit.value)) continue;
      const { minor } = unit.value;
      if (properties.some((property) => property.name.value === minor)) continue;
      const names = properties.map((property) => property.name.value);
      const nearest = didYouMean(minor, names);
      this.#context.error(
        "unknown-reference",
        unit.span,
        `There is no property "${minor}" beside this one that names the currency.${nearest === undefined ? "" : ` Did you mean "${nearest}"?`}`,
      );
    }
  }

  // --- Constraints, constants, enums --------------------------------------------------------------------------

  #constraints(fields: Fields): readonly Constraint[] {
    const constraints: Constraint[] = [];
    for (const name of constraintNames) {
      const entry = fields.get(name);
      if (entry === undefined) continue;
      const value = this.#constraintValue(name, entry);
      if (value !== undefined) constraints.push({ name, value: { value, span: entry.span } });
    }
    return constraints;
  }

  #constraintValue(name: ConstraintName, entry: Entry): number | string | boolean | undefined {
    if (name === "uniqueItems") return this.#context.boolean(entry, '"uniqueItems"');
    if (name === "pattern") return this.#pattern(entry);
    const whole = lengthConstraints.some((length) => length === name);
    const value = this.#context.number(entry, `"${name}"`, whole);
    if (name === "multipleOf" && value !== undefined && value <= 0) {
      this.#context.error("invalid-value", entry.value.span, '"multipleOf" must be above 0.');
      return undefined;
    }
    return value;
  }

  #pattern(entry: Entry): string | undefined {
    const node = entry.value;
    if (node.kind !== "scalar") {
      const written = this.#context.source(node.span);
      this.#context.error("invalid-value", node.span, `"pattern" must be text, not ${describeNode(node)}.`, {
        help: `Quote it with single quotes: '${written.replaceAll("'", "''")}'.`,
      });
      return undefined;
    }
    if (!isEmpty(node) && typeof scalarValue(node) !== "string")
      return this.#context.text(entry, '"pattern"')?.value;
    return patternIsSound(this.#context, node) ? node.text : undefined;
  }

  #constrained(type: Type, constraints: readonly Constraint[], what: string): Type {
    if (type.kind === "any" && type.span.start === type.span.end) return type;
    for (const { name, value } of constraints) {
      if (fits(name, type, this.#lookup) || this.isUnread(type)) continue;
      const binds = bindsKind(name);
      const article = binds === "array" ? "an array" : binds === "number" ? "a number" : "text";
      this.#context.error("invalid-type", value.span, `"${name}" binds ${article}, and ${what} is none.`, {
        help:
          type.kind === "array" && numberConstraints.some((number) => number === name)
            ? "To bind the items, declare a named type for them."
            : `Remove "${name}", or change the type.`,
      });
    }
    const constrained = constrain(type, constraints, this.#lookup);
    const reason = contradiction(constrained);
    const last = constraints.at(-1);
    if (reason !== undefined && last !== undefined) {
      this.#context.error("contradiction", last.value.span, `No value can be ${what}: ${reason}.`);
    }
    return constrained;
  }

  /** True where a part of the type could not be read or looked up (yet), so that nothing can be said of it. */
  isUnread(type: Type, seen: Set<string> = new Set()): boolean {
    if (type.kind === "union") return type.members.some((member) => this.isUnread(member, seen));
    if (type.kind !== "ref") return type.kind === "any" && this.#mistaken.has(type);
    if (seen.has(type.name)) return false;
    const target = this.#lookup(type.name);
    return target === undefined || this.isUnread(target, seen.add(type.name));
  }

  /** Types that stand for something that could not be read. */
  readonly #mistaken = new Set<Type>();

  #any(span: Span): Type {
    const type: Type = { kind: "any", span };
    this.#mistaken.add(type);
    return type;
  }

  #const(entry: Entry, type: Type | undefined, what: string): Type {
    const node = entry.value;
    const scalar = node.kind === "scalar" && !isEmpty(node) ? this.#exactScalar(node) : undefined;
    if (scalar === undefined) {
      if (node.kind !== "scalar" || isEmpty(node)) {
        this.#context.error(
          "invalid-value",
          node.span,
          `"const" must be one text, number, boolean or null, not ${describeNode(node)}.`,
        );
      }
      return type ?? this.#any(node.span);
    }
    const constant: ConstType = { kind: "const", span: node.span, value: scalar.value };
    const mismatch =
      type === undefined || this.isUnread(type) ? undefined : mismatches(scalar.value, type, this.#lookup)[0];
    if (mismatch !== undefined) {
      this.#context.error(
        "contradiction",
        entry.value.span,
        `The const ${JSON.stringify(scalar.value)} ${mismatch.message}.`,
        {
          help:
            typeof scalar.value === "string"
              ? `Change it, or the type of ${what}.`
              : `Quote it if it is text: "${node.kind === "scalar" ? node.text : ""}".`,
        },
      );
    }
    return constant;
  }

  /** A scalar whose digits are its value: `1.0` and `012` are not what they look like. */
  #exactScalar(node: ScalarNode): { readonly value: Scalar } | undefined {
    const value = scalarValue(node);
    if (typeof value !== "number") return { value };
    if (!this.#context.exactNumber(node)) return undefined;
    if (String(value) === node.text.replace(/^\+/, "")) return { value };
    this.#context.error("invalid-value", node.span, `${node.text} is the number ${value} to YAML.`, {
      help: `Write ${value}, or "${node.text}" for text.`,
    });
    return undefined;
  }

  #enum(entry: Entry | undefined, what: string): EnumType | undefined {
    if (entry === undefined) return undefined;
    const node = entry.value;
    const values: EnumValue[] = [];
    const add = (value: EnumValue): void => {
      if (values.some((known) => known.value === value.value)) {
        this.#context.error(
          "invalid-value",
          value.span,
          `${JSON.stringify(value.value)} stands twice in the enum.`,
        );
      } else values.push(value);
    };
    if (node.kind === "map") {
      // `enum: { bronze: First tier. }`: a description per value.
      for (const item of this.#context.unique(node.entries, (key) => key.text)) {
        const description = isEmpty(item.value)
          ? undefined
          : this.#context.text(item, "the description of a value");
        add({ value: item.key.text, span: item.key.span, description });
      }
    } else if (node.kind === "list") {
      for (const item of node.items) {
        const value = this.#enumValue(item);
        if (value !== undefined) add(value);
      }
    } else {
      this.#context.error(
        "invalid-value",
        node.span,
        `"enum" of ${what} must be a list, not ${describeNode(node)}.`,
        {
          help: 'Write "enum: [a, b]", or "type: enum(a, b)".',
        },
      );
      return undefined;
    }
    if (values.length === 0) {
      if (node.kind === "map" || node.items.length === 0)
        this.#context.error("invalid-value", node.span, `"enum" of ${what} has no values.`);
      return undefined;
    }
    return { kind: "enum", span: node.span, values };
  }

  #enumValue(node: TreeNode): EnumValue | undefined {
    if (node.kind === "map") {
      const fields = this.#context.fields(
        node,
        "a value of the enum",
        ["value", "description"],
        "Write { value: a, description: … }.",
      );
      const entry = fields?.get("value");
      if (fields !== undefined) {
        this.#context.missing(
          fields,
          "value",
          node.span,
          'A value of the enum says what it is under "value".',
        );
      }
      const value = entry === undefined ? undefined : this.#enumValue(entry.value);
      return value === undefined
        ? undefined
        : {
            ...value,
            description: this.#context.text(fields?.get("description"), "the description of a value"),
          };
    }
    if (node.kind === "list") {
      this.#context.error("invalid-value", node.span, "A value of the enum can't be a list.");
      return undefined;
    }
    const scalar = this.#exactScalar(node);
    if (scalar === undefined) return undefined;
    if (typeof scalar.value === "boolean") {
      this.#context.error(
        "invalid-value",
        node.span,
        `An enum holds text, numbers and null; ${node.text} is a boolean to YAML.`,
        {
          help: `Quote it if it is text: "${node.text}". For true and false alone the type is "boolean".`,
        },
      );
      return undefined;
    }
    return { value: scalar.value, span: node.span, description: undefined };
  }

  #enumOf(type: Type, entry: Entry | undefined, what: string): Type {
    const values = this.#enum(entry, what);
    if (values === undefined) return type;
    for (const value of values.values) {
      const mismatch = this.isUnread(type) ? undefined : mismatches(value.value, type, this.#lookup)[0];
      if (mismatch !== undefined)
        this.#context.error(
          "contradiction",
          value.span,
          `The enum's value ${JSON.stringify(value.value)} ${mismatch.message}.`,
        );
    }
    return values;
  }

  // --- Expressions --------------------------------------------------------------------------------------------

  /** A type expression. */
  expression(node: TreeNode, what: string): Type {
    if (node.kind !== "scalar" || isEmpty(node)) {
      const list =
        node.kind === "list"
          ? node.items.flatMap((item) => (item.kind === "scalar" ? [item.text || "null"] : []))
          : [];
      this.#context.error(
        "invalid-type",
        node.span,
        `The type of ${what.replace(/^the type of /, "")} must be text, not ${describeNode(node)}.`,
        {
          help:
            list.length > 1
              ? `A union is written "${list.join(" | ")}".`
              : list.length === 1
                ? `An array is written "${list[0]}[]".`
                : "Write an expression such as string, LineItem[] or string | null.",
        },
      );
      return this.#any(node.span);
    }
    if (this.#context.isCut(node)) return this.#any(node.span);
    const parsed = parseTypeExpression(node.text);
    if (parsed.error !== undefined) {
      const { start, end, message, help } = parsed.error;
      this.#context.error(
        "invalid-type",
        this.#within(node, start, end),
        message,
        help === undefined ? {} : { help },
      );
      return this.#any(node.span);
    }
    return this.#resolve(parsed.type, node);
  }

  #resolve(expression: TypeExpression, node: ScalarNode): Type {
    const span = this.#within(node, expression.start, expression.end);
    switch (expression.kind) {
      case "array":
        return { kind: "array", span, items: this.#resolve(expression.items, node) };
      case "map":
        return { kind: "object", span, properties: [], open: this.#resolve(expression.values, node) };
      case "enum": {
        const values = expression.values.map(({ value, start, end }) => ({
          value,
          span: this.#within(node, start, end),
          description: undefined,
        }));
        return { kind: "enum", span, values };
      }
      case "union": {
        const members = expression.members
          .map((member) => this.#resolve(member, node))
          .flatMap((member) => (member.kind === "union" ? member.members : [member]));
        this.#repeated(members);
        return { kind: "union", span, members };
      }
      case "name":
        return this.#named(expression.name, span);
    }
  }

  #repeated(members: readonly Type[]): void {
    const seen = new Set<string>();
    for (const member of members) {
      const text = this.#context.source(member.span);
      if (seen.has(text))
        this.#context.error("invalid-type", member.span, `"${text}" stands twice in the union.`);
      seen.add(text);
    }
  }

  #named(name: string, span: Span): Type {
    const builtIn = builtInType(name, span);
    if (builtIn !== undefined) return builtIn;
    if (this.#context.names.type.has(name)) return { kind: "ref", name, span };
    if (this.#context.unread.type.has(name) || this.#context.unknown.has("type")) return this.#any(span);
    const declared = this.#context.names.type;
    const nearest = synonyms.get(name.toLowerCase()) ?? this.#context.nearest(name, declared, builtInTypes);
    const place = nearest === undefined ? undefined : declared.get(nearest);
    const group = this.#context.names.group.has(name);
    this.#context.error(
      "unknown-reference",
      span,
      `There is no type "${shorten(name)}".${nearest === undefined || group ? "" : ` Did you mean "${nearest}"?`}`,
      {
        help: group
          ? `"${name}" is a group: an event takes its properties with "include: [${name}]".`
          : `Built-in: ${builtInTypes.join(", ")}.${declared.size === 0 ? "" : ` Declared: ${this.#context.firstNames("type")}.`}`,
        ...(place === undefined ? {} : { related: [{ message: "declared here", span: place }] }),
        ...(nearest === undefined || /[[(]/.test(nearest)
          ? {}
          : { fixes: [{ title: `change to "${nearest}"`, safe: false, edits: [{ span, text: nearest }] }] }),
      },
    );
    return this.#any(span);
  }

  /** The range of a part of a scalar's text; the whole scalar where escapes or folding part text and source. */
  #within(node: ScalarNode, start: number, end: number): Span {
    const source = this.#context.source(node.span);
    const inset = source === node.text ? 0 : source.slice(1, -1) === node.text ? 1 : undefined;
    if (inset === undefined || (start === end && start === 0 && node.text === "")) return node.span;
    return {
      file: node.span.file,
      start: node.span.start + inset + start,
      end: node.span.start + inset + Math.max(end, start),
    };
  }

  // --- What is said about a type ------------------------------------------------------------------------------

  #documented(fields: Fields, what: string, type: Type): Documented {
    const examples = fields.get("examples");
    const fallback = fields.get("default");
    const before = this.#context.collector.size;
    const defaultValue = fallback === undefined ? undefined : this.#context.json(fallback.value);
    const mismatch =
      defaultValue === undefined || this.isUnread(type) || this.#context.collector.size > before
        ? undefined
        : mismatches(defaultValue.value, type, this.#lookup)[0];
    if (mismatch !== undefined && defaultValue !== undefined) {
      this.#context.error("contradiction", defaultValue.span, `The default of ${what} ${mismatch.message}.`);
    }
    return {
      description: this.#context.text(fields.get("description"), '"description"'),
      examples:
        examples === undefined
          ? []
          : this.#context.items(examples.value, '"examples"').map((item) => this.#context.json(item)),
      default: defaultValue,
      pii: this.#context.boolean(fields.get("pii"), '"pii"') ?? false,
      unit: this.#unit(fields.get("unit")),
      ...this.lifecycle(fields, what),
    };
  }

  lifecycle(fields: Fields, what: string): Pick<Documented, "status" | "deprecated"> {
    const entry = fields.get("status");
    const status = this.#context.oneOf(entry, '"status"', statuses);
    const deprecated = readDeprecation(this.#context, fields.get("deprecated"));
    if (deprecated !== undefined && (status?.value === "active" || status?.value === "planned")) {
      this.#context.error(
        "contradiction",
        status.span,
        `${capital(what)} is ${status.value} and deprecated at once.`,
        {
          help: 'Remove "status": "deprecated" implies it.',
        },
      );
    }
    return { status: status?.value ?? (deprecated === undefined ? "active" : "deprecated"), deprecated };
  }

  #unit(entry: Entry | undefined): Documented["unit"] {
    if (entry === undefined) return undefined;
    if (entry.value.kind === "map") {
      const fields = this.#context.fields(
        entry.value,
        '"unit"',
        ["minor"],
        'Write "unit: { minor: currency }".',
      );
      const minor = this.#context.name(fields?.get("minor"), '"minor"');
      if (fields !== undefined) {
        this.#context.missing(fields, "minor", entry.value.span, '"unit" says nothing.', {
          help: 'Write "unit: { minor: currency }", or a text.',
        });
      }
      return minor === undefined ? undefined : { value: { minor: minor.value }, span: minor.span };
    }
    const text = this.#context.text(entry, '"unit"');
    return text === undefined ? undefined : { value: { text: text.value }, span: text.span };
  }
}

const ownOrigin = { kind: "own" } as const;

const undocumented: Documented = {
  description: undefined,
  examples: [],
  default: undefined,
  pii: false,
  unit: undefined,
  status: "active",
  deprecated: undefined,
};

/** A built-in type by its name. */
export function builtInType(name: string, span: Span): Type | undefined {
  switch (name) {
    case "string":
      return { kind: "string", span };
    case "integer":
    case "number":
      return { kind: "number", span, integer: name === "integer", timestamp: false };
    case "timestamp":
      return { kind: "number", span, integer: true, timestamp: true };
    case "boolean":
    case "null":
    case "any":
      return { kind: name, span };
    case "object":
      return { kind: "object", span, properties: [], open: true };
  }
  return isFormat(name) ? { kind: "string", span, format: name } : undefined;
}

function isFormat(name: string): name is StringFormat {
  return stringFormats.some((format) => format === name);
}
