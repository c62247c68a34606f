// What a module exports under a name, through barrels and CommonJS.
import type { Span } from "../../diagnostics/diagnostic.js";
import { type Binding, lookUp } from "../syntax/scopes.js";
import { valueOfBinding } from "./bindings.js";
import { evaluate } from "./evaluate.js";
import type { Linker } from "./linker.js";
import { memberOf } from "./members.js";
import type { Exported, Module } from "./module.js";
import { unknown, type Value } from "./values.js";

/** The value of an export; `span` is where it is asked for. */
export function exportOf(linker: Linker, path: string, name: string, span: Span): Value {
  return find(linker, path, name, span, new Set()) ?? unknown(span, `"${path}" exports no "${name}"`);
}

function find(linker: Linker, path: string, name: string, span: Span, seen: Set<string>): Value | undefined {
  // Barrels may import each other in a circle.
  const key = `${path}\0${name}`;
  if (seen.has(key)) return undefined;
  seen.add(key);
  const module = linker.module(path);
  if (module === undefined) return undefined;
  const { named, stars, whole } = module.exports;
  const direct = named.get(name);
  if (direct !== undefined) return valueOfExport(linker, module, direct, span, seen);
  if (whole !== undefined) {
    const value = evaluate(linker, whole.node, { module, scope: whole.scope });
    if (name === "default" || name === "=" || name === "*") return value;
    const member = memberOf(linker, value, name);
    if (member.kind !== "undefined") return member;
  }
  if (name === "=" || name === "*") return { kind: "module", span, path };
  if (name === "default")
    return named.size > 0 && stars.length === 0 ? { kind: "module", span, path } : undefined;
  let outside: Value | undefined;
  for (const source of stars) {
    const target = linker.resolve(path, source);
    if (target.kind === "package") outside ??= { kind: "external", span, source: target.name, path: [name] };
    else if (reaches(linker, target.path, name)) {
      const found = find(linker, target.path, name, span, seen);
      if (found !== undefined) return found;
    }
  }
  return outside;
}

/** A module that re-exports everything need not hold the name itself. */
function reaches(linker: Linker, path: string, name: string): boolean {
  return linker.mentions(path, name) || linker.mentions(path, "export *");
}

function valueOfExport(
  linker: Linker,
  module: Module,
  exported: Exported,
  span: Span,
  seen: Set<string>,
): Value | undefined {
  switch (exported.kind) {
    case "local": {
      const binding = lookUp(module.scopes.top, exported.name);
      if (binding === undefined) return undefined;
      const { what } = binding;
      // An import that is exported again: the chain of modules is followed here, where circles are seen.
      if (what.kind === "import") return imported(linker, module, what.source, what.imported, span, seen);
      return valueOfBinding(linker, binding, module);
    }
    case "value":
      return evaluate(linker, exported.value.node, { module, scope: exported.value.scope });
    case "from":
      return imported(linker, module, exported.source, exported.imported, span, seen);
  }
}

function imported(
  linker: Linker,
  module: Module,
  source: string,
  name: string,
  span: Span,
  seen: Set<string>,
): Value | undefined {
  const target = linker.resolve(module.path, source);
  if (target.kind === "package") return { kind: "external", span, source: target.name, path: [name] };
  if (name === "*") return { kind: "module", span, path: target.path };
  return find(linker, target.path, name, span, seen);
}

/** The type that a module exports under a name, and the module that declares it. */
export function exportedType(
  linker: Linker,
  path: string,
  name: string,
  seen: Set<string> = new Set(),
):
  | { readonly binding: Binding; readonly module: Module }
  | { readonly source: string; readonly name: string }
  | undefined {
  const key = `${path}\0${name}`;
  if (seen.has(key)) return undefined;
  seen.add(key);
  const module = linker.module(path);
  if (module === undefined) return undefined;
  const exported = module.exports.named.get(name);
  if (exported?.kind === "from") return follow(linker, module, exported.source, exported.imported, seen);
  if (exported !== undefined) {
    const local = exported.kind === "local" ? exported.name : declaredName(exported.value.node);
    if (local === undefined) return undefined;
    const { top } = module.scopes;
    const binding = top.types.get(local) ?? top.values.get(local);
    if (binding === undefined) return undefined;
    if (binding.what.kind === "import")
      return follow(linker, module, binding.what.source, binding.what.imported, seen);
    return { binding, module };
  }
  for (const source of module.exports.stars) {
    const target = linker.resolve(path, source);
    if (target.kind !== "file" || !reaches(linker, target.path, name)) continue;
    const found = exportedType(linker, target.path, name, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}

function follow(
  linker: Linker,
  module: Module,
  source: string,
  name: string,
  seen: Set<string>,
): ReturnType<typeof exportedType> {
  const target = linker.resolve(module.path, source);
  return target.kind === "package"
    ? { source: target.name, name }
    : exportedType(linker, target.path, name, seen);
}

function declaredName(node: { readonly type: string; readonly id?: unknown }): string | undefined {
  const { id } = node;
  return typeof id === "object" && id !== null && "name" in id && typeof id.name === "string"
    ? id.name
    : undefined;
}
