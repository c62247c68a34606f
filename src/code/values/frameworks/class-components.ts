// Components that are classes: what elements give them.
import type { Decorator } from "oxc-parser";
import { tailName } from "../../syntax/syntax.js";
import { argumentValues } from "../call-values.js";
import type { Linker } from "../linker.js";
import { memberOf } from "../members.js";
import { fallbackOf } from "../present.js";
import { type ClassValue, idOf, type ParameterValue, type Site, type Value } from "../values.js";

/** What a component of Vue that is a class is given: `@Prop({ default: "Saved" }) readonly eventName!: string`. */
export function propOf(
  linker: Linker,
  value: ClassValue,
  decorators: readonly Decorator[],
  key: string,
  site: Site,
): Value | undefined {
  if (site.module.file.language !== "vue") return undefined;
  for (const { expression } of decorators) {
    if (expression.type !== "CallExpression" || tailName(expression.callee) !== "Prop") continue;
    const given: Value = { ...propsOf(value), name: key, path: [key], type: undefined };
    const [options] = argumentValues(linker, expression.arguments, site);
    const standing = options?.kind === "object" ? memberOf(linker, options, "default") : undefined;
    return standing === undefined || standing.kind === "undefined" || standing.kind === "function"
      ? given
      : fallbackOf(given.span, given, standing);
  }
  return undefined;
}

/** `this.props` of a class component is what its elements are given. */
export function propsOf({ cls, site, span }: ClassValue): ParameterValue & Value {
  return {
    kind: "parameter",
    span,
    owner: idOf(site.module, cls),
    ownerName: cls.id?.name ?? site.module.scopes.names.get(cls)?.[0] ?? "",
    name: "props",
    index: 0,
    path: [],
    type:
      cls.superTypeArguments?.params[0] === undefined
        ? undefined
        : { node: cls.superTypeArguments.params[0], site },
  };
}
