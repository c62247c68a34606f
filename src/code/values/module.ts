// One parsed file: its text, its scopes, and what it exports.
import type { Argument, CallExpression, Expression, Node, ObjectExpression } from "oxc-parser";
import type { CodeFile } from "../languages.js";
import type { Binding, ModuleScopes, Placed } from "../syntax/scopes.js";
import { type ClassNode, keyName } from "../syntax/syntax.js";
import type { Assigned } from "./assigned.js";
import type { Handing } from "./changers.js";
import type { KeyedPut } from "./copies.js";
import type { Services } from "./frameworks/angularjs.js";
import type { Kept } from "./frameworks/kept.js";
import type { Made } from "./globals.js";
import type { Instances } from "./instances.js";
import { isLoader } from "./invoked.js";
import type { PutPlace } from "./put-places.js";

export type Module = {
  readonly path: string;
  readonly file: CodeFile;
  readonly text: string;
  readonly scopes: ModuleScopes;
  readonly exports: ModuleExports;
  /** Names by which bindings are called. */
  readonly calleeNames: Map<object, readonly string[]>;
  /** The assignments of names that are assigned again. */
  readonly assigned: Map<Binding, Assigned>;
  /** When something is put into what a name stands for, by the name and by what is put. */
  readonly putPlaces: Map<Binding, Map<Node, PutPlace | undefined>>;
  /**
   * What it makes global by name, its calls by what stands among their arguments, and its heirs, once somebody asked. All of this
   * is here and in no WeakMap, whose values V8 keeps alive until it collects all that is old.
   */
  globals: ReadonlyMap<string, readonly Made[]> | undefined;
  callsAround: ReadonlyMap<Node, CallExpression> | undefined;
  heirs: Heirs | undefined;
  /** What its functions say of `this`. */
  instances: Instances | undefined;
  services: Services | undefined;
  /** What it keeps under keys. */
  kept: readonly Kept[] | undefined;
  /** Whether a tool generated it from a tracking plan. */
  typedClient: boolean | undefined;
  /** What is put into names: by name, and by key. */
  putInNames: ReadonlyMap<string, ReadonlyMap<string, PutInName>> | undefined;
  /** What is changed in it after it was made: by binding, and of `this`. */
  changes:
    | {
        readonly bindings: ReadonlyMap<Binding, Changes>;
        /** By key, with what is put into a list there. */
        readonly own: ReadonlyMap<string, readonly Placed<Argument>[]>;
      }
    | undefined;
};

/** `F.a = b`: what is put in first, and which of all assignments to members that is. */
export type PutInName = { readonly value: Placed<Expression>; readonly order: number };

/** A value that is put under a key, and where the key stands. */
export type Put = Placed<Expression> & { readonly key: Node };

/** What is put into an object or a list after it was made. */
export type Changes = {
  /** Values that are put under a key. */
  readonly puts: Map<string, Put[]>;
  /** Keys under which something changes that is not followed. */
  readonly unclear: Set<string>;
  readonly removed: Set<string>;
  /** Values that are put under keys which are worked out at run time. */
  readonly keyed: KeyedPut[];
  /** What is copied into it. */
  readonly copied: Placed<Expression>[];
  /** What is put at the end of a list. */
  readonly pushed: Placed<Argument>[];
  /** Functions that it is handed to and that may put something into it, as their names say. */
  readonly handed: Handing[];
  /** True where keys or elements come in that are not known. */
  open: boolean;
};

/** Classes and objects by the interfaces that they implement, and interfaces by those that they extend. */
export type Heirs = {
  readonly objects: ReadonlyMap<string, readonly Placed<ObjectExpression>[]>;
  readonly implementing: ReadonlyMap<string, readonly Placed<ClassNode>[]>;
  readonly extending: ReadonlyMap<string, readonly string[]>;
};

export type Exported =
  | { readonly kind: "local"; readonly name: string; readonly node: Node }
  | { readonly kind: "value"; readonly value: Placed }
  | { readonly kind: "from"; readonly source: string; readonly imported: string };

export type ModuleExports = {
  readonly named: ReadonlyMap<string, Exported>;
  /** `export * from`. */
  readonly stars: readonly string[];
  /** `module.exports = ...` and `export =`. */
  readonly whole: Placed<Expression> | undefined;
};

/** What a module exports, by ES modules and CommonJS. */
export function readExports(scopes: ModuleScopes): ModuleExports {
  const named = new Map<string, Exported>();
  const stars: string[] = [];
  let whole: Placed<Expression> | undefined;
  const { top } = scopes;
  for (const node of scopes.exports) {
    if (node.type === "ExportAllDeclaration") {
      if (node.exported === null) stars.push(node.source.value);
      else named.set(nameOf(node.exported), { kind: "from", source: node.source.value, imported: "*" });
    } else if (node.type === "ExportDefaultDeclaration") {
      named.set("default", { kind: "value", value: { node: node.declaration, scope: top } });
    } else if (node.type === "TSExportAssignment") {
      whole = { node: node.expression, scope: top };
    } else if (node.type === "ExportNamedDeclaration") {
      for (const { local, exported } of node.specifiers) {
        const name = nameOf(exported);
        if (node.source === null) named.set(name, { kind: "local", name: nameOf(local), node: local });
        else named.set(name, { kind: "from", source: node.source.value, imported: nameOf(local) });
      }
      if (node.declaration !== null)
        for (const name of declaredNames(node.declaration))
          named.set(name, { kind: "local", name, node: node.declaration });
    }
  }
  for (const { target, value } of scopes.memberWrites) {
    const { node } = target;
    if (node.type !== "MemberExpression") continue;
    const name = keyName(node.property, node.computed);
    const { object } = node;
    if (name === undefined) continue;
    if (object.type === "Identifier" && object.name === "module" && name === "exports")
      whole = { node: value, scope: target.scope };
    else if (
      (object.type === "Identifier" && object.name === "exports") ||
      (object.type === "MemberExpression" &&
        object.object.type === "Identifier" &&
        object.object.name === "module" &&
        keyName(object.property, object.computed) === "exports")
    )
      named.set(name, { kind: "value", value: { node: value, scope: target.scope } });
  }
  return { named, stars, whole: whole ?? definedIn(scopes) };
}

/** The call of AMD's by which a module says what it is: `define(["./cart"], function (cart) { return {} })`. */
function definedIn({ defined }: ModuleScopes): Placed<Expression> | undefined {
  return defined !== undefined && isLoader(defined.node, defined.scope, defining) ? defined : undefined;
}

const defining: ReadonlySet<string> = new Set(["define"]);

function nameOf(node: { readonly type: string; readonly name?: string; readonly value?: unknown }): string {
  return node.name ?? String(node.value);
}

function declaredNames(node: Node): readonly string[] {
  switch (node.type) {
    case "VariableDeclaration":
      return node.declarations.flatMap(({ id }) => patternNames(id));
    case "FunctionDeclaration":
    case "ClassDeclaration":
      return node.id === null ? [] : [node.id.name];
    case "TSEnumDeclaration":
    case "TSTypeAliasDeclaration":
    case "TSInterfaceDeclaration":
      return [node.id.name];
    case "TSModuleDeclaration":
      return node.id.type === "Identifier" ? [node.id.name] : [];
    default:
      return [];
  }
}

function patternNames(pattern: Node): readonly string[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern.name];
    case "ObjectPattern":
      return pattern.properties.flatMap((one) =>
        patternNames(one.type === "Property" ? one.value : one.argument),
      );
    case "ArrayPattern":
      return pattern.elements.flatMap((one) => (one === null ? [] : patternNames(one)));
    case "AssignmentPattern":
      return patternNames(pattern.left);
    case "RestElement":
      return patternNames(pattern.argument);
    default:
      return [];
  }
}
