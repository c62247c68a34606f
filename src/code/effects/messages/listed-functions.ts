// Functions that stand in a list, and are called one after the other: `const sinks = [toSegment, toMixpanel]` and
// `sinks.forEach((sink) => sink(name))`. They are called by the name that an element has there.
import type { Expression, Node } from "oxc-parser";
import { bare } from "../../syntax/syntax.js";
import type { Module } from "../../values/module.js";
import type { Word } from "../../words/words.js";

/** The names by which a file calls the elements of its lists in which a function stands, each beside the list's. */
export function elementNames(module: Module, fn: Node, names: readonly string[]): readonly Word[] {
  const found: Word[] = [];
  for (const { name, what } of module.scopes.top.values.values()) {
    if (what.kind !== "variable" || what.init === undefined) continue;
    if (!elementsOf(what.init).some((one) => isIt(one, fn, names))) continue;
    for (const word of new Set(calledIn(module.text, name))) found.push({ word, beside: [name] });
  }
  return found;
}

/** What stands in a list, or in an object whose values are taken for one. */
function elementsOf(init: Node): readonly Node[] {
  const node = bare(init as Expression);
  if (node.type === "TSAsExpression" || node.type === "TSSatisfiesExpression")
    return elementsOf(node.expression);
  if (node.type === "ArrayExpression") return node.elements.filter((one) => one !== null);
  return node.type === "ObjectExpression"
    ? node.properties.flatMap((one) => (one.type === "Property" ? [one.value] : []))
    : [];
}

function isIt(element: Node, fn: Node, names: readonly string[]): boolean {
  return element === fn || (element.type === "Identifier" && names.includes(element.name));
}

/** What an element of a list is called where all of them are gone through. */
function calledIn(text: string, list: string): readonly string[] {
  const own = list.replace(/\$/g, "\\$&");
  const all = `(?:Object\\s*\\.\\s*values\\s*\\(\\s*${own}\\s*\\)|${own})`;
  const through = new RegExp(
    `(?<![\\w$.])${all}\\s*\\??\\.\\s*(?:forEach|map|flatMap|some|every)\\s*\\(\\s*(?:async\\s+)?(?:function\\s*\\w*\\s*)?\\(?\\s*(?<name>[\\w$]+)`,
    "g",
  );
  const loop = new RegExp(`\\b(?:const|let|var)\\s+(?<name>[\\w$]+)\\s+of\\s+${all}(?![\\w$.(])`, "g");
  return [...text.matchAll(through), ...text.matchAll(loop)].flatMap(({ groups }) => groups?.name ?? []);
}
