// The conditions that a place in the text stands under: those around it, and those that leave the way to it before.
import { type Expression, type Node, visitorKeys } from "oxc-parser";

/** A test that is known to hold, or not to, at a place; `inside` is the part of the text for which it is. */
export type Condition = { readonly inside: Node } & (
  | { readonly test: Expression; readonly holds: boolean }
  /** What a `switch` asks for: that it is one of some, or none of them. */
  | { readonly of: Expression; readonly cases: readonly Expression[]; readonly holds: boolean }
);

/** The conditions for a place, from a node around it inward. */
export function conditionsAround(around: Node, place: Node): readonly Condition[] {
  const conditions: Condition[] = [];
  for (let at = around; at !== place; ) {
    const next = childAround(at, place);
    if (next === undefined) break;
    addConditions(at, next, conditions);
    at = next;
  }
  return conditions;
}

/** The nodes from one inward to another that lies in it, without that; undefined where it does not. */
export function wayTo(around: Node, place: Node): readonly Node[] | undefined {
  const way: Node[] = [];
  for (let at: Node | undefined = around; at !== place; at = childAround(at, place)) {
    if (at === undefined) return undefined;
    way.push(at);
  }
  return way;
}

/** The innermost node at the place of another one, which is in no tree. */
export function nodeAt(around: Node, place: Node): Node | undefined {
  let at: Node = around;
  for (let next = childAround(at, place); next !== undefined; next = childAround(at, place)) at = next;
  return at.start === place.start && at.end === place.end ? at : undefined;
}

/** The child of a node in which another one lies. */
function childAround(node: Node, inner: Node): Node | undefined {
  for (const key of visitorKeys[node.type] ?? []) {
    // Of `{ name }` the key and the value stand in one place: it is the value that is asked for.
    if (key === "key" && node.type === "Property" && node.shorthand) continue;
    const child: unknown = Reflect.get(node, key);
    if (!Array.isArray(child)) {
      if (isAround(child, inner)) return child;
      continue;
    }
    const found = elementAround(child, inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The same among the elements of a list, which stand in it as they do in the text: a bundle's have thousands. */
function elementAround(list: readonly unknown[], inner: Node): Node | undefined {
  let low = 0;
  let high = list.length;
  while (high - low > fewElements) {
    const middle = (low + high) >>> 1;
    const start = startOf(list[middle]);
    // A list may have holes.
    if (start === undefined) break;
    if (start <= inner.start) low = middle;
    else high = middle;
  }
  for (let at = low; at < high; at++) {
    const one = list[at];
    if (isAround(one, inner)) return one;
  }
  return undefined;
}

const fewElements = 8;

function startOf(value: unknown): number | undefined {
  return typeof value === "object" && value !== null && "start" in value && typeof value.start === "number"
    ? value.start
    : undefined;
}

function isAround(value: unknown, inner: Node): value is Node {
  return (
    typeof value === "object" &&
    value !== null &&
    "type" in value &&
    "start" in value &&
    "end" in value &&
    typeof value.start === "number" &&
    typeof value.end === "number" &&
    value.start <= inner.start &&
    inner.end <= value.end
  );
}

/** What is known to hold, or not to, in one child of a node. */
function addConditions(node: Node, inside: Node, found: Condition[]): void {
  switch (node.type) {
    case "LogicalExpression":
      if (inside === node.right && node.operator !== "??")
        found.push({ test: node.left, holds: node.operator === "&&", inside });
      return;
    case "IfStatement":
    case "ConditionalExpression":
      if (inside === node.consequent) found.push({ test: node.test, holds: true, inside });
      else if (inside === node.alternate) found.push({ test: node.test, holds: false, inside });
      return;
    case "WhileStatement":
      if (inside === node.body) found.push({ test: node.test, holds: true, inside });
      return;
    case "Program":
    case "BlockStatement":
      addEarlier(node.body, inside, found);
      return;
    case "SwitchCase":
      addEarlier(node.consequent, inside, found);
      return;
    case "SwitchStatement": {
      const at = node.cases.findIndex(({ start }) => start === inside.start);
      if (at < 0) return;
      let first = at;
      // Who comes to the case before without leaving it comes here, too.
      while (first > 0 && !isLeft(node.cases[first - 1]?.consequent ?? [])) first--;
      const own = node.cases.slice(first, at + 1);
      const isDefault = own.some(({ test }) => test === null);
      const cases = isDefault ? node.cases.filter((one) => !own.includes(one)) : own;
      const tests = cases.flatMap(({ test }) => test ?? []);
      if (tests.length > 0) found.push({ of: node.discriminant, cases: tests, holds: !isDefault, inside });
      return;
    }
  }
}

/** What statements before one make sure of: `if (!user) return;`, `invariant(user)`. */
function addEarlier(body: readonly Node[], inside: Node, found: Condition[]): void {
  for (const one of body) {
    if (one.end > inside.start) return;
    if (one.type === "IfStatement") {
      if (leaves(one.consequent)) found.push({ test: one.test, holds: false, inside });
      else if (one.alternate !== null && leaves(one.alternate))
        found.push({ test: one.test, holds: true, inside });
    } else if (one.type === "ExpressionStatement" && one.expression.type === "CallExpression") {
      const { callee, arguments: given } = one.expression;
      const [test] = given;
      if (callee.type === "Identifier" && asserting.test(callee.name) && test !== undefined)
        if (test.type !== "SpreadElement") found.push({ test, holds: true, inside });
    }
  }
}

/** Functions that throw where what they are given does not hold. */
const asserting = /^(?:invariant|assert|tinyInvariant)$/;

/** Whether a statement never comes to its end. */
function leaves(statement: Node): boolean {
  switch (statement.type) {
    case "ReturnStatement":
    case "ThrowStatement":
    case "ContinueStatement":
    case "BreakStatement":
      return true;
    case "BlockStatement":
      return isLeft(statement.body);
    // `process.exit(1);`
    case "ExpressionStatement":
      return isExit(statement.expression);
    case "IfStatement":
      return statement.alternate !== null && leaves(statement.consequent) && leaves(statement.alternate);
    default:
      return false;
  }
}

function isExit(node: Expression): boolean {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return false;
  const { object, property } = node.callee;
  return (
    object.type === "Identifier" &&
    object.name === "process" &&
    property.type === "Identifier" &&
    property.name === "exit"
  );
}

/** Whether statements never come to their end. */
export function isLeft(body: readonly Node[]): boolean {
  const last = body.at(-1);
  return last !== undefined && leaves(last);
}
