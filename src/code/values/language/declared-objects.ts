// Objects that TypeScript declares by itself: enums and namespaces.
import type { Node } from "oxc-parser";
import { keyName } from "../../syntax/syntax.js";
import { valueOfBinding } from "../bindings.js";
import { evaluate } from "../evaluate.js";
import { lazily } from "../lazily.js";
import type { Linker } from "../linker.js";
import { type Member, type Site, spanOf, unknown, type Value } from "../values.js";

/** What a namespace exports. */
export function namespaceValue(linker: Linker, node: Node, { module }: Site): Value {
  const span = spanOf(module, node);
  const body = node.type === "TSModuleDeclaration" ? node.body : undefined;
  const scope = body == null ? undefined : module.scopes.scopeOf.get(body);
  if (body?.type !== "TSModuleBlock" || scope === undefined) return unknown(span, "a namespace");
  const exported = body.body.flatMap((one) =>
    one.type === "ExportNamedDeclaration" && one.declaration !== null ? [one.declaration] : [],
  );
  const members = [...scope.values.values()].flatMap((binding): Member[] =>
    exported.some(({ start, end }) => start <= binding.start && binding.end <= end)
      ? [
          {
            kind: "property",
            name: binding.name,
            span: spanOf(module, binding),
            optional: false,
            value: lazily(() => valueOfBinding(linker, binding, module)),
          },
        ]
      : [],
  );
  return { kind: "object", span, members };
}

/** The members of an enum, with the numbers that it counts itself. */
export function enumValue(linker: Linker, node: Node, site: Site): Value {
  const span = spanOf(site.module, node);
  if (node.type !== "TSEnumDeclaration") return unknown(span, "no enum");
  let next = 0;
  const members = node.body.members.flatMap(({ id, initializer }): Member[] => {
    const name = keyName(id, false);
    if (name === undefined) return [{ kind: "computed" }];
    const own = spanOf(site.module, id);
    if (initializer === null) {
      const value = next++;
      return [
        {
          kind: "property",
          name,
          span: own,
          optional: false,
          value: () => ({ kind: "number", span: own, value }),
        },
      ];
    }
    if (initializer.type === "Literal" && typeof initializer.value === "number") next = initializer.value + 1;
    const value = lazily(() => asEnum(evaluate(linker, initializer, site)));
    return [{ kind: "property", name, span: own, optional: false, value }];
  });
  return { kind: "object", span, members, isEnum: true };
}

function asEnum(value: Value): Value {
  return value.kind === "string" ? { ...value, how: "enum" } : value;
}
