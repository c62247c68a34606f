// Turns a type of the TypeScript checker into the shape of a value: what is not certain becomes unknown.
import type { ts } from "@ts-morph/common";
import type { Span } from "../../diagnostics/diagnostic.js";
import type { ShapeProperty, ValueShape } from "../emission.js";
import { oneOf } from "../emissions/shapes.js";
import { isDefault, isOfSpreadList, isWrittenIn, mayHaveMore, sentAs } from "./kept-keys.js";
import type { Asked } from "./program.js";

/** How deep a payload is looked into; what lies deeper is unknown. */
const depthLimit = 6;
/** How many properties an answer may have in all: a DOM node passed by mistake has thousands. */
const propertyLimit = 300;

type Walk = {
  readonly asked: Asked;
  /** What every part of the answer points to. */
  readonly span: Span;
  /** The object that was asked about, where one is written out. */
  readonly literal: ts.Node | undefined;
  /** The types that are being looked into. */
  readonly open: Set<ts.Type>;
  budget: number;
};

/**
 * The shape of a type. Every part has the span of the expression that was asked about. `literal` is the object that is
 * written out there: what gives its keys is no type alone.
 */
export function shapeOfType(type: ts.Type, span: Span, asked: Asked, literal?: ts.Node): ValueShape {
  return shapeOf(type, { asked, span, literal, open: new Set(), budget: propertyLimit }, 0);
}

function shapeOf(type: ts.Type, walk: Walk, depth: number): ValueShape {
  const { span } = walk;
  const { ts } = walk.asked;
  const is = (flags: ts.TypeFlags): boolean => (type.flags & flags) !== 0;
  if (is(ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Never)) return { kind: "unknown", span };
  if (is(ts.TypeFlags.Undefined | ts.TypeFlags.Void)) return { kind: "undefined", span };
  if (is(ts.TypeFlags.Null)) return { kind: "null", span };
  if (is(ts.TypeFlags.BooleanLiteral))
    return { kind: "boolean", value: walk.asked.checker.typeToString(type) === "true", span };
  if (is(ts.TypeFlags.Boolean)) return { kind: "boolean", span };
  if (type.isStringLiteral()) return { kind: "string", value: type.value, span };
  if (type.isNumberLiteral()) return { kind: "number", value: type.value, span };
  // `keyof` of what is not installed: any key at all.
  if (type.isUnion() && type.types.some(({ flags }) => (flags & ts.TypeFlags.ESSymbol) !== 0))
    return { kind: "unknown", span };
  if (type.isUnion()) return shapeOfUnion(type, walk, depth);
  if (is(ts.TypeFlags.StringLike)) return { kind: "string", span };
  if (is(ts.TypeFlags.NumberLike)) return { kind: "number", span };
  if (is(ts.TypeFlags.BigIntLike)) return { kind: "other", what: "bigint", span };
  if (is(ts.TypeFlags.ESSymbolLike)) return { kind: "other", what: "symbol", span };
  if (is(ts.TypeFlags.Instantiable)) return shapeOfConstraint(type, walk, depth);
  if (type.isIntersection()) {
    // A branded text: `string & { readonly brand: "id" }`.
    const primitive = type.types.find((member) => (member.flags & plainFlags(ts)) !== 0);
    if (primitive !== undefined) return shapeOf(primitive, walk, depth);
  }
  return shapeOfObject(type, walk, depth);
}

function shapeOfUnion({ types }: ts.UnionType, walk: Walk, depth: number): ValueShape {
  const { ts } = walk.asked;
  // `Json` and its like take whatever there is: of such a value nothing is certain.
  const scalars = [ts.TypeFlags.String, ts.TypeFlags.Number, ts.TypeFlags.BooleanLike];
  if (scalars.every((flag) => types.some(({ flags }) => (flags & flag) !== 0)))
    return { kind: "unknown", span: walk.span };
  // A parameter's default says nothing of what is given.
  const given = types.filter((member) => !isDefault(member, walk.asked));
  return oneOf(
    (given.length > 0 ? given : types).map((member) => shapeOf(member, walk, depth)),
    walk.span,
  );
}

function plainFlags(typescript: typeof ts): ts.TypeFlags {
  const { TypeFlags } = typescript;
  return TypeFlags.StringLike | TypeFlags.NumberLike | TypeFlags.BooleanLike;
}

/** `T extends { plan: Plan }` is at least what it extends. */
function shapeOfConstraint(type: ts.Type, walk: Walk, depth: number): ValueShape {
  const constraint = walk.asked.checker.getBaseConstraintOfType(type);
  if (constraint === undefined || constraint === type) return { kind: "unknown", span: walk.span };
  return opened(shapeOf(constraint, walk, depth));
}

function opened(shape: ValueShape): ValueShape {
  if (shape.kind === "object") return { ...shape, closed: false };
  return shape.kind === "union" ? oneOf(shape.members.map(opened), shape.span) : shape;
}

function shapeOfObject(type: ts.Type, walk: Walk, depth: number): ValueShape {
  const { span } = walk;
  const { ts, checker } = walk.asked;
  const unknown: ValueShape = { kind: "unknown", span };
  if (depth >= depthLimit || walk.open.has(type)) return unknown;
  walk.open.add(type);
  try {
    if (checker.isArrayType(type) || checker.isTupleType(type)) return shapeOfArray(type, walk, depth);
    const builtIn = builtInShape(type, walk);
    if (builtIn !== undefined) return builtIn;
    const symbols = checker.getPropertiesOfType(type);
    const callable = type.getCallSignatures().length > 0 || type.getConstructSignatures().length > 0;
    if (callable) return symbols.length === 0 ? { kind: "other", what: "function", span } : unknown;
    if ((type.flags & ts.TypeFlags.NonPrimitive) !== 0)
      return { kind: "object", properties: [], closed: false, span };
    if (symbols.some(({ name }) => name === "toJSON")) return unknown;
    const indexed = checker.getIndexInfosOfType(type).length > 0;
    const written = isObjectLiteral(type, walk.asked);
    // `{}` as a type is anything but null and undefined.
    if (symbols.length === 0 && !indexed && !written) return unknown;
    let closed = !indexed && !mayHaveMore(type, walk.asked);
    const properties: ShapeProperty[] = [];
    for (const symbol of symbols) {
      const kind = sentAs(symbol, walk.asked);
      if (kind === "never" || isOfSpreadList(symbol, type, walk.asked)) continue;
      walk.budget -= 1;
      if (kind === "perhaps" || walk.budget < 0) {
        closed = false;
        continue;
      }
      properties.push(propertyOf(symbol, walk, depth));
    }
    return { kind: "object", properties, closed, span };
  } finally {
    walk.open.delete(type);
  }
}

function propertyOf(symbol: ts.Symbol, walk: Walk, depth: number): ShapeProperty {
  const { ts, checker } = walk.asked;
  const optional = (symbol.flags & ts.SymbolFlags.Optional) !== 0;
  const value = shapeOf(checker.getTypeOfSymbol(symbol), walk, depth + 1);
  return {
    name: symbol.name,
    span: walk.span,
    value: optional ? withoutUndefined(value) : value,
    optional,
    ...(!isWrittenIn(symbol, walk.literal, walk.asked) && { fromType: true }),
  };
}

/** An optional key that holds `undefined` is one that is absent. */
function withoutUndefined(shape: ValueShape): ValueShape {
  if (shape.kind !== "union") return shape;
  return oneOf(
    shape.members.filter(({ kind }) => kind !== "undefined"),
    shape.span,
  );
}

function shapeOfArray(type: ts.Type, walk: Walk, depth: number): ValueShape {
  const { checker } = walk.asked;
  const { span } = walk;
  // A tuple's elements and an array's item are both its type arguments.
  const elements = isReference(type, walk.asked) ? checker.getTypeArguments(type) : [];
  const item = oneOf(
    elements.map((element) => shapeOf(element, walk, depth + 1)),
    span,
  );
  if (item.kind === "unknown") return { kind: "array", items: [], complete: elements.length === 0, span };
  return { kind: "array", items: [item], complete: true, span };
}

function isReference(type: ts.Type, { ts }: Asked): type is ts.TypeReference {
  const object = ts.TypeFlags.Object & type.flags;
  return object !== 0 && "objectFlags" in type && (Number(type.objectFlags) & ts.ObjectFlags.Reference) !== 0;
}

function isObjectLiteral(type: ts.Type, { ts }: Asked): boolean {
  return "objectFlags" in type && (Number(type.objectFlags) & ts.ObjectFlags.ObjectLiteral) !== 0;
}

/** What the language itself brings, such as a Date or a Map. Most of it is not what it looks like in JSON. */
function builtInShape(type: ts.Type, { asked, span }: Walk): ValueShape | undefined {
  const symbol = type.getSymbol();
  const declarations = symbol?.declarations ?? [];
  const own = declarations.some((declaration) =>
    asked.program.isSourceFileDefaultLibrary(declaration.getSourceFile()),
  );
  if (!own || symbol === undefined) return undefined;
  switch (symbol.name) {
    case "Date":
      return { kind: "other", what: "date", span };
    case "String":
      return { kind: "string", span };
    case "Number":
      return { kind: "number", span };
    case "Boolean":
      return { kind: "boolean", span };
    case "Function":
      return { kind: "other", what: "function", span };
    // Mapped types, `Record` and `Pick` among them, are declared there too and are what they look like.
    case "__type":
    case "__object":
      return undefined;
    default:
      return { kind: "unknown", span };
  }
}
