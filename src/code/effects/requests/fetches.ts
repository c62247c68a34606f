// What is the platform's `fetch` under another name: `this.fetchFn = options.fetchFn ?? ((...given) => fetch(...given))`,
// and the team's own that adds something: `fetcher = async (path, init) => read(await fetch(`${base}${path}`, init))`.
import type { Expression, Node } from "oxc-parser";
import { callsWithin, lookUp } from "../../syntax/scopes.js";
import { type FunctionNode, globalObjects, tailName } from "../../syntax/syntax.js";
import { evaluate } from "../../values/evaluate.js";
import type { Linker } from "../../values/linker.js";
import { parametersIn } from "../../values/owners.js";
import { type FunctionValue, idOf, type Site, type Value } from "../../values/values.js";

/** Names that such a function has; whether it is one, its value says. */
export const fetchNaming = /^_?(?:[a-z]+F|f)etch(?:er|Fn|Func(?:tion)?|Impl(?:ementation)?|Api|Like)?$/;

/** Packages that are `fetch` for platforms that have none. */
const packages =
  /^(?:node-fetch|cross-fetch|isomorphic-(?:unfetch|fetch)|undici|unfetch|whatwg-fetch)(?:\/|$)/;

/** Whether what is called is `fetch`, or may be another one that somebody gives in its place. */
export function isFetch(linker: Linker, callee: Expression, site: Site): boolean {
  return fetchNaming.test(tailName(callee) ?? "") && isFetchItself(linker, evaluate(linker, callee, site));
}

function isFetchItself(linker: Linker, value: Value): boolean {
  switch (value.kind) {
    case "external":
      return isPlatforms(value);
    case "function":
      return handsAllToFetch(value.fn) || asksForBoth(linker, value);
    case "typed":
      return isTypeOfFetch(value.type);
    case "parameter":
      return value.type !== undefined && value.path.length === 0 && isTypeOfFetch(value.type.node);
    case "union":
      return value.members.some((one) => isFetchItself(linker, one));
    case "fallback":
      return isFetchItself(linker, value.left) || isFetchItself(linker, value.right);
    case "choice":
      return isFetchItself(linker, value.yes) || isFetchItself(linker, value.no);
    default:
      return false;
  }
}

function isPlatforms(value: Value): boolean {
  if (value.kind !== "external") return false;
  return value.source === "" ? isGlobal(value.path) : packages.test(value.source);
}

function isGlobal([first, ...more]: readonly string[]): boolean {
  if (first === undefined) return false;
  const [second, ...others] = more;
  if (globalObjects.has(first)) return second === "fetch" && isBound(others);
  return first === "fetch" && isBound(more);
}

/** `fetch`, and `fetch.bind(globalThis)`. */
function isBound(path: readonly string[]): boolean {
  return path.length === 0 || (path.length === 2 && path[0] === "bind" && path[1] === "()");
}

/** `typeof fetch` */
function isTypeOfFetch(type: Node): boolean {
  if (type.type === "TSParenthesizedType") return isTypeOfFetch(type.typeAnnotation);
  return (
    type.type === "TSTypeQuery" &&
    (type.exprName.type === "Identifier"
      ? type.exprName.name === "fetch"
      : type.exprName.type === "TSQualifiedName" && type.exprName.right.name === "fetch")
  );
}

/** `(...given) => fetch(...given)`, and `(url, init) => fetch(url, init)`. */
function handsAllToFetch({ body, params }: FunctionNode): boolean {
  const statement = body?.type === "BlockStatement" && body.body.length === 1 ? body.body[0] : undefined;
  const result =
    body?.type !== "BlockStatement"
      ? body
      : statement?.type === "ReturnStatement"
        ? statement.argument
        : undefined;
  const call = result?.type === "AwaitExpression" ? result.argument : result;
  if (call?.type !== "CallExpression" || tailName(call.callee) !== "fetch") return false;
  return (
    params.length > 0 &&
    call.arguments.length === params.length &&
    params.every((param, index) => {
      const given = call.arguments[index];
      if (param.type === "RestElement")
        return given?.type === "SpreadElement" && isSame(param.argument, given.argument);
      return given !== undefined && given.type !== "SpreadElement" && isSame(param, given);
    })
  );
}

/** Whether a function asks `fetch` for an address that hangs on its first parameter, with what its second one holds. */
function asksForBoth(linker: Linker, { fn, site: { module } }: FunctionValue): boolean {
  const init = fn.params[1];
  const name = init?.type === "AssignmentPattern" ? init.left : init;
  if (name?.type !== "Identifier") return false;
  const id = idOf(module, fn);
  return callsWithin(module.scopes, fn).some(({ node, scope }) => {
    if (node.type !== "CallExpression" || tailName(node.callee) !== "fetch") return false;
    const [address, options] = node.arguments;
    if (address === undefined || address.type === "SpreadElement" || options === undefined) return false;
    const isHanded =
      options.type === "ObjectExpression"
        ? options.properties.some((one) => one.type === "SpreadElement" && isSame(one.argument, name))
        : isSame(options, name);
    if (!isHanded || lookUp(scope, name.name)?.scope.fn !== fn) return false;
    return (
      isPlatforms(evaluate(linker, node.callee, { module, scope })) &&
      parametersIn(evaluate(linker, address, { module, scope })).some(
        ({ owner, index }) => owner === id && index === 0,
      )
    );
  });
}

function isSame(one: Node, other: Node): boolean {
  return one.type === "Identifier" && other.type === "Identifier" && one.name === other.name;
}
