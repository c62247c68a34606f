// Calls of libraries that hand on what they are given: hooks, wrappers of components, stores.
import type { CallExpression, Expression, Node } from "oxc-parser";
import { type Handed, lookUp } from "../../syntax/scopes.js";
import { bare, type FunctionNode, tailName } from "../../syntax/syntax.js";
import { argumentValues, resultOfCallback } from "../call-values.js";
import { isNone } from "../conditions.js";
import { evaluate } from "../evaluate.js";
import { leavesNothingElse, optionalMembers } from "../language/filtered-entries.js";
import { textOf } from "../language/texts.js";
import { settle } from "../language/types.js";
import { lazily } from "../lazily.js";
import type { Linker } from "../linker.js";
import { memberOf } from "../members.js";
import type { Module } from "../module.js";
import { remadeBy } from "../rebuilt.js";
import { type Member, type Site, spanOf, unknown, type Value } from "../values.js";
import { storeOf } from "./component-state.js";
import { providedBy, typeGiven } from "./contexts.js";
import { wrappedIn } from "./higher-order.js";

/** They give back their first argument, or a function that does the same. */
const handsOn = new Set([
  "partialRight",
  "useCallback",
  "runOnJS",
  "runOnUI",
  "useEvent",
  "useEffectEvent",
  "useMemoizedFn",
  "useStableCallback",
  "useDebouncedCallback",
  "useThrottledCallback",
  "useDebounce",
  "useThrottle",
  "useDebounceFn",
  "useThrottleFn",
  "debounce",
  "throttle",
  "once",
  "memoize",
  "memoizeOne",
  "memo",
  "forwardRef",
  "observer",
  "cache",
  "markRaw",
  "reactive",
  "readonly",
  "toRaw",
  "freeze",
  "cloneDeep",
  "deepFreeze",
  "React.memo",
  "styled",
  "withRouter",
  "defineComponent",
  "defineEvent",
  "shallowRef",
  "ref",
  "batched",
  "devtools",
  "persist",
  "immer",
  "subscribeWithSelector",
  "useShallow",
  "action",
  "flow",
  "omit",
  "pick",
  "omitBy",
  "pickBy",
  "compact",
  "defaults",
]);
/** They give what their first argument gives when it is called. */
const callsFirst = new Set([
  "useMemo",
  "computed",
  "lazy",
  "useConst",
  "useConstant",
  "useState",
  "createSharedComposable",
]);

/** They put an address together of its parts, and of a query that is no part of the path. */
const joinsAddress = /^(?:urlcat|urljoin|joinURL|withQuery)$/i;
const isPart: ReadonlySet<Value["kind"]> = new Set([
  "string",
  "template",
  "text",
  "parameter",
  "external",
  "unknown",
]);

/** What the second of a state is. */
export const setter = "a setter";

/** Stores whose state is what their first argument gives: `create((set, get) => ({ ... }))`, also `create()(...)`. */
const storeSources = /zustand/;
const storeMakers = new Set(["create", "createStore", "createWithEqualityFn", "()"]);
const storeWrappers = new Set(["persist", "devtools", "immer", "subscribeWithSelector", "combine"]);

/** What gets a store's state inside of it: `get` of `create((set, get) => ({ ... }))`. */
export function storeGetter(
  linker: Linker,
  { call, index }: Handed,
  fn: FunctionNode,
  at: number,
  module: Module,
): Value | undefined {
  const { node, scope } = call;
  if (at !== 1 || index > 1 || node.type !== "CallExpression") return undefined;
  const made = bare(node.callee);
  const name = tailName(made.type === "CallExpression" ? made.callee : made) ?? "";
  const what = lookUp(scope, name)?.what;
  if (!(storeMakers.has(name) || storeWrappers.has(name)) || what?.kind !== "import") return undefined;
  if (!storeSources.test(what.source)) return undefined;
  const make = evaluate(linker, fn, { module, scope });
  return { kind: "store", span: make.span, state: lazily(() => resultOfCallback(linker, make, [])) };
}

/** What holds something that is set later: where it begins as nothing, its type alone says what that is. */
function refOf(
  linker: Linker,
  first: Expression | undefined,
  node: CallExpression,
  site: Site,
  span: Value["span"],
): Value {
  const none: Value = { kind: "undefined", span };
  const initial = lazily(() => (first === undefined ? none : evaluate(linker, first, site)));
  const isNothing = first === undefined || first.type === "Identifier" || first.type === "Literal";
  const value = lazily(() => (isNone(initial()) ? (typeGiven(node, site) ?? initial()) : initial()));
  const isBlank = isNothing && isNone(initial());
  const current: Member = { kind: "property", name: "current", span, value, optional: false };
  return { kind: "object", span, members: [isBlank ? { ...current, isBlank } : current] };
}

/** The value of a call of a library's function by its name; undefined where it is none of those known. */
export function libraryCall(
  linker: Linker,
  name: string,
  node: CallExpression,
  site: Site,
  source: string,
): Value | undefined {
  const span = spanOf(site.module, node);
  const [first] = node.arguments;
  if (name === "useRef" && first?.type !== "SpreadElement") return refOf(linker, first, node, site, span);
  if (first === undefined || first.type === "SpreadElement") return undefined;
  if (name === "useContext" || name === "use") {
    const context = evaluate(linker, first, site);
    return context.kind === "context" ? providedBy(linker, context, span) : undefined;
  }
  if (source.startsWith("jotai")) {
    const held = atomCall(linker, name, node, site);
    if (held !== undefined) return held;
  }
  if (name === "useState") {
    const initial = lazily(() => {
      const value = evaluate(linker, first, site);
      return value.kind === "function" ? resultOfCallback(linker, value, [], span) : value;
    });
    const state = (): Value => {
      const value = initial();
      if (value.kind === "class") return value;
      const type = typeGiven(node, site) ?? unknown(span, "a state that changes");
      return isNone(value) ? onceSet(linker, type) : type;
    };
    return { kind: "array", span, items: [state, () => unknown(span, setter)], complete: true };
  }
  // Hooks of next-safe-action and of zsa.
  if (/^use(?:Optimistic|State|Server)?Action$/.test(name) && /safe-action|^zsa/.test(source))
    return called(evaluate(linker, first, site), ["execute", "executeAsync"], span);
  if (name === "handler" && /^zsa\b|tanstack\/(?:react-|solid-)?start/.test(source))
    return evaluate(linker, first, site);
  if (name === "useMutation" || name === "createMutation") return mutation(linker, first, site, span);
  if (joinsAddress.test(name)) {
    const parts = argumentValues(linker, node.arguments, site);
    return textOf(
      span,
      parts.filter(({ kind }) => isPart.has(kind)),
    );
  }
  if (storeSources.test(source) && storeMakers.has(name)) {
    const make = evaluate(linker, first, site);
    return { kind: "store", span, state: lazily(() => resultOfCallback(linker, make, [], span)) };
  }
  if (name === "createAsyncThunk") {
    // Who dispatches what it makes calls what it was made with.
    const [, make] = node.arguments;
    return make === undefined || make.type === "SpreadElement" ? undefined : evaluate(linker, make, site);
  }
  if (source === "svelte/store" && /^(?:writable|readable|get)$/.test(name)) {
    const value = evaluate(linker, first, site);
    return name === "writable" ? storeOf(value) : value;
  }
  if (name === "defineStore")
    return { kind: "store", span, state: lazily(() => piniaStore(linker, node, site)) };
  if (callsFirst.has(name)) {
    const value = evaluate(linker, first, site);
    return value.kind === "function" ? resultOfCallback(linker, value, [], span) : undefined;
  }
  if (handsOn.has(name) || /^with[A-Z]/.test(name)) {
    const [, second] = node.arguments;
    const given = evaluate(linker, first, site);
    // What is made for chains takes the function last: `throttle(300, send)`.
    const isLast = given.kind === "number" && second !== undefined && second.type !== "SpreadElement";
    const value = isLast ? evaluate(linker, second, site) : given;
    if (/^(?:omit|pick)(?:By)?$/.test(name)) {
      const made = remadeBy(linker, name, node, site);
      if (made !== undefined) return made;
      return leavesNothingElse(name, second)
        ? optionalMembers(value, span)
        : unknown(span, "some keys of an object");
    }
    if (value.kind === "unknown" && source === "") return undefined;
    return (/^with[A-Z]/.test(name) ? wrappedIn(value) : undefined) ?? value;
  }
  return undefined;
}

/** A state that begins as nothing: what it is by its type, and nothing only as long as nobody asks for more than that. */
function onceSet(linker: Linker, type: Value): Value {
  const settled = type.kind === "typed" ? settle(linker, type) : type;
  if (settled.kind !== "union") return type;
  return {
    ...settled,
    members: settled.members.map(
      (one): Value => (isNone(one) ? { kind: "undefined", span: one.span, instead: "unknown" } : one),
    ),
  };
}

/** What a store of Pinia gives out: what its function returns, or its state, getters and actions in one. */
function piniaStore(linker: Linker, node: CallExpression, site: Site): Value {
  const span = spanOf(site.module, node);
  const last = node.arguments.slice(0, 2).at(-1);
  if (last === undefined || last.type === "SpreadElement") return unknown(span, "a store that is not known");
  const made = evaluate(linker, last, site);
  if (made.kind === "function") return resultOfCallback(linker, made, [], span);
  const members = ["state", "actions"].map((key): Member => {
    const value = lazily(() => {
      const part = memberOf(linker, made, key);
      return part.kind === "function" ? resultOfCallback(linker, part, [], span) : part;
    });
    return { kind: "spread", value };
  });
  return { kind: "object", span, members };
}

/** `useMutation({ mutationFn })` and `useMutation(fn)`: `mutate` calls the function. */
function mutation(linker: Linker, first: Node, site: Site, span: Value["span"]): Value {
  const options = evaluate(linker, first, site);
  const fn = options.kind === "function" ? options : memberOf(linker, options, "mutationFn");
  return called(fn, ["mutate", "mutateAsync", "trigger"], span);
}

/** Atoms of Jotai's that do something: `atom(null, (get, set, name) => track(name))`, and what hooks give out to do it. */
function atomCall(
  linker: Linker,
  name: string,
  { arguments: args }: CallExpression,
  site: Site,
): Value | undefined {
  const [first, write] = args;
  if (first === undefined || first.type === "SpreadElement") return undefined;
  const span = spanOf(site.module, first);
  if (name === "atom") {
    const fn =
      write === undefined || write.type === "SpreadElement" ? undefined : evaluate(linker, write, site);
    if (fn?.kind !== "function") return undefined;
    const stored = unknown(span, "what a store holds");
    return called({ ...fn, bound: [stored, stored] }, ["write"], span);
  }
  if (name !== "useSetAtom" && name !== "useAtom") return undefined;
  const set = memberOf(linker, evaluate(linker, first, site), "write");
  if (set.kind !== "function") return undefined;
  return name === "useSetAtom"
    ? set
    : { kind: "array", span, items: [() => unknown(span, "what a store holds"), () => set], complete: true };
}

/** What a hook gives out to call a function by. */
function called(fn: Value, names: readonly string[], span: Value["span"]): Value {
  const members = names.map(
    (name): Member => ({ kind: "property", name, span, optional: false, value: () => fn }),
  );
  return { kind: "object", span, members };
}
