// What functions of libraries take out of objects: `get(user, "address.city")`, `pick(order, ["id"])`, `omit(order, "note")`, and
// what they put together.
import type { CallExpression } from "oxc-parser";
import { takenBy } from "../../syntax/type-tests.js";
import { lazily } from "../lazily.js";
import type { Linker } from "../linker.js";
import { memberOf, restOf } from "../members.js";
import { fallbackOf } from "../present.js";
import { remadeBy } from "../rebuilt.js";
import { type Member, plainText, type Site, spanOf, type Value } from "../values.js";

const libraries = /^(?:lodash|lodash-es|underscore|radash|remeda|ramda|es-toolkit|just-\w+|dlv)(?:[./].*)?$/;

/** They put objects together, as `Object.assign` does; what `defaults` is given first counts most. */
const putsTogether: ReadonlySet<string> = new Set(["assign", "assignIn", "extend", "defaults"]);

/** What a call of a library's function takes out; undefined where it is none of those. */
export function takenOut(
  linker: Linker,
  source: string,
  name: string,
  node: CallExpression,
  site: Site,
): Value | undefined {
  if (!libraries.test(source)) return undefined;
  const span = spanOf(site.module, node);
  const taken = name === "get" ? takenBy(node) : undefined;
  if (taken !== undefined) {
    const whole = linker.evaluate(taken.of, site);
    const found = taken.keys.reduce((value, key) => memberOf(linker, value, key), whole);
    return taken.instead === undefined
      ? found
      : fallbackOf(span, found, linker.evaluate(taken.instead, site));
  }
  if (putsTogether.has(name)) {
    const parts = name === "defaults" ? node.arguments.toReversed() : node.arguments;
    const members = parts.map((one): Member => {
      if (one.type === "SpreadElement") return { kind: "computed" };
      return { kind: "spread", value: lazily(() => linker.evaluate(one, site)) };
    });
    return { kind: "object", span, members };
  }
  if (name === "mapKeys" || name === "mapValues") return remadeBy(linker, name, node, site);
  const [first, ...others] = node.arguments;
  if ((name !== "pick" && name !== "omit") || first === undefined || first.type === "SpreadElement")
    return undefined;
  const keys = keysIn(linker, others, site);
  if (keys === undefined) return undefined;
  const whole = linker.evaluate(first, site);
  if (name === "omit") return restOf(linker, whole, { without: keys });
  const members = keys.map(
    (key): Member => ({
      ...{ kind: "property", name: key, span, optional: false },
      value: () => memberOf(linker, whole, key),
    }),
  );
  return { kind: "object", span, members };
}

/** The keys that are named one by one, or in a list; undefined where one of them is not known. */
function keysIn(
  linker: Linker,
  args: CallExpression["arguments"],
  site: Site,
): readonly string[] | undefined {
  const keys: string[] = [];
  for (const one of args) {
    if (one.type === "SpreadElement") return undefined;
    const value = linker.evaluate(one, site);
    if (value.kind === "array" && !value.complete) return undefined;
    const texts = (value.kind === "array" ? value.items.map((item) => item()) : [value]).map(plainText);
    if (texts.includes(undefined)) return undefined;
    keys.push(...texts.filter((text) => text !== undefined));
  }
  return keys.length === 0 ? undefined : keys;
}
