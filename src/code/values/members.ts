// What is in a value: members, elements, and what is left of it without some of them.
import { isClient } from "../presets/index.js";
import { memberOfClass } from "./class-members.js";
import { choiceOf, isNone } from "./conditions.js";
import { exportOf } from "./exports.js";
import { mappedObject, objectWithout } from "./filled-objects.js";
import { isGlobalMember } from "./frameworks/plugins.js";
import { settle } from "./language/types.js";
import { type Linker, nested } from "./linker.js";
import { madeFrom } from "./made-of.js";
import type { Module, PutInName } from "./module.js";
import { memberOfObject } from "./object-members.js";
import { fallbackOf } from "./present.js";
import { memberOfProxy } from "./proxies.js";
import { type RestStep, remadeOf } from "./remade.js";
import {
  eitherOf,
  type Member,
  type ObjectValue,
  type ParameterValue,
  plainText,
  unionOf,
  unknown,
  type Value,
} from "./values.js";

/** The member of a value under a key. */
export function memberOf(linker: Linker, value: Value, key: string): Value {
  return nested(linker, value.span, () => member(linker, value, key));
}

function member(linker: Linker, value: Value, key: string): Value {
  const { span } = value;
  switch (value.kind) {
    case "object":
      return memberOfObject(linker, value, key);
    case "array": {
      const index = Number(key);
      if (Number.isInteger(index) && index >= 0) {
        const item = value.items[index];
        if (item !== undefined) return item();
        return value.complete ? { kind: "undefined", span } : unknown(span, "an element that is not known");
      }
      return { kind: key === "length" ? "number" : "undefined", span };
    }
    case "parameter":
      return methodPutIn(value, key) ?? { ...value, path: [...value.path, key] };
    case "union":
      return unionOf(
        span,
        value.members
          .filter(({ kind }) => kind !== "undefined" && kind !== "null")
          .map((member) => memberOf(linker, member, key)),
      );
    case "choice": {
      const { yes, no } = value;
      // Nobody asks for a member of nothing.
      if (isNone(yes) || isNone(no)) return memberOf(linker, isNone(yes) ? no : yes, key);
      return { ...value, yes: memberOf(linker, yes, key), no: memberOf(linker, no, key) };
    }
    case "fallback": {
      const right = memberOf(linker, value.right, key);
      const left = memberOf(linker, value.left, key);
      // What stands in for it has no such member: it is the value's own, or nothing.
      if (right.kind === "undefined") return left;
      // What is given has members of its own, or lacks them: nothing of what stands in for it is in that.
      if (value.left.kind !== "parameter") return fallbackOf(span, left, right);
      const none: Value = { kind: "undefined", span };
      return choiceOf(
        { span, left: value.left, right: none, equal: true, loose: true, yes: right, no: left },
        false,
      );
    }
    case "external":
      return isGlobalMember(value, key)
        ? { ...value, source: "", path: [key] }
        : { ...value, path: [...value.path, key] };
    case "module":
      return exportOf(linker, value.path, key, span);
    case "class":
      return memberOfClass(linker, value, key);
    case "proxy":
      return memberOfProxy(linker, value, key);
    case "store":
      return key === "getState" || key === "use" ? value : memberOf(linker, value.state(), key);
    case "context":
      return key === "Provider" || key === "Consumer" ? value : unknown(span, "a context");
    case "typed": {
      const settled = settle(linker, value);
      return settled.kind === "typed"
        ? unknown(span, "its type is not known")
        : memberOf(linker, settled, key);
    }
    case "function":
      return memberOfFunction(linker, value, key);
    case "lookup":
      return lookedUp(linker, span, mapped(linker, value.object, key), value.key);
    case "unknown":
      return value;
    case "string":
    case "text":
    case "template":
      // An address stands for its text.
      if (key === "href") return value;
      return key === "length" ? { kind: "number", span } : unknown(span, `"${key}" of a text`);
    case "undefined":
    case "null":
      return { kind: "undefined", span };
    default:
      return unknown(span, `"${key}" of what has no members`);
  }
}

/** A function that is put into what a caller gives: `$scope.track = function (name) {}`, `app.track = ...`. */
function methodPutIn({ span, path, changed = [] }: ParameterValue, key: string): Value | undefined {
  const put = changed.flatMap(({ at, change }) =>
    at !== path.length
      ? []
      : change.members.flatMap((member) =>
          member.kind === "property" && member.name === key ? [member.value()] : [],
        ),
  );
  return put.length > 0 && put.every(({ kind }) => kind === "function") ? unionOf(span, put) : undefined;
}

/** `F.a` where `F.a = b` stands in F's module; `f.bind`, `f.call` are what they are called on. */
function memberOfFunction(linker: Linker, value: Value, key: string): Value {
  if (value.kind !== "function") return value;
  if (key === "bind" || key === "call" || key === "apply" || key === "current") return value;
  if (value.fn.id === null && value.site.module.scopes.names.get(value.fn) === undefined)
    return unknown(value.span, `"${key}" of a function`);
  const { module } = value.site;
  const names = module.scopes.names.get(value.fn) ?? [];
  const [put] = [value.fn.id?.name, ...names]
    .flatMap((name) => (name === undefined ? [] : (putInNames(module).get(name)?.get(key) ?? [])))
    .sort((a, b) => a.order - b.order);
  if (put !== undefined) return linker.evaluate(put.value.node, { module, scope: put.value.scope });
  if (key === "name") {
    const name = value.fn.id?.name ?? names[0];
    // What a call such as `forwardRef` makes of a function is none, and has no name of its own.
    if (name === undefined || value.site.module.scopes.handed.has(value.fn))
      return { kind: "undefined", span: value.span };
    return { kind: "string", span: value.span, value: name, how: "constant", replaceable: false };
  }
  return unknown(value.span, `"${key}" of a function`);
}

/** What a module puts into names, worked out once: a bundle does so thousands of times. */
function putInNames(module: Module): NonNullable<Module["putInNames"]> {
  if (module.putInNames !== undefined) return module.putInNames;
  const found = new Map<string, Map<string, PutInName>>();
  module.putInNames = found;
  for (const [order, { target, value }] of module.scopes.memberWrites.entries()) {
    const { node, scope } = target;
    if (node.type !== "MemberExpression" || node.object.type !== "Identifier") continue;
    if (node.property.type !== "Identifier" || node.computed) continue;
    const { name } = node.object;
    const own = found.get(name) ?? new Map<string, PutInName>();
    found.set(name, own);
    const key = node.property.name;
    if (!own.has(key)) own.set(key, { value: { node: value, scope }, order });
  }
  return found;
}

/** A value whose keys are kept and whose members are taken one step further. */
function mapped(linker: Linker, object: Value, key: string): Value {
  if (object.kind === "object")
    return mappedObject(object, (member): Member => {
      if (member.kind === "spread")
        return { ...member, value: () => spreadMapped(linker, member.value(), key) };
      // What stands under a key that is worked out is taken further, too.
      const { value } = member;
      return value === undefined ? member : { ...member, value: () => memberOf(linker, value(), key) };
    });
  if (object.kind === "array")
    return { ...object, items: object.items.map((item) => () => memberOf(linker, item(), key)) };
  return memberOf(linker, object, "*");
}

/** What is spread into a table has its members taken further with the rest; of what is no table nothing is known. */
function spreadMapped(linker: Linker, value: Value, key: string): Value {
  return value.kind === "object" ? mapped(linker, value, key) : unknown(value.span, "what is spread into it");
}

/** Any element of a list, any value of an object. */
export function elementOf(linker: Linker, value: Value): Value {
  return nested(linker, value.span, () => element(linker, value));
}

function element(linker: Linker, value: Value): Value {
  const { span } = value;
  switch (value.kind) {
    case "array": {
      const items = value.items.map((item) => item());
      if (!value.complete && value.every !== true) items.push(unknown(span, "an element that is not known"));
      return items.length === 0 ? unknown(span, "an element of an empty list") : unionOf(span, items);
    }
    case "object": {
      const values: Value[] = [];
      for (const member of value.members) {
        if (member.kind === "property") values.push(member.value());
        else if (member.kind === "spread") values.push(elementOf(linker, member.value()));
        else if (member.value !== undefined) values.push(member.value());
        else values.push(unknown(span, "a key that is worked out at run time"));
      }
      return values.length === 0 ? unknown(span, "an element of nothing") : unionOf(span, values);
    }
    case "parameter":
      return { ...value, path: [...value.path, "*"] };
    case "union": {
      // Nothing comes out of a list that is empty.
      const there = value.members.filter(({ kind }) => kind !== "undefined" && kind !== "null");
      const filled = there.filter((one) => !isEmptyList(one));
      return unionOf(
        span,
        (filled.length > 0 ? filled : there).map((member) => elementOf(linker, member)),
      );
    }
    case "choice":
      return elementOf(linker, eitherOf(value));
    case "fallback":
      if (isEmptyList(value.right)) return elementOf(linker, value.left);
      return fallbackOf(span, elementOf(linker, value.left), elementOf(linker, value.right));
    case "typed": {
      const settled = settle(linker, value);
      return settled.kind === "typed" ? unknown(span, "its type is not known") : elementOf(linker, settled);
    }
    case "unknown":
      return value;
    default:
      return unknown(span, "an element that is not known");
  }
}

function isEmptyList(value: Value): boolean {
  return value.kind === "array" && value.complete && value.items.length === 0;
}

/** What a key that is known, or known to be one of some, takes out of a value. */
export function lookedUp(linker: Linker, span: Value["span"], object: Value, key: Value): Value {
  const text = plainText(key);
  if (text !== undefined) {
    const found = memberOf(linker, object, text);
    if (found.kind !== "unknown" || object.kind !== "object") return found;
    // A table whose keys are another file's constants: it is one of what stands under those.
    const others = computedIn(object, 0);
    return others.length === 0 ? found : unionOf(span, others);
  }
  // Who gives no key gets nothing.
  if (key.kind === "undefined" && key.instead === undefined && object.kind === "object")
    return memberOf(linker, object, "undefined");
  if (key.kind === "choice")
    return {
      ...key,
      yes: lookedUp(linker, span, object, key.yes),
      no: lookedUp(linker, span, object, key.no),
    };
  if (key.kind === "union")
    return unionOf(
      span,
      key.members.map((member) => lookedUp(linker, span, object, member)),
    );
  if (object.kind === "object" || object.kind === "array") return { kind: "lookup", span, object, key };
  // `(target, key) => target[key]`: what both are, a caller says.
  if (object.kind === "parameter" && key.kind === "parameter" && object.owner === key.owner)
    return { kind: "lookup", span, object, key };
  const made = (reason: string): Value => madeFrom(unknown(span, reason), () => [key]);
  if (object.kind === "module") return made("a member of a module that is chosen at run time");
  // Libraries keep instances under names of the team's: `mixpanel[project]`.
  if (object.kind === "external" && object.source !== "" && isClient(object)) return object;
  return made("a key that is worked out at run time");
}

/** What stands under keys that are worked out, also where a loop puts it in. */
function computedIn({ members }: ObjectValue, depth: number): readonly Value[] {
  return members.flatMap((member): readonly Value[] => {
    if (member.kind === "computed") return member.value === undefined ? [] : [member.value()];
    const inner = member.kind === "spread" && depth < 2 ? member.value() : undefined;
    return inner?.kind === "object" ? computedIn(inner, depth + 1) : [];
  });
}

/** What a rest pattern leaves. */
export function restOf(linker: Linker, value: Value, step: RestStep): Value {
  if ("remade" in step) return remadeOf(linker, value, step.remade);
  const of = (one: Value): Value => restOf(linker, one, step);
  switch (value.kind) {
    case "object":
      // What is spread into it has those keys no more, either.
      return "without" in step ? objectWithout(value, step.without, of) : value;
    case "union":
      return unionOf(value.span, value.members.map(of));
    case "choice":
      return { ...value, yes: of(value.yes), no: of(value.no) };
    case "fallback":
      return fallbackOf(value.span, of(value.left), of(value.right));
    case "typed": {
      const settled = settle(linker, value);
      return settled.kind === "object" || settled.kind === "union" ? of(settled) : value;
    }
    case "array":
      return "from" in step ? { ...value, items: value.items.slice(step.from) } : value;
    case "parameter":
      return { ...value, path: [...value.path, step] };
    default:
      return value;
  }
}
