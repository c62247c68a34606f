// Tables that are looked up by a text with holes: which of their keys it can come to.
import type { Linker } from "./linker.js";
import { elementOf } from "./members.js";
import { plainText, unionOf, type Value } from "./values.js";

/** What a table holds under the keys that a text with holes can come to; anything that it holds where none does. */
export function underKey(linker: Linker, { object, key, span }: Extract<Value, { kind: "lookup" }>): Value {
  const fits = object.kind === "object" ? keyTest(key) : undefined;
  if (object.kind !== "object" || fits === undefined) return elementOf(linker, object);
  const found = object.members.flatMap((member) =>
    member.kind === "property" && fits(member.name) ? [member.value()] : [],
  );
  return found.length === 0 ? elementOf(linker, object) : unionOf(span, found);
}

function keyTest(key: Value): ((name: string) => boolean) | undefined {
  if (key.kind === "union" || key.kind === "fallback") {
    const tests = (key.kind === "union" ? key.members : [key.left, key.right]).map(keyTest);
    const known = tests.filter((one) => one !== undefined);
    return known.length < tests.length ? undefined : (name) => known.some((one) => one(name));
  }
  const text = plainText(key);
  if (text !== undefined) return (name) => name === text;
  if (key.kind !== "template" || key.change !== undefined) return undefined;
  const { parts } = key;
  if (!parts.some((part) => typeof part === "string")) return undefined;
  return (name) => {
    let at = 0;
    for (const [index, part] of parts.entries()) {
      if (typeof part !== "string") continue;
      const isLast = index === parts.length - 1;
      const found = isLast ? name.length - part.length : name.indexOf(part, at);
      if (found < at || !name.startsWith(part, found) || (index === 0 && found > 0)) return false;
      at = found + part.length;
    }
    return typeof parts.at(-1) !== "string" || at === name.length;
  };
}
