// Contexts, as React, Preact and Solid have them: what those who ask for one are given by those who provide it.
import type { CallExpression, Expression, JSXOpeningElement, Node } from "oxc-parser";
import { type Binding, lookUp, type Scope } from "../../syntax/scopes.js";
import { attributeName, elementName, type FunctionNode } from "../../syntax/syntax.js";
import { isNone } from "../conditions.js";
import { evaluate } from "../evaluate.js";
import { byType } from "../language/types.js";
import { lazily } from "../lazily.js";
import type { Linker } from "../linker.js";
import type { Module } from "../module.js";
import { ownersOf } from "../owners.js";
import { substitute } from "../substitute.js";
import { type ContextValue, idOf, type Site, spanOf, unionOf, unknown, type Value } from "../values.js";
import { jsxArguments } from "./jsx.js";

/** The value of `createContext(initial)`. */
export function contextValue(linker: Linker, node: CallExpression, site: Site): Value {
  const span = spanOf(site.module, node);
  const [first] = node.arguments;
  const type = typeGiven(node, site);
  return {
    kind: "context",
    span,
    id: idOf(site.module, node),
    site,
    type,
    initial: lazily(() => {
      const initial: Value =
        first === undefined || first.type === "SpreadElement"
          ? { kind: "undefined", span }
          : evaluate(linker, first, site);
      return isNone(initial) ? (type ?? initial) : initial;
    }),
  };
}

/** What a call's type argument says: `useState<Client | null>(null)`. */
export function typeGiven({ typeArguments }: CallExpression, site: Site): Value | undefined {
  const [type] = typeArguments?.params ?? [];
  return type === undefined ? undefined : { kind: "typed", span: spanOf(site.module, type), type, site };
}

/** What the providers of a context give, in its own module and in those that are read already. */
export function providedBy(linker: Linker, context: ContextValue, span: Value["span"]): Value {
  const values: Value[] = [];
  const seen = new Set<Module>();
  const look = (module: Module): void => {
    if (seen.has(module)) return;
    seen.add(module);
    if (!module.text.includes("Provider") && !module.text.includes("value=")) return;
    for (const { node, scope } of module.scopes.calls) {
      // Told by its attribute first: what an element is may be far away.
      if (node.type !== "JSXOpeningElement") continue;
      const inner = valueGiven(node);
      if (inner === undefined || !mayStandFor(context, node, scope)) continue;
      const provider = providerOf(linker, node, { module, scope });
      if (provider?.kind === "context" && provider.id === context.id)
        values.push(evaluate(linker, inner, { module, scope }));
    }
  };
  look(context.site.module);
  // What tests give it stands for nothing, where anything else is there.
  for (const isTest of [false, true]) {
    if (values.length > 0) break;
    for (const module of linker.among({ kind: "provider" })) if (module.file.test === isTest) look(module);
  }
  // Who provides it may be a component that nobody looked at, and is known by those who use it.
  if (values.length === 0)
    for (const module of linker.among({ kind: "provider" }))
      for (const { node, scope } of module.file.test ? [] : module.scopes.calls) {
        if (node.type !== "JSXOpeningElement" || !isNamedProvider(node)) continue;
        const component = providerOf(linker, node, { module, scope });
        if (component?.kind === "function") look(component.site.module);
      }
  const given = values.flatMap((value) => handedTo(linker, value));
  // What a provider gives may not be seen, where its type can: what it is without one only stands in for that.
  if (given.every(({ kind }) => kind === "unknown")) given.push(context.initial());
  if (context.type !== undefined && (values.length === 0 || given.every((one) => isUnseen(linker, one))))
    given.push(context.type);
  const present = given.filter((value) => !isNone(value));
  return present.length === 0
    ? unknown(span, "a context without a provider that is known")
    : unionOf(span, present);
}

/** Whether nothing is seen of what a provider gives, its type included. */
function isUnseen(linker: Linker, value: Value): boolean {
  switch (value.kind) {
    case "unknown":
      return true;
    case "parameter": {
      const type = byType(linker, value)?.kind;
      return type === undefined || type === "unknown" || type === "parameter";
    }
    case "fallback":
      return isUnseen(linker, value.left) && isUnseen(linker, value.right);
    case "union":
      return value.members.every((member) => isUnseen(linker, member));
    default:
      return false;
  }
}

/** What a component gives to a context out of its own props, by those who use it: `<ShopProvider api={api}>`. */
function handedTo(linker: Linker, value: Value): readonly Value[] {
  const [owner, ...others] = ownersOf(value);
  if (owner === undefined || others.length > 0 || linker.active.has(value)) return [value];
  linker.active.add(value);
  try {
    const filled: Value[] = [];
    for (const module of linker.among({ kind: "provider" })) {
      if (module.file.test) continue;
      for (const { node, scope } of module.scopes.calls) {
        if (node.type !== "JSXOpeningElement" || !isNamedProvider(node)) continue;
        const component = providerOf(linker, node, { module, scope });
        if (component?.kind !== "function" || idOf(component.site.module, component.fn) !== owner) continue;
        const args = jsxArguments(linker, node, { module, scope });
        filled.push(substitute(linker, value, new Map([...component.given, [owner, args]])));
      }
    }
    return filled.length === 0 ? [value] : filled;
  } finally {
    linker.active.delete(value);
  }
}

/** Whether a module may give some context its value. */
export function provides({ text, scopes }: Module): boolean {
  if (!text.includes("Provider") && !text.includes("value=")) return false;
  return scopes.calls.some(
    ({ node }) =>
      node.type === "JSXOpeningElement" &&
      (isNamedProvider(node) || (isComponent(node) && valueGiven(node) !== undefined)),
  );
}

function isComponent({ name }: JSXOpeningElement): boolean {
  return name.type === "JSXMemberExpression" || (name.type === "JSXIdentifier" && /^[A-Z]/.test(name.name));
}

/** A component of the project's that gives something to a context, as its name says, and is given something itself. */
function isNamedProvider(node: JSXOpeningElement): boolean {
  return node.attributes.length > 0 && /Provider$/.test(elementName(node) ?? "");
}

/** What an element is given as its `value`; undefined where that is nothing that is worked out. */
function valueGiven({ attributes }: JSXOpeningElement): Expression | undefined {
  let given: Expression | undefined;
  for (const attribute of attributes) {
    if (attribute.type !== "JSXAttribute" || attributeName(attribute) !== "value") continue;
    const inner = attribute.value;
    if (inner?.type === "JSXExpressionContainer" && inner.expression.type !== "JSXEmptyExpression")
      given ??= inner.expression;
  }
  return given;
}

function providerOf(linker: Linker, node: Node, site: Site): Value | undefined {
  if (node.type !== "JSXOpeningElement") return undefined;
  const { name } = node;
  if (name.type === "JSXMemberExpression" && name.object.type === "JSXIdentifier")
    return evaluate(linker, { ...name.object, type: "Identifier" }, site);
  if (name.type === "JSXIdentifier" && /^[A-Z]/.test(name.name))
    return evaluate(linker, { ...name, type: "Identifier" }, site);
  return undefined;
}

/** Whether an element may be a context, by its name: `<Shop value={shop}>` may, a component of the file can't. */
function mayStandFor({ site }: ContextValue, { name }: JSXOpeningElement, from: Scope): boolean {
  const what = name.type === "JSXIdentifier" ? lookUp(from, name.name)?.what : undefined;
  switch (what?.kind) {
    case "function":
    case "class":
      return false;
    // What has a name where it is made is asked for by that, unless it is a default that others name.
    case "import":
      return (
        /^(?:default|[*=])$/.test(what.imported) ||
        site.module.text.includes(what.imported) ||
        site.module.exports.named.has("default")
      );
    default:
      return true;
  }
}

const consumers = new WeakMap<Module, boolean>();

/** Whether a module has elements of consumers: asked for each parameter, and a file may be large. */
function holdsConsumer(module: Module): boolean {
  let holds = consumers.get(module);
  if (holds === undefined) {
    holds = module.text.includes(".Consumer>");
    consumers.set(module, holds);
  }
  return holds;
}

/** What a function that is an element's only child is given by a context: `<Shop.Consumer>{(shop) => …}</Shop.Consumer>`. */
export function consumed(
  linker: Linker,
  module: Module,
  fn: FunctionNode,
  { start, end }: Binding,
): Value | undefined {
  if (!holdsConsumer(module)) return undefined;
  for (const { node, scope } of module.scopes.calls) {
    if (node.type !== "JSXOpeningElement" || node.end > fn.start || elementName(node) !== "Consumer")
      continue;
    if (!/^\s*\{\s*$/.test(module.text.slice(node.end, fn.start))) continue;
    const context = providerOf(linker, node, { module, scope });
    return context?.kind === "context"
      ? providedBy(linker, context, { file: module.path, start, end })
      : undefined;
  }
  return undefined;
}

/**
 * The names by which those come to a function that a context gives out as a whole: of the context, and of the hooks beside
 * it that ask it.
 */
export function contextNames(
  linker: Linker,
  module: Module,
  fn: Node,
  own: readonly string[],
): readonly string[] {
  if (!provides(module)) return [];
  const names = new Set<string>();
  for (const { node, scope } of module.scopes.calls) {
    const given = node.type === "JSXOpeningElement" ? valueGiven(node) : undefined;
    if (given === undefined || !(given === fn || (given.type === "Identifier" && own.includes(given.name))))
      continue;
    const context = providerOf(linker, node, { module, scope });
    if (context?.kind !== "context") continue;
    const { scopes, text } = context.site.module;
    const made = [...scopes.top.values.values()].find(
      ({ what }) => what.kind === "variable" && what.init !== undefined && isAround(what.init, context),
    );
    if (made === undefined) continue;
    names.add(made.name);
    for (const asker of scopes.returns.keys())
      if (text.slice(asker.start, asker.end).includes(`(${made.name})`))
        for (const name of scopes.names.get(asker) ?? []) names.add(name);
  }
  names.delete("default");
  return [...names];
}

function isAround(node: Node, { span }: ContextValue): boolean {
  return node.start <= span.start && span.end <= node.end;
}
