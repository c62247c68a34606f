// What a cast says of a value that nothing else is known of: `JSON.parse(text) as CartEvent`.
import type { Node } from "oxc-parser";
import { givesOut } from "../frameworks/injection.js";
import { type Site, spanOf, type Value } from "../values.js";

/** The value as its cast has it; undefined where there is no cast, or more is known than that. */
export function castValue(node: Node, value: Value, site: Site): Value | undefined {
  if (node.type !== "TSAsExpression" && node.type !== "TSTypeAssertion") return undefined;
  const type = node.typeAnnotation;
  if (
    type.type !== "TSTypeReference" ||
    type.typeName.type !== "Identifier" ||
    type.typeName.name === "const"
  )
    return undefined;
  const isOpen =
    value.kind === "unknown" ||
    (value.kind === "external" && value.path.at(-1) === "()" && givesOut(value.path.at(-2) ?? ""));
  if (!isOpen) return undefined;
  const { madeOf } = value;
  return {
    ...{ kind: "typed", span: spanOf(site.module, node), type, site },
    ...(madeOf !== undefined && { madeOf }),
  };
}
