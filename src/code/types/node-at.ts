// Finds the node of TypeScript's syntax tree that a question is about, by the places that another parser reported.
import type { ts } from "@ts-morph/common";
import type { Asked } from "./program.js";
import type { TypeScript } from "./projects.js";
import type { Question } from "./questions.js";

/** Undefined where the node at the place is none of the kind that was asked for. */
export function nodeOf(file: ts.SourceFile, { span, as }: Question, ts: TypeScript): ts.Node | undefined {
  const { start, end } = span;
  if (as === "expression") return nodeAt(file, start, end, (node) => ts.isExpression(node), ts);
  if (as === "literal") return nodeAt(file, start, end, ts.isObjectLiteralExpression, ts);
  const isKey = (node: ts.Node): boolean => ts.isPropertyName(node) && node.parent !== undefined;
  const key = nodeAt(file, start, end, isKey, ts);
  const parent = key?.parent;
  if (key === undefined || parent === undefined) return undefined;
  if (ts.isPropertyAssignment(parent)) return parent.name === key ? parent.initializer : undefined;
  if (ts.isShorthandPropertyAssignment(parent)) return key;
  const declares = ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent);
  return declares && parent.name === key ? key : undefined;
}

/** Whether a node is a parameter, or what one is taken apart into. */
export function isParameter(node: ts.Node, { ts, checker }: Pick<Asked, "ts" | "checker">): boolean {
  if (!ts.isIdentifier(node)) return false;
  const isShorthand = ts.isShorthandPropertyAssignment(node.parent);
  const symbol = isShorthand
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
  return (symbol?.declarations ?? []).some((declaration) => {
    let whole: ts.Node = declaration;
    while (ts.isBindingElement(whole) || ts.isBindingName(whole)) whole = whole.parent;
    return ts.isParameter(whole);
  });
}

/** The outermost node with exactly this range that fits. */
function nodeAt(
  file: ts.SourceFile,
  start: number,
  end: number,
  fits: (node: ts.Node) => boolean,
  ts: TypeScript,
): ts.Node | undefined {
  let node: ts.Node = file;
  for (;;) {
    if (node !== file && node.end === end && node.getStart(file) === start && fits(node)) return node;
    const inner: ts.Node | undefined = ts.forEachChild(node, (child) =>
      child.pos <= start && child.end >= end ? child : undefined,
    );
    if (inner === undefined) return undefined;
    node = inner;
  }
}
