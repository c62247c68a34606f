// What is put into an object or a list after it was made, by its name, wherever in the module that stands.
import type { Argument, ComputedMemberExpression, Expression } from "oxc-parser";
import { type Binding, lookUp, type Placed, type Scope } from "../syntax/scopes.js";
import { bare, isFunction, tailName } from "../syntax/syntax.js";
import { type Handing, hasChanges, isChangedByOne } from "./changers.js";
import { copiedBy } from "./copies.js";
import { guardsAround } from "./guards.js";
import { guardsLazily, lazily } from "./lazily.js";
import type { Linker } from "./linker.js";
import type { Changes, Module } from "./module.js";
import { withMembers } from "./put-in.js";
import { putPlace } from "./put-places.js";
import { spreadList } from "./spread-lists.js";
import { type Change, type Lazy, type Member, spanOf, unionOf, unknown, type Value } from "./values.js";
import { wayTo } from "./ways.js";

/** The value of a name with what is put into it. */
export function withChanges(linker: Linker, binding: Binding, module: Module, value: Value): Value {
  const changes = changesIn(module).get(binding);
  return changes === undefined ? value : changedBy(linker, module, value, changes, binding);
}

/** Whether something is put into what a name stands for, where its place may tell more. */
export function isChanged(binding: Binding, module: Module): boolean {
  const changes = changesIn(module).get(binding);
  return changes !== undefined && (changes.puts.size > 0 || changes.copied.length > 0);
}

function changedBy(linker: Linker, module: Module, value: Value, changes: Changes, binding: Binding): Value {
  const within = (one: Value): Value => changedBy(linker, module, one, changes, binding);
  switch (value.kind) {
    case "union":
      return unionOf(value.span, value.members.map(within));
    case "choice":
      return { ...value, yes: within(value.yes), no: within(value.no) };
    case "fallback":
      return { ...value, left: within(value.left), right: within(value.right) };
    case "array":
      return { ...value, ...withPushed(linker, module, value, changes), complete: false };
    case "object":
    case "parameter":
      return withMembers(linker, value, changeOf(linker, module, value.span, changes, binding));
    case "unknown": {
      if (!putsMethods(changes)) return value;
      // What it is otherwise nobody knows: `var self = this; self.track = function (name) {}`.
      const open: Value = { kind: "object", span: value.span, members: [{ kind: "computed", later: true }] };
      return withMembers(linker, open, changeOf(linker, module, value.span, changes, binding));
    }
    default:
      return value;
  }
}

function putsMethods({ puts }: Changes): boolean {
  return [...puts.values()].some((written) => written.some(({ node }) => isFunction(node)));
}

/** The elements of a list with those that are put at its end. */
function withPushed(
  linker: Linker,
  module: Module,
  list: Extract<Value, { kind: "array" }>,
  changes: Changes,
): { readonly items: readonly Lazy[]; readonly every: boolean } {
  const items = [...list.items];
  let every = !changes.open && changes.keyed.length === 0 && (list.complete || list.every === true);
  for (const { node, scope } of changes.pushed) {
    const site = { module, scope };
    if (node.type !== "SpreadElement") {
      items.push(lazily(() => linker.evaluate(node, site)));
      continue;
    }
    const inner = spreadList(linker, linker.evaluate(node.argument, site));
    items.push(...inner.items);
    every &&= inner.complete || inner.every;
  }
  every &&= changes.handed.length === 0 || !isChangedByOne(linker, module, changes.handed);
  return { items, every };
}

/** An object of which nobody knows all keys; anything else is itself. */
export function opened(value: Value): Value {
  if (value.kind === "object")
    return { ...value, members: [{ kind: "computed", later: true }, ...value.members] };
  return value.kind === "array" ? { ...value, complete: false, every: false } : value;
}

/** What is put into a list under `this.key` of a module's classes; undefined where nothing of it is changed in place. */
export function changesThis(module: Module, key: string): readonly Placed<Argument>[] | undefined {
  changesIn(module);
  return module.changes?.own.get(key);
}

function changeOf(
  linker: Linker,
  module: Module,
  span: Value["span"],
  changes: Changes,
  binding: Binding,
): Change {
  const members: Member[] =
    changes.open || changes.pushed.length > 0 || changes.keyed.length > mostKeyed
      ? [{ kind: "computed", later: true }]
      : [];
  if (members.length === 0 && changes.handed.length > 0)
    members.push({ kind: "spread", value: lazily(() => putInto(linker, module, span, changes.handed)) });
  // Under which key is not known, and what stands there is.
  const puts: { readonly start: number; readonly member: Member }[] = [];
  for (const one of changes.keyed.slice(0, mostKeyed)) {
    const { node, scope } = one;
    const value = lazily(() => linker.evaluate(node, { module, scope }));
    const keyed: Member = { kind: "computed", later: true, value };
    const copied = copiedBy(linker, module, binding, one);
    if (copied === undefined) members.push(keyed);
    else {
      const made = lazily(() => copied() ?? { kind: "object", span, members: [keyed] });
      puts.push({ start: node.start, member: { kind: "spread", value: made } });
    }
  }
  for (const placed of changes.copied) {
    const guards = guardsLazily(() => guardsAround(linker, module, placed));
    const value = lazily(() => linker.evaluate(placed.node, { module, scope: placed.scope }));
    const put = putPlace(binding, module, placed.node);
    puts.push({ start: placed.node.start, member: { kind: "spread", value, guards, put } });
  }
  for (const [name, written] of changes.puts)
    for (const placed of written) {
      const guards = guardsLazily(() => guardsAround(linker, module, placed));
      const value = lazily(() => linker.evaluate(placed.node, { module, scope: placed.scope }));
      const member: Member = {
        ...{ kind: "property", name, span: spanOf(module, placed.key), value, optional: false, guards },
        put: putPlace(binding, module, placed.node),
        ...(written.length === 1 && { isOnly: true }),
      };
      puts.push({ start: placed.node.start, member });
    }
  members.push(...puts.sort((a, b) => a.start - b.start).map(({ member }) => member));
  for (const name of changes.unclear)
    members.push({
      kind: "property",
      name,
      span,
      value: () => unknown(span, `"${name}" changes`),
      optional: false,
    });
  return { members, removed: changes.removed };
}

/** So many values of a table that is filled at run time are told from each other. */
const mostKeyed = 8;

/** Whether something is put under a key of what a name stands for, and no deeper: `table[key] = value`. */
function isKeyOf(node: Expression): node is ComputedMemberExpression {
  return (
    node.type === "MemberExpression" &&
    node.computed &&
    node.object.type !== "Super" &&
    bare(node.object).type === "Identifier"
  );
}

/** What functions put into an object that they are given. */
function putInto(linker: Linker, module: Module, span: Value["span"], handed: readonly Handing[]): Value {
  const isOpen = isChangedByOne(linker, module, handed);
  return { kind: "object", span, members: isOpen ? [{ kind: "computed", later: true }] : [] };
}

/** Every change of a module, by what it changes; linear in its calls and assignments. */
export function changesIn(module: Module): ReadonlyMap<Binding, Changes> {
  if (module.changes !== undefined) return module.changes.bindings;
  const found = new Map<Binding, Changes>();
  const own = new Map<string, Placed<Argument>[]>();
  module.changes = { bindings: found, own };
  const changesOwn = (key: string): Placed<Argument>[] => {
    const before = own.get(key) ?? [];
    own.set(key, before);
    return before;
  };
  const of = (binding: Binding): Changes => {
    const before = found.get(binding);
    if (before !== undefined) return before;
    const changes: Changes = {
      puts: new Map(),
      unclear: new Set(),
      removed: new Set(),
      keyed: [],
      copied: [],
      pushed: [],
      handed: [],
      open: false,
    };
    found.set(binding, changes);
    return changes;
  };
  const { memberWrites, memberChanges, calls } = module.scopes;
  for (const { target, value } of memberWrites) {
    const way = wayTo(target.node, target.scope);
    if (way === undefined) continue;
    const [key, ...deeper] = way.path;
    if (way.binding === undefined) {
      if (key !== undefined && deeper.length > 0) changesOwn(key);
      continue;
    }
    const changes = of(way.binding);
    // What a function is given holds what others put in, too: what is asked of it is not what it puts in itself.
    const isOwn = way.binding.what.kind === "variable";
    if (key === undefined && isOwn && isKeyOf(target.node))
      changes.keyed.push({ node: value, scope: target.scope, key: target.node.property });
    else if (key === undefined) changes.open = true;
    else if (deeper.length > 0) changes.unclear.add(key);
    else {
      const { node } = target;
      const at = node.type === "MemberExpression" ? node.property : node;
      put(changes.puts, key, { node: value, scope: target.scope, key: at });
    }
  }
  for (const { node, scope } of memberChanges) {
    const isRemoved = node.type === "UnaryExpression";
    const target = node.type === "UnaryExpression" ? node.argument : node;
    const way = wayTo(target, scope);
    if (way === undefined) continue;
    const [key, ...deeper] = way.path;
    if (way.binding === undefined) {
      if (key !== undefined) changesOwn(key);
    } else if (key === undefined) of(way.binding).open = true;
    else (isRemoved && deeper.length === 0 ? of(way.binding).removed : of(way.binding).unclear).add(key);
  }
  for (const { node, scope } of calls) {
    if (node.type !== "CallExpression") continue;
    const callee = bare(node.callee);
    const name = tailName(callee) ?? "";
    if (callee.type === "MemberExpression" && growing.has(name) && callee.object.type !== "Super") {
      const way = wayTo(callee.object, scope);
      const [key] = way?.path ?? [];
      if (way?.binding === undefined) {
        if (key !== undefined) {
          const pushed = changesOwn(key);
          if (way?.path.length === 1 && putting.has(name))
            pushed.push(...node.arguments.map((one) => ({ node: one, scope })));
        }
      } else if (way.path.length === 0) grow(of(way.binding), name, node.arguments, scope);
      else if (key === undefined) of(way.binding).open = true;
      else of(way.binding).unclear.add(key);
    }
    node.arguments.forEach((argument, index) => {
      const given = argument.type === "SpreadElement" ? undefined : bare(argument);
      if (given?.type !== "Identifier") return;
      const binding = wayTo(given, scope)?.binding;
      if (binding === undefined) return;
      if (index === 0 && copying.has(name))
        of(binding).copied.push(
          ...node.arguments
            .slice(1)
            .flatMap((one) => (one.type === "SpreadElement" ? [] : [{ node: one, scope }])),
        );
      else if (takesAndChanges(module, callee, index, scope, found)) of(binding).open = true;
      else if (fills(callee, name)) of(binding).handed.push({ callee: node.callee, scope, index });
    });
  }
  return found;
}

/** Methods that put elements into a list, or take some out. */
const growing: ReadonlySet<string> = new Set([
  ...["push", "unshift", "splice", "pop", "shift", "fill", "copyWithin"],
]);

const putting: ReadonlySet<string> = new Set(["push", "unshift"]);

function grow(changes: Changes, name: string, args: readonly Argument[], scope: Scope): void {
  // What is taken out was put in somewhere.
  if (name === "shift" || name === "pop" || (name === "splice" && args.length < 3)) return;
  if (putting.has(name)) changes.pushed.push(...args.map((node) => ({ node, scope })));
  else changes.open = true;
}

const copying: ReadonlySet<string> = new Set([
  "assign",
  "extend",
  "merge",
  "defaults",
  "defaultsDeep",
  "assignIn",
]);
/** Names of functions that put something into what they are given; methods of containers take it in instead. */
const filling =
  /^(?:add|append|fill|set|apply|attach|enrich|decorate|populate|augment|inject|mutate|patch|assign|merge|extend|collect|insert|define)(?![a-z])/;
const containing: ReadonlySet<string> = new Set(["add", "append", "set", "insert", "define", "apply"]);

function fills(callee: Expression, name: string): boolean {
  return filling.test(name) && !(callee.type === "MemberExpression" && containing.has(name));
}

/** Whether a function of the module changes what it is given at a place, as far as that is known by now. */
function takesAndChanges(
  { scopes }: Module,
  callee: Expression,
  index: number,
  scope: Scope,
  found: ReadonlyMap<Binding, Changes>,
): boolean {
  if (callee.type !== "Identifier") return false;
  const what = lookUp(scope, callee.name)?.what;
  const init = what?.kind === "function" ? what.fn : what?.kind === "variable" ? what.init : undefined;
  if (init === undefined || !isFunction(init)) return false;
  const param = init.params[index];
  const binding = param?.type === "Identifier" ? scopes.scopeOf.get(init)?.values.get(param.name) : undefined;
  const changes = binding === undefined ? undefined : found.get(binding);
  return changes !== undefined && hasChanges(changes);
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
