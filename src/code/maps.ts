// Maps that are written out, `new Map([["opened", "Cart Opened"]])`: tables like objects.
import type { Expression, NewExpression, Node } from "oxc-parser";
import { lazily } from "./lazily.js";
import type { Linker } from "./linker.js";
import { type Member, plainText, type Site, spanOf, type Value } from "./values.js";

/** What a map is made with, as an object whose keys are the map's. */
export function tableOf(linker: Linker, { arguments: [list] }: NewExpression, site: Site): Value | undefined {
  if (list?.type !== "ArrayExpression" || list.elements.length === 0) return undefined;
  const span = spanOf(site.module, list);
  const members = list.elements.map((pair): Member => {
    const [key, value] = pair?.type === "ArrayExpression" ? pair.elements : [];
    if (!isWritten(key) || !isWritten(value)) return { kind: "computed" };
    const name = plainText(linker.evaluate(key, site));
    const read = lazily(() => linker.evaluate(value, site));
    return name === undefined
      ? { kind: "computed", value: read }
      : { kind: "property", name, span: spanOf(site.module, key), value: read, optional: false };
  });
  return { kind: "object", span, members, isMap: true };
}

function isWritten(node: Node | null | undefined): node is Expression {
  return node !== null && node !== undefined && node.type !== "SpreadElement";
}
