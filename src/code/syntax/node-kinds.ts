// What each kind of node of a syntax tree is to the reader of scopes.
import { visitorKeys } from "oxc-parser";

/** Keys that hold types, which are read where they are asked for. */
const typeKeys = new Set([
  "typeAnnotation",
  "typeParameters",
  "typeArguments",
  "returnType",
  "superTypeArguments",
  "implements",
]);
/** The nodes that say something about scopes or names; of all others only the children are read. */
const telling = new Set([
  ...["Program", "ImportDeclaration", "ExportNamedDeclaration", "ExportDefaultDeclaration"],
  ...["ExportAllDeclaration", "TSExportAssignment", "BlockStatement", "StaticBlock", "TSModuleBlock"],
  ...["SwitchStatement", "ForStatement", "ForOfStatement", "ForInStatement", "CatchClause"],
  ...["ArrowFunctionExpression", "FunctionExpression", "FunctionDeclaration", "ClassDeclaration"],
  ...["ClassExpression", "MethodDefinition", "TSAbstractMethodDefinition", "PropertyDefinition"],
  ...["AccessorProperty", "ObjectExpression", "Property", "VariableDeclarator", "AssignmentExpression"],
  ...[
    "UnaryExpression",
    "UpdateExpression",
    "ReturnStatement",
    "CallExpression",
    "NewExpression",
    "JSXOpeningElement",
  ],
]);

/** Without what it stands in: closing tags, texts and types, which are read where they are asked for. */
const passedOver = new Set([
  ...["JSXClosingElement", "Literal", "JSXText", "TSTypeAliasDeclaration", "TSInterfaceDeclaration"],
]);

type Kind = { readonly keys: readonly string[]; readonly tells: boolean };

/**
 * By a node's type. A plain object: looking a text up in it makes V8 hold that text once, where each node has come with
 * a text of its own, and equal texts that are one are compared at once.
 */
export const kinds: { readonly [type: string]: Kind | undefined } = Object.assign(
  Object.create(null),
  Object.fromEntries(
    Object.entries(visitorKeys).map(([type, keys]): [string, Kind] => [
      type,
      {
        keys: passedOver.has(type) ? [] : keys.filter((key) => !typeKeys.has(key)).reverse(),
        tells: telling.has(type),
      },
    ]),
  ),
);
