// A value that is sent -> its shape, as the plan's types can be held against it.
import type { ObjectShape, ShapeProperty, ValueShape } from "./emission.js";
import { fuelForCall, type Linker } from "./linker.js";
import { elementOf } from "./members.js";
import { byType, settle } from "./types.js";
import { eitherOf, type ObjectValue, type ParameterValue, type Value } from "./values.js";

const deepest = 8;
const mostProperties = 300;

/** The shape of a value; what is not known is `unknown`, never a guess. */
export function payloadOf(linker: Linker, value: Value): ValueShape {
  const { near } = linker;
  linker.near = true;
  linker.fuel = Math.max(linker.fuel, fuelForCall / 4);
  try {
    return shapeOf(linker, value, 0);
  } finally {
    linker.near = near;
  }
}

function shapeOf(linker: Linker, value: Value, depth: number): ValueShape {
  const { span } = value;
  if (depth > deepest) return { kind: "unknown", span };
  switch (value.kind) {
    case "string":
      return { kind: "string", span, value: value.value };
    case "text":
      return { kind: "string", span, ...(value.meaning !== undefined && { meaning: value.meaning }) };
    case "template":
      return { kind: value.isSum === true ? "unknown" : "string", span };
    case "number":
      return {
        kind: "number",
        span,
        ...(value.value !== undefined && { value: value.value }),
        ...(value.meaning !== undefined && { meaning: value.meaning }),
      };
    case "boolean":
      return { kind: "boolean", span, ...(value.value !== undefined && { value: value.value }) };
    case "null":
    case "undefined":
      return value.instead === "false" ? { kind: "boolean", span, value: false } : { kind: value.kind, span };
    case "other":
      return { kind: "other", span, what: value.what };
    case "function":
      return { kind: "other", span, what: "function" };
    case "array":
      return {
        kind: "array",
        span,
        complete: value.complete,
        items: value.items.slice(0, mostProperties).map((item) => shapeOf(linker, item(), depth + 1)),
      };
    case "object":
      return objectShape(linker, value, depth);
    case "union":
      return unionShape(
        value.members
          // What stands before `&&` may be sent in place of what is behind it: nobody knows as what.
          .filter((member) => member.kind !== "undefined" || member.instead !== "unknown")
          .map((member) => shapeOf(linker, member, depth + 1)),
        span,
      );
    case "choice":
      return shapeOf(linker, eitherOf(value), depth);
    case "fallback": {
      const left = shapeOf(linker, value.left, depth + 1);
      const members = left.kind === "union" ? left.members : [left];
      const present = members.filter(({ kind }) => kind !== "undefined" && kind !== "null");
      return unionShape([...present, shapeOf(linker, value.right, depth + 1)], span);
    }
    case "lookup":
      return orUnknown(shapeOf(linker, elementOf(linker, value.object), depth + 1));
    case "typed": {
      const settled = settle(linker, value);
      return settled.kind === "typed"
        ? { kind: "unknown", span }
        : orUnknown({ ...shapeOf(linker, settled, depth + 1), span });
    }
    case "parameter":
      return orUnknown(parameterShape(linker, value, depth));
    default:
      return { kind: "unknown", span };
  }
}

/** Nobody sends what a type says is nothing: the value was cast, or put there where nobody looked. */
function orUnknown(shape: ValueShape): ValueShape {
  return shape.kind === "undefined" ? { kind: "unknown", span: shape.span } : shape;
}

function parameterShape(linker: Linker, value: ParameterValue, depth: number): ValueShape {
  const { span } = value;
  const at = byType(linker, value);
  if (at === undefined) return { kind: "unknown", span };
  const shape = shapeOf(linker, at, depth + 1);
  // What a caller may leave out or put beside the type's keys is not known.
  return shape.kind === "object" ? { ...shape, closed: false, span } : { ...shape, span };
}

function unionShape(shapes: readonly ValueShape[], span: Value["span"]): ValueShape {
  const flat = shapes.flatMap((shape) => (shape.kind === "union" ? shape.members : [shape]));
  if (flat.some(({ kind }) => kind === "unknown")) return { kind: "unknown", span };
  const members: ValueShape[] = [];
  const seen = new Set<string>();
  for (const shape of flat) {
    const key =
      shape.kind === "object" || shape.kind === "array"
        ? `${shape.span.file}:${shape.span.start}`
        : `${shape.kind}:${"value" in shape ? String(shape.value) : ""}:${"meaning" in shape ? shape.meaning : ""}`;
    if (seen.has(key)) continue;
    seen.add(key);
    members.push(shape);
  }
  const [only] = members;
  if (only === undefined) return { kind: "unknown", span };
  return members.length === 1 ? only : { kind: "union", span, members };
}

function objectShape(linker: Linker, value: ObjectValue, depth: number): ObjectShape {
  const properties = new Map<string, ShapeProperty>();
  let closed = true;
  const growing: ObjectValue[] = [];
  const take = (object: ObjectValue, optional: boolean, level: number): void => {
    for (const member of object.members) {
      if (properties.size > mostProperties || level > deepest) {
        closed = false;
        return;
      }
      if (member.kind === "computed") {
        closed = false;
        if (member.later === true) growing.push(object);
      } else if (member.kind === "property") {
        const shape = shapeOf(linker, member.value(), depth + 1);
        const before = properties.get(member.name);
        const maybe = optional || member.optional;
        properties.set(member.name, {
          name: member.name,
          span: member.span,
          value: maybe && before !== undefined ? unionShape([before.value, shape], shape.span) : shape,
          optional: maybe && before?.optional !== false,
        });
      } else spread(member.value(), optional, level + 1);
    }
  };
  const spread = (inner: Value, optional: boolean, level: number): void => {
    switch (inner.kind) {
      case "object":
        take(inner, optional, level);
        return;
      case "undefined":
      case "null":
      case "boolean":
        return;
      case "union":
        oneOf(inner.members, optional, level);
        return;
      case "choice":
        spread(eitherOf(inner), optional, level + 1);
        return;
      case "fallback":
        oneOf([inner.left, inner.right], optional, level);
        return;
      case "typed": {
        const settled = settle(linker, inner);
        if (settled.kind === "object") take(settled, optional, level);
        closed = false;
        return;
      }
      default:
        closed = false;
    }
  };
  /** What is in every one of several is always there; the rest may be. */
  const oneOf = (several: readonly Value[], optional: boolean, level: number): void => {
    if (level > deepest) {
      closed = false;
      return;
    }
    const shapes = several.map((one) => {
      const members = [{ kind: "spread", value: () => one } as const];
      return objectShape(linker, { kind: "object", span: one.span, members }, depth + 1);
    });
    const found = new Map<string, ShapeProperty[]>();
    for (const shape of shapes) {
      if (!shape.closed) closed = false;
      if (shape.grows === true) growing.push(value);
      for (const property of shape.properties) {
        const others = found.get(property.name);
        if (others === undefined) found.set(property.name, [property]);
        else others.push(property);
      }
    }
    for (const [name, [first, ...others]] of found) {
      if (first === undefined) continue;
      const everywhere = others.length + 1 === shapes.length;
      const before = properties.get(name);
      const all = [first, ...others];
      const maybe = optional || !everywhere || all.some((one) => one.optional);
      const values = all.map((one) => one.value);
      properties.set(name, {
        name,
        span: first.span,
        value: unionShape(
          maybe && before !== undefined ? [before.value, ...values] : values,
          first.value.span,
        ),
        optional: maybe && before?.optional !== false,
      });
    }
  };
  if (depth > deepest) return { kind: "object", span: value.span, properties: [], closed: false };
  take(value, false, 0);
  return {
    kind: "object",
    span: value.span,
    properties: [...properties.values()],
    closed,
    ...(growing.length > 0 && { grows: true }),
  };
}
