// The classes that implement an interface: what a call through the interface comes to.
import type { Node } from "oxc-parser";
import { memberOfClass } from "./class-members.js";
import type { Linker } from "./linker.js";
import type { Module } from "./module.js";
import { type ClassNode, keyName } from "./syntax.js";
import { spanOf, type TypedValue, type Value } from "./values.js";

/** The methods of the classes, among the modules that are read, that implement a method of an interface. */
export function implementationsOf(linker: Linker, { type, site }: TypedValue): readonly Value[] {
  if (type.type !== "TSMethodSignature" && type.type !== "TSFunctionType") return [];
  const owner = interfaceAround(site.module.scopes.top.types, type);
  if (owner === undefined) return [];
  const names = withExtensions(linker, owner.name);
  const found: Value[] = [];
  for (const module of linker.among({ kind: "interface", names })) {
    for (const [node, scope] of module.scopes.scopeOf) {
      if (node.type !== "ClassDeclaration" && node.type !== "ClassExpression") continue;
      if (!interfacesOf(node).some((name) => names.includes(name))) continue;
      const value = memberOfClass(
        linker,
        {
          kind: "class",
          span: spanOf(module, node),
          cls: node,
          site: { module, scope: scope.parent ?? scope },
          instance: true,
          given: new Map(),
        },
        owner.member,
      );
      if (value.kind === "function") found.push(value);
    }
  }
  return found;
}

/** The names of the interfaces that the classes of a module implement. */
export function implementedIn({ text, scopes }: Module): readonly string[] {
  if (!text.includes("implements")) return [];
  const names = [...scopes.scopeOf.keys()].flatMap((node) =>
    node.type === "ClassDeclaration" || node.type === "ClassExpression" ? interfacesOf(node) : [],
  );
  return [...new Set(names)];
}

function interfacesOf({ implements: all }: ClassNode): readonly string[] {
  return (all ?? []).flatMap(({ expression }) => (expression.type === "Identifier" ? [expression.name] : []));
}

/** The names that the interfaces of a module extend. */
export function extendedIn({ scopes }: Module): readonly string[] {
  return [...scopes.top.types.values()].flatMap(({ what }) =>
    what.kind === "type" ? [...basesOf(what.node)] : [],
  );
}

function basesOf(node: Node): readonly string[] {
  if (node.type !== "TSInterfaceDeclaration") return [];
  return node.extends.flatMap(({ expression }) =>
    expression.type === "Identifier" ? [expression.name] : [],
  );
}

/** The name of an interface, and of those that extend it. */
function withExtensions(linker: Linker, name: string): readonly string[] {
  const names = [name];
  for (const module of linker.among({ kind: "extension", name }))
    for (const [own, { what }] of module.scopes.top.types)
      if (what.kind === "type" && !names.includes(own) && basesOf(what.node).includes(name)) names.push(own);
  return names;
}

/** The interface in which a signature stands, and the name of the member. */
function interfaceAround(
  types: ReadonlyMap<string, { readonly what: { readonly kind: string; readonly node?: Node } }>,
  signature: Node,
): { readonly name: string; readonly member: string } | undefined {
  for (const [name, { what }] of types) {
    const node = what.node;
    if (node?.type !== "TSInterfaceDeclaration" && node?.type !== "TSTypeAliasDeclaration") continue;
    if (signature.start < node.start || signature.end > node.end) continue;
    const members =
      node.type === "TSInterfaceDeclaration"
        ? node.body.body
        : node.typeAnnotation.type === "TSTypeLiteral"
          ? node.typeAnnotation.members
          : [];
    for (const member of members) {
      if (member.type !== "TSMethodSignature" && member.type !== "TSPropertySignature") continue;
      if (signature.start < member.start || signature.end > member.end) continue;
      const key = keyName(member.key, member.computed);
      if (key !== undefined) return { name, member: key };
    }
  }
  return undefined;
}
