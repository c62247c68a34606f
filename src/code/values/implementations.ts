// The classes and objects that implement an interface: what a call through the interface comes to.
import type { Node, ObjectExpression } from "oxc-parser";
import { lookUp, lookUpType, type Placed, type Scope } from "../syntax/scopes.js";
import { bare, type ClassNode, type FunctionNode, isFunction, keyName, tailName } from "../syntax/syntax.js";
import { memberOfClass } from "./class-members.js";
import { evaluate } from "./evaluate.js";
import { exportedType } from "./exports.js";
import { byType } from "./language/types.js";
import type { Linker } from "./linker.js";
import { memberOf } from "./members.js";
import type { Heirs, Module } from "./module.js";
import {
  type ClassValue,
  type ExternalValue,
  type ParameterValue,
  type Site,
  spanOf,
  type TypedValue,
  type Value,
} from "./values.js";

/**
 * The methods of the classes and of the objects, among the modules that are read, that implement a method of an
 * interface.
 */
export function implementationsOf(linker: Linker, { type, site }: TypedValue): readonly Value[] {
  if (
    type.type !== "TSMethodSignature" &&
    type.type !== "TSFunctionType" &&
    type.type !== "TSTypeReference" &&
    type.type !== "TSEmptyBodyFunctionExpression"
  )
    return [];
  const owner = interfaceAround(site.module.scopes.top.types, type) ?? classAround(site, type);
  if (owner === undefined) return [];
  const names = withExtensions(linker, owner.name);
  const found: Value[] = [];
  for (const module of linker.among({ kind: "interface", names })) {
    const { implementing, objects } = heirsIn(module);
    for (const { node, scope } of names.flatMap((name) => implementing.get(name) ?? [])) {
      const value = memberOfClass(linker, instanceOf(module, node, scope), owner.member);
      if (value.kind === "function") found.push(value);
    }
    for (const { node, scope } of objects.get(owner.name) ?? []) {
      if (!isDeclaredAs(linker, module, { node, scope }, owner, site.module)) continue;
      const value = memberOf(linker, evaluate(linker, node, { module, scope }), owner.member);
      if (value.kind === "function") found.push(value);
    }
  }
  return found;
}

/** The same for an interface out of a package, which is known by its name and by where whoever implements it has it from. */
export function implementationsOfPackage(linker: Linker, { source, path }: ExternalValue): readonly Value[] {
  const [name, made, member] = path;
  if (name === undefined || member === undefined || made !== "new" || path.length !== 3) return [];
  const found: Value[] = [];
  for (const module of linker.among({ kind: "interface", names: [name] })) {
    const isMeant = (scope: Scope): boolean => {
      const what = lookUpType(scope, name)?.what;
      if (what?.kind !== "import" || what.imported !== name) return false;
      const target = linker.resolve(module.path, what.source);
      return target.kind === "package" && target.name === source;
    };
    const { implementing, objects } = heirsIn(module);
    for (const { node, scope } of implementing.get(name) ?? []) {
      // What extends a class of the package's is one of several, of which the package has some.
      const says = node.implements?.some(
        ({ expression }) => expression.type === "Identifier" && expression.name === name,
      );
      if (says !== true || !isMeant(scope)) continue;
      const value = memberOfClass(linker, instanceOf(module, node, scope), member);
      if (value.kind === "function") found.push(value);
    }
    for (const { node, scope } of objects.get(name) ?? []) {
      if (!isMeant(scope)) continue;
      const value = memberOf(linker, evaluate(linker, node, { module, scope }), member);
      if (value.kind === "function") found.push(value);
    }
  }
  return found;
}

function instanceOf(module: Module, cls: ClassNode, scope: Scope): ClassValue {
  const site = { module, scope: scope.parent ?? scope };
  return { kind: "class", span: spanOf(module, cls), cls, site, instance: true, given: new Map() };
}

/** What the type of a parameter says of a member of it, as the interface says it; undefined where it says nothing. */
export function declaredMember(linker: Linker, value: ParameterValue): TypedValue | undefined {
  const key = value.path.at(-1);
  if (typeof key !== "string") return undefined;
  const whole = byType(linker, { ...value, path: value.path.slice(0, -1) });
  if (whole === undefined || whole.kind === "parameter") return undefined;
  const member = memberOf(linker, whole, key);
  return member.kind === "typed" ? member : undefined;
}

/** Whether the name of an object's type is that of an interface, wherever both stand. */
function isDeclaredAs(
  linker: Linker,
  module: Module,
  { node, scope }: Placed<ObjectExpression>,
  { name, start, keys }: Owner,
  { path }: Module,
): boolean {
  const binding = lookUpType(scope, name);
  if (binding?.what.kind !== "import")
    return module.path === path && binding?.what.kind === "type" && binding.what.node.start === start;
  const target = linker.resolve(module.path, binding.what.source);
  // A module that another build brings in can't be followed: what has all of an interface's members by its name is one.
  if (target.kind === "package")
    return binding.what.imported === name && keys.length > 1 && hasAll(node, keys);
  const found = exportedType(linker, target.path, binding.what.imported);
  if (found === undefined || !("binding" in found)) return false;
  const { what } = found.binding;
  return found.module.path === path && what.kind === "type" && what.node.start === start;
}

function hasAll({ properties }: ObjectExpression, keys: readonly string[]): boolean {
  const own = new Set(
    properties.map((one) => (one.type === "Property" ? keyName(one.key, one.computed) : undefined)),
  );
  return keys.every((key) => own.has(key));
}

/** The names of the interfaces that the classes and objects of a module implement. */
export function implementedIn(module: Module): readonly string[] {
  const { implementing, objects } = heirsIn(module);
  return [...new Set([...implementing.keys(), ...objects.keys()])];
}

/** The names that the interfaces of a module extend. */
export function extendedIn(module: Module): readonly string[] {
  return [...heirsIn(module).extending.keys()];
}

/**
 * The name of an interface, of those that extend it, and of the abstract classes that implement it, whose heirs do so
 * without a word.
 */
function withExtensions(linker: Linker, name: string): readonly string[] {
  const names = new Set([name]);
  for (const module of linker.among({ kind: "extension", name }))
    for (const own of heirsIn(module).extending.get(name) ?? []) names.add(own);
  const known = [...names];
  for (const module of linker.among({ kind: "interface", names: known }))
    for (const { node } of known.flatMap((one) => heirsIn(module).implementing.get(one) ?? []))
      if (node.abstract && node.id !== null) names.add(node.id.name);
  return [...names];
}

function heirsIn(module: Module): Heirs {
  if (module.heirs !== undefined) return module.heirs;
  const implementing = new Map<string, Placed<ClassNode>[]>();
  const extending = new Map<string, string[]>();
  const classes = /\b(?:implements|extends)\b/.test(module.text) ? module.scopes.scopeOf : [];
  for (const [node, scope] of classes) {
    if (node.type !== "ClassDeclaration" && node.type !== "ClassExpression") continue;
    for (const { expression } of node.implements ?? [])
      if (expression.type === "Identifier") add(implementing, expression.name, { node, scope });
    if (node.superClass?.type === "Identifier") add(implementing, node.superClass.name, { node, scope });
  }
  for (const [name, { what }] of module.scopes.top.types) {
    if (what.kind !== "type" || what.node.type !== "TSInterfaceDeclaration") continue;
    for (const { expression } of what.node.extends)
      if (expression.type === "Identifier") add(extending, expression.name, name);
  }
  module.heirs = { implementing, extending, objects: typedObjects(module) };
  return module.heirs;
}

/** The objects with methods that are written with the name of a type: `const sink: Sink = { track() {} }`. */
function typedObjects({ scopes, text }: Module): Heirs["objects"] {
  const objects = new Map<string, Placed<ObjectExpression>[]>();
  const note = (type: Node | undefined, value: Node | undefined, scope: Scope): void => {
    if (type?.type !== "TSTypeReference" || type.typeName.type !== "Identifier") return;
    const node = value === undefined || !("type" in value) ? undefined : objectIn(value);
    if (node !== undefined) add(objects, type.typeName.name, { node, scope });
  };
  for (const scope of scopesIn(scopes))
    for (const { type, what, steps } of scope.values.values())
      if (type !== undefined && steps.length === 0 && what.kind === "variable") note(type, what.init, scope);
  for (const [fn, returned] of scopes.returns)
    for (const { node, scope } of fn.returnType == null ? [] : returned)
      note(fn.returnType?.typeAnnotation, node, scope);
  if (text.includes("useImperativeHandle"))
    for (const { type, made } of handlesIn(scopes))
      for (const { node, scope } of scopes.returns.get(made) ?? []) note(type, node, scope);
  return objects;
}

/** What components give out by their refs: `useImperativeHandle(ref, () => ({ note }))`, and the type that is written at it. */
function handlesIn({
  calls,
}: Module["scopes"]): readonly { readonly type: Node | undefined; readonly made: FunctionNode }[] {
  return calls.flatMap(({ node, scope }) => {
    if (node.type !== "CallExpression" || tailName(node.callee) !== "useImperativeHandle") return [];
    const [ref, made] = node.arguments;
    if (made === undefined || !isFunction(made)) return [];
    const around = calls.find(
      ({ node: one }) =>
        one.type === "CallExpression" &&
        one.start < node.start &&
        one.end > node.end &&
        tailName(one.callee) === "forwardRef",
    )?.node;
    const declared = ref?.type === "Identifier" ? lookUp(scope, ref.name)?.type : undefined;
    const type =
      node.typeArguments?.params[0] ??
      (declared?.type === "TSTypeReference" ? declared.typeArguments?.params[0] : undefined) ??
      (around?.type === "CallExpression" ? around.typeArguments?.params[0] : undefined);
    return [{ type, made }];
  });
}

/** The scopes of a module, those of blocks too where anything stands in them that has members. */
function scopesIn({ scopeOf, top }: Module["scopes"]): ReadonlySet<Scope> {
  const found = new Set([top]);
  for (const scope of scopeOf.values())
    for (let at: Scope | undefined = scope; at !== undefined && !found.has(at); at = at.parent) found.add(at);
  return found;
}

/** An object that has functions for members. */
function objectIn(value: Node): ObjectExpression | undefined {
  const node = value.type === "ParenthesizedExpression" ? bare(value) : value;
  return node.type === "ObjectExpression" &&
    node.properties.some(
      (one) =>
        one.type === "Property" &&
        (one.shorthand || isFunction(one.value) || one.value.type === "CallExpression"),
    )
    ? node
    : undefined;
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** An interface, where it stands, one of its members, and all that whoever implements it has. */
type Owner = {
  readonly name: string;
  readonly member: string;
  readonly start: number;
  readonly keys: readonly string[];
};

/** The abstract class in which a method is only declared, and the name of the method. */
function classAround({ module, scope }: Site, signature: Node): Owner | undefined {
  const cls = module.scopes.scopeOf.get(signature)?.parent?.cls ?? scope.cls;
  for (const one of cls?.body.body ?? []) {
    if (one.type !== "TSAbstractMethodDefinition" || one.value !== signature) continue;
    const member = keyName(one.key, one.computed);
    if (cls?.id != null && member !== undefined)
      return { name: cls.id.name, member, start: cls.start, keys: [] };
  }
  return undefined;
}

/** The interface in which a signature stands, and the name of the member. */
function interfaceAround(
  types: ReadonlyMap<string, { readonly what: { readonly kind: string; readonly node?: Node } }>,
  signature: Node,
): Owner | undefined {
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
      if (key !== undefined)
        return { name, member: key, start: node.start, keys: members.flatMap(requiredKey) };
    }
  }
  return undefined;
}

function requiredKey(member: Node): readonly string[] {
  if (member.type !== "TSMethodSignature" && member.type !== "TSPropertySignature") return [];
  const key = keyName(member.key, member.computed);
  return member.optional || key === undefined ? [] : [key];
}
