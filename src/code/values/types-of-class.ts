// The names of the types by which an instance of a class may be known: the interfaces that it implements, those that they
// extend, and the classes above it with theirs.
import { lookUpType } from "../syntax/scopes.js";
import { tailName } from "../syntax/syntax.js";
import { classesAbove } from "./abstract-members.js";
import { exportedType } from "./exports.js";
import type { Linker } from "./linker.js";
import type { ClassValue, Site } from "./values.js";

/** The names of those types, without the class's own. */
export function typesOfClass(linker: Linker, value: ClassValue): readonly string[] {
  const found = new Set<string>();
  for (const { cls, site } of [value, ...classesAbove(linker, value)]) {
    if (cls !== value.cls && cls.id !== null) found.add(cls.id.name);
    for (const { expression } of cls.implements ?? []) {
      const name = tailName(expression);
      if (name !== undefined) addWithThose(linker, name, site, found);
    }
  }
  return [...found];
}

/** Interfaces may be written to extend each other. */
const mostTypes = 20;

/** Notes an interface, and those that it extends. */
function addWithThose(linker: Linker, name: string, site: Site, found: Set<string>): void {
  if (found.has(name) || found.size >= mostTypes) return;
  found.add(name);
  const binding = lookUpType(site.scope, name);
  const target =
    binding?.what.kind === "import" ? linker.resolve(site.module.path, binding.what.source) : undefined;
  const there =
    binding?.what.kind === "import" && target?.kind === "file"
      ? exportedType(linker, target.path, binding.what.imported)
      : undefined;
  const declared =
    there !== undefined && "binding" in there
      ? { module: there.module, binding: there.binding }
      : binding === undefined
        ? undefined
        : { module: site.module, binding };
  if (declared?.binding.what.kind !== "type") return;
  const { node } = declared.binding.what;
  if (node.type !== "TSInterfaceDeclaration") return;
  for (const { expression } of node.extends)
    if (expression.type === "Identifier")
      addWithThose(
        linker,
        expression.name,
        { module: declared.module, scope: declared.binding.scope },
        found,
      );
}
