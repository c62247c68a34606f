// Types -> values: what a type that is written out says about a value, by names and structure alone.
import type { Node } from "oxc-parser";
import { type Binding, lookUpType } from "../../syntax/scopes.js";
import { resultOf } from "../call-values.js";
import { evaluate } from "../evaluate.js";
import { exportedType } from "../exports.js";
import { narrowed } from "../facts.js";
import { deepestEvaluation, type Linker, mayKeep, memoOf, nested } from "../linker.js";
import { elementOf, lookedUp, memberOf, restOf } from "../members.js";
import type { Module } from "../module.js";
import { withMembers } from "../put-in.js";
import {
  type Member,
  type ParameterValue,
  type Site,
  spanOf,
  type TypedValue,
  unionOf,
  unknown,
  type Value,
} from "../values.js";
import { chosen } from "./chosen-types.js";
import { signature } from "./signatures.js";
import { standsFor } from "./standing-types.js";
import { textOf } from "./texts.js";
import { typeParameter } from "./type-parameters.js";
import { kindAt } from "./written-kinds.js";

/** Types that say as much as what they are made of. */
const transparent = new Set([
  ...["Readonly", "Partial", "Required", "NonNullable", "Awaited", "Promise", "Omit", "Pick"],
  ...["Ref", "MutableRefObject", "RefObject", "PropsWithChildren", "DeepPartial", "NoInfer"],
]);

/** What a typed value is; `typed` again where the type says nothing that is used. */
export function settle(linker: Linker, value: TypedValue): Value {
  const known = memoOf(linker).get(value.type);
  if (known !== undefined) return known;
  if (linker.active.has(value.type) || linker.depth >= deepestEvaluation) return value;
  linker.active.add(value.type);
  linker.depth++;
  try {
    const said = valueOfType(linker, value.type, value.site);
    // `Parts["client"]` says as much as the type that stands there.
    const settled = said.kind === "typed" && said.type !== value.type ? settle(linker, said) : said;
    if (mayKeep(linker, settled)) memoOf(linker).set(value.type, settled);
    return settled;
  } finally {
    linker.depth--;
    linker.active.delete(value.type);
  }
}

/** What a parameter, or what is in it, is by its type; undefined where that says nothing. */
export function byType(linker: Linker, value: ParameterValue): Value | undefined {
  if (value.type === undefined) return undefined;
  let at: Value = settle(linker, {
    kind: "typed",
    span: value.span,
    type: value.type.node,
    site: value.type.site,
  });
  const known = (steps: number): void => {
    for (const one of value.facts ?? []) if (one.at === steps) at = narrowed(linker, at, one.fact);
    for (const one of value.changed ?? []) if (one.at === steps) at = withMembers(linker, at, one.change);
  };
  known(0);
  for (const [index, step] of value.path.entries()) {
    if (typeof step === "object" && !("remade" in step)) return undefined;
    if (typeof step === "object") at = restOf(linker, at, step);
    else at = step === "*" ? elementOf(linker, at) : memberOf(linker, at, String(step));
    if (at.kind === "typed") at = settle(linker, at);
    // One of several types has one of several members.
    else if (at.kind === "union")
      at = unionOf(
        at.span,
        at.members.map((one) => (one.kind === "typed" ? settle(linker, one) : one)),
      );
    // What an instance was made with that a type names, its own type says.
    else if (at.kind === "parameter" && at.owner !== value.owner) at = heldByType(linker, at);
    known(index + 1);
  }
  return at;
}

function heldByType(linker: Linker, held: ParameterValue): Value {
  return nested(linker, held.span, () => byType(linker, held) ?? held);
}

/** What a type says about its values. */
export function valueOfType(linker: Linker, type: Node, site: Site): Value {
  const span = spanOf(site.module, type);
  const of = (inner: Node): Value => settle(linker, { kind: "typed", span, type: inner, site });
  switch (type.type) {
    case "TSStringKeyword":
      return { kind: "text", span };
    case "TSNumberKeyword":
      return { kind: "number", span };
    case "TSBooleanKeyword":
      return { kind: "boolean", span };
    case "TSNullKeyword":
      return { kind: "null", span };
    case "TSUndefinedKeyword":
    case "TSVoidKeyword":
      return { kind: "undefined", span };
    case "TSBigIntKeyword":
      return { kind: "other", span, what: "bigint" };
    case "TSLiteralType": {
      const value = evaluate(linker, type.literal, site);
      // Whoever gives a value of the type has to change with it.
      return value.kind === "string" ? { ...value, replaceable: false } : value;
    }
    case "TSTemplateLiteralType": {
      const parts: (string | Value)[] = [];
      type.quasis.forEach((quasi, index) => {
        parts.push(quasi.value.cooked ?? quasi.value.raw);
        const hole = type.types[index];
        if (hole !== undefined) parts.push(of(hole));
      });
      return textOf(
        span,
        parts.filter((part) => part !== ""),
      );
    }
    case "TSUnionType":
      // Of `number | null` nobody wrote one half without the other.
      return unionOf(
        span,
        type.types.map((one) => kindAt(of(one), span)),
      );
    case "TSIntersectionType":
      return {
        kind: "object",
        span,
        members: type.types.map((one) => ({ kind: "spread", value: () => of(one) })),
      };
    case "TSTypeLiteral":
      return { kind: "object", span, members: type.members.flatMap((one) => signature(one, site)) };
    case "TSInterfaceDeclaration":
      return {
        kind: "object",
        span,
        members: [
          ...type.extends.map(
            ({ expression, typeArguments }): Member => ({
              kind: "spread",
              value: () =>
                expression.type === "Identifier"
                  ? namedWith(linker, expression.name, typeArguments?.params ?? [], site, span)
                  : unknown(span, "a type"),
            }),
          ),
          ...type.body.body.flatMap((one) => signature(one, site)),
        ],
      };
    case "TSArrayType":
      return { kind: "array", span, items: [() => of(type.elementType)], complete: false, every: true };
    case "TSTupleType":
      return {
        kind: "array",
        span,
        complete: true,
        items: type.elementTypes.map((one) => () => {
          if (one.type === "TSNamedTupleMember") return of(one.elementType);
          if (one.type === "TSOptionalType") return of(one.typeAnnotation);
          return of(one);
        }),
      };
    case "TSTypeOperator":
      if (type.operator === "keyof") return keysOf(linker, of(type.typeAnnotation), span);
      return of(type.typeAnnotation);
    case "TSTypeQuery":
      return type.exprName.type === "Identifier" || type.exprName.type === "TSQualifiedName"
        ? entity(linker, type.exprName, site, span)
        : unknown(span, "a type");
    case "TSIndexedAccessType": {
      const object = of(type.objectType);
      if (type.indexType.type === "TSNumberKeyword" || type.indexType.type === "TSStringKeyword")
        return elementOf(linker, object);
      const key = of(type.indexType);
      const found = lookedUp(linker, span, object, key);
      return found.kind === "lookup" ? elementOf(linker, object) : found;
    }
    case "TSTypeReference":
      return type.typeName.type === "Identifier"
        ? namedWith(linker, type.typeName.name, type.typeArguments?.params ?? [], site, span)
        : type.typeName.type === "TSQualifiedName"
          ? qualified(linker, type.typeName, site, span)
          : unknown(span, "a type");
    case "TSQualifiedName":
      return qualified(linker, type, site, span);
    default:
      return { kind: "typed", span, type, site };
  }
}

/** A type by its name, and by what it is given: `Omit<Order, "id">`. */
function namedWith(
  linker: Linker,
  name: string,
  given: readonly Node[],
  site: Site,
  span: Value["span"],
): Value {
  const of = (inner: Node): Value => settle(linker, { kind: "typed", span, type: inner, site });
  const [first, second] = given;
  const declared = lookUpType(site.scope, name);
  const stands = declared === undefined || first === undefined ? undefined : standsFor(linker, name, site);
  const held = stands === undefined ? undefined : given[stands];
  if (held !== undefined) return of(held);
  if (declared === undefined && first !== undefined) {
    if ((name === "Extract" || name === "Exclude") && second !== undefined)
      return chosen(of(first), of(second), name === "Extract");
    if (transparent.has(name)) return of(first);
    if (name === "Array" || name === "ReadonlyArray")
      return { kind: "array", span, items: [() => of(first)], complete: false, every: true };
    if (name === "ReturnType") return resultOf(linker, of(first), []);
    if (name === "InstanceType") {
      const cls = of(first);
      return cls.kind === "class" ? { ...cls, instance: true } : unknown(span, "a type");
    }
  }
  if (declared === undefined && name === "Date") return { kind: "other", span, what: "date" };
  return named(linker, name, site, span);
}

/** `Namespace.Type`, and `Enum.Member`. */
function qualified(
  linker: Linker,
  name: Extract<Node, { type: "TSQualifiedName" }>,
  site: Site,
  span: Value["span"],
): Value {
  const left = name.left.type === "Identifier" ? lookUpType(site.scope, name.left.name) : undefined;
  if (left?.what.kind === "import") {
    const target = linker.resolve(site.module.path, left.what.source);
    if (target.kind === "package")
      return { kind: "external", span, source: target.name, path: [name.right.name, "new"] };
    const found = exportedType(linker, target.path, name.right.name);
    if (found !== undefined && "binding" in found)
      return ofBinding(linker, found.binding, found.module, span);
  }
  return entity(linker, name, site, span);
}

function entity(linker: Linker, name: Node, site: Site, span: Value["span"]): Value {
  if (name.type === "Identifier") return evaluate(linker, name, site);
  if (name.type === "TSQualifiedName")
    return memberOf(linker, entity(linker, name.left, site, span), name.right.name);
  return unknown(span, "a type");
}

function named(linker: Linker, name: string, site: Site, span: Value["span"]): Value {
  const binding = lookUpType(site.scope, name);
  const parameter = binding === undefined ? typeParameter(site.scope, name) : undefined;
  if (parameter?.constraint != null)
    return settle(linker, { kind: "typed", span, type: parameter.constraint, site });
  if (parameter !== undefined) return unknown(span, "a type that a caller says");
  if (binding === undefined) return { kind: "external", span, source: "", path: [name, "new"] };
  return ofBinding(linker, binding, site.module, span);
}

function ofBinding(linker: Linker, binding: Binding, module: Module, span: Value["span"]): Value {
  const { what } = binding;
  const site: Site = { module, scope: binding.scope };
  if (what.kind === "type")
    return what.node.type === "TSTypeAliasDeclaration"
      ? settle(linker, { kind: "typed", span, type: what.node.typeAnnotation, site })
      : settle(linker, { kind: "typed", span, type: what.node, site });
  if (what.kind === "class")
    return { kind: "class", span, cls: what.cls, site, instance: true, given: new Map() };
  if (what.kind === "enum")
    return elementOf(
      linker,
      evaluate(
        linker,
        { type: "Identifier", name: binding.name, start: binding.start, end: binding.end },
        site,
      ),
    );
  if (what.kind === "import") {
    const target = linker.resolve(module.path, what.source);
    if (target.kind === "package")
      return { kind: "external", span, source: target.name, path: [what.imported, "new"] };
    if (linker.near) return unknown(span, "a type of another file");
    const found = exportedType(linker, target.path, what.imported);
    if (found === undefined) return unknown(span, `"${target.path}" exports no type "${what.imported}"`);
    if ("source" in found) return { kind: "external", span, source: found.source, path: [found.name, "new"] };
    return ofBinding(linker, found.binding, found.module, span);
  }
  return unknown(span, "a type");
}

function keysOf(linker: Linker, value: Value, span: Value["span"]): Value {
  if (value.kind === "typed") return unknown(span, "the keys of a type");
  if (value.kind !== "object") return unknown(span, "the keys of a type");
  const keys: Value[] = [];
  for (const member of value.members) {
    if (member.kind === "property")
      keys.push({
        kind: "string",
        span: member.span,
        value: member.name,
        how: "constant",
        replaceable: false,
      });
    else if (member.kind === "spread") keys.push(keysOf(linker, member.value(), span));
    else keys.push(unknown(span, "a key that is worked out at run time"));
  }
  return unionOf(span, keys);
}
