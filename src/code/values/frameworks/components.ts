// Components that are written as options, as Vue's are: what `this` is in them, and what their markup calls by name.
import type { Decorator, Node, ObjectExpression } from "oxc-parser";
import type { Span } from "../../../diagnostics/diagnostic.js";
import { givesOptions } from "../../syntax/component-function.js";
import type { Scope } from "../../syntax/scopes.js";
import { keyName, tailName } from "../../syntax/syntax.js";
import { resultOfCallback } from "../call-values.js";
import { evaluate } from "../evaluate.js";
import { withGlobal } from "../globals.js";
import { lazily } from "../lazily.js";
import type { Linker } from "../linker.js";
import { memberOf } from "../members.js";
import type { Module } from "../module.js";
import { type Member, type ObjectValue, type Site, spanOf, type Value } from "../values.js";
import { autoImported } from "./auto-imports.js";
import { dataOf } from "./component-state.js";
import { keptNamed } from "./kept.js";
import { mixedName } from "./plugins.js";

/** What `this` is in a method of an object that is a component, or stands in one: under `methods`, or `watch`. */
export function componentAround(linker: Linker, module: Module, object: Scope): Value | undefined {
  for (let at: Scope | undefined = object; at?.object !== undefined; at = at.parent)
    if (isOptions(module, at.object) && at.parent !== undefined)
      return componentAt(linker, at.object, { module, scope: at.parent });
  return undefined;
}

/** What a name stands for that no script declares: something of a component, or of its application. */
export function impliedIn(linker: Linker, module: Module, name: string, span: Span): Value | undefined {
  return memberOfComponent(linker, module, name) ?? autoImported(linker, module, name, span);
}

/** What the markup of a component means by a name that no script declares: `@click="save(1)"`. */
function memberOfComponent(linker: Linker, module: Module, name: string): Value | undefined {
  if (module.file.language === "angular") return memberOfTemplate(linker, module, name);
  if (module.file.language !== "vue") return undefined;
  const options = optionsOf(module);
  const found =
    options === undefined
      ? mixedIntoAll(linker, spanOf(module, { start: 0, end: 0 }))
          .map((one) => memberOf(linker, one, name))
          .find(({ kind }) => isKnown.has(kind))
      : memberOf(linker, componentAt(linker, options.node, options.site), name);
  if (found === undefined) return undefined;
  return isKnown.has(found.kind) ? found : undefined;
}

/** What the template of an Angular component means by a name: a member of the class beside it. */
function memberOfTemplate(linker: Linker, { path }: Module, name: string): Value | undefined {
  const module = linker.module(path.replace(/\.html$/, ".ts"));
  if (module === undefined) return undefined;
  for (const { what, scope } of module.scopes.top.values.values()) {
    if (what.kind !== "class" || !what.cls.decorators.some(isComponentDecorator)) continue;
    const cls = evaluate(linker, what.cls, { module, scope });
    return cls.kind === "class" ? memberOf(linker, { ...cls, instance: true }, name) : undefined;
  }
  return undefined;
}

function isComponentDecorator({ expression }: Decorator): boolean {
  return expression.type === "CallExpression" && tailName(expression.callee) === "Component";
}

/** What stands among some options of a component under one of some names. */
export function optionOfComponent(
  linker: Linker,
  module: Module,
  option: string,
  names: readonly string[],
): Value | undefined {
  const options = optionsOf(module);
  if (options === undefined) return undefined;
  const all = memberOf(linker, evaluate(linker, options.node, options.site), option);
  if (all.kind !== "object") return undefined;
  return names
    .map((name) => memberOf(linker, all, name))
    .find(({ kind }) => kind === "function" || kind === "object");
}

/** What says that a name is a component's own: what is spread into it may hold anything. */
const isKnown: ReadonlySet<Value["kind"]> = new Set(["function", "object", "class", "array", "string"]);

function optionsOf(
  module: Module,
): { readonly node: Node; readonly site: { readonly module: Module; readonly scope: Scope } } | undefined {
  for (const [node, { parent }] of module.scopes.scopeOf)
    if (parent !== undefined && isOptions(module, node))
      if (parent === module.scopes.top || isOfComponent(parent, node))
        return { node, site: { module, scope: parent } };
  return undefined;
}

/** Whether a scope is that of the function which a component with options and props is. */
function isOfComponent({ fn }: Scope, options: Node): boolean {
  return fn?.type === "FunctionDeclaration" && givesOptions(fn, options);
}

/** What a component has: what its options say, and its props. */
function componentAt(linker: Linker, node: Node, site: Site): Value {
  const own = component(linker, evaluate(linker, node, site));
  if (own.kind !== "object" || !isOfComponent(site.scope, node)) return own;
  const props = [...site.scope.values.values()].flatMap((one): readonly Member[] => {
    if (one.what.kind !== "parameter") return [];
    const { name, start, end } = one;
    const value = lazily(() => evaluate(linker, { type: "Identifier", name, start, end }, site));
    return [{ kind: "property", name, span: spanOf(site.module, one), value, optional: false }];
  });
  return { ...own, members: [...props, ...own.members] };
}

const keys: ReadonlySet<string> = new Set([
  ...["data", "props", "computed", "watch", "mixins", "extends", "components", "setup", "emits", "template"],
  ...["directives"],
  ...["beforeCreate", "created", "beforeMount", "mounted", "beforeUpdate", "updated", "activated"],
  ...["deactivated", "beforeDestroy", "destroyed", "beforeUnmount", "unmounted", "fetch", "asyncData"],
]);

/** Whether an object is a component's options: one of its file, or one that has methods and what else they have. */
function isOptions(module: Module, node: Node): node is ObjectExpression {
  if (node.type !== "ObjectExpression") return false;
  let known = 0;
  let methods = false;
  for (const property of node.properties) {
    if (property.type !== "Property") continue;
    const name = keyName(property.key, property.computed);
    if (name === "methods" && property.value.type === "ObjectExpression") methods = true;
    else if (name !== undefined && keys.has(name)) known++;
  }
  if (module.file.language === "vue") return methods || known > 0;
  return methods && (known > 0 || node.properties.length === 1);
}

/** What a component has of its own, and of what is mixed into it; its own comes last, and wins. */
function component(linker: Linker, options: Value, depth = 0): Value {
  if (options.kind !== "object" || depth > mostMixed) return options;
  const { span } = options;
  const part = (key: string): Value => memberOf(linker, options, key);
  const spread = (value: () => Value): Member => ({ kind: "spread", value: lazily(value) });
  const mixins = part("mixins");
  const mixed = [part("extends"), ...(mixins.kind === "array" ? mixins.items.map((item) => item()) : [])];
  return {
    kind: "object",
    span,
    isComponent: true,
    members: [
      // What is mixed in is no component that anything else is mixed into.
      ...(depth === 0 ? mixedIntoAll(linker, span).map((one) => spread(() => one)) : []),
      ...mixed
        .map((one) => (one.kind === "function" ? resultOfCallback(linker, one, []) : one))
        .filter(({ kind }) => kind === "object")
        .map((one) => spread(() => component(linker, one, depth + 1))),
      spread(() => {
        const text = linker.module(span.file)?.text ?? "";
        return dataOf(text, resultOfCallback(linker, part("data"), []));
      }),
      spread(() => resultOfCallback(linker, part("setup"), [])),
      ...injectedIn(linker, part("inject")),
      spread(() => computed(linker, part("computed"))),
      spread(() => part("methods")),
    ],
  };
}

/** What each component of a project has: `Vue.mixin({ methods: { note } })`. */
function mixedIntoAll(linker: Linker, span: Value["span"]): readonly Value[] {
  const mixed = withGlobal(linker, [mixedName], span, (value) =>
    value.kind === "union" ? value.members : [value],
  );
  return (mixed ?? []).filter(({ kind }) => kind === "object").map((one) => component(linker, one, 1));
}

/** What a component asks for that others provide: `inject: ["note"]`. */
function injectedIn(linker: Linker, names: Value): readonly Member[] {
  if (names.kind !== "array") return [];
  return names.items.flatMap((item): readonly Member[] => {
    const name = item();
    if (name.kind !== "string") return [];
    const value = lazily(() => keptNamed(linker, name.value, name.span));
    return [{ kind: "property", name: name.value, span: name.span, value, optional: false }];
  });
}

const mostMixed = 8;

/** Computed properties are what their functions give. */
function computed(linker: Linker, value: Value): Value {
  if (value.kind !== "object") return value;
  const members = value.members.map(
    (member): Member =>
      member.kind === "property" ? { ...member, value: lazily(() => given(linker, member.value())) } : member,
  );
  return { ...value, members } satisfies ObjectValue;
}

function given(linker: Linker, value: Value): Value {
  const get = value.kind === "object" ? memberOf(linker, value, "get") : value;
  return get.kind === "function" ? resultOfCallback(linker, get, []) : value;
}
