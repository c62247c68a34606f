// The members of classes and of their instances: methods, fields, what the constructor sets, what is inherited.
import type { Node } from "oxc-parser";
import { isClient } from "../presets/index.js";
import { functionAround } from "../syntax/scopes.js";
import { type ClassNode, keyName } from "../syntax/syntax.js";
import { leftToHeirs } from "./abstract-members.js";
import { askedOn } from "./asked-on.js";
import { assignedTo, classAround } from "./assigned-fields.js";
import { valueOfBinding } from "./bindings.js";
import { argumentValues, resultOf } from "./call-values.js";
import { changesThis, opened } from "./changes.js";
import { evaluate } from "./evaluate.js";
import { propOf, propsOf } from "./frameworks/class-components.js";
import { stateOf } from "./frameworks/component-state.js";
import { providedBy } from "./frameworks/contexts.js";
import { serviceField } from "./frameworks/ember.js";
import { injectedBy } from "./frameworks/kept.js";
import { settle } from "./language/types.js";
import { type Linker, nested } from "./linker.js";
import { ownersOf } from "./owners.js";
import { filled } from "./queues.js";
import { substitute } from "./substitute.js";
import {
  type Arguments,
  type ClassValue,
  idOf,
  type Site,
  spanOf,
  unionOf,
  unknown,
  type Value,
} from "./values.js";

/** A member of a class (static) or of its instances. */
export function memberOfClass(linker: Linker, value: ClassValue, key: string): Value {
  return nested(linker, value.span, () => askedOn(linker, value, key, memberOf(linker, value, key)));
}

function memberOf(linker: Linker, value: ClassValue, key: string): Value {
  const { cls, site, instance } = value;
  const { module } = site;
  const inside: Site = { module, scope: module.scopes.scopeOf.get(cls) ?? site.scope };
  const own = ownMember(linker, value, key, inside);
  if (own !== undefined) return value.given.size === 0 ? own : substitute(linker, own, value.given);
  if (cls.superClass === null) {
    if (!instance && key === "prototype") return { ...value, instance: true };
    return unknown(value.span, `"${cls.id?.name ?? "the class"}" has no "${key}"`);
  }
  const above = evaluate(linker, cls.superClass, site);
  if (above.kind === "class") {
    const given = instance ? withSuper(linker, value, above) : value.given;
    return memberOfClass(linker, { ...above, instance, given }, key);
  }
  if (instance && key === "props") return propsOf(value);
  if (instance && key === "context") {
    const context = ownMember(linker, { ...value, instance: false }, "contextType", inside);
    if (context?.kind === "context") return providedBy(linker, context, value.span);
  }
  if (above.kind === "external")
    return { ...above, path: [...above.path, ...(instance ? ["new"] : []), key] };
  return unknown(value.span, `"${key}" of a class above that is not known`);
}

/** What the constructor of the class above is given: what `super(...)` hands on. */
function withSuper(linker: Linker, value: ClassValue, above: ClassValue): Arguments {
  const { given } = value;
  const own = ownConstructor(value);
  const maker = constructorOf(linker, above);
  if (own === undefined || maker?.kind !== "function") return given;
  const { module } = value.site;
  const call = module.scopes.calls.find(
    ({ node, scope }) =>
      node.type === "CallExpression" && node.callee.type === "Super" && functionAround(scope) === own,
  );
  if (call?.node.type !== "CallExpression") return given;
  const handed = argumentValues(linker, call.node.arguments, { module, scope: call.scope });
  // Of an instance of which nothing is known, what the class always says is.
  if (given.size === 0 && handed.some((one) => ownersOf(one).size > 0)) return given;
  const id = idOf(maker.site.module, maker.fn);
  return new Map([...given, [id, handed.map((one) => substitute(linker, one, given))]]);
}

function ownConstructor({ cls }: ClassValue): Node | undefined {
  for (const member of cls.body.body)
    if (member.type === "MethodDefinition" && member.kind === "constructor" && member.value.body !== null)
      return member.value;
  return undefined;
}

/** Whether a class has a method with a body under a name, beside those that only say how it is called. */
function isImplemented({ body }: ClassNode, key: string, isStatic: boolean): boolean {
  return body.body.some(
    (member) =>
      member.type === "MethodDefinition" &&
      member.static === isStatic &&
      member.value.body !== null &&
      keyName(member.key, member.computed) === key,
  );
}

function ownMember(linker: Linker, value: ClassValue, key: string, site: Site): Value | undefined {
  const { cls, instance } = value;
  const { module } = site;
  const candidates: Value[] = [];
  let type: Node | undefined;
  let isFixed = !instance;
  for (const member of cls.body.body) {
    if (member.type === "MethodDefinition" || member.type === "TSAbstractMethodDefinition") {
      if (member.kind === "constructor") {
        if (instance) {
          const property = constructorProperty(linker, member.value, key, site);
          if (property !== undefined) return property;
        }
        continue;
      }
      if (member.static === instance || keyName(member.key, member.computed) !== key) continue;
      if (member.kind === "set") continue;
      const open = leftToHeirs(linker, value, member, key, site);
      if (open !== undefined) return open;
      const method = evaluate(linker, member.value, site);
      if (member.kind === "get") return resultOf(linker, method, []);
      if (member.value.body === null) {
        // One of the ways to call it: what it does stands below.
        if (isImplemented(cls, key, member.static)) continue;
        // Only declared: subclasses have it.
        return { kind: "typed", span: spanOf(module, member), type: member.value, site };
      }
      return method;
    }
    if (
      member.type === "PropertyDefinition" ||
      member.type === "TSAbstractPropertyDefinition" ||
      member.type === "AccessorProperty"
    ) {
      if (member.static === instance || keyName(member.key, member.computed) !== key) continue;
      const open = leftToHeirs(linker, value, member, key, site);
      if (open !== undefined) return open;
      const prop = linker.near ? undefined : propOf(linker, value, member.decorators, key, site);
      if (prop !== undefined) return prop;
      const service = serviceField(linker, module, member.decorators, key, spanOf(module, member));
      if (service !== undefined) return service;
      const given = injectedBy(linker, member.decorators, site, spanOf(module, member));
      if (given !== undefined) return given;
      type = member.typeAnnotation?.typeAnnotation;
      isFixed ||= member.key.type === "PrivateIdentifier" || ("readonly" in member && member.readonly);
      if (member.value !== null && member.value !== undefined)
        candidates.push(evaluate(linker, member.value, site));
      else candidates.push({ kind: "undefined", span: spanOf(module, member) });
    }
  }
  for (const write of module.scopes.memberWrites) {
    const { node, scope } = write.target;
    if (node.type !== "MemberExpression" || keyName(node.property, node.computed) !== key) continue;
    if (
      instance
        ? node.object.type !== "ThisExpression" || classAround(scope) !== cls
        : !names(node.object, cls)
    )
      continue;
    if (linker.active.has(write.value)) continue;
    linker.active.add(write.value);
    candidates.push(evaluate(linker, write.value, { module, scope }));
    linker.active.delete(write.value);
  }
  if (instance && (candidates.length > 0 || cls.superClass === null))
    candidates.push(...assignedTo(linker, value, key));
  if (candidates.length === 0) return undefined;
  if (!isFixed) {
    const written = candidates.filter((one) => one.kind !== "string" || one.value !== "");
    candidates.splice(0, candidates.length, ...(written.length > 0 ? written : candidates).map(later));
  }
  const known = candidates.filter(
    ({ kind }) => kind !== "undefined" && kind !== "null" && kind !== "unknown",
  );
  const span = spanOf(module, cls);
  const changed = changesThis(module, key);
  const changes = changed !== undefined;
  const pushed = changed?.filter(({ scope }) => classAround(scope) === cls) ?? [];
  const queue = pushed.length === 0 ? undefined : filled(linker, module, known, pushed);
  if (queue !== undefined) return queue;
  // For a client, one of the values that are known is better than none; a payload is sent as it is.
  if (
    linker.near &&
    (changes || (candidates.length > 1 && candidates.some(({ kind }) => kind === "unknown")))
  )
    return unknown(span, `"${key}" changes`);
  if (changes || known.length > 1) known.splice(0, known.length, ...known.map(opened));
  const vague =
    known.length === 0 ||
    known.every((one) => one.kind === "parameter" || (one.kind === "external" && !isClient(one)));
  if (type !== undefined && vague) {
    const typed: Value = { kind: "typed", span, type, site };
    const isGiven = known.some((one) => one.kind === "parameter" && value.given.has(one.owner));
    // A type of functions says nothing of what they do.
    const settled = known.some((one) => one.kind === "parameter") ? settle(linker, typed) : typed;
    const isFunction = settled.kind === "typed" && settled.type.type === "TSFunctionType";
    if (isGiven || isFunction) return unionOf(span, known);
    // A text that it is given is what it is, and a type of texts says little.
    if (known.length > 0 && saysText(settle(linker, typed)))
      return unionOf(span, [...known, ...candidates.filter(({ kind }) => kind === "unknown")]);
    // What the constructor is given says more than the type, where it is known at the construction.
    if (known.length === 0 || known.some(({ kind }) => kind === "parameter")) return typed;
    // So does the type of what a library hands on: `this.commands = this.dispose.track(new Commands())`.
    return settle(linker, typed).kind === "class" ? typed : unionOf(span, known);
  }
  const found = unionOf(span, known.length > 0 ? known : candidates);
  return instance && key === "state" && cls.superClass !== null ? stateOf(module, cls, found) : found;
}

/** Whether a type is that of texts, and of nothing. */
function saysText(value: Value): boolean {
  if (value.kind === "union")
    return value.members.some((one) => saysText(one)) && value.members.every(isPlain);
  return value.kind === "text";
}

function isPlain({ kind }: Value): boolean {
  return kind === "text" || kind === "string" || kind === "undefined" || kind === "null";
}

/** What stands in a field that anybody may set, by the value that it begins with: an empty one is only its place. */
function later(value: Value): Value {
  const { span } = value;
  switch (value.kind) {
    case "string":
      return value.value === "" ? { kind: "text", span } : value;
    case "number":
    case "boolean":
      return { kind: value.kind, span };
    default:
      return value;
  }
}

function constructorProperty(linker: Linker, fn: Node, key: string, site: Site): Value | undefined {
  if (fn.type !== "FunctionExpression") return undefined;
  for (const param of fn.params) {
    if (param.type !== "TSParameterProperty") continue;
    const inner = param.parameter.type === "AssignmentPattern" ? param.parameter.left : param.parameter;
    if (inner.type !== "Identifier" || inner.name !== key) continue;
    const binding = site.module.scopes.scopeOf.get(fn)?.values.get(key);
    return binding === undefined ? undefined : valueOfBinding(linker, binding, site.module);
  }
  return undefined;
}

function names(object: Node, cls: ClassNode): boolean {
  return object.type === "Identifier" && object.name === cls.id?.name;
}

/** Classes may be written to extend each other. */
const mostAbove = 30;

/** The constructors of a class and of those above it, by their identities: `super(...)` goes through all of them. */
export function constructorsOf(linker: Linker, value: ClassValue): ReadonlySet<string> {
  const found = new Set<string>();
  let at: Value = value;
  for (let depth = 0; at.kind === "class" && depth < mostAbove; depth++) {
    const own = ownConstructor(at);
    if (own !== undefined) found.add(idOf(at.site.module, own));
    at =
      at.cls.superClass === null
        ? unknown(at.span, "no class above")
        : evaluate(linker, at.cls.superClass, at.site);
  }
  return found;
}

/** The constructor of a class, its own or inherited. */
export function constructorOf(linker: Linker, value: ClassValue, depth = 0): Value | undefined {
  const { cls, site } = value;
  if (depth > mostAbove) return undefined;
  for (const member of cls.body.body)
    if (member.type === "MethodDefinition" && member.kind === "constructor" && member.value.body !== null)
      return evaluate(linker, member.value, {
        module: site.module,
        scope: site.module.scopes.scopeOf.get(cls) ?? site.scope,
      });
  if (cls.superClass === null) return undefined;
  const above = evaluate(linker, cls.superClass, site);
  return above.kind === "class" ? constructorOf(linker, above, depth + 1) : undefined;
}
