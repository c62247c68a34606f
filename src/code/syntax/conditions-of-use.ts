// The conditions that what is made at a place stands under where it is used: a handler that an element has which is given
// back for some alone is called for those alone.
import type { Node } from "oxc-parser";
import { type Condition, conditionsAround, nodeAt, wayTo } from "./conditions-around.js";
import { isFunction, tailName } from "./syntax.js";

/** So many names may stand one for another. */
const deepest = 3;

/** The conditions around a place, and around the one use of each name that stands for what the place is in. */
export function conditionsOfUse(around: Node, place: Node, text: string, depth = 0): readonly Condition[] {
  const conditions = [...conditionsAround(around, place)];
  if (depth >= deepest) return conditions;
  const way = wayTo(around, place) ?? [];
  for (const [index, node] of way.entries()) {
    if (index === 0 || !isMadeForLater(node, way[index + 1], way.slice(index + 1))) continue;
    const use = onlyUse(around, node, text);
    if (use !== undefined) conditions.push(...conditionsOfUse(around, use, text, depth + 1));
  }
  return conditions;
}

/** Whether a declaration makes a function or an element, which does nothing until it is used. */
function isMadeForLater(node: Node, made: Node | undefined, inside: readonly Node[]): boolean {
  if (node.type === "FunctionDeclaration") return true;
  if (node.type !== "VariableDeclarator" || made === undefined || node.init !== made) return false;
  if (isFunction(made) || made.type === "JSXElement" || made.type === "JSXFragment") return true;
  return (
    made.type === "CallExpression" &&
    /callback|event|debounce|throttle/i.test(tailName(made.callee) ?? "") &&
    inside.some((one) => made.arguments.some((argument) => argument === one && isFunction(one)))
  );
}

/** The one place where the name of a declaration stands besides that; undefined where there are more, or none. */
function onlyUse(around: Node, declared: Node, text: string): Node | undefined {
  const id =
    declared.type === "VariableDeclarator" || declared.type === "FunctionDeclaration" ? declared.id : null;
  if (id?.type !== "Identifier") return undefined;
  const word = new RegExp(`(?<![\\w$.])${id.name.replace(/\$/g, "\\$")}(?![\\w$])`, "g");
  const places = [...text.slice(around.start, around.end).matchAll(word)].map(
    ({ index }) => around.start + index,
  );
  const [use, ...more] = places.filter((start) => start !== id.start);
  if (use === undefined || more.length > 0) return undefined;
  const end = use + id.name.length;
  // What calls itself is used elsewhere, or never.
  if (declared.start <= use && end <= declared.end) return undefined;
  return nodeAt(around, { ...id, start: use, end });
}
