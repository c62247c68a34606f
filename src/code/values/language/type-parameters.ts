// Parameters that are types: what `K` of `<K extends keyof Events>(name: K)` may be.
import type { CallExpression, Node, TSType, TSTypeParameter } from "oxc-parser";
import type { Scope } from "../../syntax/scopes.js";
import { bare } from "../../syntax/syntax.js";
import type { Site, Value } from "../values.js";

/** What parameters that are types were given, by their names. */
export type GivenTypes = ReadonlyMap<string, { readonly type: TSType; readonly site: Site }>;

/** What a call of a function gives, with what the call says of its types: `port<Analytics>("analytics")`. */
export function typedBy(
  { callee, typeArguments }: CallExpression,
  value: Value,
  site: Site,
  evaluate: (node: Node) => Value,
): Value {
  if (typeArguments == null || (value.kind !== "function" && value.kind !== "typed")) return value;
  const called = evaluate(bare(callee));
  const params = called.kind === "function" ? (called.fn.typeParameters?.params ?? []) : [];
  const given = params.flatMap(({ name }, at) => {
    const type = typeArguments.params[at];
    return type === undefined ? [] : [[name.name, { type, site }] as const];
  });
  return withTypes(value, new Map(given));
}

/** What a function gives, with what its types were given: a value of such a type, or a function that gives one. */
export function withTypes(value: Value, types: GivenTypes): Value {
  if (types.size === 0) return value;
  if (value.kind === "function") return { ...value, types: new Map([...(value.types ?? []), ...types]) };
  if (value.kind !== "typed" || value.type.type !== "TSTypeReference") return value;
  const { typeName } = value.type;
  const given = typeName.type === "Identifier" ? types.get(typeName.name) : undefined;
  return given === undefined ? value : { ...value, ...given };
}

/** The parameter of a function or a class around a place that has a name; undefined where none has. */
export function typeParameter(scope: Scope, name: string): TSTypeParameter | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const params = (at.fn ?? at.cls)?.typeParameters?.params ?? [];
    const own = params.find((one) => one.name.name === name);
    if (own !== undefined) return own;
  }
  return undefined;
}
