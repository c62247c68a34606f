// What the language's own methods and functions give, where a name or a payload goes through them.
import type { Node } from "oxc-parser";
import { resultOfCallback } from "../call-values.js";
import { evaluate } from "../evaluate.js";
import { bodyParsed } from "../frameworks/request-bodies.js";
import { lazily } from "../lazily.js";
import type { Linker } from "../linker.js";
import { elementOf, lookedUp } from "../members.js";
import { spreadList } from "../spread-lists.js";
import { type Member, plainText, type Site, unionOf, unknown, type Value } from "../values.js";
import { asWritten } from "./as-text.js";
import { boundTo } from "./bound.js";
import { givesBoolean, givesNumber, givesText, textMethods } from "./built-in-names.js";
import { filtered, inAnyOrder, isSome } from "./filtered.js";
import { entriesOf, fromEntries, keysOf } from "./filtered-entries.js";
import { underMapKey } from "./maps.js";
import { throughPromise } from "./promises.js";
import { changedText, changesText, isOpenText, mayStay, methodChange, stringOf } from "./text-changes.js";
import { textOf } from "./texts.js";
import { asNumber, timeOf } from "./times.js";

function showsAll(list: Extract<Value, { kind: "array" }>): boolean {
  return list.complete || list.every === true;
}

/** Gives the arguments of a call by their places; undefined for one that is not there, or is spread. */
function argumentsIn(
  linker: Linker,
  args: readonly Node[],
  site: Site,
): (index: number) => Value | undefined {
  return (index) => {
    const node = args[index];
    return node === undefined || node.type === "SpreadElement" ? undefined : evaluate(linker, node, site);
  };
}

/** The result of a method that a value has by the language; undefined where it is none of those. */
export function builtInCall(
  linker: Linker,
  object: Value,
  name: string,
  args: readonly Node[],
  site: Site,
  span: Value["span"],
): Value | undefined {
  const argument = argumentsIn(linker, args, site);
  const given = (callback: Value, element: Value): Value =>
    resultOfCallback(linker, callback, [element, { kind: "number", span }, object], span);
  const time = timeOf(linker, object, name, args.length === 0, span);
  if (time !== undefined) return time;
  if (object.kind === "other" && object.what === "date") {
    return givesText.has(name)
      ? { kind: "text", span }
      : name.startsWith("get")
        ? { kind: "number", span }
        : undefined;
  }
  if (name === "toISOString") return { kind: "text", span, meaning: "iso-date" };
  if (name === "toFixed" || name === "toPrecision")
    return { kind: "text", span, meaning: "stringified-number" };
  const bound = name === "bind" ? boundTo(object, args.length, argument, span) : undefined;
  if (bound !== undefined) return bound;
  const held = throughPromise(linker, object, name, argument, span);
  if (held !== undefined) return held;
  const kept = underMapKey(linker, object, name, argument, span);
  if (kept !== undefined) return kept;
  const changed = isOpenText(object) ? methodChange(name, args, argument) : undefined;
  if (changed !== undefined) return changedText(span, [object], changed);
  if (!linker.near && isOpenText(object) && changesText.has(name)) return mayStay(span, object);
  const isText = object.kind === "string" || object.kind === "template" || object.kind === "text";
  if (isText || (object.kind === "union" && object.members.every(({ kind }) => kind === "string"))) {
    const change = textMethods.get(name);
    if (change !== undefined && (object.kind === "string" || object.kind === "union"))
      return unionOf(
        span,
        (object.kind === "union" ? object.members : [object]).map((one) => {
          const text = plainText(one);
          return text === undefined
            ? { kind: "text", span }
            : { kind: "string", span: one.span, value: change(text), how: "constant", replaceable: false };
        }),
      );
    if (name === "concat")
      return textOf(span, [
        object,
        ...args.map((_, index) => argument(index) ?? { kind: "text" as const, span }),
      ]);
    if (name === "replace" && object.kind === "string") {
      const from = argument(0);
      const to = argument(1);
      if (from?.kind === "string" && to?.kind === "string")
        return {
          ...object,
          value: object.value.replace(from.value, () => to.value),
          how: "constant",
          replaceable: false,
        };
    }
    if (name === "toString") return object;
    if (name === "split")
      return { kind: "array", span, items: [() => ({ kind: "text", span })], complete: false };
    if (isText && givesText.has(name)) return { kind: "text", span };
    if (name === "slice" || name === "at") return { kind: "text", span };
  }
  const written = asWritten(linker, object, name, args, span);
  if (written !== undefined) return written;
  if ((name === "map" || name === "flatMap") && isSome(object)) {
    const callback = argument(0);
    // However many there are, each is what the callback makes of one.
    if (callback?.kind === "function") {
      if (name === "flatMap") {
        const list = given(callback, elementOf(linker, object));
        return list.kind === "array" ? { ...list, complete: false, every: showsAll(list) } : undefined;
      }
      const item = lazily(() => given(callback, elementOf(linker, object)));
      return { kind: "array", span, items: [item], complete: false, every: true };
    }
  }
  if (object.kind === "array") {
    switch (name) {
      case "join": {
        const separator = args.length === 0 ? "," : plainText(argument(0) ?? object);
        if (separator === undefined || !object.complete) return { kind: "text", span };
        const parts = object.items.flatMap((item, index) => (index === 0 ? [item()] : [separator, item()]));
        return textOf(span, parts);
      }
      case "map":
      case "flatMap": {
        const callback = argument(0);
        if (callback === undefined) return undefined;
        if (name === "flatMap") {
          const lists = object.items.map((item) => given(callback, item()));
          return {
            kind: "array",
            span,
            complete: object.complete && lists.every((list) => list.kind !== "array" || list.complete),
            every: showsAll(object) && lists.every((list) => list.kind !== "array" || showsAll(list)),
            items: lists.flatMap((list) => (list.kind === "array" ? list.items : [() => list])),
          };
        }
        return {
          kind: "array",
          span,
          complete: object.complete,
          every: object.every === true,
          items: object.items.map((item) => () => given(callback, item())),
        };
      }
      case "filter":
        return filtered(linker, object, argument(0));
      case "slice":
        return args.length === 0 ? object : inAnyOrder(linker, object);
      case "splice":
      case "sort":
      case "reverse":
      case "toSorted":
      case "toReversed":
        return inAnyOrder(linker, object);
      case "entries":
        return {
          ...object,
          items: object.items.map((item, index) => () => {
            const place: Value = { kind: "number", span, ...(object.complete && { value: index }) };
            return { kind: "array", span, items: [() => place, item], complete: true };
          }),
        };
      case "values":
        return object;
      case "concat": {
        const more = argument(0);
        if (more?.kind !== "array" && more?.kind !== "parameter")
          return { ...object, complete: false, every: false };
        const added = spreadList(linker, more);
        return {
          ...object,
          items: [...object.items, ...added.items],
          complete: object.complete && added.complete,
          every: showsAll(object) && (added.complete || added.every),
        };
      }
      case "find":
      case "at":
      case "pop":
      case "shift":
      case "findLast":
        return elementOf(linker, object);
    }
  }
  if (givesBoolean.has(name)) return { kind: "boolean", span };
  if (givesNumber.has(name)) return { kind: "number", span };
  return undefined;
}

/** What `Array.from` makes, of `{ length: 3 }` too. */
function listFrom(
  linker: Linker,
  from: Value | undefined,
  make: Value | undefined,
  span: Value["span"],
): Value | undefined {
  const of: Value | undefined =
    from?.kind !== "object" || from.isMap === true
      ? from
      : {
          ...{ kind: "array", span, complete: false, every: true },
          items: [() => unknown(span, "an element that is not known")],
        };
  if (make === undefined || of === undefined) return of;
  const item = lazily(() =>
    resultOfCallback(linker, make, [elementOf(linker, of), { kind: "number", span }], span),
  );
  return { kind: "array", span, items: [item], complete: false, every: true };
}

/** The result of a global function, such as `String(x)` or `Object.values(x)`. */
export function globalCall(
  linker: Linker,
  path: readonly string[],
  args: readonly Node[],
  site: Site,
  span: Value["span"],
): Value | undefined {
  const argument = argumentsIn(linker, args, site);
  switch (path.join(".")) {
    case "String": {
      const value = argument(0);
      if (value === undefined) return { kind: "text", span };
      return stringOf(linker, value, span);
    }
    case "Reflect.get": {
      const object = argument(0);
      const key = argument(1);
      return object === undefined || key === undefined ? undefined : lookedUp(linker, span, object, key);
    }
    case "encodeURIComponent": {
      const value = argument(0);
      return value === undefined || value.kind === "string" ? { kind: "text", span } : value;
    }
    case "JSON.parse":
      return bodyParsed(argument(0));
    case "JSON.stringify":
      return {
        kind: "text",
        span,
        meaning: "json",
        from: () => argument(0) ?? { kind: "undefined", span },
      };
    case "Number":
      return asNumber(linker, argument(0), span);
    case "parseInt":
    case "parseFloat":
    case "Number.parseInt":
    case "Number.parseFloat":
    case "performance.now":
      return { kind: "number", span };
    case "Date.now":
    case "Date.parse":
      return { kind: "number", span, meaning: "milliseconds" };
    case "Math.floor":
    case "Math.round":
    case "Math.trunc":
    case "Math.ceil": {
      const [node] = args;
      const seconds =
        node?.type === "BinaryExpression" &&
        node.operator === "/" &&
        node.right.type === "Literal" &&
        (node.right.value === 1000 || node.right.value === 1e3);
      const inner = seconds ? evaluate(linker, node.left, site) : argument(0);
      if (inner?.kind !== "number" || inner.meaning !== "milliseconds") return { kind: "number", span };
      return { kind: "number", span, meaning: seconds ? "seconds" : "milliseconds" };
    }
    case "Boolean":
    case "Array.isArray":
      return { kind: "boolean", span };
    case "Symbol":
      return { kind: "other", span, what: "symbol" };
    case "BigInt":
      return { kind: "other", span, what: "bigint" };
    case "Promise.resolve":
    case "Promise.all":
    case "Object.freeze":
    case "Object.seal":
    case "structuredClone":
      return argument(0);
    case "Array.from":
      return listFrom(linker, argument(0), argument(1), span);
    case "Object.assign":
      return {
        kind: "object",
        span,
        members: args.map((node): Member => {
          if (node.type === "SpreadElement") return { kind: "computed" };
          return { kind: "spread", value: () => evaluate(linker, node, site) };
        }),
      };
    case "Object.values": {
      const value = argument(0);
      return value === undefined
        ? undefined
        : { kind: "array", span, items: [() => elementOf(linker, value)], complete: true };
    }
    case "Object.fromEntries":
      return fromEntries(linker, args[0], site, span);
    case "Object.entries":
      return entriesOf(argument(0), span);
    case "Object.keys":
      return keysOf(argument(0), span);
    default:
      if (path[0] === "Math") return { kind: "number", span };
      return undefined;
  }
}
