// Statements and patterns -> the names that they declare in a scope.
import type { Node, TSType } from "oxc-parser";
import type { Binding, Declared, Scope, Step } from "./scopes.js";
import { globalObjects, keyName } from "./syntax.js";

/** Declares what a statement brings into its scope, before its inside is read: names may be used above. */
export function declareStatement(statement: Node, scope: Scope): void {
  switch (statement.type) {
    case "ImportDeclaration":
      for (const specifier of statement.specifiers) {
        const imported =
          specifier.type === "ImportDefaultSpecifier"
            ? "default"
            : specifier.type === "ImportNamespaceSpecifier"
              ? "*"
              : specifier.imported.type === "Literal"
                ? specifier.imported.value
                : specifier.imported.name;
        const typeOnly =
          statement.importKind === "type" ||
          (specifier.type === "ImportSpecifier" && specifier.importKind === "type");
        declarePattern(
          specifier.local,
          scope,
          { kind: "import", source: statement.source.value, imported, typeOnly },
          [],
        );
      }
      return;
    case "ExportNamedDeclaration":
      if (statement.declaration !== null) declareStatement(statement.declaration, scope);
      return;
    case "ExportDefaultDeclaration":
      declareStatement(statement.declaration, scope);
      return;
    case "VariableDeclaration":
      for (const { id, init } of statement.declarations) {
        // `declare const window: W` only says what the global object holds.
        if (statement.declare === true && id.type === "Identifier" && globalObjects.has(id.name)) continue;
        const what: Declared = {
          kind: "variable",
          constant: statement.kind === "const",
          init: init ?? undefined,
          ...(statement.declare === true && { ambient: true }),
        };
        declarePattern(id, statement.kind === "var" ? functionScope(scope) : scope, what, []);
      }
      return;
    case "FunctionDeclaration":
    case "TSDeclareFunction":
      if (statement.id !== null && statement.type === "FunctionDeclaration")
        declarePattern(statement.id, scope, { kind: "function", fn: statement }, []);
      return;
    case "ClassDeclaration":
      if (statement.id !== null) declarePattern(statement.id, scope, { kind: "class", cls: statement }, []);
      return;
    case "TSEnumDeclaration":
      declarePattern(statement.id, scope, { kind: "enum", node: statement }, []);
      return;
    case "TSModuleDeclaration":
      if (statement.id.type === "Identifier")
        declarePattern(statement.id, scope, { kind: "namespace", node: statement }, []);
      return;
    case "TSTypeAliasDeclaration":
    case "TSInterfaceDeclaration": {
      const { id } = statement;
      if (!scope.types.has(id.name))
        scope.types.set(
          id.name,
          bindingOf(id.name, id, scope, { kind: "type", node: statement }, [], undefined),
        );
      return;
    }
    case "TSImportEqualsDeclaration":
      if (statement.moduleReference.type === "TSExternalModuleReference")
        declarePattern(
          statement.id,
          scope,
          {
            kind: "import",
            source: statement.moduleReference.expression.value,
            imported: "=",
            typeOnly: false,
          },
          [],
        );
      return;
  }
}

/** Declares every name of a pattern. */
export function declarePattern(
  pattern: Node,
  scope: Scope,
  what: Declared,
  steps: readonly Step[],
  type?: TSType,
): void {
  switch (pattern.type) {
    case "Identifier":
      scope.values.set(
        pattern.name,
        bindingOf(pattern.name, pattern, scope, what, steps, pattern.typeAnnotation?.typeAnnotation ?? type),
      );
      return;
    case "AssignmentPattern": {
      const last = steps.at(-1);
      const fallback = pattern.right;
      // `{ a = 1 }` gives the step its fallback; a parameter's own is a step of its own.
      const next: readonly Step[] =
        last !== undefined && (last.kind === "key" || last.kind === "index")
          ? [...steps.slice(0, -1), { ...last, fallback }]
          : [...steps, { kind: "key", key: "", fallback }];
      declarePattern(pattern.left, scope, what, next, type);
      return;
    }
    case "ObjectPattern": {
      const own = pattern.typeAnnotation?.typeAnnotation ?? type;
      const taken: string[] = [];
      for (const property of pattern.properties) {
        if (property.type === "RestElement") {
          declarePattern(
            property.argument,
            scope,
            what,
            [...steps, { kind: "rest", without: taken, from: 0 }],
            own,
          );
          continue;
        }
        const key = keyName(property.key, property.computed);
        if (key !== undefined) taken.push(key);
        const step: Step =
          key === undefined ? { kind: "unknown" } : { kind: "key", key, fallback: undefined };
        declarePattern(property.value, scope, what, [...steps, step], own);
      }
      return;
    }
    case "ArrayPattern": {
      const own = pattern.typeAnnotation?.typeAnnotation ?? type;
      pattern.elements.forEach((element, index) => {
        if (element === null) return;
        if (element.type === "RestElement")
          declarePattern(
            element.argument,
            scope,
            what,
            [...steps, { kind: "rest", without: [], from: index }],
            own,
          );
        else
          declarePattern(
            element,
            scope,
            what,
            [...steps, { kind: "index", index, fallback: undefined }],
            own,
          );
      });
      return;
    }
  }
}

function bindingOf(
  name: string,
  { start, end }: { readonly start: number; readonly end: number },
  scope: Scope,
  what: Declared,
  steps: readonly Step[],
  type: TSType | undefined,
): Binding {
  return { name, scope, start, end, steps, type, what, writes: [], rewritten: false, unclear: false };
}

function functionScope(scope: Scope): Scope {
  let at = scope;
  while (at.fn === undefined && at.parent !== undefined) at = at.parent;
  return at;
}
