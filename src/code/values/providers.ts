// What containers of classes hand in for a token, as Nest and Angular have it: `@Inject(CLIENT) client: any` is what
// `{ provide: CLIENT, useFactory: () => new Client() }` makes.
import type { Decorator, Expression, Node } from "oxc-parser";
import type { Scope } from "../syntax/scopes.js";
import { bare, type FunctionNode, isFunction, keyName, tailName } from "../syntax/syntax.js";
import type { Module } from "./module.js";
import type { Value } from "./values.js";

/** What begins the name of a token among what modules make global. */
export const providerPrefix = "provide:";

/** Keys under which a provider says what it gives. */
const givers: ReadonlySet<string> = new Set(["useFactory", "useValue", "useClass"]);

/** What a module provides, by its tokens. */
export function providedIn({
  text,
  scopes,
}: Module): readonly { readonly name: string; readonly node: Node; readonly scope: Scope }[] {
  if (!/\bprovide\s*:/.test(text)) return [];
  return [...scopes.scopeOf].flatMap(([node, scope]) => {
    if (node.type !== "ObjectExpression") return [];
    let name: string | undefined;
    let given: Expression | undefined;
    for (const one of node.properties) {
      const key = one.type === "Property" ? keyName(one.key, one.computed) : undefined;
      if (one.type !== "Property" || key === undefined) continue;
      if (key === "provide") name = tokenIn(one.value);
      // A function that is a value is not called for it.
      else if (givers.has(key) && !(key === "useValue" && isFunction(one.value))) given = one.value;
    }
    return name === undefined || given === undefined ? [] : [{ name, node: given, scope }];
  });
}

/** What a parameter of a constructor is given for its token; undefined where its type says more, or nothing is injected. */
export function injectedFor(
  { params }: FunctionNode,
  index: number,
  type: Node | undefined,
  span: Value["span"],
): Value | undefined {
  if (type !== undefined && type.type !== "TSAnyKeyword" && type.type !== "TSUnknownKeyword")
    return undefined;
  const param = params[index];
  const inner = param?.type === "TSParameterProperty" ? param.parameter : param;
  const decorators: readonly Decorator[] = [
    ...(param !== undefined && "decorators" in param ? (param.decorators ?? []) : []),
    ...(inner !== undefined && inner !== param && "decorators" in inner ? (inner.decorators ?? []) : []),
  ];
  for (const { expression } of decorators) {
    if (expression.type !== "CallExpression" || tailName(expression.callee) !== "Inject") continue;
    const [token] = expression.arguments;
    const name = token === undefined || token.type === "SpreadElement" ? undefined : tokenIn(token);
    if (name !== undefined) return { kind: "external", span, source: "", path: [`${providerPrefix}${name}`] };
  }
  return undefined;
}

/** A token by its last name, or by its text. */
function tokenIn(token: Expression): string | undefined {
  const node = bare(token);
  const name = node.type === "Literal" && typeof node.value === "string" ? node.value : tailName(node);
  return name !== undefined && /^[\w$]+$/.test(name) ? name : undefined;
}
