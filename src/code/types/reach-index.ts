// What a file declares, imports and exports, by name: what it takes to follow a name from file to file.
import type { ts } from "@ts-morph/common";
import type { TypeScript } from "./projects.js";

/** A name of another file: `*` is the whole of it. */
export type ForeignName = { readonly specifier: string; readonly name: string };

export type FileIndex = {
  readonly file: ts.SourceFile;
  /** Every node that declares a name, in whatever scope. */
  readonly declared: ReadonlyMap<string, readonly ts.Node[]>;
  /** What decides a type beside its declaration: what is assigned to a name, and guards that it is given to. */
  readonly deciding: ReadonlyMap<string, readonly ts.Node[]>;
  readonly imports: ReadonlyMap<string, ForeignName>;
  /** By exported name: the name in this file, or in another. */
  readonly exports: ReadonlyMap<string, string | ForeignName>;
  /** Files all of whose names are exported too. */
  readonly stars: readonly string[];
};

const guardLike = /assert|ensure|invariant|check|expect/i;

type Draft = {
  readonly declared: Map<string, ts.Node[]>;
  readonly deciding: Map<string, ts.Node[]>;
  readonly imports: Map<string, ForeignName>;
  readonly exports: Map<string, string | ForeignName>;
  readonly stars: string[];
};

/** Indexes a file that was parsed with the parents of its nodes. */
export function indexFile(file: ts.SourceFile, ts: TypeScript): FileIndex {
  const draft: Draft = {
    declared: new Map(),
    deciding: new Map(),
    imports: new Map(),
    exports: new Map(),
    stars: [],
  };
  const visit = (node: ts.Node): void => {
    indexNode(node, draft, ts);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { file, ...draft };
}

function indexNode(node: ts.Node, draft: Draft, ts: TypeScript): void {
  if (ts.isImportDeclaration(node)) indexImport(node, draft, ts);
  else if (ts.isExportDeclaration(node)) indexExport(node, draft, ts);
  else if (ts.isImportEqualsDeclaration(node)) {
    const { moduleReference } = node;
    const target = ts.isExternalModuleReference(moduleReference) ? moduleReference.expression : undefined;
    if (target !== undefined && ts.isStringLiteral(target))
      draft.imports.set(node.name.text, { specifier: target.text, name: "*" });
    else add(draft.declared, node.name.text, node);
  } else if (ts.isExportAssignment(node)) {
    draft.exports.set("default", "default");
    add(draft.declared, "default", node);
  } else if (isDeclaring(node, ts)) {
    const { name } = node;
    if (name !== undefined && ts.isIdentifier(name)) {
      add(draft.declared, name.text, node);
      exportOwn(node, name.text, draft, ts);
    } else if (name === undefined && isDefault(node, ts)) {
      draft.exports.set("default", "default");
      add(draft.declared, "default", node);
    }
  } else if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    if (ts.isIdentifier(node.left)) add(draft.deciding, node.left.text, node.right);
  } else if (ts.isCallExpression(node) && isGuard(node, ts)) {
    for (const argument of node.arguments) {
      const name = rootName(argument, ts);
      if (name !== undefined) add(draft.deciding, name, node.expression);
    }
  }
}

type Declaring =
  | ts.VariableDeclaration
  | ts.ParameterDeclaration
  | ts.BindingElement
  | ts.FunctionLikeDeclaration
  | ts.ClassLikeDeclaration
  | ts.InterfaceDeclaration
  | ts.TypeAliasDeclaration
  | ts.EnumDeclaration
  | ts.ModuleDeclaration
  | ts.TypeParameterDeclaration;

function isDeclaring(node: ts.Node, ts: TypeScript): node is Declaring {
  return (
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isBindingElement(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isClassLike(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isModuleDeclaration(node) ||
    ts.isTypeParameterDeclaration(node)
  );
}

function exportOwn(node: Declaring, name: string, draft: Draft, ts: TypeScript): void {
  const statement = statementOf(node, ts);
  if (statement === undefined || !ts.canHaveModifiers(statement)) return;
  const modifiers = ts.getModifiers(statement) ?? [];
  if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return;
  draft.exports.set(isDefault(statement, ts) ? "default" : name, name);
}

/** The statement at the top of the file that makes a declaration. */
function statementOf(node: ts.Node, ts: TypeScript): ts.Node | undefined {
  let one = node;
  while (ts.isBindingElement(one) || ts.isBindingName(one) || ts.isVariableDeclaration(one)) one = one.parent;
  if (ts.isVariableDeclarationList(one)) one = one.parent;
  return ts.isSourceFile(one.parent) ? one : undefined;
}

function isDefault(node: ts.Node, ts: TypeScript): boolean {
  const modifiers = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
  return modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
}

function indexImport(
  { importClause, moduleSpecifier }: ts.ImportDeclaration,
  { imports }: Draft,
  ts: TypeScript,
): void {
  if (importClause === undefined || !ts.isStringLiteral(moduleSpecifier)) return;
  const specifier = moduleSpecifier.text;
  if (importClause.name !== undefined) imports.set(importClause.name.text, { specifier, name: "default" });
  const bindings = importClause.namedBindings;
  if (bindings === undefined) return;
  if (ts.isNamespaceImport(bindings)) imports.set(bindings.name.text, { specifier, name: "*" });
  else
    for (const { name, propertyName } of bindings.elements)
      imports.set(name.text, { specifier, name: (propertyName ?? name).text });
}

function indexExport(
  { exportClause, moduleSpecifier }: ts.ExportDeclaration,
  { exports, stars }: Draft,
  ts: TypeScript,
): void {
  const specifier =
    moduleSpecifier !== undefined && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : undefined;
  if (exportClause === undefined) {
    if (specifier !== undefined) stars.push(specifier);
  } else if (ts.isNamespaceExport(exportClause)) {
    if (specifier !== undefined) exports.set(exportClause.name.text, { specifier, name: "*" });
  } else
    for (const { name, propertyName } of exportClause.elements) {
      const own = (propertyName ?? name).text;
      exports.set(name.text, specifier === undefined ? own : { specifier, name: own });
    }
}

/** A call in a condition, or one that asserts: it may narrow what it is given. */
function isGuard(call: ts.CallExpression, ts: TypeScript): boolean {
  if (ts.isExpressionStatement(call.parent)) return guardLike.test(call.expression.getText());
  for (let node: ts.Node = call; ; node = node.parent) {
    const { parent } = node;
    if (ts.isPrefixUnaryExpression(parent) || ts.isParenthesizedExpression(parent)) continue;
    if (ts.isBinaryExpression(parent)) {
      const { kind } = parent.operatorToken;
      if (kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken) return true;
      return false;
    }
    if (ts.isConditionalExpression(parent)) return parent.condition === node;
    return (ts.isIfStatement(parent) || ts.isWhileStatement(parent)) && parent.expression === node;
  }
}

/** `cart` of `cart.items[0]`. */
function rootName(node: ts.Expression, ts: TypeScript): string | undefined {
  let one = node;
  while (
    ts.isPropertyAccessExpression(one) ||
    ts.isElementAccessExpression(one) ||
    ts.isNonNullExpression(one)
  )
    one = one.expression;
  return ts.isIdentifier(one) ? one.text : undefined;
}

function add<Value>(lists: Map<string, Value[]>, name: string, value: Value): void {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [value]);
  else list.push(value);
}
