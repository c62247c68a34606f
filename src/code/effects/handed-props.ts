// Functions that are handed to components, hooks and classes under a key: `<Panel onAction={(name) => track(name)} />`.
// What is called by that key inside the component may be the function, whatever the key says.
import type { Expression, JSXAttribute, Node } from "oxc-parser";
import { lookUp, namesFunction, type Placed, type Scope } from "../syntax/scopes.js";
import {
  attributeName,
  bare,
  type ClassNode,
  calledBy,
  type FunctionNode,
  isFunction,
  keyName,
  tailName,
} from "../syntax/syntax.js";
import { constructorOf } from "../values/class-members.js";
import type { Linker } from "../values/linker.js";
import type { Module } from "../values/module.js";
import type { Word } from "../words/words.js";
import { calledNames, fileName } from "./callee-names.js";

/** A name that is handed on under a key, to what has one of some names. */
export type HandedOn = {
  /** Empty where all that something is given is spread. */
  readonly from: string;
  readonly to: string;
  readonly beside: readonly string[];
  /** The names of what was itself handed `from` under that key; none where `from` is a function's own name. */
  readonly within: readonly string[];
};

/** What begins a key that is the place of an argument. */
export const placePrefix = "#";

/** Stands for what a parameter has of which no type says what it is. */
export const untyped = "?";

/** Keys that say what an element is, and never what it calls. */
const noCallbacks: ReadonlySet<string> = new Set([
  "key",
  "ref",
  "className",
  "style",
  "id",
  "children",
  "as",
]);

/** The names that a module hands on under keys: to its elements, and in objects to what it calls. */
export function handedIn(module: Module): readonly HandedOn[] {
  const found = new Map<string, HandedOn>();
  const add = (value: Node, to: string, scope: Scope, beside: readonly string[]): void => {
    for (const { from, within } of namesHanded(module, value, scope))
      found.set([from, to, ...within, "", ...beside].join("\0"), { from, to, beside, within });
  };
  for (const placed of module.scopes.calls) {
    const { node, scope } = placed;
    const beside = calledNames(module, placed);
    if (beside.length === 0) continue;
    if (node.type === "JSXOpeningElement") {
      for (const attribute of node.attributes) {
        if (attribute.type === "JSXSpreadAttribute") {
          const within = givenAll(module, bare(attribute.argument), scope);
          if (within.length > 0)
            found.set(["", ...within, "", ...beside].join("\0"), { from: "", to: "", beside, within });
          continue;
        }
        const value = expressionOf(attribute);
        const to = attributeName(attribute);
        if (value !== undefined && !noCallbacks.has(to)) add(value, to, scope, beside);
      }
      continue;
    }
    if (node.type !== "CallExpression" && node.type !== "NewExpression") continue;
    const called = parameterCalled(module, node.type === "CallExpression" ? calledBy(node) : node, scope);
    if (called !== undefined) found.set(["", called.from, called.to, ...called.within].join("\0"), called);
    for (const [index, argument] of node.arguments.entries()) {
      if (argument.type === "Identifier" || argument.type === "MemberExpression") {
        if (
          argument.type === "Identifier" &&
          node.callee.type === "Identifier" &&
          isFunctionName(scope, argument.name)
        )
          add(argument, `${placePrefix}${index}`, scope, beside);
        continue;
      }
      if (argument.type !== "ObjectExpression") continue;
      for (const one of argument.properties) {
        const to = one.type === "Property" ? keyName(one.key, one.computed) : undefined;
        if (one.type === "Property" && to !== undefined) add(one.value, to, scope, beside);
      }
    }
  }
  return [...found.values()];
}

/** The parameter that a call calls, by its place and its name: `function each(done) { done("Saved") }`. */
function parameterCalled(
  module: Module,
  { callee }: { readonly callee: Expression },
  scope: Scope,
): HandedOn | undefined {
  const node = bare(callee);
  if (node.type !== "Identifier") return undefined;
  const binding = lookUp(scope, node.name);
  const what = binding?.what;
  if (binding === undefined || what?.kind !== "parameter" || binding.steps.length > 0 || what.rest)
    return undefined;
  const within = namesOf(module, what.fn);
  return within.length === 0
    ? undefined
    : { from: `${placePrefix}${what.index}`, to: node.name, beside: within, within };
}

function expressionOf({ value }: JSXAttribute): Expression | undefined {
  return value?.type === "JSXExpressionContainer" && value.expression.type !== "JSXEmptyExpression"
    ? value.expression
    : undefined;
}

type Source = Pick<HandedOn, "from" | "within">;

/** The names of the functions that a value may be. */
function namesHanded(module: Module, value: Node, scope: Scope): readonly Source[] {
  const node = bare(value as Expression);
  switch (node.type) {
    case "LogicalExpression":
      return [node.left, node.right].flatMap((one) => namesHanded(module, one, scope));
    case "ConditionalExpression":
      return [node.consequent, node.alternate].flatMap((one) => namesHanded(module, one, scope));
    case "CallExpression":
      return node.callee.type === "MemberExpression" && tailName(node.callee) === "bind"
        ? namesHanded(module, node.callee.object, scope)
        : [];
    case "MemberExpression": {
      const from = keyName(node.property, node.computed);
      if (from === undefined || isConstant(from) || node.object.type === "Super") return [];
      return [{ from, within: givenAll(module, bare(node.object), scope) }];
    }
    case "Identifier": {
      if (isConstant(node.name)) return [];
      const binding = lookUp(scope, node.name);
      if (binding === undefined) return [];
      const { what, steps } = binding;
      if (what.kind === "import")
        return [{ from: what.imported === "default" ? node.name : what.imported, within: [] }];
      if (what.kind === "function") return [{ from: node.name, within: [] }];
      const [step] = steps;
      const key = step?.kind === "key" ? step.key : undefined;
      if (what.kind === "parameter")
        return [{ from: key ?? node.name, within: namesAround(module, binding.scope) }];
      if (what.kind !== "variable" || what.init === undefined) return [];
      const init = bare(what.init);
      if (key !== undefined) return [{ from: key, within: givenAll(module, init, binding.scope) }];
      return isFunction(init) || isCallback(init) ? [{ from: node.name, within: [] }] : [];
    }
    default:
      return [];
  }
}

/** Whether a name may be a function's, as far as its declaration tells. */
function isFunctionName(scope: Scope, name: string): boolean {
  const what = lookUp(scope, name)?.what;
  if (what?.kind !== "variable") return what?.kind === "function" || what?.kind === "import";
  const init = what.init === undefined ? undefined : bare(what.init);
  return init !== undefined && (isFunction(init) || isCallback(init));
}

/** Whether a call gives the function that it is given: `useCallback(track, [])`. */
export function isCallback(node: Node): boolean {
  return (
    node.type === "CallExpression" &&
    /callback|event|debounce|throttle|once|bind/i.test(tailName(node.callee) ?? "")
  );
}

/** Components, classes and constants. */
function isConstant(name: string): boolean {
  return /^\p{Lu}/u.test(name);
}

/** The names of what an expression is all that is given to: `props`, `this.props`, and what is left of them. */
function givenAll(module: Module, node: Node, scope: Scope): readonly string[] {
  if (node.type === "MemberExpression")
    return node.object.type === "ThisExpression" && keyName(node.property, node.computed) === "props"
      ? namesAround(module, scope)
      : [];
  if (node.type !== "Identifier") return [];
  const binding = lookUp(scope, node.name);
  if (binding === undefined || binding.steps.some(({ kind }) => kind !== "rest")) return [];
  if (binding.what.kind === "parameter") return namesAround(module, binding.scope);
  const init = binding.what.kind === "variable" ? binding.what.init : undefined;
  return init === undefined ? [] : givenAll(module, bare(init), binding.scope);
}

/** The names of the functions and classes around a place. */
export function namesAround(module: Module, scope: Scope): readonly string[] {
  const names = new Set<string>();
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const own = at.fn ?? at.cls;
    if (own !== undefined) for (const name of namesOf(module, own)) names.add(name);
  }
  return [...names];
}

function namesOf(module: Module, own: FunctionNode | ClassNode): readonly string[] {
  const names = (module.scopes.names.get(own) ?? []).map((name) =>
    name === "default" ? fileName(module.path) : name,
  );
  return own.id === null ? names : [own.id.name, ...names];
}

/** The keys under which a function is handed on where it stands, and what it is handed to. */
export function keysHanded(linker: Linker, module: Module, fn: Node, scope: Scope): readonly Word[] {
  const own = (module.scopes.names.get(fn) ?? []).find((name) => name !== "default");
  const object = scope.parent?.object;
  const found: Word[] = [];
  const add = (word: string | undefined, placed: Placed): void => {
    const beside = calledNames(module, placed);
    if (word !== undefined && beside.length > 0) found.push({ word, beside, isHanded: true });
  };
  let around: { readonly attribute: JSXAttribute; readonly placed: Placed } | undefined;
  for (const placed of module.scopes.calls) {
    const { node } = placed;
    if (node.type === "JSXOpeningElement") {
      const attribute = node.attributes.find((one) => one.start <= fn.start && fn.end <= one.end);
      if (attribute?.type === "JSXAttribute") around = { attribute, placed };
      continue;
    }
    if (node.type !== "CallExpression" && node.type !== "NewExpression") continue;
    for (const [index, argument] of node.arguments.entries()) {
      const isIt =
        argument === fn ||
        (argument.type === "Identifier" && isFunction(fn) && namesFunction(placed.scope, argument.name, fn));
      if (isIt) add(parameterAt(linker, module, placed, index), placed);
      else if (own !== undefined && argument === object) add(own, placed);
    }
  }
  if (around !== undefined) {
    const { attribute, placed } = around;
    const isInObject = object !== undefined && object.start >= attribute.start && own !== undefined;
    add(isInObject ? own : attributeName(attribute), placed);
  } else if (
    found.length === 0 &&
    own !== undefined &&
    object !== undefined &&
    /^(?:on|handle)[A-Z]/.test(own)
  )
    found.push({ word: own, beside: [], isHanded: true });
  // What is handed whole is called by the names of what is in it.
  const names = isFunction(fn) ? namesOf(module, fn) : [];
  for (const name of names)
    if (/^[a-z]+[A-Z]/.test(name) && !/^(?:on|set|handle|render|get|use|is|has)[A-Z]/.test(name))
      found.push({ word: name, beside: [untyped], isHanded: true });
  return found;
}

/** The name of the parameter that a call gives an argument to. */
function parameterAt(
  linker: Linker,
  module: Module,
  { node, scope }: Placed,
  index: number,
): string | undefined {
  if (node.type !== "CallExpression" && node.type !== "NewExpression") return undefined;
  const callee = linker.evaluate(node.callee, { module, scope });
  const called = callee.kind === "class" ? constructorOf(linker, callee) : callee;
  const param = called?.kind === "function" ? called.fn.params[index] : undefined;
  const inner = param?.type === "TSParameterProperty" ? param.parameter : param;
  const name = inner?.type === "AssignmentPattern" ? inner.left : inner;
  return name?.type === "Identifier" ? name.name : undefined;
}
