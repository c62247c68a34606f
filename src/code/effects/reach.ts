// The names under which a function or a component is called, from its own place outward.
import type { Node } from "oxc-parser";
import type { Span } from "../../diagnostics/diagnostic.js";
import type { Scope } from "../syntax/scopes.js";
import type { ClassNode, FunctionNode } from "../syntax/syntax.js";
import { tailName } from "../syntax/syntax.js";
import { resultOf } from "../values/call-values.js";
import { evaluate } from "../values/evaluate.js";
import { servicePrefix } from "../values/frameworks/angularjs.js";
import { connecting } from "../values/frameworks/connect.js";
import { contextNames } from "../values/frameworks/contexts.js";
import { wrapping } from "../values/frameworks/higher-order.js";
import { keysFor } from "../values/frameworks/kept.js";
import { globalNamesFor, isClientClass, madeGlobal } from "../values/globals.js";
import type { Linker } from "../values/linker.js";
import type { Module } from "../values/module.js";
import { typesOfClass } from "../values/types-of-class.js";
import { type ClassValue, idOf, placeOfId, spanOf, type Value } from "../values/values.js";
import type { Word } from "../words/words.js";
import { fileName, namesIn } from "./callee-names.js";
import type { Effect } from "./effects.js";
import { keysHanded, namesAround } from "./handed-props.js";
import { keysTaken } from "./keys-taken.js";
import { directiveNames } from "./messages/directives.js";
import { elementNames } from "./messages/listed-functions.js";
import { anyones, telling } from "./renames.js";

/** Names that a search for the callers of a function, by its identity, looks for. */
export function reachedBy(linker: Linker, id: string, effects: readonly Effect[]): readonly Word[] {
  const { file, start } = placeOfId(id);
  const module = linker.module(file);
  if (module === undefined) return [];
  const words = new Map<string, Word>();
  const handed: Word[] = [];
  const add = (word: string, beside: readonly string[]): void => {
    const before = words.get(word);
    words.set(word, { word, beside: before === undefined || before.beside.length > 0 ? beside : [] });
  };
  const addElement = (name: string, keys: readonly string[]): void => {
    add(name, [...keys, ...wrapping]);
    const one = words.get(name);
    if (one !== undefined && one.beside.length > 0) words.set(name, { ...one, isElement: true });
  };
  for (const [node, scope] of module.scopes.scopeOf) {
    if (node.start !== start || (scope.fn !== node && scope.cls !== node)) continue;
    const keys = keysTaken(id, effects);
    handed.push(...keysHanded(linker, module, node, scope));
    const isByKey = effects.every(({ isHanded }) => isHanded === true);
    const takesCallback = effects.some(({ callee }) => callee?.kind === "parameter" && callee.owner === id);
    const directive =
      scope.fn === undefined || scope.fn !== node ? undefined : directiveNames(module, scope.fn, scope);
    for (const name of directive ?? []) add(name, []);
    // Nobody else calls the hook of a directive.
    if (directive !== undefined && scope.parent?.object !== undefined) continue;
    const cls = scope.fn === node ? scope.parent?.cls : undefined;
    for (const name of namesOf(module, node)) {
      // What is called by a key alone is handed to the next by one, or is called in its own file.
      if (isByKey && scope.parent !== module.scopes.top && scope.fn === node) {
        if (/^[a-z]/.test(name)) add(name, namesAround(module, scope.parent ?? scope));
        continue;
      }
      // A component's callers name the prop, and who calls `execute` names the class that has it.
      // Nobody calls what a proxy asks.
      if (name === "get" && isAsked(module, scope.parent?.object)) continue;
      if (/^[A-Z]/.test(name) && keys.length > 0) {
        // Markup of Vue's writes `tracker-name` for `trackerName`.
        addElement(name, module.file.language === "vue" ? keys.flatMap(withFirstWord) : keys);
        if (takesCallback) add(connecting, [name]);
      } else if (cls !== undefined && !telling.test(name))
        add(name, [
          ...namesOf(module, cls).flatMap(withInstance),
          // Who has it as an interface, or as a class above, names that.
          ...typesOfClass(linker, classIn(module, cls, scope)),
          fileName(module.path),
          // Templates of Angular name the method alone.
          ...(module.text.includes("templateUrl") ? ["click"] : []),
        ]);
      else if (anyones.has(name))
        add(name, [
          ...[...module.exports.named.keys()].filter((one) => one !== name),
          ...madeGlobal(module)
            .map((one) => (one.startsWith(servicePrefix) ? one.slice(servicePrefix.length) : one))
            .filter((one) => one !== name),
          fileName(module.path),
        ]);
      else add(name, []);
    }
    const outer: string[] = [];
    // A hook that returns it is called under a name that its callers choose: the hook's own name leads to them.
    let given = id;
    for (let at: Scope | undefined = scope.parent; at !== undefined; at = at.parent) {
      if (at.fn === undefined || at.parent === undefined || !returns(linker, module, at.fn, at.parent, given))
        continue;
      // What returns it may be returned itself: `(handle) => (send) => (name) => send(name)`.
      if (namesOf(module, at.fn).length === 0) given = idOf(module, at.fn);
      if (isAsked(module, at.parent.object)) {
        for (const name of proxiesOf(module, at.parent.object)) add(name, []);
        continue;
      }
      for (const name of namesOf(module, at.fn)) {
        add(name, []);
        outer.push(name);
      }
    }
    for (const fn of givesOut(linker, module, node, id)) {
      for (const name of namesOf(module, fn)) {
        add(name, []);
        outer.push(name);
      }
    }
    for (const name of keysFor(module, node)) add(name, []);
    for (const name of contextNames(linker, module, node, namesOf(module, node))) add(name, []);
    for (const { word, beside } of elementNames(module, node, namesOf(module, node))) add(word, beside);
    for (const table of tablesWith(scope)) add(table, [...namesOf(module, node), fileName(module.path)]);
    for (const name of handedNames(module, node))
      add(name, outer.length > 0 ? outer : [fileName(module.path)]);
  }
  return [...words.values(), ...handed];
}

/** A class of a module, as an instance of it; `scope` is that of one of its methods. */
function classIn(module: Module, cls: ClassNode, scope: Scope): ClassValue {
  const site = { module, scope: scope.parent?.parent ?? module.scopes.top };
  return { kind: "class", span: spanOf(module, cls), cls, site, instance: true, given: new Map() };
}

/** Whether an object is what a proxy is made with. */
function isAsked(module: Module, object: Node | undefined): boolean {
  return (
    object !== undefined &&
    module.scopes.calls.some(
      ({ node }) =>
        node.type === "NewExpression" &&
        node.callee.type === "Identifier" &&
        node.callee.name === "Proxy" &&
        node.arguments.some((argument) => argument === object),
    )
  );
}

/** The variables that hold the proxies which an object makes: whatever is called on them asks it. */
function proxiesOf({ scopes }: Module, object: Node | undefined): readonly string[] {
  return [...scopes.top.values.values()].flatMap(({ name, what }) => {
    const made = what.kind === "variable" ? inner(what.init) : undefined;
    return made?.type === "NewExpression" && made.arguments.some((one) => one === object) ? [name] : [];
  });
}

/** A function as people know it, and where it stands. */
export function holderName(linker: Linker, id: string): { readonly name: string; readonly span: Span } {
  const { file, start } = placeOfId(id);
  const module = linker.module(file);
  for (const [node, scope] of module?.scopes.scopeOf ?? []) {
    if (module === undefined || node.start !== start || (scope.fn !== node && scope.cls !== node)) continue;
    return { name: nameOutward(module, node, scope), span: { file, start, end: node.end } };
  }
  return { name: "", span: { file, start, end: start } };
}

/** The first name that a function, or one around it, has. */
function nameOutward(module: Module, node: Node, scope: Scope): string {
  const own = namesOf(module, node)[0];
  if (own !== undefined) return own;
  for (let at: Scope | undefined = scope.parent; at !== undefined; at = at.parent) {
    const outer = at.fn ?? at.cls;
    if (outer !== undefined) return nameOutward(module, outer, at);
  }
  return "";
}

/** The variables that hold the table in which a function stands, for those who call it by a key: `handlers[kind](name)`. */
function tablesWith({ parent }: Scope): readonly string[] {
  const table = parent?.object;
  if (table === undefined) return [];
  const names: string[] = [];
  for (let at = parent; at !== undefined; at = at.parent)
    for (const { name, what } of at.values.values())
      if (what.kind === "variable" && inner(what.init) === table) names.push(name);
  return names;
}

function withFirstWord(key: string): readonly string[] {
  const first = /^[a-z]+(?=[A-Z])/.exec(key)?.[0];
  return first === undefined ? [key] : [key, first];
}

/** The name of a class, and of an instance that is called like it. */
function withInstance(name: string): readonly string[] {
  return isClientClass(name) ? [name, name.charAt(0).toLowerCase() + name.slice(1)] : [name];
}

function inner(init: Node | undefined): Node | undefined {
  return init?.type === "TSAsExpression" || init?.type === "TSSatisfiesExpression"
    ? inner(init.expression)
    : init;
}

/** `useMutation({ mutationFn })` calls it as `mutate`. */
function handedNames(module: Module, node: Node): readonly string[] {
  const own = module.scopes.names.get(node) ?? [];
  const handed = [...module.scopes.handed].find(([fn]) => fn === node)?.[1];
  const call = handed?.call.node;
  const isMutation =
    own.includes("mutationFn") ||
    (call?.type === "CallExpression" && /mutation/i.test(tailName(call.callee) ?? ""));
  return isMutation ? ["mutate", "mutateAsync", "trigger"] : [];
}

/** The functions beside a function that give it out by its name: `return isOn ? track : drop`. */
function givesOut(linker: Linker, module: Module, node: Node, id: string): readonly FunctionNode[] {
  const own = namesOf(module, node);
  const mentions = (text: string): boolean => own.some((name) => text.includes(name));
  return [...module.scopes.returns].flatMap(([fn, returned]) => {
    const scope = module.scopes.scopeOf.get(fn)?.parent;
    if (scope === undefined || (fn.start <= node.start && node.end <= fn.end)) return [];
    const isNamed = returned.some((one) => mentions(module.text.slice(one.node.start, one.node.end)));
    return isNamed && returns(linker, module, fn, scope, id) ? [fn] : [];
  });
}

function returns(linker: Linker, module: Module, fn: FunctionNode, scope: Scope, id: string): boolean {
  const value = resultOf(linker, evaluate(linker, fn, { module, scope }), []);
  return holds(value, id, 0);
}

function holds(value: Value, id: string, depth: number): boolean {
  if (depth > 3) return false;
  switch (value.kind) {
    case "function":
      return idOf(value.site.module, value.fn) === id;
    case "class":
      return (
        value.given.size > 0 &&
        [...value.given.values()].some((args) => args.some((arg) => holds(arg, id, depth + 1)))
      );
    case "object":
      return value.members.some(
        (member) => member.kind === "property" && holds(member.value(), id, depth + 1),
      );
    case "array":
      return value.items.some((item) => holds(item(), id, depth + 1));
    case "union":
      return value.members.some((member) => holds(member, id, depth + 1));
    case "choice":
      return holds(value.yes, id, depth + 1) || holds(value.no, id, depth + 1);
    case "fallback":
      return holds(value.left, id, depth + 1) || holds(value.right, id, depth + 1);
    default:
      return false;
  }
}

/** The names that a function or a class has where it stands and where it is exported. */
export function namesOf(module: Module, node: Node): readonly string[] {
  const own = new Set(module.scopes.names.get(node) ?? []);
  if (
    "id" in node &&
    node.id !== null &&
    typeof node.id === "object" &&
    "name" in node.id &&
    typeof node.id.name === "string"
  )
    own.add(node.id.name);
  // `const Button = memo(Plain)`, `export const track = debounce(send)`.
  for (const binding of module.scopes.top.values.values()) {
    if (binding.what.kind !== "variable" || binding.what.init === undefined || own.has(binding.name))
      continue;
    if (namesIn(module, binding.what.init, binding.scope, 0).some((name) => own.has(name)))
      own.add(binding.name);
  }
  for (const [name, exported] of module.exports.named) {
    if (exported.kind === "local" && own.has(exported.name)) own.add(name);
    if (exported.kind === "value" && name === "default" && mentions(exported.value.node, own)) own.add(name);
  }
  for (const name of globalNamesFor(module, own)) own.add(name);
  if (own.has("default")) own.add(fileName(module.path));
  own.delete("default");
  own.delete("");
  return [...own];
}

/** Whether an exported expression is one of the names, or a call that takes it. */
function mentions(node: Node, names: ReadonlySet<string>): boolean {
  switch (node.type) {
    case "Identifier":
      return names.has(node.name);
    case "CallExpression":
      return [node.callee, ...node.arguments].some((one) => mentions(one, names));
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
      return mentions(node.expression, names);
    default:
      return false;
  }
}
