// Reads a syntax tree once, from the top, and writes down scopes, names and the places that matter.
import type { CallExpression, Expression, Node, Program } from "oxc-parser";
import { declarePattern, declareStatement } from "./declare.js";
import { nameValue } from "./function-names.js";
import { invokedBy } from "./in-place.js";
import { kinds } from "./node-kinds.js";
import type { Binding, Handed, Invoked, ModuleScopes, Placed, Scope, Write } from "./scopes.js";
import { lookUp } from "./scopes.js";
import { elementName, type FunctionNode, isFunction, keyName } from "./syntax.js";
import { toldIn } from "./told-objects.js";

/** What is gathered while a tree is read. */
export type Gathering = {
  readonly scopeOf: Map<Node, Scope>;
  readonly names: Map<Node, string[]>;
  readonly pending: { readonly node: Node; readonly scope: Scope }[];
};

export function newScope(
  parent: Scope | undefined,
  own: Partial<Pick<Scope, "fn" | "cls" | "object">> = {},
): Scope {
  return {
    parent,
    fn: own.fn,
    cls: own.cls,
    object: own.object,
    values: new Map(),
    types: new Map(),
  };
}

/** The scopes of a module. It uses no stack of its own, so that no depth of nesting overflows it. */
export function readScopes(program: Program): ModuleScopes {
  const top = newScope(undefined);
  const calls: Placed[] = [];
  const returns = new Map<FunctionNode, Placed<Expression>[]>();
  const handed = new Map<FunctionNode, Handed>();
  const invoked = new Map<FunctionNode, Invoked>();
  const memberWrites: { target: Placed<Expression>; value: Expression }[] = [];
  const memberChanges: Placed[] = [];
  const exports: Node[] = [];
  let defined: Placed<CallExpression> | undefined;
  const writes: Named[] = [];
  const names = new Map<Node, string[]>();
  const scopeOf = new Map<Node, Scope>();
  const nodes: Node[] = [program];
  const scopes: Scope[] = [top];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    const outer = scopes.pop() ?? top;
    let scope = outer;
    const kind = kinds[node.type];
    if (kind === undefined) continue;
    if (!kind.tells) {
      pushChildren(node, kind.keys, scope, nodes, scopes);
      continue;
    }
    switch (node.type) {
      case "Program":
        for (const statement of node.body) declareStatement(statement, top);
        break;
      case "ImportDeclaration":
        continue;
      case "ExportNamedDeclaration":
      case "ExportDefaultDeclaration":
      case "ExportAllDeclaration":
      case "TSExportAssignment":
        exports.push(node);
        if (node.type === "ExportDefaultDeclaration") nameValue(node.declaration, "default", names);
        break;
      case "BlockStatement":
      case "StaticBlock":
      case "TSModuleBlock": {
        if (node.body.length === 0) continue;
        // A function's body shares the scope of its parameters.
        if (scopeOf.get(node) === undefined) scope = newScope(outer);
        if (node.type === "TSModuleBlock") scopeOf.set(node, scope);
        for (const statement of node.body) declareStatement(statement, scope);
        break;
      }
      case "SwitchStatement":
        scope = newScope(outer);
        for (const { consequent } of node.cases)
          for (const statement of consequent) declareStatement(statement, scope);
        break;
      case "ForStatement":
        scope = newScope(outer);
        if (node.init?.type === "VariableDeclaration") declareStatement(node.init, scope);
        break;
      case "ForOfStatement":
      case "ForInStatement":
        scope = newScope(outer);
        if (node.left.type === "VariableDeclaration") {
          const isOf = node.type === "ForOfStatement";
          for (const { id } of node.left.declarations) {
            declarePattern(
              id,
              scope,
              { kind: "variable", constant: true, init: isOf ? node.right : undefined },
              [isOf ? { kind: "element" } : { kind: "unknown" }],
            );
          }
        }
        break;
      case "CatchClause":
        scope = newScope(outer);
        if (node.param !== null) declarePattern(node.param, scope, { kind: "caught" }, []);
        break;
      case "ArrowFunctionExpression":
      case "FunctionExpression":
      case "FunctionDeclaration": {
        scope = newScope(outer, { fn: node });
        scopeOf.set(node, scope);
        if (node.type === "FunctionExpression" && node.id !== null)
          declarePattern(node.id, scope, { kind: "function", fn: node }, []);
        const fn = node;
        node.params.forEach((param, index) => {
          const isProperty = param.type === "TSParameterProperty";
          const rest = param.type === "RestElement";
          const pattern = rest ? param.argument : isProperty ? param.parameter : param;
          const type = rest ? param.typeAnnotation?.typeAnnotation : undefined;
          declarePattern(pattern, scope, { kind: "parameter", fn, index, rest }, [], type);
        });
        if (node.body?.type === "BlockStatement") scopeOf.set(node.body, scope);
        else if (node.body !== null) put(returns, fn, { node: node.body, scope });
        break;
      }
      case "ClassDeclaration":
      case "ClassExpression":
        // It may say what a class above leaves to it.
        if (node.superClass !== null) calls.push({ node, scope: outer });
        scope = newScope(outer, { cls: node });
        scopeOf.set(node, scope);
        break;
      case "MethodDefinition":
      case "TSAbstractMethodDefinition":
      case "PropertyDefinition":
      case "AccessorProperty":
        if (node.value !== null) nameKey(node.key, node.computed, node.value, names);
        break;
      case "ObjectExpression":
        scope = newScope(outer, { object: node });
        scopeOf.set(node, scope);
        for (const told of toldIn(node)) calls.push({ node: told, scope: outer });
        break;
      case "Property":
        nameKey(node.key, node.computed, node.value, names);
        break;
      case "VariableDeclarator":
        if (node.init !== null && node.id.type === "Identifier") nameValue(node.init, node.id.name, names);
        break;
      case "AssignmentExpression": {
        const { left } = node;
        // What is there stays; nobody follows whether it was.
        const fills = node.operator === "??=" || node.operator === "||=";
        if (left.type === "Identifier") {
          const write = { value: node.right, scope, steps: [], ...(fills && { fills: node }) };
          const isKnown = node.operator === "=" || fills;
          writes.push({ name: left.name, scope, write: isKnown ? write : undefined });
          nameValue(node.right, left.name, names);
        } else if (left.type === "MemberExpression") {
          if (node.operator === "=" || fills)
            memberWrites.push({ target: { node: left, scope }, value: node.right });
          if (node.operator !== "=") memberChanges.push({ node: left, scope });
          const name = keyName(left.property, left.computed);
          if (name !== undefined) nameValue(node.right, name, names);
        } else writePattern(left, node.right, scope, writes);
        break;
      }
      case "UpdateExpression":
        if (node.argument.type === "Identifier")
          writes.push({ name: node.argument.name, scope, write: undefined });
        else memberChanges.push({ node: node.argument, scope });
        break;
      case "UnaryExpression":
        if (node.operator === "delete") memberChanges.push({ node, scope });
        break;
      case "ReturnStatement": {
        const fn = node.argument === null ? undefined : ownerOf(scope);
        if (fn !== undefined && node.argument !== null) put(returns, fn, { node: node.argument, scope });
        break;
      }
      case "CallExpression":
      case "NewExpression": {
        calls.push({ node, scope });
        const own = node.type === "CallExpression" ? invokedBy(node) : undefined;
        if (
          node.type === "CallExpression" &&
          node.callee.type === "Identifier" &&
          node.callee.name === "define"
        )
          defined ??= { node, scope };
        if (own !== undefined && node.type === "CallExpression")
          invoked.set(own.fn, { call: node, scope, skipped: own.skipped });
        const call = { node, scope };
        node.arguments.forEach((argument, index) => {
          if (isFunction(argument)) handed.set(argument, { call, index });
        });
        break;
      }
      case "JSXOpeningElement": {
        calls.push({ node, scope });
        // What a function that is handed to a component does, the component's element may come to do; HTML's may not.
        const element = elementName(node);
        for (const attribute of node.attributes)
          if (
            element !== undefined &&
            !/^[a-z]/.test(element) &&
            attribute.type === "JSXAttribute" &&
            attribute.value?.type === "JSXExpressionContainer"
          )
            nameValue(attribute.value.expression, element, names);
        break;
      }
    }
    pushChildren(node, kind.keys, scope, nodes, scopes);
  }
  for (const { name, scope, write } of writes) {
    const binding = lookUp(scope, name);
    if (binding !== undefined) note(binding, write);
  }
  calls.sort((a, b) => a.node.start - b.node.start || b.node.end - a.node.end);
  return {
    ...{ program, top, calls, scopeOf, returns, handed, invoked },
    ...{ names, memberWrites, memberChanges, defined, exports },
  };
}

function note(binding: Binding, write: Write | undefined): void {
  binding.rewritten = true;
  if (write === undefined) binding.unclear = true;
  else binding.writes.push(write);
}

/** An assignment to a name. */
type Named = { readonly name: string; readonly scope: Scope; readonly write: Write | undefined };

/** The names that a pattern assigns, each with its way into what is assigned. */
function writePattern(pattern: Node, value: Expression, scope: Scope, writes: Named[]): void {
  const taken = newScope(undefined);
  declarePattern(pattern, taken, { kind: "variable", constant: true, init: value }, []);
  for (const { name, steps } of taken.values.values())
    writes.push({ name, scope, write: { value, scope, steps } });
}

function nameKey(key: Node, computed: boolean, value: Node, names: Map<Node, string[]>): void {
  const name = keyName(key, computed);
  if (name !== undefined) nameValue(value, name, names);
}

function ownerOf(scope: Scope): FunctionNode | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent)
    if (at.fn !== undefined) return at.fn;
  return undefined;
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** `keys` from the last to the first, since the node that is pushed last is read next. */
function pushChildren(
  node: Node,
  keys: readonly string[],
  scope: Scope,
  nodes: Node[],
  scopes: Scope[],
): void {
  if (!isOpen(node)) return;
  for (const key of keys) {
    const child = node[key];
    if (Array.isArray(child)) {
      for (let index = child.length - 1; index >= 0; index--) {
        const one: unknown = child[index];
        if (isNode(one)) {
          nodes.push(one);
          scopes.push(scope);
        }
      }
    } else if (isNode(child)) {
      nodes.push(child);
      scopes.push(scope);
    }
  }
}

function isOpen(node: Node): node is Node & { readonly [key: string]: unknown } {
  return node.type !== undefined;
}

/** What stands under a key that `visitorKeys` names is a node, a list of nodes, or nothing. */
function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}
