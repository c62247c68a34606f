// The names by which markup calls directives of Vue's, from where these are declared: `app.directive("track", track)`.
import type { Node } from "oxc-parser";
import { directiveWord } from "../../syntax/directives.js";
import { lookUp, type Scope } from "../../syntax/scopes.js";
import { type FunctionNode, keyName, tailName } from "../../syntax/syntax.js";
import { directiveHooks } from "../../values/frameworks/directives.js";
import type { Module } from "../../values/module.js";
import { fileName } from "../callee-names.js";
import type { Renamed } from "../renames.js";

/** A directive that a module declares: what markup names it by, and what it is. */
type Declared = { readonly word: string; readonly value: Node; readonly scope: Scope };

function declaredIn({ scopes }: Module): readonly Declared[] {
  const found: Declared[] = [];
  for (const { node, scope } of scopes.calls) {
    if (node.type !== "CallExpression" || tailName(node.callee) !== "directive") continue;
    const [name, value] = node.arguments;
    if (name?.type === "Literal" && typeof name.value === "string" && value !== undefined)
      found.push({ word: directiveWord(name.value), value, scope });
  }
  for (const [node, { parent }] of scopes.scopeOf) {
    if (node.type !== "ObjectExpression" || parent === undefined) continue;
    for (const one of node.properties) {
      if (one.type !== "Property" || keyName(one.key, one.computed) !== "directives") continue;
      if (one.value.type !== "ObjectExpression") continue;
      for (const directive of one.value.properties) {
        const name = directive.type === "Property" ? keyName(directive.key, directive.computed) : undefined;
        if (directive.type === "Property" && name !== undefined)
          found.push({ word: directiveWord(name), value: directive.value, scope: parent });
      }
    }
  }
  return found;
}

/** The names under which a module gives directives to markup. */
export function directivesNamed(module: Module): readonly Renamed[] {
  return declaredIn(module).flatMap(({ word, value, scope }) => {
    if (value.type !== "Identifier") return [];
    const what = lookUp(scope, value.name)?.what;
    const imported =
      what?.kind !== "import"
        ? undefined
        : what.imported === "default"
          ? fileName(what.source)
          : what.imported;
    return [value.name, ...(imported === undefined ? [] : [imported])].map((from) => ({ from, to: word }));
  });
}

/** What markup, or who registers it, names the directive by that a function is, or is a hook of; undefined for any other. */
export function directiveNames(
  module: Module,
  fn: FunctionNode,
  scope: Scope,
): readonly string[] | undefined {
  const object = scope.parent?.object;
  const own = declaredIn(module).filter(({ value }) => value === fn || value === object);
  if (own.length > 0) return own.map(({ word }) => word);
  const key = (module.scopes.names.get(fn) ?? []).find((name) => directiveHooks.includes(name));
  if (object === undefined || key === undefined || fn.params.length < 2) return undefined;
  const names = [...module.scopes.top.values.values()].flatMap(({ name, what }) =>
    what.kind === "variable" && what.init === object ? [name] : [],
  );
  const isDefault = [...module.exports.named].some(
    ([name, one]) => name === "default" && one.kind === "value" && one.value.node === object,
  );
  return isDefault ? [...names, fileName(module.path)] : names.length > 0 ? names : undefined;
}
