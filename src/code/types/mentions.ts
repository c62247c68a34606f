// Tells which names a type depends on: those that an expression or a declaration mentions where it matters.
import type { ts } from "@ts-morph/common";
import type { TypeScript } from "./projects.js";
import type { ForeignName } from "./reach-index.js";

/** Takes what is found. */
export type Mentions = {
  name(name: string): void;
  /** A type or a value of another file, named in place: what `import(...)` and `require(...)` lead to. */
  foreign(name: ForeignName): void;
};

/** Reports every name that the type of a node depends on. Bodies of functions count for what they return. */
export function mentionsOf(node: ts.Node, found: Mentions, ts: TypeScript): void {
  const visit = (one: ts.Node): void => {
    if (ts.isIdentifier(one)) {
      if (!isMemberName(one, ts)) found.name(one.text);
      return;
    }
    if (one.kind === ts.SyntaxKind.ThisKeyword) {
      const owner = ts.findAncestor(one, ts.isClassLike);
      if (owner !== undefined) visitClass(owner);
      return;
    }
    if (ts.isImportTypeNode(one)) {
      const { argument, qualifier } = one;
      if (ts.isLiteralTypeNode(argument) && ts.isStringLiteral(argument.literal)) {
        const first = qualifier === undefined ? "*" : firstName(qualifier, ts);
        found.foreign({ specifier: argument.literal.text, name: first });
      }
      for (const inner of one.typeArguments ?? []) visit(inner);
      return;
    }
    if (ts.isFunctionLike(one)) {
      visitFunction(one);
      return;
    }
    if (ts.isClassLike(one)) {
      visitClass(one);
      return;
    }
    if (ts.isCallExpression(one)) {
      const [first] = one.arguments;
      const loads =
        one.expression.kind === ts.SyntaxKind.ImportKeyword || one.expression.getText() === "require";
      if (loads && first !== undefined && ts.isStringLiteralLike(first))
        found.foreign({ specifier: first.text, name: "*" });
    }
    ts.forEachChild(one, visit);
  };
  const seen = new Set<ts.Node>();
  const visitClass = (one: ts.ClassLikeDeclaration): void => {
    if (seen.has(one)) return;
    seen.add(one);
    for (const clause of one.heritageClauses ?? []) visit(clause);
    for (const parameter of one.typeParameters ?? []) visit(parameter);
    for (const member of one.members) visit(member);
  };
  const visitFunction = (one: ts.SignatureDeclaration): void => {
    for (const parameter of one.parameters) {
      if (parameter.type !== undefined) visit(parameter.type);
      else if (parameter.initializer !== undefined) visit(parameter.initializer);
    }
    for (const parameter of one.typeParameters ?? []) visit(parameter);
    const body = "body" in one ? one.body : undefined;
    const result = one.type ?? body;
    if (result === undefined) return;
    if (!ts.isBlock(result)) {
      visit(result);
      return;
    }
    const returned = (inner: ts.Node): void => {
      if (ts.isReturnStatement(inner) || ts.isYieldExpression(inner)) {
        if (inner.expression !== undefined) visit(inner.expression);
      } else if (!ts.isFunctionLike(inner) && !ts.isClassLike(inner)) ts.forEachChild(inner, returned);
    };
    ts.forEachChild(result, returned);
  };
  if (isDeclaration(node, ts)) visitDeclaration(node, visit, ts);
  else visit(node);
}

type Variable = ts.VariableDeclaration | ts.ParameterDeclaration | ts.BindingElement;

function isDeclaration(node: ts.Node, ts: TypeScript): node is Variable {
  return ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node);
}

/** The type of a variable is written at it, comes from its value, or from what its function is given to. */
function visitDeclaration(node: Variable, visit: (node: ts.Node) => void, ts: TypeScript): void {
  if (node.initializer !== undefined) visit(node.initializer);
  if (ts.isBindingElement(node)) {
    if (node.propertyName !== undefined && ts.isComputedPropertyName(node.propertyName))
      visit(node.propertyName);
    visitDeclaration(node.parent.parent, visit, ts);
    return;
  }
  if (node.type !== undefined) {
    visit(node.type);
    return;
  }
  if (ts.isParameter(node)) {
    if (
      ts.isFunctionExpression(node.parent) ||
      ts.isArrowFunction(node.parent) ||
      ts.isMethodDeclaration(node.parent)
    )
      visitContext(node.parent, visit, ts);
    return;
  }
  // `for (const item of items)`
  const loop = node.parent.parent;
  if (ts.isForOfStatement(loop) || ts.isForInStatement(loop)) visit(loop.expression);
}

/** What says which parameters a function without types gets: the call that it is handed to, and the like. */
function visitContext(node: ts.Node, visit: (node: ts.Node) => void, ts: TypeScript): void {
  for (let one = node; ; one = one.parent) {
    const { parent } = one;
    if (parent === undefined || ts.isBlock(parent) || ts.isSourceFile(parent)) return;
    if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
      visit(parent.expression);
      for (const type of parent.typeArguments ?? []) visit(type);
      for (const argument of parent.arguments ?? []) if (argument !== one) visit(argument);
      // The call may stand in a context itself: `forwardRef(memo(props => ...))`.
      continue;
    }
    if (ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent) || ts.isParameter(parent)) {
      if (parent.type !== undefined) visit(parent.type);
      return;
    }
    if (ts.isJsxAttribute(parent) || ts.isJsxSpreadAttribute(parent)) {
      const element = parent.parent.parent;
      visit(element.tagName);
      for (const type of element.typeArguments ?? []) visit(type);
      // Other attributes decide type parameters: `<List items={items} onPick={(item) => ...} />`.
      for (const property of parent.parent.properties) if (property !== parent) visit(property);
      return;
    }
    if (ts.isBinaryExpression(parent) && parent.right === one) visit(parent.left);
    if (ts.isSatisfiesExpression(parent) || ts.isAsExpression(parent)) visit(parent.type);
    if (ts.isReturnStatement(parent)) {
      const owner = ts.findAncestor(parent, ts.isFunctionLike);
      if (owner?.type !== undefined) visit(owner.type);
      return;
    }
  }
}

/** True for names that belong to what stands before them or are keys: `b` in `a.b` and `{ b: 1 }`. */
function isMemberName(node: ts.Identifier, ts: TypeScript): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isQualifiedName(parent)) return parent.right === node;
  if (ts.isJsxAttribute(parent)) return true;
  const keyed =
    ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent);
  if (keyed || ts.isMethodSignature(parent)) return parent.name === node;
  return ts.isBindingElement(parent) && parent.propertyName === node;
}

function firstName(name: ts.EntityName, ts: TypeScript): string {
  return ts.isQualifiedName(name) ? firstName(name.left, ts) : name.text;
}
