// Type expressions of a plan: scalar -> type, its names looked up.
import type { Span } from "../diagnostics/diagnostic.js";
import { builtInType, builtInTypes, synonyms } from "./built-in-types.js";
import type { Lookup } from "./constraints.js";
import type { Context } from "./context.js";
import type { Type } from "./plan.js";
import { describeNode, isEmpty, shorten, type TreeNode } from "./tree.js";
import {
  enumText,
  parseTypeExpression,
  type TypeExpression,
  type TypeExpressionResult,
} from "./type-expression.js";

/** The place of a part of an expression. */
type PlaceOf = (start: number, end: number) => Span;

/** Lives for one load. */
export class ExpressionReader {
  readonly #context: Context;
  readonly #lookup: Lookup;

  constructor(context: Context, lookup: Lookup) {
    this.#context = context;
    this.#lookup = lookup;
  }

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
            list.length > 0 && list.every((name) => this.#context.names.group.has(name))
              ? `An event takes the properties of a group beside its own: "include: [${list.join(", ")}]", not below "properties:".`
              : list.length > 1
                ? list.every((name) => this.#isNoType(name))
                  ? `Fixed values are written "${enumText(list)}".`
                  : `A union is written "${list.join(" | ")}".`
                : list.length === 1
                  ? `An array is written "${list[0]}[]".`
                  : "Write an expression such as string, LineItem[] or string | null.",
        },
      );
      return this.unread(node.span);
    }
    if (this.#context.isCut(node)) return this.unread(node.span);
    // Nearly all types are one built-in name, which needs no parser.
    const builtIn = node.style === "plain" ? builtInType(node.text, node.span) : undefined;
    if (builtIn !== undefined) return builtIn;
    const parsed = this.#parse(node.text);
    if (parsed.error !== undefined) {
      const { start, end, message, help } = parsed.error;
      this.#context.error(
        "invalid-type",
        node.text === "" ? node.span : this.#context.within(node, start, end),
        message,
        help === undefined ? {} : { help },
      );
      return this.unread(node.span);
    }
    return this.#resolve(parsed.type, this.#context.placer(node));
  }

  /** Plans repeat few expressions very often. */
  #parse(text: string): TypeExpressionResult {
    const known = this.#parsed.get(text);
    if (known !== undefined) return known;
    const parsed = parseTypeExpression(text);
    this.#parsed.set(text, parsed);
    return parsed;
  }

  readonly #parsed = new Map<string, TypeExpressionResult>();

  #resolve(expression: TypeExpression, placeOf: PlaceOf): Type {
    const span = placeOf(expression.start, expression.end);
    switch (expression.kind) {
      case "array":
        return { kind: "array", span, items: this.#resolve(expression.items, placeOf) };
      case "map":
        return { kind: "object", span, properties: [], open: this.#resolve(expression.values, placeOf) };
      case "enum": {
        const values = expression.values.map(({ value, start, end }) => ({
          value,
          span: placeOf(start, end),
          description: undefined,
        }));
        return { kind: "enum", span, values };
      }
      case "union": {
        if (this.#areValues(expression, span)) return this.unread(span);
        const members = expression.members
          .map((member) => this.#resolve(member, placeOf))
          .flatMap((member) => (member.kind === "union" ? member.members : [member]));
        this.#repeated(members);
        return { kind: "union", span, members };
      }
      case "name":
        return this.#named(expression.name, span);
    }
  }

  /** `card | paypal`: values that stand where types belong. They are one mistake together. */
  #areValues({ members }: { readonly members: readonly TypeExpression[] }, span: Span): boolean {
    const others = members.filter((member) => member.kind !== "name" || member.name !== "null");
    const words = others.flatMap((member) =>
      member.kind === "name" && this.#isNoType(member.name) ? [member.name] : [],
    );
    if (words.length < 2 || words.length < others.length) return false;
    const text = `${enumText(words)}${others.length < members.length ? " | null" : ""}`;
    this.#context.error(
      "unknown-reference",
      span,
      `None of ${words.map((word) => `"${shorten(word)}"`).join(", ")} is a type.`,
      {
        help: `If these are the values, write "${text}".`,
        fixes: [{ title: `change to "${text}"`, safe: false, edits: [{ span, text }] }],
      },
    );
    return true;
  }

  /** True for a word that names no type, that is like none, and that nothing unread can declare. */
  #isNoType(name: string): boolean {
    const { names, unread, unknown } = this.#context;
    return (
      !builtInTypes.includes(name) &&
      !synonyms.has(name.toLowerCase()) &&
      !names.type.has(name) &&
      !names.group.has(name) &&
      !unread.type.has(name) &&
      !unknown.has("type") &&
      this.#context.nearest(name, names.type, builtInTypes) === undefined
    );
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
    if (this.#context.unread.type.has(name) || this.#context.unknown.has("type")) return this.unread(span);
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
          : `Built-in: ${builtInTypes.join(", ")}.${declared.size === 0 ? "" : ` Declared: ${this.#context.namesOf("type").first()}.`}`,
        ...(place === undefined ? {} : { related: [{ message: "declared here", span: place }] }),
        ...(nearest === undefined || /[[(]/.test(nearest)
          ? {}
          : { fixes: [{ title: `change to "${nearest}"`, safe: false, edits: [{ span, text: nearest }] }] }),
      },
    );
    return this.unread(span);
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

  /** A type that stands for something that could not be read, so that nothing follows from it. */
  unread(span: Span): Type {
    const type: Type = { kind: "any", span };
    this.#mistaken.add(type);
    return type;
  }
}
