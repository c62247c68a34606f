// Functions that make actions where a library writes them: those of Redux Toolkit's slices and of `createAction`, which
// are told apart by where they are declared; and what listens to them: listeners, sagas, epics and effects.
import type { CallExpression, Expression, Node } from "oxc-parser";
import type { Scope } from "../../syntax/scopes.js";
import { bare, type FunctionNode, isFunction, keyName, tailName } from "../../syntax/syntax.js";
import { argumentValues } from "../../values/call-values.js";
import { declaredAs } from "../../values/declared.js";
import type { Linker } from "../../values/linker.js";
import type { Module } from "../../values/module.js";
import { type Member, plainText, type Site, spanOf, unknown, type Value } from "../../values/values.js";

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
