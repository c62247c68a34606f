// A YAML document as the plan reads it: mappings, lists and scalars, each with its exact place.
import type { Span } from "../diagnostics/diagnostic.js";
import type { Scalar } from "./plan.js";

export type TreeNode = ScalarNode | MapNode | ListNode;

/** A scalar as it is written: `text` is its content without quotes; an absent value is an empty plain scalar. */
export type ScalarNode = {
  readonly kind: "scalar";
  readonly text: string;
  readonly style: "plain" | "quoted" | "block";
  readonly span: Span;
};

export type MapNode = { readonly kind: "map"; readonly entries: readonly Entry[]; readonly span: Span };

/** A key and its value; `span` covers both. */
export type Entry = { readonly key: ScalarNode; readonly value: TreeNode; readonly span: Span };

export type ListNode = { readonly kind: "list"; readonly items: readonly TreeNode[]; readonly span: Span };

const integer = /^[-+]?[0-9]+$/;
const prefixedInteger = /^(?:0o[0-7]+|0x[0-9a-fA-F]+)$/;
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const special = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** What a scalar is by YAML's core schema: quoted and block scalars are text, plain ones may be something else. */
export function scalarValue(node: ScalarNode): Scalar {
  if (node.style !== "plain") return node.text;
  const text = node.text;
  const first = text.charCodeAt(0);
  // What begins with a letter and is none of null, true and false: text, without a look at the patterns.
  if (first > 0x39 && first !== 0x7e && (text.length > 5 || !/^[nNtTfF]/.test(text))) return text;
  switch (text) {
    case "":
    case "~":
    case "null":
    case "Null":
    case "NULL":
      return null;
    case "true":
    case "True":
    case "TRUE":
      return true;
    case "false":
    case "False":
    case "FALSE":
      return false;
  }
  if (integer.test(text) || prefixedInteger.test(text) || float.test(text)) return Number(text);
  if (special.test(text)) return /nan/i.test(text) ? Number.NaN : text.startsWith("-") ? -Infinity : Infinity;
  return text;
}

/** True for a value that was left out: `key:` with nothing behind it. */
export function isEmpty(node: TreeNode): boolean {
  return node.kind === "scalar" && node.style === "plain" && node.text === "";
}

/** "a mapping", "a list", "text", "a number"…: what a node is, for messages. */
export function describeNode(node: TreeNode): string {
  if (node.kind === "map") return "a mapping";
  if (node.kind === "list") return "a list";
  const value = scalarValue(node);
  if (value === null) return node.text === "" ? "nothing" : "null";
  if (typeof value === "number") return `the number ${node.text}`;
  if (typeof value === "boolean") return `the boolean ${node.text}`;
  return `"${shorten(value)}"`;
}

/** Text cut to a length that a message can bear. */
export function shorten(text: string, length = 60): string {
  // Nearly all: names, and what is as short.
  if (text.length <= length && !/[\t\r\n\f\v]| {2}/.test(text)) return text;
  const line = text.replace(/[ \t\r\n\f\v]+/g, " ");
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}
