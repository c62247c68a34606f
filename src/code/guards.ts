// The conditions around a call in a function: who leaves out what they ask for does not come to the call.
import { type Expression, type Node, visitorKeys } from "oxc-parser";
import type { Guard } from "./conditions.js";
import { evaluate } from "./evaluate.js";
import type { Linker } from "./linker.js";
import type { Module } from "./module.js";
import { parametersIn } from "./owners.js";
import { lookUp, type Placed, type Scope } from "./scopes.js";
import { bare } from "./syntax.js";
import { plainText } from "./values.js";

/** The conditions on parameters that a call in a function stands under; `owner` is the function's identity. */
export function guardsOf(linker: Linker, module: Module, owner: string, placed: Placed): readonly Guard[] {
  const fn = functionOf(placed.scope, owner, module);
  if (fn === undefined) return [];
  const guards: Guard[] = [];
  for (let at: Node | undefined = fn; at !== undefined && at !== placed.node; ) {
    const next = childAround(at, placed.node);
    if (next === undefined) break;
    for (const [test, holds] of testsOf(at, next))
      guards.push(...asked(linker, module, placed, test, holds, next));
    at = next;
  }
  return guards;
}

function functionOf(scope: Scope, owner: string, { path }: Module): Node | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const node = at.fn ?? at.cls;
    if (node !== undefined && `${path}:${node.start}` === owner) return node;
  }
  return undefined;
}

/** The child of a node in which another one lies. */
function childAround(node: Node, inner: Node): Node | undefined {
  for (const key of visitorKeys[node.type] ?? []) {
    const child: unknown = Reflect.get(node, key);
    for (const one of Array.isArray(child) ? child : [child])
      if (isNode(one) && one.start <= inner.start && inner.end <= one.end) return one;
  }
  return undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}

/** What is known to hold, or not to, in one child of a node. */
function testsOf(node: Node, child: Node): readonly (readonly [test: Expression, holds: boolean])[] {
  if (node.type === "LogicalExpression" && child === node.right && node.operator !== "??")
    return [[node.left, node.operator === "&&"]];
  if (node.type === "BlockStatement") {
    const before = node.body.filter(({ end }) => end <= child.start);
    return before.flatMap((one) =>
      one.type === "IfStatement" && one.alternate === null && leaves(one.consequent)
        ? [[one.test, false] as const]
        : [],
    );
  }
  if (node.type !== "IfStatement" && node.type !== "ConditionalExpression") return [];
  if (child === node.consequent) return [[node.test, true]];
  return child === node.alternate ? [[node.test, false]] : [];
}

/** Whether a statement never comes to its end. */
function leaves(statement: Node): boolean {
  if (statement.type !== "BlockStatement")
    return statement.type === "ReturnStatement" || statement.type === "ThrowStatement";
  const last = statement.body.at(-1);
  return last !== undefined && leaves(last);
}

/** What a test asks of parameters; nothing of what else it asks. */
function asked(
  linker: Linker,
  module: Module,
  placed: Placed,
  test: Expression,
  holds: boolean,
  inside: Node,
): readonly Guard[] {
  const node = bare(test);
  const of = (one: Expression, as: boolean): readonly Guard[] =>
    asked(linker, module, placed, one, as, inside);
  if (node.type === "UnaryExpression" && node.operator === "!") return of(node.argument, !holds);
  if (node.type === "LogicalExpression")
    return node.operator === (holds ? "&&" : "||") ? [...of(node.left, holds), ...of(node.right, holds)] : [];
  const askedOf = (one: Expression): Guard["value"] | undefined => {
    const name = nameIn(one);
    const binding = name === undefined ? undefined : lookUp(placed.scope, name);
    // What is assigned again need not be what was given, and a name that is declared in between is another one.
    if (binding === undefined || binding.rewritten) return undefined;
    if (inside.start <= binding.start && binding.end <= inside.end) return undefined;
    const value = evaluate(linker, one, { module, scope: placed.scope });
    return parametersIn(value).length > 0 ? value : undefined;
  };
  if (node.type === "BinaryExpression" && /^[!=]==?$/.test(node.operator)) {
    if (node.left.type === "PrivateIdentifier") return [];
    const none = noneIn(node.right);
    if (none === undefined) {
      const is = plainText(evaluate(linker, node.right, { module, scope: placed.scope }));
      const compared = is === undefined ? undefined : askedOf(node.left);
      return is === undefined || compared === undefined
        ? []
        : [{ value: compared, test: { is }, holds: node.operator.startsWith("=") === holds }];
    }
    const strict = node.operator.length === 3;
    // What is compared with null strictly may still be undefined.
    if (strict && none === "null") return [];
    const value = askedOf(node.left);
    const isThere = node.operator.startsWith("!") === holds;
    return value === undefined ? [] : [{ value, test: strict ? "defined" : "present", holds: isThere }];
  }
  const value = askedOf(node);
  return value === undefined ? [] : [{ value, test: "truthy", holds }];
}

/** The name that a plain way to a value begins with: `props` of `props.onClose`. */
function nameIn(expression: Expression): string | undefined {
  let at = bare(expression);
  while (at.type === "MemberExpression" && !at.computed && at.object.type !== "Super") at = bare(at.object);
  return at.type === "Identifier" ? at.name : undefined;
}

function noneIn(expression: Expression): "null" | "undefined" | undefined {
  const node = bare(expression);
  if (node.type === "Identifier" && node.name === "undefined") return "undefined";
  return node.type === "Literal" && node.value === null && !("regex" in node) ? "null" : undefined;
}
