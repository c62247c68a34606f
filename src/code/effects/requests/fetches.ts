// What is the platform's `fetch` under another name: `this.fetchFn = options.fetchFn ?? ((...given) => fetch(...given))`.
import type { Expression, Node } from "oxc-parser";
import { type FunctionNode, globalObjects, tailName } from "../../syntax/syntax.js";
import { evaluate } from "../../values/evaluate.js";
import type { Linker } from "../../values/linker.js";
import type { Site, Value } from "../../values/values.js";

/** Names that such a function has; whether it is one, its value says. */
export const fetchNaming = /^_?(?:[a-z]+F|f)etch(?:er|Fn|Func(?:tion)?|Impl(?:ementation)?|Api|Like)?$/;

/** Packages that are `fetch` for platforms that have none. */
const packages =
  /^(?:node-fetch|cross-fetch|isomorphic-(?:unfetch|fetch)|undici|unfetch|whatwg-fetch)(?:\/|$)/;

/** Whether what is called is `fetch`, or may be another one that somebody gives in its place. */
export function isFetch(linker: Linker, callee: Expression, site: Site): boolean {
  return fetchNaming.test(tailName(callee) ?? "") && isFetchItself(evaluate(linker, callee, site));
}

function isFetchItself(value: Value): boolean {
  switch (value.kind) {
    case "external":
      return value.source === "" ? isGlobal(value.path) : packages.test(value.source);
    case "function":
      return handsAllToFetch(value.fn);
    case "typed":
      return isTypeOfFetch(value.type);
    case "parameter":
      return value.type !== undefined && value.path.length === 0 && isTypeOfFetch(value.type.node);
    case "union":
      return value.members.some(isFetchItself);
    case "fallback":
      return isFetchItself(value.left) || isFetchItself(value.right);
    case "choice":
      return isFetchItself(value.yes) || isFetchItself(value.no);
    default:
      return false;
  }
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

function isSame(one: Node, other: Node): boolean {
  return one.type === "Identifier" && other.type === "Identifier" && one.name === other.name;
}
