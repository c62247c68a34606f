// `const` and `enum`: the fixed values that a type may have.
import { compareText } from "../diagnostics/diagnostic.js";
import { mismatches } from "./conforms.js";
import type { Lookup } from "./constraints.js";
import type { Context } from "./context.js";
import type { ExpressionReader } from "./expression-reader.js";
import type { ConstType, EnumType, EnumValue, Scalar, Type } from "./plan.js";
import { describeNode, type Entry, isEmpty, type ScalarNode, scalarValue, type TreeNode } from "./tree.js";

/** Lives for one load. */
export class ConstantReader {
  readonly #context: Context;
  readonly #lookup: Lookup;
  readonly #expressions: ExpressionReader;

  constructor(context: Context, lookup: Lookup, expressions: ExpressionReader) {
    this.#context = context;
    this.#lookup = lookup;
    this.#expressions = expressions;
  }

  /** The type that a constant alone implies: what constraints beside it are held to. */
  typeOf(node: TreeNode | undefined): Type | undefined {
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

  /** `const`; `type` is what stands beside it. */
  constant(entry: Entry, type: Type | undefined, what: string): Type {
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
      return type ?? this.#expressions.unread(node.span);
    }
    const constant: ConstType = { kind: "const", span: node.span, value: scalar.value };
    const mismatch =
      type === undefined || this.#expressions.isUnread(type)
        ? undefined
        : mismatches(scalar.value, type, this.#lookup)[0];
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

  /** `enum` in its long form. */
  enumeration(entry: Entry | undefined, what: string): EnumType | undefined {
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
      for (const item of this.#context.uniqueKeys(node.entries)) {
        const description = isEmpty(item.value)
          ? undefined
          : this.#context.text(item, "the description of a value");
        add({ value: item.key.text, span: item.key.span, description });
      }
      // The order of keys means nothing, here as elsewhere; a list says an order.
      values.sort((a, b) => compareText(String(a.value), String(b.value)));
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

  /** `enum` beside a `type`, which each value must fit. */
  enumerationOf(type: Type, entry: Entry | undefined, what: string): Type {
    const values = this.enumeration(entry, what);
    if (values === undefined) return type;
    for (const value of values.values) {
      const mismatch = this.#expressions.isUnread(type)
        ? undefined
        : mismatches(value.value, type, this.#lookup)[0];
      if (mismatch !== undefined)
        this.#context.error(
          "contradiction",
          value.span,
          `The enum's value ${JSON.stringify(value.value)} ${mismatch.message}.`,
        );
    }
    return values;
  }
}
