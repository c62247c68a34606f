// What the conditions around a place say of a value that is used there: `if (kind === "silent") return;` takes a text
// out of those that it may be.
import type { Expression, Node } from "oxc-parser";
import { type Condition, conditionsAround } from "../syntax/conditions-around.js";
import { type Binding, functionAround, lookUp, type Scope } from "../syntax/scopes.js";
import { bare, keyName, noneIn } from "../syntax/syntax.js";
import { noneTest, takenBy, typeTest } from "../syntax/type-tests.js";
import { checkedBy } from "./checks.js";
import { type Fact, narrowed } from "./facts.js";
import type { Linker } from "./linker.js";
import { plainText, type Site, type Value } from "./values.js";

/** The value of a name, or of a member that it leads to, as it is at the place where it is used. */
export function atPlace(linker: Linker, node: Node, site: Site, value: Value): Value {
  if (!mayNarrow(value)) return value;
  const used = wayOf(node, site.scope);
  if (used === undefined) return value;
  const { module } = site;
  let result = value;
  const asking: Asking = { linker, site: { module, scope: site.scope }, used };
  for (const condition of conditionsFor(node, site)) {
    // A name that is declared in between is another one.
    const { inside } = condition;
    if (inside.start <= used.binding.start && used.binding.end <= inside.end) continue;
    if (!isKept(used.binding, condition, site.scope)) continue;
    const facts =
      "test" in condition
        ? factsOf(asking, condition.test, condition.holds, 0)
        : caseFacts(asking, condition.of, condition.cases, condition.holds);
    for (const fact of facts) result = narrowed(linker, result, fact);
  }
  return result;
}

/** The conditions around a place: of the functions that it is in, and of what stands at the top of its file. */
export function conditionsFor(node: Node, site: Site): readonly Condition[] {
  const known = conditionsOf.get(node);
  if (known !== undefined) return known;
  const found = findConditions(node, site);
  conditionsOf.set(node, found);
  return found;
}

/** They hang on the text alone, and many looks ask for them. */
const conditionsOf = new WeakMap<Node, readonly Condition[]>();

function findConditions(node: Node, { module, scope }: Site): readonly Condition[] {
  const { program } = module.scopes;
  let outermost: Node | undefined;
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) outermost = at.fn ?? outermost;
  if (outermost === undefined) return conditionsAround(program, node);
  return [...conditionsAround(program, outermost), ...conditionsAround(outermost, node)];
}

/** Whether a name is at a place what it was when a condition was asked: nothing is assigned to it since. */
function isKept({ rewritten, unclear, writes }: Binding, condition: Condition, from: Scope): boolean {
  if (!rewritten) return true;
  const asked = "test" in condition ? condition.test : condition.of;
  const { inside } = condition;
  if (unclear || writes.some(({ value }) => asked.start <= value.start && value.end <= inside.end))
    return false;
  // A function that runs later may see what is assigned after it.
  const fn = functionAround(from);
  return fn === undefined || fn.start < inside.start || inside.end < fn.end;
}

/** What a test that holds says of a name. */
export function factsAbout(linker: Linker, site: Site, binding: Binding, test: Expression): readonly Fact[] {
  return factsOf({ linker, site, used: { binding, keys: [] } }, test, true, 0);
}

/** Whether a condition can say anything of a value. */
function mayNarrow({ kind }: Value): boolean {
  return (
    kind === "union" || kind === "parameter" || kind === "typed" || kind === "fallback" || kind === "choice"
  );
}

/** A name, and the keys that lead on from it. */
type Way = { readonly binding: Binding; readonly keys: readonly string[] };

type Asking = { readonly linker: Linker; readonly site: Site; readonly used: Way };

/** Through names that stand for a member of another: `const { kind } = options` is `options.kind`. */
function wayOf(node: Node, from: Scope, depth = 0): Way | undefined {
  const keys: string[] = [];
  let at: Node = bare(node as Expression);
  const taken = at.type === "CallExpression" ? takenBy(at) : undefined;
  if (taken !== undefined && taken.instead === undefined) {
    keys.push(...taken.keys);
    at = bare(taken.of);
  }
  while (at.type === "MemberExpression" && at.object.type !== "Super") {
    const key = keyName(at.property, at.computed);
    if (key === undefined) return undefined;
    keys.unshift(key);
    at = bare(at.object);
  }
  if (at.type !== "Identifier") return undefined;
  const binding = lookUp(from, at.name);
  // What it was when another name began to stand for it is not what it is.
  if (binding === undefined || (binding.rewritten && depth > 0)) return undefined;
  const { what } = binding;
  if (what.kind === "variable" && !binding.rewritten && what.init !== undefined && depth < 4) {
    const inner = bare(what.init);
    const steps = binding.steps.flatMap((step) =>
      step.kind === "key" && step.fallback === undefined ? [step.key] : [],
    );
    const isWay = inner.type === "Identifier" || (inner.type === "MemberExpression" && steps.length > 0);
    const outer =
      isWay && steps.length === binding.steps.length ? wayOf(inner, binding.scope, depth + 1) : undefined;
    if (outer !== undefined)
      return { binding: outer.binding, keys: [...outer.keys, ...steps.filter((key) => key !== ""), ...keys] };
  }
  return what.kind === "variable" || what.kind === "parameter" ? { binding, keys } : undefined;
}

/** What a test says of the value that is used, where it holds, or does not. */
function factsOf(asking: Asking, test: Expression, holds: boolean, depth: number): readonly Fact[] {
  const node = bare(test);
  if (node.type === "UnaryExpression" && node.operator === "!")
    return factsOf(asking, node.argument, !holds, depth);
  if (node.type === "LogicalExpression") {
    if (node.operator !== (holds ? "&&" : "||")) return [];
    return [...factsOf(asking, node.left, holds, depth), ...factsOf(asking, node.right, holds, depth)];
  }
  const nothing = noneTest(node);
  // What is empty may be there.
  if (nothing?.mayBeEmpty === true)
    return holds ? [] : about(asking, nothing.of, { is: "truthy", holds: true });
  if (nothing !== undefined) return about(asking, nothing.of, { is: "none", holds });
  const ofType = typeTest(node);
  if (ofType !== undefined) {
    const { of, type, equal } = ofType;
    return about(asking, of, { is: "type", type, holds: equal === holds });
  }
  if (node.type === "BinaryExpression" && /^[!=]==?$/.test(node.operator)) {
    if (node.left.type === "PrivateIdentifier") return [];
    const isSame = node.operator.startsWith("=") === holds;
    const none = noneIn(node.right);
    if (none === undefined)
      return [...caseFacts(asking, node.left, [node.right], isSame), ...checked(asking, node, holds)];
    const what = node.operator.length === 2 ? "none" : none;
    return about(asking, node.left, { is: what, holds: isSame });
  }
  // `name.length > 0`
  if (node.type === "BinaryExpression" && node.operator === ">" && holds && isZero(node.right)) {
    const { left } = node;
    const isLength = left.type === "MemberExpression" && keyName(left.property, left.computed) === "length";
    return isLength && left.object.type !== "Super"
      ? about(asking, left.object, { is: "truthy", holds })
      : [];
  }
  if (node.type === "Identifier" && depth < 2 && !asking.used.binding.rewritten) {
    // `const isKnown = user !== null;`
    const binding = lookUp(asking.site.scope, node.name);
    const init =
      binding?.what.kind === "variable" && !binding.rewritten && binding.steps.length === 0
        ? binding.what.init
        : undefined;
    const inner = init === undefined ? undefined : bare(init);
    if (inner !== undefined && isTest(inner))
      return [...factsOf(asking, inner, holds, depth + 1), ...about(asking, node, { is: "truthy", holds })];
  }
  return [...about(asking, node, { is: "truthy", holds }), ...checked(asking, node, holds)];
}

/** What a check lets through is no empty text. */
function checked(asking: Asking, test: Expression, holds: boolean): readonly Fact[] {
  const { linker, site } = asking;
  return checkedBy(linker, site, test, holds).flatMap((of) =>
    about(asking, of, { is: "among", texts: [""], holds: false }),
  );
}

function isZero(node: Expression): boolean {
  return node.type === "Literal" && node.value === 0;
}

function isTest(node: Expression): boolean {
  if (node.type === "UnaryExpression") return node.operator === "!";
  return node.type === "BinaryExpression" || (node.type === "LogicalExpression" && node.operator !== "??");
}

/** What it says that a value is one of some, or none of them. */
function caseFacts(
  asking: Asking,
  of: Expression,
  cases: readonly Expression[],
  holds: boolean,
): readonly Fact[] {
  // What the cases are is worked out for what is asked for alone: most conditions around a place are about others.
  if (about(asking, of, { is: "truthy", holds }).length === 0) return [];
  const texts = cases.map((one) => textOf(asking, one));
  const known = texts.filter((one) => one !== undefined);
  if (known.length === 0 || (holds && known.length < texts.length)) return [];
  return about(asking, of, { is: "among", texts: known, holds });
}

function textOf({ linker, site }: Asking, node: Expression): string | undefined {
  const is = bare(node);
  if (is.type !== "Literal" && is.type !== "MemberExpression" && is.type !== "Identifier") return undefined;
  const value = linker.evaluate(is, site);
  return value.kind === "string" ? plainText(value) : undefined;
}

/** A fact about an expression, as one about the value that is used: the same, or what that is in, or has in it. */
function about({ site, used }: Asking, expression: Expression, fact: Fact): readonly Fact[] {
  const way = wayOf(expression, site.scope);
  if (way === undefined || way.binding !== used.binding) return [];
  if (used.keys.some((key, index) => way.keys[index] !== key)) return [];
  const further = way.keys.slice(used.keys.length);
  const [key, ...more] = further;
  if (key === undefined) return [fact];
  // Who has a member is there.
  const there: readonly Fact[] = isThere(fact) ? [{ is: "none", holds: false }] : [];
  return more.length > 0 ? there : [...there, { is: "member", key, fact }];
}

function isThere(fact: Fact): boolean {
  switch (fact.is) {
    case "truthy":
    case "among":
      return fact.holds;
    case "none":
    case "undefined":
      return !fact.holds;
    case "type":
      return fact.holds && fact.type !== "undefined";
    default:
      return false;
  }
}
