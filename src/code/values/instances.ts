// What functions make that are called with `new`: the members that they set on `this`, and those of their prototype.
import type { Expression, Node, ObjectExpression } from "oxc-parser";
import { lookUp, type Placed, type Scope } from "../syntax/scopes.js";
import { bare, type FunctionNode, isFunction, keyName, tailName } from "../syntax/syntax.js";
import { lazily } from "./lazily.js";
import type { Linker } from "./linker.js";
import type { Module } from "./module.js";
import { type FunctionValue, type Member, spanOf, type Value } from "./values.js";

/** What a module says of `this` in its functions. */
export type Instances = {
  /** What functions set on `this`. */
  readonly own: ReadonlyMap<FunctionNode, readonly Written[]>;
  /** What is set on prototypes, by the function's name. */
  readonly shared: ReadonlyMap<string, readonly Written[]>;
  /** Objects whose methods a prototype gets, and whose it is. */
  readonly prototypes: ReadonlyMap<Node, { readonly name: string; readonly scope: Scope }>;
  /** What functions are called on, by where they are put. */
  readonly holders: ReadonlyMap<FunctionNode, Holder>;
};

/** A member, or all of them where it has no key. */
type Written = { readonly key: string | undefined; readonly value: Placed<Expression> };

type Holder =
  | { readonly kind: "instance"; readonly fn: FunctionNode }
  | { readonly kind: "prototype"; readonly name: string; readonly scope: Scope }
  | { readonly kind: "object"; readonly object: Placed<Expression> };

/** What `this` is in a function that stands in no class and in no object. */
export function thisIn(linker: Linker, module: Module, fn: FunctionNode): Value | undefined {
  const { own, holders } = instancesOf(module);
  const holder = holders.get(fn);
  if (holder?.kind === "instance") return instanceOf(linker, module, holder.fn);
  if (holder?.kind === "prototype") {
    const made = functionNamed(holder.scope, holder.name);
    return made === undefined ? instanceNamed(linker, module, holder) : instanceOf(linker, module, made);
  }
  if (own.has(fn) || hasPrototype(module, fn)) return instanceOf(linker, module, fn);
  return holder === undefined
    ? undefined
    : linker.evaluate(holder.object.node, { module, scope: holder.object.scope });
}

/** An instance of the class, of this file or of another, whose prototype gets a method: `Reports.prototype.note = function () {}`. */
function instanceNamed(
  linker: Linker,
  module: Module,
  { name, scope }: { readonly name: string; readonly scope: Scope },
): Value | undefined {
  const binding = lookUp(scope, name);
  if (binding === undefined) return undefined;
  const { start, end } = binding;
  const made = linker.evaluate({ type: "Identifier", name, start, end }, { module, scope });
  return made.kind === "class" ? { ...made, instance: true } : undefined;
}

/** What `this` is in a method of an object that a prototype is, or takes in. */
export function thisInPrototype(linker: Linker, module: Module, object: Node): Value | undefined {
  const owner = instancesOf(module).prototypes.get(object);
  if (owner === undefined) return undefined;
  const fn = functionNamed(owner.scope, owner.name);
  return fn === undefined ? instanceNamed(linker, module, owner) : instanceOf(linker, module, fn);
}

/** What `new` makes of a function; undefined where it sets nothing. */
export function made(linker: Linker, { fn, site: { module } }: FunctionValue): Value | undefined {
  return instancesOf(module).own.has(fn) || hasPrototype(module, fn)
    ? instanceOf(linker, module, fn)
    : undefined;
}

function instanceOf(linker: Linker, module: Module, fn: FunctionNode): Value {
  const { own, shared } = instancesOf(module);
  const written = [...nameOf(module, fn).flatMap((name) => shared.get(name) ?? []), ...(own.get(fn) ?? [])];
  const members = written.map(({ key, value }): Member => {
    const read = lazily(() => linker.evaluate(value.node, { module, scope: value.scope }));
    return key === undefined
      ? { kind: "spread", value: read }
      : { kind: "property", name: key, span: spanOf(module, value.node), value: read, optional: false };
  });
  return {
    kind: "object",
    span: spanOf(module, fn),
    members: [{ kind: "computed", later: true }, ...members],
  };
}

function hasPrototype(module: Module, fn: FunctionNode): boolean {
  const { shared } = instancesOf(module);
  return shared.size > 0 && nameOf(module, fn).some((name) => shared.has(name));
}

function nameOf(module: Module, fn: FunctionNode): readonly string[] {
  const own = fn.id === null || fn.id === undefined ? [] : [fn.id.name];
  return [...own, ...(module.scopes.names.get(fn) ?? []).filter((name) => !own.includes(name))];
}

function functionNamed(scope: Scope, name: string): FunctionNode | undefined {
  const what = lookUp(scope, name)?.what;
  if (what?.kind === "function") return what.fn;
  const init = what?.kind === "variable" && what.init !== undefined ? bare(what.init) : undefined;
  return init !== undefined && isFunction(init) ? init : undefined;
}

function instancesOf(module: Module): Instances {
  if (module.instances !== undefined) return module.instances;
  const own = new Map<FunctionNode, Written[]>();
  const shared = new Map<string, Written[]>();
  const holders = new Map<FunctionNode, Holder>();
  const prototypes = new Map<Node, { name: string; scope: Scope }>();
  module.instances = { own, shared, prototypes, holders };
  const takeIn = (name: string, object: ObjectExpression, scope: Scope): void => {
    put(shared, name, { key: undefined, value: { node: object, scope } });
    prototypes.set(object, { name, scope });
  };
  for (const { target, value } of module.scopes.memberWrites) {
    const { node, scope } = target;
    if (node.type !== "MemberExpression" || node.object.type === "Super") continue;
    const key = keyName(node.property, node.computed);
    if (key === undefined) continue;
    const written: Written = { key, value: { node: value, scope } };
    const inner = bare(value);
    const hold = (holder: Holder): void => {
      if (isFunction(inner) && inner.type !== "ArrowFunctionExpression") holders.set(inner, holder);
    };
    const object = bare(node.object);
    const around = object.type === "ThisExpression" ? functionOfThis(scope) : undefined;
    const name = prototypeOf(object);
    if (around !== undefined) {
      put(own, around, written);
      hold({ kind: "instance", fn: around });
    } else if (name !== undefined) {
      put(shared, name, written);
      hold({ kind: "prototype", name, scope });
    } else if (key === "prototype" && object.type === "Identifier" && inner.type === "ObjectExpression")
      takeIn(object.name, inner, scope);
    else if (object.type !== "ThisExpression") hold({ kind: "object", object: { node: object, scope } });
  }
  // `Object.assign(Tracker.prototype, { send() {} })`, `$.extend(...)`.
  for (const { node, scope } of module.text.includes(".prototype") ? module.scopes.calls : []) {
    if (node.type !== "CallExpression" || !/^(?:assign|extend|mixin)$/.test(tailName(node.callee) ?? ""))
      continue;
    const [target, ...taken] = node.arguments;
    const name = target === undefined ? undefined : prototypeOf(target);
    for (const one of name === undefined ? [] : taken)
      if (name !== undefined && one.type === "ObjectExpression") takeIn(name, one, scope);
  }
  return module.instances;
}

/** The function whose `this` a place sees, where that is no class's and no object's. */
function functionOfThis(scope: Scope): FunctionNode | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    if (at.cls !== undefined) return undefined;
    if (at.fn === undefined || at.fn.type === "ArrowFunctionExpression") continue;
    return at.parent?.cls === undefined && at.parent?.object === undefined ? at.fn : undefined;
  }
  return undefined;
}

/** `Tracker` of `Tracker.prototype`. */
function prototypeOf(node: Node): string | undefined {
  return node.type === "MemberExpression" &&
    node.object.type === "Identifier" &&
    keyName(node.property, node.computed) === "prototype"
    ? node.object.name
    : undefined;
}

function put<K>(map: Map<K, Written[]>, key: K, written: Written): void {
  const before = map.get(key);
  if (before === undefined) map.set(key, [written]);
  else before.push(written);
}
