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

/** The function whose parameter a node is, or a part of what one is taken apart into. */
export function givenTo(node: ts.Node, { ts, checker }: Pick<Asked, "ts" | "checker">): ts.Node | undefined {
  if (!ts.isIdentifier(node)) return undefined;
  const isShorthand = ts.isShorthandPropertyAssignment(node.parent);
  const symbol = isShorthand
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
  for (const declaration of symbol?.declarations ?? []) {
    let whole: ts.Node = declaration;
    while (ts.isBindingElement(whole) || ts.isBindingName(whole)) whole = whole.parent;
    if (ts.isParameter(whole)) return whole.parent;
  }
  return undefined;
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
