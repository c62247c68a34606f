// The classes that implement an interface: what a call through the interface comes to.
import type { Node } from "oxc-parser";
import { memberOfClass } from "./class-members.js";
import type { Linker } from "./linker.js";
import type { Heirs, Module } from "./module.js";
import type { Placed } from "./scopes.js";
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
    const { implementing } = heirsIn(module);
    if (implementing.size === 0) continue;
    for (const { node, scope } of names.flatMap((name) => implementing.get(name) ?? [])) {
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
export function implementedIn(module: Module): readonly string[] {
  return [...heirsIn(module).implementing.keys()];
}

/** The names that the interfaces of a module extend. */
export function extendedIn(module: Module): readonly string[] {
  return [...heirsIn(module).extending.keys()];
}

/** The name of an interface, and of those that extend it. */
function withExtensions(linker: Linker, name: string): readonly string[] {
  const names = new Set([name]);
  for (const module of linker.among({ kind: "extension", name }))
    for (const own of heirsIn(module).extending.get(name) ?? []) names.add(own);
  return [...names];
}

function heirsIn(module: Module): Heirs {
  if (module.heirs !== undefined) return module.heirs;
  const implementing = new Map<string, Placed<ClassNode>[]>();
  const extending = new Map<string, string[]>();
  const classes = module.text.includes("implements") ? module.scopes.scopeOf : [];
  for (const [node, scope] of classes) {
    if (node.type !== "ClassDeclaration" && node.type !== "ClassExpression") continue;
    for (const { expression } of node.implements ?? [])
      if (expression.type === "Identifier") add(implementing, expression.name, { node, scope });
  }
  for (const [name, { what }] of module.scopes.top.types) {
    if (what.kind !== "type" || what.node.type !== "TSInterfaceDeclaration") continue;
    for (const { expression } of what.node.extends)
      if (expression.type === "Identifier") add(extending, expression.name, name);
  }
  module.heirs = { implementing, extending };
  return module.heirs;
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
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
