// JSX elements as calls of their components with one object.
import type { JSXOpeningElement } from "oxc-parser";
import { attributeName } from "../../syntax/syntax.js";
import { evaluate } from "../evaluate.js";
import { lazily } from "../lazily.js";
import type { Linker } from "../linker.js";
import { memberOf } from "../members.js";
import { type Member, type Site, spanOf, unknown, type Value } from "../values.js";

/** The component of an element. */
export function jsxCallee(linker: Linker, { name }: JSXOpeningElement, site: Site): Value {
  if (name.type === "JSXIdentifier") return evaluate(linker, { ...name, type: "Identifier" }, site);
  if (name.type === "JSXMemberExpression") {
    const keys = [name.property.name];
    let at = name.object;
    while (at.type === "JSXMemberExpression") {
      keys.unshift(at.property.name);
      at = at.object;
    }
    return keys.reduce(
      (value, key) => memberOf(linker, value, key),
      evaluate(linker, { ...at, type: "Identifier" }, site),
    );
  }
  return unknown(spanOf(site.module, name), "an element of another namespace");
}

/** What a component is given: its attributes as one object. */
export function jsxArguments(linker: Linker, node: JSXOpeningElement, site: Site): readonly Value[] {
  const span = spanOf(site.module, node);
  const members = node.attributes.map((attribute): Member => {
    if (attribute.type === "JSXSpreadAttribute")
      return { kind: "spread", value: lazily(() => evaluate(linker, attribute.argument, site)) };
    const { value } = attribute;
    const own = spanOf(site.module, attribute.name);
    return {
      kind: "property",
      name: attributeName(attribute),
      span: own,
      optional: false,
      value: lazily(() => {
        if (value === null) return { kind: "boolean", span: own, value: true };
        if (value.type === "JSXExpressionContainer") return evaluate(linker, value.expression, site);
        return evaluate(linker, value, site);
      }),
    };
  });
  return [{ kind: "object", span, members }];
}
