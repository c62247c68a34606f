// Maps that are written out, `new Map([["opened", "Cart Opened"]])`: tables like objects.
import type { Expression, NewExpression, Node } from "oxc-parser";
import { lazily } from "../lazily.js";
import type { Linker } from "../linker.js";
import { lookedUp } from "../members.js";
import { type Member, plainText, type Site, spanOf, unknown, type Value } from "../values.js";

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

/** What `get` takes out of a map; undefined where it is none. What is put into it later is not followed. */
export function underMapKey(
  linker: Linker,
  object: Value,
  name: string,
  argument: (index: number) => Value | undefined,
  span: Value["span"],
): Value | undefined {
  if (object.kind !== "object" || object.isMap !== true || name !== "get") return undefined;
  const key = argument(0);
  const found = key === undefined ? undefined : lookedUp(linker, span, object, key);
  return found === undefined || found.kind === "undefined" ? unknown(span, "a key that is not known") : found;
}
