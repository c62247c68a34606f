// What interfaces and types that are written out declare, line by line.
import type { Node } from "oxc-parser";
import { keyName } from "../../syntax/syntax.js";
import { type Member, type Site, spanOf, unknown } from "../values.js";

/** The member that a line of an interface or a type literal declares. */
export function signature(node: Node, site: Site): readonly Member[] {
  if (node.type !== "TSPropertySignature" && node.type !== "TSMethodSignature") return [];
  const name = keyName(node.key, node.computed);
  if (name === undefined) return [];
  const span = spanOf(site.module, node.key);
  const type = node.type === "TSMethodSignature" ? node : node.typeAnnotation?.typeAnnotation;
  return [
    {
      kind: "property",
      name,
      span,
      optional: node.optional,
      value: () =>
        type === undefined || type === null ? unknown(span, "any") : { kind: "typed", span, type, site },
    },
  ];
}
