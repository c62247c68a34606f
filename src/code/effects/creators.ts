// Functions that make actions where a library writes them: those of Redux Toolkit's slices and of `createAction`, which
// are told apart by where they are declared; and what listens to them: listeners, sagas, epics and effects.
import type { CallExpression, Expression, Node } from "oxc-parser";
import { type Binding, lookUp, type Scope } from "../syntax/scopes.js";
import { bare, type FunctionNode, isFunction, keyName, tailName } from "../syntax/syntax.js";
import { argumentValues } from "../values/call-values.js";
import type { Linker } from "../values/linker.js";
import type { Module } from "../values/module.js";
import { type Member, plainText, type Site, spanOf, unknown, type Value } from "../values/values.js";

/** What a handler handles: actions of these types, and what these functions make, by their declarations. */
export type Handled = {
  readonly types: readonly Value[];
  readonly creators: readonly { readonly id: string; readonly name: string }[];
};

const most = 12;

/** What the function under `effect` of `startListening({ actionCreator, effect })` handles. */
export function listenedTo(linker: Linker, module: Module, scope: Scope): Handled | undefined {
  const { object, parent } = scope;
  if (
    object?.type !== "ObjectExpression" ||
    !/\bactionCreator\b|\bmatcher\b|startListening|addListener/.test(module.text)
  )
    return undefined;
  const patterns = object.properties.flatMap((one) =>
    one.type === "Property" && /^(?:actionCreator|type|matcher)$/.test(keyName(one.key, one.computed) ?? "")
      ? [one.value]
      : [],
  );
  return patterns.length === 0 ? undefined : handledBy(linker, patterns, { module, scope: parent ?? scope });
}

/**
 * What a function handles that stands in a pipe behind what chooses actions:
 * `actions.pipe(ofType(opened), tap((action) => {}))`. `isPaired` where it is given them in a list with something else.
 */
export function pipedTo(
  linker: Linker,
  module: Module,
  fn: FunctionNode,
): (Handled & { readonly isPaired: boolean }) | undefined {
  const handed = module.scopes.handed.get(fn);
  if (handed === undefined || handed.index !== 0 || !/\bofType\b|\.type\s*===/.test(module.text))
    return undefined;
  const { node } = handed.call;
  if (node.type !== "CallExpression") return undefined;
  // `action$.ofType(TRACK).do(send)`
  const callee = bare(node.callee);
  const above =
    callee.type === "MemberExpression" && callee.object.type !== "Super" ? bare(callee.object) : undefined;
  const site = { module, scope: handed.call.scope };
  if (above?.type === "CallExpression" && tailName(above.callee) === "ofType")
    return { ...handledBy(linker, above.arguments, site), isPaired: false };
  for (const { node: pipe } of module.scopes.calls) {
    if (pipe.type !== "CallExpression" || pipe.start > node.start || pipe.end < node.end) continue;
    if (tailName(pipe.callee) !== "pipe") continue;
    const at = pipe.arguments.indexOf(node);
    const before = pipe.arguments.slice(0, Math.max(at, 0));
    const chosen = before.flatMap((one) => (one.type === "CallExpression" ? patternsOf(one) : []));
    if (chosen.length === 0) continue;
    const isPaired = before.some(
      (one) =>
        one.type === "CallExpression" &&
        /^(?:withLatestFrom|concatLatestFrom)$/.test(tailName(one.callee) ?? ""),
    );
    return { ...handledBy(linker, chosen, site), isPaired };
  }
  return undefined;
}

/** `ofType(a, b)`, and `filter((action) => action.type === a)`. */
function patternsOf(call: CallExpression): readonly Node[] {
  const name = tailName(call.callee);
  if (name === "ofType") return call.arguments;
  const [first] = call.arguments;
  if (name !== "filter" || first === undefined || !isFunction(first) || first.body === null) return [];
  const test = first.body.type === "BlockStatement" ? undefined : bare(first.body);
  return test?.type === "BinaryExpression" &&
    test.operator.startsWith("==") &&
    test.left.type === "MemberExpression" &&
    keyName(test.left.property, test.left.computed) === "type"
    ? [test.right]
    : [];
}

/** The types and the makers of actions that patterns name. */
export function handledBy(linker: Linker, patterns: readonly Node[], site: Site): Handled {
  const types: Value[] = [];
  const creators: { id: string; name: string }[] = [];
  const pending: Node[] = [...patterns];
  for (
    let node = pending.shift();
    node !== undefined && types.length + creators.length < most;
    node = pending.shift()
  ) {
    const one = bare(node as Expression);
    if (one.type === "ArrayExpression") pending.push(...one.elements.filter((each) => each !== null));
    else if (one.type === "CallExpression") pending.push(...one.arguments);
    else {
      const type = linker.evaluate(one, site);
      if (plainText(type) !== undefined) {
        types.push(type);
        continue;
      }
      const id = declaredAs(linker, one, site);
      if (id !== undefined) creators.push({ id, name: id.slice(id.search(/[^:.]*$/)) });
    }
  }
  return { types, creators };
}

/** Steps that lead from what makes actions to nothing else: its slice's list of them, its type, its test. */
const passed: ReadonlySet<string> = new Set(["actions", "type", "match"]);

/** Where something is declared that a name, or a way from one, stands for: the same for whoever imports it. */
export function declaredAs(linker: Linker, node: Node, site: Site, depth = 0): string | undefined {
  if (depth > 8) return undefined;
  const one = bare(node as Expression);
  if (one.type === "MemberExpression") {
    const key = keyName(one.property, one.computed);
    if (key === undefined || one.object.type === "Super") return undefined;
    const all = one.object.type === "Identifier" ? lookUp(site.scope, one.object.name)?.what : undefined;
    if (all?.kind === "import" && all.imported === "*")
      return exportedAs(linker, site.module, all.source, key, depth + 1);
    const object = declaredAs(linker, one.object, site, depth + 1);
    return object === undefined || passed.has(key) ? object : `${object}.${key}`;
  }
  if (one.type !== "Identifier") return undefined;
  const binding = lookUp(site.scope, one.name);
  return binding === undefined ? undefined : ofBinding(linker, binding, site.module, depth);
}

function ofBinding(linker: Linker, binding: Binding, module: Module, depth: number): string | undefined {
  const { what, steps, name } = binding;
  if (what.kind === "import") return exportedAs(linker, module, what.source, what.imported, depth + 1);
  if (what.kind !== "variable" || what.init === undefined) return undefined;
  const init = bare(what.init);
  if (steps.length === 0)
    return init.type === "MemberExpression" || init.type === "Identifier"
      ? declaredAs(linker, init, { module, scope: binding.scope }, depth + 1)
      : `${module.path}:${binding.start}:${name}`;
  const object = declaredAs(linker, init, { module, scope: binding.scope }, depth + 1);
  const keys = steps.map((step) => (step.kind === "key" ? step.key : undefined));
  if (object === undefined || keys.includes(undefined)) return undefined;
  return [object, ...keys.filter((key) => key !== undefined && !passed.has(key))].join(".");
}

function exportedAs(
  linker: Linker,
  from: Module,
  source: string,
  name: string,
  depth: number,
): string | undefined {
  const target = linker.resolve(from.path, source);
  const module = target.kind === "file" && depth < 8 ? linker.module(target.path) : undefined;
  if (module === undefined) return undefined;
  const exported = module.exports.named.get(name);
  if (exported?.kind === "from")
    return exportedAs(linker, module, exported.source, exported.imported, depth + 1);
  if (exported?.kind === "local") {
    const binding = lookUp(module.scopes.top, exported.name);
    return binding === undefined ? undefined : ofBinding(linker, binding, module, depth + 1);
  }
  if (exported?.kind === "value")
    return declaredAs(linker, exported.value.node, { module, scope: exported.value.scope }, depth + 1);
  for (const star of module.exports.stars) {
    const found = exportedAs(linker, module, star, name, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The action that a call of such a function makes: Redux Toolkit puts what it is given under `payload`, NgRx beside the type. */
export function actionMade(linker: Linker, node: CallExpression, site: Site): Value {
  const span = spanOf(site.module, node);
  const [given = { kind: "undefined" as const, span }] = argumentValues(linker, node.arguments, site);
  const members: Member[] = [
    { kind: "spread", value: () => (given.kind === "object" ? given : { kind: "undefined", span }) },
    { kind: "property", name: "payload", span, value: () => given, optional: false },
    {
      kind: "property",
      name: "type",
      span,
      value: () => unknown(span, "the type of an action"),
      optional: false,
    },
  ];
  return { kind: "object", span, members };
}
