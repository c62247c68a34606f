// Where something is declared that a name stands for: what tells things of one name apart, whoever imports them.
import type { Expression, Node } from "oxc-parser";
import { type Binding, lookUp } from "../syntax/scopes.js";
import { bare, keyName } from "../syntax/syntax.js";
import type { Linker } from "./linker.js";
import type { Module } from "./module.js";
import { idOf, type Site } from "./values.js";

/**
 * What tells one bus or one stream from others: where it is declared, or the class whose instance it is, with the way from
 * there.
 */
export function busOf(linker: Linker, node: Node, site: Site): string | undefined {
  const one = bare(node as Expression);
  const declared = declaredAs(linker, one, site);
  const value = linker.evaluate(one, site);
  if (value.kind === "class" && value.instance) return idOf(value.site.module, value.cls);
  if (declared !== undefined) return declared;
  if (one.type !== "MemberExpression" || one.object.type === "Super") return undefined;
  const key = keyName(one.property, one.computed);
  const object = key === undefined ? undefined : linker.evaluate(one.object, site);
  return object?.kind === "class" ? `${idOf(object.site.module, object.cls)}.${key}` : undefined;
}

/** Steps that lead from what makes actions to nothing else: its slice's list of them, its type, its test. */
const passed: ReadonlySet<string> = new Set(["actions", "type", "match"]);

/** Where something is declared that a name, or a way from one, stands for: the same for whoever imports it. */
export function declaredAs(linker: Linker, node: Node, site: Site, depth = 0): string | undefined {
  if (depth > 8) return undefined;
  const one = bare(node as Expression);
  if (one.type === "MemberExpression") {
    const key = keyName(one.property, one.computed);
    if (key === undefined || one.object.type === "Super") return undefined;
    const all = one.object.type === "Identifier" ? lookUp(site.scope, one.object.name)?.what : undefined;
    if (all?.kind === "import" && all.imported === "*")
      return exportedAs(linker, site.module, all.source, key, depth + 1);
    // A file that is exported whole by another: `actions.cart.opened`, with `export * as cart from "./cart"`.
    const whole =
      one.object.type === "MemberExpression" || all?.kind === "import"
        ? wholeOf(linker, one.object, site)
        : undefined;
    if (whole !== undefined) return exportedFrom(linker, whole, key, depth + 1);
    const object = declaredAs(linker, one.object, site, depth + 1);
    return object === undefined || passed.has(key) ? object : `${object}.${key}`;
  }
  if (one.type !== "Identifier") return undefined;
  const binding = lookUp(site.scope, one.name);
  return binding === undefined ? undefined : ofBinding(linker, binding, site.module, depth);
}

function ofBinding(linker: Linker, binding: Binding, module: Module, depth: number): string | undefined {
  const { what, steps, name } = binding;
  if (what.kind === "import") return exportedAs(linker, module, what.source, what.imported, depth + 1);
  if (what.kind !== "variable" || what.init === undefined) return undefined;
  const init = bare(what.init);
  if (steps.length === 0)
    return init.type === "MemberExpression" || init.type === "Identifier"
      ? declaredAs(linker, init, { module, scope: binding.scope }, depth + 1)
      : `${module.path}:${binding.start}:${name}`;
  const object = declaredAs(linker, init, { module, scope: binding.scope }, depth + 1);
  const keys = steps.map((step) => (step.kind === "key" ? step.key : undefined));
  if (object === undefined || keys.includes(undefined)) return undefined;
  return [object, ...keys.filter((key) => key !== undefined && !passed.has(key))].join(".");
}

/** The file that an expression stands for as a whole. */
function wholeOf(linker: Linker, node: Expression, site: Site): string | undefined {
  const value = linker.evaluate(node, site);
  return value.kind === "module" ? value.path : undefined;
}

function exportedAs(
  linker: Linker,
  from: Module,
  source: string,
  name: string,
  depth: number,
): string | undefined {
  const target = linker.resolve(from.path, source);
  return target.kind === "file" ? exportedFrom(linker, target.path, name, depth) : undefined;
}

function exportedFrom(linker: Linker, path: string, name: string, depth: number): string | undefined {
  const module = depth < 8 ? linker.module(path) : undefined;
  if (module === undefined) return undefined;
  const exported = module.exports.named.get(name);
  if (exported?.kind === "from")
    return exportedAs(linker, module, exported.source, exported.imported, depth + 1);
  if (exported?.kind === "local") {
    const binding = lookUp(module.scopes.top, exported.name);
    return binding === undefined ? undefined : ofBinding(linker, binding, module, depth + 1);
  }
  if (exported?.kind === "value")
    return declaredAs(linker, exported.value.node, { module, scope: exported.value.scope }, depth + 1);
  for (const star of module.exports.stars) {
    const found = exportedAs(linker, module, star, name, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
