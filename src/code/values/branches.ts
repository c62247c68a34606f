// The branches of a function's text, as `if` and `switch` have them: who comes to one need not come to another.
import type { Node } from "oxc-parser";
import { isLeft } from "../syntax/conditions-around.js";

type Part = { readonly start: number; readonly end: number };

/** A part of the text that is come to under a condition. */
export type Branch = Part & {
  /** Where nobody comes who came to the branch: the other one, and all behind it where it returns. */
  readonly apart: readonly Part[];
  /** True where whoever does not come to it returns, or where the condition is one on what runs the program. */
  readonly isAlways: boolean;
};

/** The branch of a statement in which a place is; nothing where the statement chooses nothing. */
export function branchOf(node: Node, inner: Node | undefined, text: string, end: number): readonly Branch[] {
  if (inner === undefined) return [];
  if (node.type === "SwitchStatement" && inner.type === "SwitchCase") {
    const others = isLeft(inner.consequent) ? [{ start: inner.end, end: node.end }] : [];
    return [{ start: inner.start, end: inner.end, apart: others, isAlways: false }];
  }
  if (node.type !== "IfStatement" || inner === node.test) return [];
  const other = inner === node.consequent ? node.alternate : node.consequent;
  const apart = [other ?? [], returns(inner) ? { start: node.end, end } : []].flat();
  const isAlways =
    (other !== null && returns(other)) || environment.test(text.slice(node.test.start, node.test.end));
  return [{ start: inner.start, end: inner.end, apart, isAlways }];
}

/** What a program asks of where it runs: it is written for that. */
const environment = /\b(?:typeof|window|document|navigator|process|globalThis|import\.meta)\b/;

/** Whether a statement ends the function. */
function returns(statement: Node): boolean {
  switch (statement.type) {
    case "ReturnStatement":
    case "ThrowStatement":
      return true;
    case "BlockStatement": {
      const last = statement.body.at(-1);
      return last !== undefined && returns(last);
    }
    case "IfStatement":
      return statement.alternate !== null && returns(statement.consequent) && returns(statement.alternate);
    default:
      return false;
  }
}

export function isWithin(start: number, part: Part): boolean {
  return part.start <= start && start < part.end;
}
