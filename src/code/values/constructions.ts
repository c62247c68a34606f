// What `new F(...)` gives: instances of classes, what functions make of `this`, and what the language itself constructs.
import type { NewExpression } from "oxc-parser";
import { argumentValues, resultOf } from "./call-values.js";
import { constructorOf } from "./class-members.js";
import { evaluate } from "./evaluate.js";
import { made } from "./instances.js";
import { tableOf } from "./language/maps.js";
import { promised } from "./language/promises.js";
import { textOf } from "./language/texts.js";
import type { Linker } from "./linker.js";
import { memberOf } from "./members.js";
import { substitute } from "./substitute.js";
import { idOf, type Member, plainText, type Site, spanOf, unknown, type Value } from "./values.js";

/** `new URL(path, base)` as text. */
function addressOf(span: Value["span"], path: Value, base: Value | undefined): Value {
  const whole = plainText(path);
  if (base === undefined || (whole !== undefined && /^\w+:/.test(whole))) return path;
  return textOf(span, [base, path]);
}

/** `new Request(path, init)` as an object. */
function requestOf(span: Value["span"], path: Value, init: Value | undefined): Value {
  const rest: readonly Member[] = init === undefined ? [] : [{ kind: "spread", value: () => init }];
  const whole: Member =
    path.kind === "object"
      ? { kind: "spread", value: () => path }
      : { kind: "property", name: "url", span, value: () => path, optional: false };
  return { kind: "object", span, members: [whole, ...rest] };
}

/** The value of `new F(...)`. */
export function constructValue(linker: Linker, node: NewExpression, site: Site): Value {
  const span = spanOf(site.module, node);
  const callee = evaluate(linker, node.callee, site);
  if (callee.kind === "class") {
    const maker = constructorOf(linker, callee);
    const args = argumentValues(linker, node.arguments, site);
    const given = new Map(callee.given);
    if (maker?.kind === "function") given.set(idOf(maker.site.module, maker.fn), args);
    return { ...callee, span, instance: true, given };
  }
  if (callee.kind === "external") {
    if (callee.source === "" && callee.path.length === 1) {
      if (callee.path[0] === "Date") return { kind: "other", span, what: "date" };
      // An address stands for its text: what is asked of it otherwise is not known.
      if (callee.path[0] === "URL") {
        const [path, base] = argumentValues(linker, node.arguments, site);
        if (path !== undefined) return addressOf(span, path, base);
      }
      // What `fetch` may be handed in one: where it goes beside the rest.
      if (callee.path[0] === "Request") {
        const [path, init] = argumentValues(linker, node.arguments, site);
        if (path !== undefined) return requestOf(span, path, init);
      }
      // A beacon's body: what is in it is what is sent.
      if (callee.path[0] === "Blob") {
        const [parts] = argumentValues(linker, node.arguments, site);
        const [only, ...more] = parts?.kind === "array" ? parts.items : [];
        const text = more.length > 0 ? undefined : only?.();
        if (text?.kind === "text") return text;
      }
      if (callee.path[0] === "Proxy") {
        const [target = unknown(span, "a proxy"), handler] = argumentValues(linker, node.arguments, site);
        const get = handler === undefined ? undefined : memberOf(linker, handler, "get");
        if (get?.kind === "function") return { kind: "proxy", span, target: () => target, get };
        // Without it, members are those of what it stands for, and calls come to it.
        return get?.kind === "undefined" ? target : unknown(span, "a proxy");
      }
      if (callee.path[0] === "Promise")
        return promised(linker, node, site) ?? unknown(span, "what a promise holds");
      if (callee.path[0] === "Map") {
        const table = tableOf(linker, node, site);
        if (table !== undefined) return table;
      }
      if (callee.path[0] === "Set" || callee.path[0] === "Array") {
        const [list] = node.arguments;
        if (list !== undefined && list.type !== "SpreadElement") return evaluate(linker, list, site);
      }
    }
    return { ...callee, span, path: [...callee.path, "new"] };
  }
  if (callee.kind === "function") {
    const args = argumentValues(linker, node.arguments, site);
    const instance = made(linker, callee);
    if (instance === undefined) return resultOf(linker, callee, args, span);
    return substitute(
      linker,
      instance,
      new Map([...callee.given, [idOf(callee.site.module, callee.fn), args]]),
    );
  }
  return unknown(span, "an instance of a class that is not known");
}
