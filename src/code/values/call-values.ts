// What calls and constructions give: results of functions, and of the calls of libraries that hand on what they take.
import type { CallExpression, Expression, Node, TSType } from "oxc-parser";
import { lookUp } from "../syntax/scopes.js";
import { keyName, tailName } from "../syntax/syntax.js";
import { askedOn, askedOnType } from "./asked-on.js";
import { evaluate } from "./evaluate.js";
import { storedIn } from "./frameworks/async-storage.js";
import { contextValue } from "./frameworks/contexts.js";
import { wrapped, wrappedBy } from "./frameworks/higher-order.js";
import { heldValue, injectedValue } from "./frameworks/injection.js";
import { keptOn } from "./frameworks/kept.js";
import { navigatedRoute } from "./frameworks/navigation.js";
import { libraryCall } from "./frameworks/react.js";
import { bodyAsked } from "./frameworks/request-bodies.js";
import { matchResult } from "./frameworks/ts-pattern.js";
import { kindMade, unionizing } from "./frameworks/unionize.js";
import { madeAround } from "./handed-through.js";
import { isLoader } from "./invoked.js";
import { builtInCall, globalCall } from "./language/built-ins.js";
import { libraryChange } from "./language/casings.js";
import { takenOut } from "./language/taken-out.js";
import { changedText } from "./language/text-changes.js";
import { timeFrom } from "./language/times.js";
import { byType, settle } from "./language/types.js";
import { lazily } from "./lazily.js";
import { type Linker, mayKeep, memoOf, nested } from "./linker.js";
import { givenTo, madeFrom } from "./made-of.js";
import { lookedUp, memberOf } from "./members.js";
import { fallbackOf } from "./present.js";
import { reducedOf } from "./rebuilt.js";
import { returnedBy } from "./returned.js";
import { sizeOf } from "./spread-lists.js";
import { substitute } from "./substitute.js";
import { resultsIn } from "./table-results.js";
import {
  type Arguments,
  eitherOf,
  type FunctionValue,
  idOf,
  type Site,
  spanOf,
  unionOf,
  unknown,
  type Value,
} from "./values.js";

/** The value of a call. */
export function callValue(linker: Linker, node: CallExpression, site: Site): Value {
  return madeFrom(valueOfCall(linker, node, site), () => argumentValues(linker, givenTo(node), site));
}

function valueOfCall(linker: Linker, node: CallExpression, site: Site): Value {
  const span = spanOf(site.module, node);
  const callee = bareCallee(node.callee);
  const args = (): readonly Value[] => argumentValues(linker, node.arguments, site);
  const matched = matchResult(linker, node, site);
  if (matched !== undefined) return matched;
  if (callee.type === "Identifier" && callee.name === "require") {
    const [source] = node.arguments;
    if (source?.type === "Literal" && typeof source.value === "string")
      return required(linker, source.value, site, span);
  }
  if (callee.type === "MemberExpression" && callee.object.type !== "Super") {
    const name = keyName(callee.property, callee.computed);
    if (linker.near && isImported(linker, callee.object, site))
      return unknown(span, "the result of another file's function");
    const object = evaluate(linker, callee.object, site);
    const [key, ...more] = node.arguments;
    // `context.get("analytics")` gives what somebody set there.
    if (name === "get" && object.kind === "parameter" && key?.type === "Literal" && more.length === 0) {
      const path = [...object.path, String(key.value)];
      const kept = keptOn(linker, { ...object, path });
      if (kept !== undefined) return kept;
    }
    const stored = name === "getStore" ? storedIn(linker, object, callee.object, site, span) : undefined;
    if (stored !== undefined) return stored;
    if (name !== undefined) {
      const reduced = name === "reduce" ? reducedOf(linker, node, site, span) : undefined;
      if (reduced !== undefined) return reduced;
      const body = bodyAsked(object, name, node.arguments.length === 0);
      if (body !== undefined) return body;
      const built = builtInCall(linker, object, name, node.arguments, site, span);
      if (built !== undefined) return built;
      const cast = castType(callee.object);
      const typed: Value | undefined =
        cast !== undefined && (object.kind === "parameter" || object.kind === "unknown")
          ? memberOf(linker, { kind: "typed", span, type: cast, site }, name)
          : undefined;
      const own = typed?.kind === "function" ? typed : memberOf(linker, object, name);
      const result = called(linker, own, name, node, site, args);
      return object.kind === "class" ? askedOn(linker, object, name, result) : result;
    }
  }
  const name = callee.type === "Identifier" ? callee.name : undefined;
  // `styled(Button)({ margin: 1 })` is the component, whatever its styles.
  if (callee.type === "CallExpression" && tailName(callee.callee) === "styled")
    return evaluate(linker, callee, site);
  const component = wrappedBy(linker, callee, node, site);
  if (component !== undefined) return component;
  if (name === "define" && isLoader(node, site.scope)) {
    const last = node.arguments.at(-1);
    if (last === undefined || last.type === "SpreadElement") return unknown(span, "a module of AMD");
    const defined = evaluate(linker, last, site);
    return defined.kind === "function" ? resultOf(linker, defined, [], span) : defined;
  }
  if (linker.near && isImported(linker, callee, site))
    return unknown(span, "the result of another file's function");
  return called(linker, evaluate(linker, callee, site), name, node, site, args);
}

/** Whether a name comes from another file of the project. */
function isImported(linker: Linker, node: Node, site: Site): boolean {
  if (node.type !== "Identifier") return false;
  const what = lookUp(site.scope, node.name)?.what;
  return what?.kind === "import" && linker.resolve(site.module.path, what.source).kind === "file";
}

function bareCallee(callee: Expression): Expression {
  return callee.type === "TSNonNullExpression" ||
    callee.type === "ChainExpression" ||
    callee.type === "TSInstantiationExpression" ||
    callee.type === "TSAsExpression"
    ? bareCallee(callee.expression)
    : callee;
}

/** The type that a value is said to have where it is used: `(action as Opened).asEvent()`. */
function castType(object: Expression): TSType | undefined {
  const node = object.type === "ParenthesizedExpression" ? object.expression : object;
  return node.type === "TSAsExpression" || node.type === "TSTypeAssertion" ? node.typeAnnotation : undefined;
}

function called(
  linker: Linker,
  callee: Value,
  name: string | undefined,
  node: CallExpression,
  site: Site,
  args: () => readonly Value[],
): Value {
  const span = spanOf(site.module, node);
  const injected = injectedValue(linker, name, node, site) ?? heldValue(linker, callee, name, node, site);
  if (injected !== undefined) return injected;
  if (callee.kind === "external") {
    const last = callee.path.at(-1) ?? "";
    const imported = last === "default" || last === "*" ? (name ?? last) : last;
    if (imported === "createContext") return contextValue(linker, node, site);
    const known =
      callee.source === "" ? globalCall(linker, callee.path, node.arguments, site, span) : undefined;
    if (known !== undefined) return known;
    const route = navigatedRoute(callee.source, imported, node, site, span);
    if (route !== undefined) return route;
    const time = timeFrom(callee.source, imported, span);
    if (time !== undefined) return time;
    const change = libraryChange(callee.source, imported);
    const [text] = change === undefined ? [] : args();
    if (change !== undefined && text !== undefined) return changedText(span, [text], change);
    const taken = takenOut(linker, callee.source, imported, node, site);
    if (taken !== undefined) return taken;
    // `trpc.events.track.useMutation({ onSuccess })` is about what stands before it.
    const isOfClient = imported === "useMutation" && callee.path.length > 3;
    const through = isOfClient ? undefined : libraryCall(linker, imported, node, site, callee.source);
    if (through !== undefined) return through;
    const component = callee.path.at(-1) === "()" ? wrapped(callee, args()) : undefined;
    if (component !== undefined) return component;
    const kind = kindMade(linker, callee, args, span);
    if (kind !== undefined) return kind;
    const options = node.arguments[callee.source === unionizing ? 1 : 0];
    const isClient =
      (makesClient.has(last) || last === unionizing) &&
      options !== undefined &&
      options.type !== "SpreadElement";
    return {
      ...callee,
      span,
      path: [...callee.path, "()"],
      ...(isClient && { options: lazily(() => evaluate(linker, options, site)) }),
    };
  }
  return resultOf(linker, callee, args(), span);
}

/** Methods of packages that make clients of requests: `axios.create`, `ky.extend`. */
const makesClient: ReadonlySet<string> = new Set(["create", "extend", "instance"]);

function required(linker: Linker, source: string, site: Site, span: Value["span"]): Value {
  const target = linker.resolve(site.module.path, source);
  if (target.kind === "package") return { kind: "external", span, source: target.name, path: ["*"] };
  const module = linker.module(target.path);
  if (module?.exports.whole !== undefined)
    return evaluate(linker, module.exports.whole.node, { module, scope: module.exports.whole.scope });
  return { kind: "module", span, path: target.path };
}

/** The values of a call's arguments, each worked out when it is looked at would be better; objects are lazy. */
export function argumentValues(linker: Linker, args: readonly Node[], site: Site): readonly Value[] {
  const values: Value[] = [];
  for (const argument of args) {
    if (argument.type !== "SpreadElement") {
      values.push(evaluate(linker, argument, site));
      continue;
    }
    const list = evaluate(linker, argument.argument, site);
    const size = list.kind === "array" ? undefined : sizeOf(list);
    if (size !== undefined) {
      for (let index = 0; index < size; index++) values.push(memberOf(linker, list, String(index)));
      continue;
    }
    if (list.kind === "array") for (const item of list.items) values.push(item());
    if (list.kind === "array" && list.complete) continue;
    if (list.kind === "parameter")
      for (let index = 0; index < 4; index++) values.push(memberOf(linker, list, String(index)));
    // What comes behind may be anything, and is something.
    else if (values.length > 0)
      for (let index = 0; index < 4; index++) values.push(unknown(list.span, "what a list holds"));
    if (list.kind !== "parameter") break;
  }
  return values;
}

/** What a value gives when it is called. */
export function resultOf(linker: Linker, callee: Value, args: readonly Value[], at?: Value["span"]): Value {
  const span = at ?? callee.span;
  switch (callee.kind) {
    case "function":
      return resultOfFunction(linker, callee, args, span);
    case "union":
      return unionOf(
        span,
        callee.members
          .filter(({ kind }) => kind !== "undefined" && kind !== "null")
          .map((member) => resultOf(linker, member, args, span)),
      );
    case "choice":
      return resultOf(linker, eitherOf(callee), args, span);
    case "fallback":
      return fallbackOf(
        span,
        resultOf(linker, callee.left, args, span),
        resultOf(linker, callee.right, args, span),
      );
    case "external":
      return wrapped(callee, args) ?? { ...callee, span, path: [...callee.path, "()"] };
    case "store": {
      const [selector] = args;
      return selector?.kind === "function"
        ? resultOf(linker, selector, [callee.state()], span)
        : callee.state();
    }
    case "typed": {
      const { type, site } = callee;
      if (
        type.type === "TSFunctionType" ||
        type.type === "TSMethodSignature" ||
        type.type === "TSEmptyBodyFunctionExpression"
      ) {
        const result = type.returnType?.typeAnnotation;
        if (result !== undefined) return { kind: "typed", span, type: result, site };
      }
      const settled = settle(linker, callee);
      return settled.kind === "typed"
        ? unknown(span, "the result of a call")
        : resultOf(linker, settled, args, span);
    }
    case "lookup":
      return lookedUp(linker, span, resultsIn(linker, callee.object, args, span, 0), callee.key);
    case "parameter": {
      const typed = byType(linker, callee);
      // The type of a field may name the field itself.
      if (typed !== undefined && typed.kind !== "parameter" && typed.kind !== "unknown")
        return nested(linker, span, () => askedOnType(linker, callee, resultOf(linker, typed, args, span)));
      return unknown(span, `the result of the parameter "${callee.name}"`);
    }
    default:
      return unknown(span, "the result of a call that is not known");
  }
}

/**
 * What a value gives when a library calls it, which hands in more than is known here: a function that asks for more is
 * given what nobody knows.
 */
export function resultOfCallback(
  linker: Linker,
  callee: Value,
  args: readonly Value[],
  at?: Value["span"],
): Value {
  const asked = callee.kind === "function" ? callee.fn.params.slice(args.length) : [];
  const more = asked.map(() => unknown(callee.span, "what a library hands in"));
  return resultOf(linker, callee, [...args, ...more], at);
}

function resultOfFunction(
  linker: Linker,
  callee: FunctionValue,
  args: readonly Value[],
  span: Value["span"],
): Value {
  const { fn, site } = callee;
  const { module } = site;
  const inner = madeAround(callee);
  if (inner !== undefined) return nested(linker, span, () => resultOf(linker, inner, args, span));
  let result = memoOf(linker).get(fn);
  if (result === undefined) {
    if (linker.active.has(fn)) return unknown(span, "the result of a function that calls itself");
    linker.active.add(fn);
    try {
      result = returnedBy(linker, callee, module.scopes.returns.get(fn) ?? [], span);
      if (mayKeep(linker, result)) memoOf(linker).set(fn, result);
    } finally {
      linker.active.delete(fn);
    }
  }
  const given: Arguments = new Map([...callee.given, [idOf(module, fn), [...(callee.bound ?? []), ...args]]]);
  return substitute(linker, result, given);
}
