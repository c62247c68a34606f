// Directives of Vue's that a project declares: `app.directive("track", { mounted: (el, { value }) => track(value) })`.
import type { CallExpression } from "oxc-parser";
import { directiveIn } from "../../syntax/directives.js";
import { lookUp } from "../../syntax/scopes.js";
import { bare, keyName } from "../../syntax/syntax.js";
import { lazily } from "../lazily.js";
import type { Linker } from "../linker.js";
import { memberOf } from "../members.js";
import { type Member, type Site, spanOf, unionOf, unknown, type Value } from "../values.js";
import { optionOfComponent } from "./components.js";
import { keptDirective } from "./kept.js";

/** What a directive does when; older versions of Vue call it otherwise. */
export const directiveHooks: readonly string[] = [
  ...["created", "beforeMount", "mounted", "beforeUpdate", "updated", "bind", "inserted", "componentUpdated"],
];

/** The functions of a directive that markup names, and what they are given; undefined for a call of anything else. */
export function directiveCalled(
  linker: Linker,
  node: CallExpression,
  site: Site,
): { readonly word: string; readonly callee: Value; readonly args: () => readonly Value[] } | undefined {
  const { module, scope } = site;
  if (module.file.language !== "vue") return undefined;
  const callee = bare(node.callee);
  const root = callee.type === "MemberExpression" ? callee.object : callee;
  const word = root.type === "Identifier" ? directiveIn(root.name) : undefined;
  if (root.type !== "Identifier" || word === undefined) return undefined;
  const span = spanOf(module, node);
  const name = word.slice("v-".length);
  const directive =
    lookUp(scope, root.name) === undefined
      ? (optionOfComponent(linker, module, "directives", [
          name,
          `${root.name.charAt(1).toLowerCase()}${root.name.slice(2)}`,
        ]) ?? keptDirective(linker, name, span))
      : linker.evaluate(root, site);
  if (directive === undefined) return undefined;
  const hooks =
    directive.kind === "object" ? directiveHooks.map((key) => memberOf(linker, directive, key)) : [directive];
  const called = hooks.filter(({ kind }) => kind === "function");
  if (called.length === 0) return undefined;
  return {
    word,
    callee: unionOf(span, called),
    args: () => [unknown(span, "an element"), bindingOf(linker, node, site)],
  };
}

function bindingOf(linker: Linker, node: CallExpression, site: Site): Value {
  const span = spanOf(site.module, node);
  const callee = bare(node.callee);
  const [given] = node.arguments;
  const argument = callee.type === "MemberExpression" ? keyName(callee.property, callee.computed) : undefined;
  const property = (name: string, value: () => Value): Member => ({
    kind: "property",
    name,
    span,
    optional: false,
    value: lazily(value),
  });
  return {
    kind: "object",
    span,
    members: [
      property("value", () =>
        given === undefined || given.type === "SpreadElement"
          ? { kind: "undefined", span }
          : linker.evaluate(given, site),
      ),
      property("arg", () =>
        argument === undefined || callee.type !== "MemberExpression"
          ? { kind: "undefined", span }
          : {
              kind: "string",
              span: spanOf(site.module, callee.property),
              value: argument,
              how: "literal",
              replaceable: false,
            },
      ),
      property("modifiers", () => unknown(span, "what changes a directive")),
    ],
  };
}
