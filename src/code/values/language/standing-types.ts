// Types that are nothing but what they are given: `type Wrapped<T> = T`, by which files that import each other are kept
// from asking for a class before it is there.
import { type Binding, lookUpType } from "../../syntax/scopes.js";
import { exportedType } from "../exports.js";
import type { Linker } from "../linker.js";
import type { Site } from "../values.js";

/** Which of what it is given a type by this name stands for; undefined where it is more, or less, than that. */
export function standsFor(linker: Linker, name: string, { module, scope }: Site): number | undefined {
  const binding = lookUpType(scope, name);
  if (binding?.what.kind !== "import") return parameterOf(binding);
  if (linker.near) return undefined;
  const target = linker.resolve(module.path, binding.what.source);
  if (target.kind === "package") return undefined;
  const found = exportedType(linker, target.path, binding.what.imported);
  return found !== undefined && "binding" in found ? parameterOf(found.binding) : undefined;
}

function parameterOf(binding: Binding | undefined): number | undefined {
  const node = binding?.what.kind === "type" ? binding.what.node : undefined;
  if (node?.type !== "TSTypeAliasDeclaration") return undefined;
  let is = node.typeAnnotation;
  while (is.type === "TSParenthesizedType") is = is.typeAnnotation;
  if (is.type !== "TSTypeReference" || is.typeName.type !== "Identifier") return undefined;
  const { name } = is.typeName;
  const at = node.typeParameters?.params.findIndex((one) => one.name.name === name) ?? -1;
  return at < 0 ? undefined : at;
}
