// Names -> values: variables, parameters, imports, enums.
import type { Node } from "oxc-parser";
import { isClient } from "../presets/index.js";
import type { Binding, Handed, Step } from "../syntax/scopes.js";
import { type FunctionNode, tailName } from "../syntax/syntax.js";
import { assignedAt } from "./assigned.js";
import { isChanged, opened, withChanges } from "./changes.js";
import { evaluate } from "./evaluate.js";
import { exportOf } from "./exports.js";
import { serviceFor } from "./frameworks/angularjs.js";
import { consumed } from "./frameworks/contexts.js";
import { injectedAt } from "./frameworks/kept.js";
import { storeGetter } from "./frameworks/react.js";
import { rendered } from "./frameworks/rendered-lists.js";
import { matchedValue } from "./frameworks/ts-pattern.js";
import { isScript } from "./global-paths.js";
import { globalsOf } from "./globals.js";
import { askedFor, givenBack, givenTo, loaded, loadedLibrary } from "./invoked.js";
import { enumValue, namespaceValue } from "./language/declared-objects.js";
import { promiseOf } from "./language/promises.js";
import { type Linker, mayKeep, memoOf } from "./linker.js";
import { elementOf, memberOf, restOf } from "./members.js";
import type { Module } from "./module.js";
import { elementGiven } from "./over-elements.js";
import { fallbackOf } from "./present.js";
import { anything, withMembers } from "./put-in.js";
import { asOf } from "./put-places.js";
import { idOf, type PathStep, type Site, spanOf, unionOf, unknown, type Value } from "./values.js";

/** The value that a name stands for. */
export function valueOfBinding(linker: Linker, binding: Binding, module: Module): Value {
  const each = linker.each?.names.get(binding);
  if (each !== undefined) return each;
  const known = memoOf(linker).get(binding);
  if (known !== undefined) return known;
  const span = spanOf(module, binding);
  if (linker.active.has(binding))
    // `var shop = shop || {}` is what another script made of it.
    return binding.scope === module.scopes.top && isScript(module)
      ? { kind: "external", span, source: "", path: [binding.name] }
      : unknown(span, `"${binding.name}" is defined by itself`);
  linker.active.add(binding);
  try {
    const value = throughName(valueFor(linker, binding, module));
    // What was cut off by a circle or by depth may be known from elsewhere.
    if (mayKeep(linker, value)) memoOf(linker).set(binding, value);
    return value;
  } finally {
    linker.active.delete(binding);
  }
}

/** The value that a name stands for where it is used, with what is put into it by then. */
export function valueAt(linker: Linker, binding: Binding, { module, scope }: Site, use: Node): Value {
  const value = assignedValue(linker, binding, module, use);
  return isChanged(binding, module) ? asOf(binding, value, spanOf(module, use), scope) : value;
}

function assignedValue(linker: Linker, binding: Binding, module: Module, use: Node): Value {
  const { what, scope } = binding;
  if (!binding.rewritten || (what.kind !== "variable" && what.kind !== "parameter"))
    return valueOfBinding(linker, binding, module);
  const site: Site = { module, scope };
  const first = (): Value => {
    if (what.kind === "parameter") return parameterValue(linker, binding, module);
    return what.init === undefined
      ? { kind: "undefined", span: spanOf(module, binding) }
      : stepInto(linker, evaluate(linker, what.init, site), binding.steps, site);
  };
  const value = assignedAt(linker, binding, module, use, first);
  if (value === undefined) return valueOfBinding(linker, binding, module);
  return typedOr(linker, binding, site, withChanges(linker, binding, module, value));
}

/** A literal that is reached by a name is a constant. */
function throughName(value: Value): Value {
  if (value.kind === "string" && value.how === "literal") return { ...value, how: "constant" };
  return value;
}

function valueFor(linker: Linker, binding: Binding, module: Module): Value {
  const { what, scope } = binding;
  const span = spanOf(module, binding);
  const site: Site = { module, scope };
  switch (what.kind) {
    case "variable": {
      const values: Value[] = [];
      if (what.init !== undefined)
        values.push(stepInto(linker, evaluate(linker, what.init, site), binding.steps, site));
      if (binding.rewritten) {
        if (binding.writes.length === 0)
          return typedOr(linker, binding, site, unknown(span, `"${binding.name}" changes`));
        for (const write of binding.writes) {
          const own = { module, scope: write.scope };
          values.push(stepInto(linker, evaluate(linker, write.value, own), write.steps, own));
        }
        // For a name, one of the values that are known is better than none; a payload is sent as it is.
        if (binding.unclear && linker.near) values.push(unknown(span, `"${binding.name}" changes`));
      }
      // A text that begins empty is filled in before it is used, as one that begins undefined.
      const isEmpty = ({ kind }: Value): boolean => kind === "undefined" || kind === "null";
      const isBlank = (one: Value, at: number): boolean =>
        at === 0 && binding.rewritten && one.kind === "string" && one.value === "";
      const present = values.filter((one, at) => !isEmpty(one) && !isBlank(one, at));
      // Which of several objects is sent, and what of the first is left in the last, nobody follows.
      const all = binding.rewritten && isPresent(what.init, values) ? present.map(opened) : present;
      const value =
        values.length === 0
          ? what.ambient === true
            ? ({ kind: "external", span, source: "", path: [binding.name] } as const)
            : unknown(span, `"${binding.name}" has no value here`)
          : unionOf(span, all.length > 0 ? all : values);
      return typedOr(linker, binding, site, withChanges(linker, binding, module, value));
    }
    case "parameter": {
      const value = withChanges(linker, binding, module, parameterValue(linker, binding, module));
      // What is assigned to it where nobody follows it may be anything.
      return binding.rewritten ? withMembers(linker, value, anything) : value;
    }
    case "import": {
      const target = linker.resolve(module.path, what.source);
      if (target.kind === "file") {
        if (what.imported === "*") return { kind: "module", span, path: target.path };
        return exportOf(linker, target.path, what.imported, span);
      }
      // Some packages are nothing but a name of the global object.
      if (globalPackages.has(target.name) && what.imported !== "*")
        return { kind: "external", span, source: "", path: ["window"] };
      return { kind: "external", span, source: target.name, path: [what.imported] };
    }
    case "function":
      return { kind: "function", span, fn: what.fn, site: { module, scope }, given: new Map() };
    case "class":
      return {
        kind: "class",
        span,
        cls: what.cls,
        site: { module, scope },
        instance: false,
        given: new Map(),
      };
    case "enum":
      return enumValue(linker, what.node, site);
    case "namespace":
      return namespaceValue(linker, what.node, site);
    case "type":
      return unknown(span, "a type");
    case "caught":
      return unknown(span, "an error that is caught");
  }
}

/** Whether a variable begins with a value, which others come after. */
function isPresent(init: Node | undefined, [first]: readonly Value[]): boolean {
  return init !== undefined && first !== undefined && first.kind !== "undefined" && first.kind !== "null";
}

/** A value that syntax can't tell is known by the type that is written beside it. */
function typedOr(linker: Linker, binding: Binding, site: Site, value: Value): Value {
  if (binding.type === undefined || binding.steps.length > 0) return value;
  const vague =
    (value.kind === "unknown" && value.pattern === undefined) ||
    value.kind === "null" ||
    value.kind === "undefined" ||
    (value.kind === "external" && !isClient(value) && !isOurs(linker, value));
  return vague ? { kind: "typed", span: value.span, type: binding.type, site } : value;
}

/** Whether a global is one that a file of the project makes: that says more of it than a type that is written at it. */
function isOurs(linker: Linker, { source, path }: Extract<Value, { kind: "external" }>): boolean {
  const [root] = path;
  if (source !== "" || root === undefined) return false;
  for (const module of linker.among({ kind: "global", name: root }))
    if (!module.file.test && globalsOf(module).has(root)) return true;
  return false;
}

/** A function's name; one that listens has not the name of what its registration gives. */
function ownName(module: Module, fn: FunctionNode, handed: Handed | undefined): string {
  const call = handed?.call.node;
  const isListener =
    call?.type === "CallExpression" &&
    call.callee.type === "MemberExpression" &&
    registering.test(tailName(call.callee) ?? "");
  const [name] = (isListener ? undefined : module.scopes.names.get(fn)) ?? [];
  // Exported by default, it has a name of its own.
  return (name === "default" ? fn.id?.name : undefined) ?? name ?? fn.id?.name ?? "";
}

const registering = /^(?:on|on[A-Z].*|add[A-Z]\w*|subscribe\w*|listen\w*|register\w*|watch\w*|then)$/;

function parameterValue(linker: Linker, binding: Binding, module: Module): Value {
  const { what, scope } = binding;
  const span = spanOf(module, binding);
  if (what.kind !== "parameter") return unknown(span, "no parameter");
  const site: Site = { module, scope };
  const handed = module.scopes.handed.get(what.fn);
  if (
    handed !== undefined &&
    handed.index === 0 &&
    what.index === 0 &&
    handed.call.node.type === "CallExpression"
  ) {
    const promise = promiseOf(handed.call.node, handed.index);
    if (promise !== undefined) {
      const held = evaluate(linker, promise, { module, scope: handed.call.scope });
      const isTold = held.kind !== "external" || binding.type === undefined || isClient(held);
      const taken = isTold ? stepInto(linker, held, binding.steps, site) : held;
      if (isTold && taken.kind !== "unknown") return taken;
    }
  }
  const element =
    handed === undefined || what.rest ? undefined : elementGiven(linker, module, handed, what.index);
  if (element !== undefined) return stepInto(linker, element, binding.steps, site);
  const context =
    what.index === 0
      ? (consumed(linker, module, what.fn, binding) ?? rendered(linker, module, what.fn))
      : undefined;
  if (context !== undefined) return stepInto(linker, context, binding.steps, site);
  const back =
    handed === undefined || what.rest
      ? undefined
      : (storeGetter(linker, handed, what.fn, what.index, module) ??
        givenBack(linker, handed, module, what.index));
  const taken = back === undefined ? undefined : stepInto(linker, back, binding.steps, site);
  // What it is given there may not be known: it is its own parameter then.
  if (taken !== undefined && taken.kind !== "unknown") return taken;
  const given = what.rest ? undefined : givenTo(module, what.fn, what.index);
  if (given !== undefined)
    return stepInto(
      linker,
      evaluate(linker, given.node, { module, scope: given.scope }),
      binding.steps,
      site,
    );
  const service = what.rest ? undefined : serviceFor(module, what.fn, what.index, span);
  if (service !== undefined) return stepInto(linker, service, binding.steps, site);
  const injected = what.rest ? undefined : injectedAt(linker, what.fn, what.index, site, span);
  if (injected !== undefined) return stepInto(linker, injected, binding.steps, site);
  const library = what.index === 0 ? loadedLibrary(linker, module, what.fn) : undefined;
  if (library !== undefined) return stepInto(linker, library, binding.steps, site);
  const asked = what.rest ? undefined : askedFor(module, what.fn, what.index);
  if (asked !== undefined) {
    const target = loaded(linker, module.path, asked);
    const value: Value =
      target.kind === "file"
        ? exportOf(linker, target.path, "=", span)
        : { kind: "external", span, source: target.name, path: ["*"] };
    return stepInto(linker, value, binding.steps, site);
  }
  const matched =
    handed === undefined || what.index !== 0 ? undefined : matchedValue(linker, handed, what.fn, site);
  if (matched !== undefined) return stepInto(linker, matched, binding.steps, site);
  const whole: Value = {
    kind: "parameter",
    span,
    owner: idOf(module, what.fn),
    ownerName: ownName(module, what.fn, handed),
    name: binding.name,
    index: what.rest ? -1 : what.index,
    path: what.rest ? [{ from: what.index }] : [],
    type: binding.type === undefined ? undefined : { node: binding.type, site },
  };
  return stepInto(linker, whole, binding.steps, site);
}

const globalPackages: ReadonlySet<string> = new Set([
  "window-or-global",
  "global",
  "global/window",
  "globalthis",
]);

/** What a pattern takes out of a value. */
export function stepInto(linker: Linker, value: Value, steps: readonly Step[], site: Site): Value {
  let at = value;
  for (const step of steps) {
    switch (step.kind) {
      case "key":
        if (step.key !== "") at = memberOf(linker, at, step.key);
        break;
      case "index":
        at = memberOf(linker, at, String(step.index));
        break;
      case "element":
        at = elementOf(linker, at);
        break;
      case "rest": {
        const rest: PathStep = step.without.length > 0 ? { without: step.without } : { from: step.from };
        at = restOf(linker, at, rest);
        break;
      }
      case "unknown":
        return unknown(at.span, "a key that is worked out at run time");
    }
    if ((step.kind === "key" || step.kind === "index") && step.fallback !== undefined)
      at = fallbackOf(at.span, at, evaluate(linker, step.fallback, site));
  }
  return at;
}
