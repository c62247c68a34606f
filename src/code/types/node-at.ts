// Finds the expression that stands at a range of a file, as another parser reported it.
import type { ts } from "@ts-morph/common";
import type { TypeScript } from "./projects.js";

/** The outermost expression with exactly this range; undefined where there is none. */
export function nodeAt(
  file: ts.SourceFile,
  start: number,
  end: number,
  ts: TypeScript,
): ts.Expression | undefined {
  let node: ts.Node = file;
  for (;;) {
    if (node !== file && ts.isExpression(node) && node.end === end && node.getStart(file) === start)
      return node;
    const inner: ts.Node | undefined = ts.forEachChild(node, (child) =>
      child.pos <= start && child.end >= end ? child : undefined,
    );
    if (inner === undefined) return undefined;
    node = inner;
  }
}
