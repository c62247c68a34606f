// The names that a call is made by: enough to tell cheaply that it can't be a call of something known.
import type { CallExpression, MemberExpression, NewExpression, Node } from "oxc-parser";
import { directiveIn } from "../syntax/directives.js";
import { type Binding, lookUp, type Placed, type Scope, type Step } from "../syntax/scopes.js";
import { bare, calledBy, elementName, isClass, keyName, tailName } from "../syntax/syntax.js";
import type { Module } from "../values/module.js";
import { handedFunction } from "./called-through.js";
import { spokenMethods } from "./emitter-names.js";
import { decoratedName, decoratorPattern, isDecorating } from "./guessing/decorated.js";
import { mutationAt } from "./guessing/mutations.js";
import { mayRelay, relayAround, relayName } from "./guessing/relays.js";
import { isAboutAnalytics, isSpoken, isSpokenImport } from "./guessing/spoken-names.js";
import { maySayTable, tableAt, tableName } from "./guessing/tables.js";
import { commandAt, toldFirst } from "./guessing/told-first.js";
import { typedClientOf } from "./typed-clients.js";

/** The name of calls by what others do, too, on clients of analytics: see `isSpoken`. */
export const spokenName = "analytics.*";

/** The name of what actions say about themselves, for searches. */
export const toldName = "meta.*";

/** The calls of a module by the names that they are made by: numbers of its calls, and where each begins. */
export type CallIndex = {
  readonly byName: readonly (readonly [name: string, calls: readonly number[]])[];
  readonly starts: Uint32Array;
};

/** The calls that are made by a name that is wanted, in the order of the text. */
export function callsBy(
  { byName, starts }: CallIndex,
  isWanted: (name: string) => boolean,
): readonly number[] {
  const found = new Set<number>();
  for (const [name, calls] of byName) if (isWanted(name)) for (const call of calls) found.add(call);
  if (found.size < 2) return [...found];
  return [...found].sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0));
}

export function callIndexOf(module: Module): CallIndex {
  const { calls } = module.scopes;
  const index = new Map<string, number[]>();
  const decorators = decoratorPattern.test(module.text);
  const tables = maySayTable(module.text);
  const relays = mayRelay(module.text, module.path);
  const mutates = /mutat/i.test(module.text);
  for (const [at, placed] of calls.entries()) {
    const own = calleeNames(module, placed);
    const isRelayed = relays && relayAround(module, placed.scope) !== undefined;
    const told = [
      ...(isRelayed ? [relayName] : []),
      ...(placed.node.type === "ObjectExpression" ? [toldName] : []),
      ...(placed.node.type === "CallExpression" &&
      (commandAt(placed.node) ??
        toldFirst(placed.node, placed.scope) ??
        (mutates ? mutationAt(placed.node, placed.scope) : undefined)) !== undefined
        ? [spokenName]
        : []),
      ...(decorators && placed.node.type === "CallExpression" && isDecorating(placed.node, placed)
        ? [decoratedName]
        : []),
      ...((tables || relays) && tableAt(module, placed) !== undefined ? [tableName] : []),
    ];
    for (const name of told.length > 0 ? [...own, ...told] : own) {
      const known = index.get(name);
      if (known === undefined) index.set(name, [at]);
      else known.push(at);
    }
  }
  return { byName: [...index], starts: Uint32Array.from(calls, ({ node }) => node.start) };
}

/** Names by which a call, a construction or an element reaches what it calls. */
function calleeNames(module: Module, placed: Placed): readonly string[] {
  const { node, scope } = placed;
  const handed = node.type === "CallExpression" ? handedFunction(node) : undefined;
  const own = writtenNames(module, placed);
  return handed === undefined ? own : [...own, ...namesIn(module, handed, scope, 0)];
}

function writtenNames(module: Module, { node, scope }: Placed): readonly string[] {
  if (node.type === "JSXOpeningElement") {
    const name = elementName(node);
    if (name === undefined) return [];
    if (node.name.type === "JSXMemberExpression") return [name];
    return /^[a-z]/.test(name) ? [] : identifierNames(module, name, scope);
  }
  if (isClass(node)) return node.superClass === null ? [] : namesIn(module, node.superClass, scope, 0);
  if (node.type !== "CallExpression" && node.type !== "NewExpression") return [];
  const callee = bare(node.type === "CallExpression" ? calledBy(node).callee : node.callee);
  if (callee.type === "Identifier")
    return [
      ...identifierNames(module, callee.name, scope),
      ...actionNames(node, callee.name),
      ...directiveNames(module, callee),
      ...(isSpokenImport(callee.name, scope) ? [spokenName] : []),
    ];
  if (callee.type === "MemberExpression") {
    const name = keyName(callee.property, callee.computed);
    const root = chainRoot(callee) ?? tellingRoot(callee);
    const client = typedClientOf(callee);
    // `latest.current("Saved")`, of which the name says nothing: `const latest = useRef(track)` does.
    // `handlers[kind]("Saved")` has no name but that of its table.
    const held =
      (name === "current" || name === undefined) && callee.object.type === "Identifier"
        ? callee.object.name
        : undefined;
    const isSaid =
      name !== undefined &&
      (isSpoken(callee, scope) || (spokenMethods.has(name) && isAboutAnalytics(module)));
    return [
      ...(name === undefined ? [] : isSaid ? [name, spokenName] : [name]),
      ...(client === undefined ? [] : [client]),
      ...actionNames(node, name),
      ...(callee.object.type === "Super" ? [] : directiveNames(module, callee.object)),
      ...(root === undefined ? [] : identifierNames(module, root, scope)),
      ...(held === undefined ? [] : identifierNames(module, held, scope)),
    ];
  }
  const tail = tailName(callee);
  // `runOnJS(track)("Signed Up")` calls what it is given.
  const [given] = callee.type === "CallExpression" ? callee.arguments : [];
  return [
    ...(tail === undefined ? [] : [tail]),
    ...(given?.type === "Identifier" ? identifierNames(module, given.name, scope) : []),
  ];
}

/** The names of what a call, a construction or an element calls; none where that is one of the page's own elements. */
export function calledNames(module: Module, { node, scope }: Placed): readonly string[] {
  if (node.type === "JSXOpeningElement") return calleeNames(module, { node, scope });
  if (node.type !== "CallExpression" && node.type !== "NewExpression") return [];
  const callee = bare(node.callee);
  if (callee.type === "Identifier") return identifierNames(module, callee.name, scope);
  const name = callee.type === "MemberExpression" ? keyName(callee.property, callee.computed) : undefined;
  return name === undefined ? [] : [name];
}

/** What markup names a directive of Vue's by. */
function directiveNames({ file }: Module, root: Node): readonly string[] {
  const word = file.language === "vue" && root.type === "Identifier" ? directiveIn(root.name) : undefined;
  return word === undefined || root.type !== "Identifier" ? [] : [word, root.name];
}

/** The name of an action that is dispatched by a text: `dispatch("shop/trackEvent")`. */
function actionNames(
  { arguments: [first] }: CallExpression | NewExpression,
  name: string | undefined,
): readonly string[] {
  const action = name === "dispatch" ? actionIn(first) : undefined;
  return action === undefined ? [] : [action];
}

/** The last part of a text that names an action, or of the type of one that is written out. */
export function actionIn(node: Node | undefined): string | undefined {
  if (node?.type === "ObjectExpression") {
    const type = node.properties.find(
      (one) => one.type === "Property" && keyName(one.key, one.computed) === "type",
    );
    return type?.type === "Property" && type.value.type === "Literal" ? actionIn(type.value) : undefined;
  }
  return node?.type === "Literal" && typeof node.value === "string" && /^(?:[\w-]+\/)*\w+$/.test(node.value)
    ? node.value.slice(node.value.lastIndexOf("/") + 1)
    : undefined;
}

/** The name that a chain of members begins with: `track.page.button.clicked()` may be all one emitter. */
function chainRoot(member: Node): string | undefined {
  let at = member;
  let length = 0;
  while (at.type === "MemberExpression") {
    at = at.object;
    length++;
  }
  return length > 1 && at.type === "Identifier" ? at.name : undefined;
}

/** What a method is called on whose name says that it is about events: a proxy may have any method. */
function tellingRoot({ object }: MemberExpression): string | undefined {
  return object.type === "Identifier" &&
    /track|analytics|event|telemetry|action|emit|report|metric/i.test(object.name)
    ? object.name
    : undefined;
}

function identifierNames(module: Module, name: string, scope: Scope): readonly string[] {
  const binding = lookUp(scope, name);
  if (binding === undefined) return [name];
  const known = module.calleeNames.get(binding);
  if (known !== undefined) return known;
  const names = [...new Set([name, ...otherNames(module, binding, 0)])];
  module.calleeNames.set(binding, names);
  return names;
}

/** Names that stand between a name and what it stands for: keys it was taken by, what was called for it. */
function otherNames(module: Module, binding: Binding, depth: number): readonly string[] {
  if (depth > 6) return [];
  const { what } = binding;
  const keys = binding.steps.flatMap(keyOf);
  if (what.kind === "import") {
    if (what.imported !== "default" && what.imported !== "*" && what.imported !== "=") return [what.imported];
    return [fileName(what.source)];
  }
  if (what.kind !== "variable") return keys;
  const own = what.init === undefined ? [] : namesIn(module, what.init, binding.scope, depth);
  const written = binding.writes.flatMap(({ value, scope, steps }) => [
    ...steps.flatMap(keyOf),
    ...namesIn(module, value, scope, depth),
  ]);
  return [...keys, ...own, ...written];
}

function keyOf(step: Step): readonly string[] {
  return step.kind === "key" && step.key !== "" ? [step.key] : [];
}

/** The names that an expression is made of, as far as it may stand for something that is called. */
export function namesIn(module: Module, value: Node, scope: Scope, depth: number): readonly string[] {
  switch (value.type) {
    case "Identifier": {
      const inner = lookUp(scope, value.name);
      return [value.name, ...(inner === undefined ? [] : otherNames(module, inner, depth + 1))];
    }
    case "MemberExpression": {
      const name = keyName(value.property, value.computed);
      if (name === "bind" && value.object.type !== "Super")
        return namesIn(module, bare(value.object), scope, depth + 1);
      return name === undefined ? [] : [name];
    }
    case "CallExpression":
    case "NewExpression": {
      const callee = bare(value.callee);
      const own = namesIn(module, callee, scope, depth + 1);
      // `memo(Button)`, `useCallback(track, [])`.
      const handed = value.arguments
        .slice(0, 1)
        .flatMap((one) =>
          one.type === "Identifier" || one.type === "MemberExpression"
            ? namesIn(module, one, scope, depth + 1)
            : [],
        );
      return [...own, ...handed];
    }
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "TSTypeAssertion":
    case "ChainExpression":
      return namesIn(module, value.expression, scope, depth);
    // `styled(Button)`...``, `styled(Button).attrs({})`...``.
    case "TaggedTemplateExpression": {
      const tag = bare(value.tag);
      const callee = tag.type === "CallExpression" ? bare(tag.callee) : undefined;
      const inner = callee?.type === "MemberExpression" ? callee.object : tag;
      return namesIn(module, inner, scope, depth + 1);
    }
    case "AwaitExpression":
      return namesIn(module, value.argument, scope, depth);
    case "LogicalExpression":
      return [...namesIn(module, value.left, scope, depth), ...namesIn(module, value.right, scope, depth)];
    case "ConditionalExpression":
      return [
        ...namesIn(module, value.consequent, scope, depth),
        ...namesIn(module, value.alternate, scope, depth),
      ];
    default:
      return [];
  }
}

/** The name of a module as a search finds it: a file's name, or its folder's where the file is an index. */
export function fileName(path: string): string {
  const parts = path
    .replace(/\.[cm]?[jt]sx?$/, "")
    .split("/")
    .filter((part) => part !== "" && part !== "." && part !== "..");
  const last = parts.at(-1) ?? "";
  return (last === "index" ? parts.at(-2) : last) ?? "";
}
