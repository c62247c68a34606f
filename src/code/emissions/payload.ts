// A value that is sent -> its shape, as the plan's types can be held against it.

import type { ObjectShape, ShapeProperty, ValueShape } from "../emission.js";
import { isRefused } from "../values/conditions.js";
import { namesIn } from "../values/language/enums.js";
import { byType, settle } from "../values/language/types.js";
import { isOfKinds } from "../values/language/written-kinds.js";
import { type Linker, refuel } from "../values/linker.js";
import { elementOf } from "../values/members.js";
import { eitherOf, type ObjectValue, type ParameterValue, type Value } from "../values/values.js";
import { isUnsure, mayLack } from "./unsure-keys.js";

const deepest = 8;
const mostProperties = 300;
/** So many values are looked at for one payload; the rest is unknown. */
const mostSteps = 20_000;

/** What is at work while one value is read. */
type Reading = {
  readonly linker: Linker;
  /** Values of which objects are spread, from the outside in: `r = { ...r, a }` is made of itself. */
  readonly spread: Set<Value>;
  steps: number;
};

/** An object's shape, and the unions around it that it spreads: whatever is in one of those is in it, too. */
type Own = ObjectShape & { readonly inherits: ReadonlySet<Value> };

/** The shape of a value; what is not known is `unknown`, never a guess. */
export function payloadOf(linker: Linker, value: Value): ValueShape {
  const { near } = linker;
  linker.near = true;
  refuel(linker);
  try {
    return shapeOf({ linker, spread: new Set(), steps: 0 }, value, 0);
  } finally {
    linker.near = near;
  }
}

function shapeOf(reading: Reading, value: Value, depth: number): ValueShape {
  const { span } = value;
  const { linker } = reading;
  if (depth > deepest || ++reading.steps > mostSteps) return { kind: "unknown", span };
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
        items: value.items.slice(0, mostProperties).map((item) => shapeOf(reading, item(), depth + 1)),
      };
    case "object":
      return plain(objectShape(reading, value, depth));
    case "union": {
      // What stands before `&&` may be sent in place of what is behind it: nobody knows as what.
      const own = value.members.filter(
        (member) => member.kind !== "undefined" || member.instead !== "unknown",
      );
      const shapes = own.map((member) => shapeOf(reading, member, depth + 1));
      const shape = unionShape(value.isWritten === true, shapes, span);
      return value.asks === "given" && shape.kind === "union" ? { ...shape, isAsked: true } : shape;
    }
    case "choice":
      return shapeOf(reading, eitherOf(value), depth);
    case "fallback": {
      const left = shapeOf(reading, value.left, depth + 1);
      const members = left.kind === "union" ? left.members : [left];
      const present = members.filter(({ kind }) => kind !== "undefined" && kind !== "null");
      const right = shapeOf(reading, value.right, depth + 1);
      return left.kind === "unknown"
        ? unknownShape(span, [...(left.also ?? []).filter(({ kind }) => kind !== "null"), right])
        : unionShape(value.right.kind !== "union", [...present, right], span);
    }
    case "lookup": {
      const { object } = value;
      // What a text takes out of an enum of numbers is a number or a name, as that text is a name or a number.
      if (object.kind === "object" && object.isEnum === true && namesIn(object).length > 0)
        return { kind: "unknown", span };
      return orUnknown(shapeOf(reading, elementOf(linker, object), depth + 1));
    }
    case "typed": {
      const settled = settle(linker, value);
      return settled.kind === "typed"
        ? { kind: "unknown", span }
        : orUnknown({ ...shapeOf(reading, settled, depth + 1), span });
    }
    case "parameter":
      return orUnknown(parameterShape(reading, value, depth));
    default:
      return { kind: "unknown", span };
  }
}

function isNothing(property: ShapeProperty | undefined): boolean {
  return property === undefined || property.value.kind === "undefined" || property.value.kind === "null";
}

/** Nobody sends what a type says is nothing: the value was cast, or put there where nobody looked. */
function orUnknown(shape: ValueShape): ValueShape {
  return shape.kind === "undefined" ? { kind: "unknown", span: shape.span } : shape;
}

function parameterShape(reading: Reading, value: ParameterValue, depth: number): ValueShape {
  const { span } = value;
  const at = byType(reading.linker, value);
  if (at === undefined) return { kind: "unknown", span };
  const shape = shapeOf(reading, at, depth + 1);
  // What a caller may leave out or put beside the type's keys is not known.
  if (shape.kind === "object") return { ...shape, closed: false, span };
  return { ...(isOfKinds(at) && shape.kind === "union" ? allowed(shape) : shape), span };
}

function allowed(shape: Extract<ValueShape, { kind: "union" }>): ValueShape {
  return { ...shape, members: shape.members.map((member) => ({ ...member, isAllowed: true })) };
}

/** One of several shapes; `isWritten` where each is written out as one of two. */
function unionShape(isWritten: boolean, shapes: readonly ValueShape[], span: Value["span"]): ValueShape {
  const flat = shapes.flatMap((shape) => (shape.kind === "union" ? shape.members : [shape]));
  if (flat.some(({ kind }) => kind === "unknown")) {
    return unknownShape(span, isWritten ? flat : []);
  }
  const members: ValueShape[] = [];
  const seen = new Set<string>();
  // What a function gives when it gives up, beside what nobody sees whole: when that is, nobody sees either.
  const isOpen = !isWritten && flat.some((shape) => shape.kind === "object" && !shape.closed);
  for (const shape of flat) {
    if (isOpen && shape.kind === "object" && shape.closed && shape.properties.length === 0) continue;
    const key =
      shape.kind === "object" || shape.kind === "array"
        ? `${shape.span.file}:${shape.span.start}`
        : `${shape.kind}:${"value" in shape ? String(shape.value) : ""}:${"meaning" in shape ? shape.meaning : ""}`;
    if (seen.has(key)) {
      // What is written out is there whatever a type allows beside it.
      const same = members.findIndex((one) => one.isAllowed === true && one.kind === shape.kind);
      if (same >= 0 && shape.isAllowed !== true) members[same] = shape;
      continue;
    }
    seen.add(key);
    members.push(shape);
  }
  const [only] = members;
  if (only === undefined) return { kind: "unknown", span };
  return members.length === 1 ? only : { kind: "union", span, members };
}

/** What is not known, beside what it certainly is at some time. */
function unknownShape(span: Value["span"], written: readonly ValueShape[]): ValueShape {
  const also = written.flatMap(certainOf);
  return { kind: "unknown", span, ...(also.length > 0 && { also }) };
}

/** What of one of two shapes is known for certain: a literal, or nothing. */
function certainOf(shape: ValueShape): readonly ValueShape[] {
  if (shape.kind === "unknown") return shape.also ?? [];
  return shape.kind === "null" || ("value" in shape && shape.value !== undefined) ? [shape] : [];
}

function plain({ inherits: _inherits, ...shape }: Own): ObjectShape {
  return shape;
}

function objectShape(reading: Reading, value: ObjectValue, depth: number): Own {
  const { linker } = reading;
  const properties = new Map<string, ShapeProperty>();
  const inherits = new Set<Value>();
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
      } else if (member.guards !== undefined && isRefused(member.guards())) {
        // Who sends this does not come to where it is put in.
      } else if (member.kind === "property") {
        const shape = shapeOf(reading, member.value(), depth + 1);
        const before = properties.get(member.name);
        const maybe = optional || member.optional || mayLack(linker, member);
        // What begins as nothing is filled in before it is sent.
        const isOneOfSome = maybe || (member.guards !== undefined && !isNothing(before));
        properties.set(member.name, {
          name: member.name,
          span: member.span,
          value:
            isOneOfSome && before !== undefined
              ? unionShape(false, [before.value, shape], shape.span)
              : shape,
          optional: maybe && before?.optional !== false,
          ...(!closed && before === undefined && isUnsure(member) && { isUnsure: true }),
        });
      } else {
        const before = closed;
        closed = true;
        spread(member.value(), optional, level + 1);
        // What comes in later is in no type of what is written out.
        if (!closed && (member.later === true || member.put !== undefined)) growing.push(object);
        closed &&= before;
      }
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
        if (reading.spread.has(inner)) {
          closed = false;
          if (!optional) inherits.add(inner);
          return;
        }
        reading.spread.add(inner);
        oneOf(inner.members, optional, level, inner);
        reading.spread.delete(inner);
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
  const oneOf = (several: readonly Value[], optional: boolean, level: number, whole?: Value): void => {
    if (level > deepest) {
      closed = false;
      return;
    }
    const shapes = several.map((one) => {
      const members = [{ kind: "spread", value: () => one } as const];
      return objectShape(reading, { kind: "object", span: one.span, members }, depth + 1);
    });
    // What spreads all of them has what each of the others has, so that the others tell what is always there.
    const alone = shapes.filter(({ inherits: from }) => whole === undefined || !from.has(whole));
    const telling = new Set(alone.length === 0 ? shapes : alone);
    const found = new Map<string, ShapeProperty[]>();
    const times = new Map<string, number>();
    for (const shape of shapes) {
      if (!shape.closed) closed = false;
      if (shape.grows === true) growing.push(value);
      for (const property of shape.properties) {
        if (telling.has(shape)) times.set(property.name, (times.get(property.name) ?? 0) + 1);
        const others = found.get(property.name);
        if (others === undefined) found.set(property.name, [property]);
        else others.push(property);
      }
    }
    for (const [name, [first, ...others]] of found) {
      if (first === undefined) continue;
      const everywhere = times.get(name) === telling.size;
      const before = properties.get(name);
      const all = [first, ...others];
      const maybe = optional || !everywhere || all.some((one) => one.optional);
      const values = all.map((one) => one.value);
      properties.set(name, {
        name,
        span: first.span,
        value: unionShape(
          false,
          maybe && before !== undefined ? [before.value, ...values] : values,
          first.value.span,
        ),
        optional: maybe && before?.optional !== false,
      });
    }
  };
  if (depth > deepest || ++reading.steps > mostSteps)
    return { kind: "object", span: value.span, properties: [], closed: false, inherits };
  take(value, false, 0);
  return {
    kind: "object",
    span: value.span,
    properties: [...properties.values()],
    closed,
    inherits,
    ...(growing.length > 0 && { grows: true }),
  };
}
