// Joins shapes of values: what one expression may be, and what many calls send under one name.
import type { Span } from "../../diagnostics/diagnostic.js";
import type { ObjectShape, ShapeProperty, ValueShape } from "../emission.js";

/** More members than these say no more than what kind they are of. */
const memberLimit = 60;

type Member = Exclude<ValueShape, { readonly kind: "union" | "unknown" }>;

/**
 * A value that is one of these shapes: unknown where one of them is. Equal ones are one, and so are a literal and
 * the whole of its type. Objects stay apart.
 */
export function oneOf(shapes: readonly ValueShape[], span: Span): ValueShape {
  const members: Member[] = [];
  const seen = new Set<string>();
  for (const shape of shapes.flatMap(membersOf)) {
    if (shape.kind === "unknown") return { kind: "unknown", span };
    const key = shapeKey(shape);
    if (!seen.has(key)) members.push(shape);
    seen.add(key);
  }
  return joined(simplified(members, seen), span);
}

/** The members of a union; of anything else, itself. */
export function membersOf(shape: ValueShape): readonly Exclude<ValueShape, { readonly kind: "union" }>[] {
  return shape.kind === "union" ? shape.members.flatMap(membersOf) : [shape];
}

/**
 * What is sent where any of these is: as `oneOf`, but what is unknown is passed over, and objects and arrays are
 * one each. A key that one of the objects lacks is optional.
 */
export function mergedShape(shapes: readonly ValueShape[], span: Span): ValueShape {
  const members: Exclude<Member, { readonly kind: "object" | "array" }>[] = [];
  const objects: ObjectShape[] = [];
  const items: ValueShape[] = [];
  let arrays = 0;
  let complete = true;
  for (const member of shapes.flatMap(membersOf)) {
    if (member.kind === "unknown") continue;
    if (member.kind === "object") objects.push(member);
    else if (member.kind === "array") {
      arrays += 1;
      complete &&= member.complete;
      items.push(...member.items);
    } else members.push(member);
  }
  const all: ValueShape[] = [...members];
  if (objects.length > 0) all.push(mergedObject(objects, span));
  if (arrays > 0) {
    const item = mergedShape(items, span);
    all.push({ kind: "array", items: item.kind === "unknown" ? [] : [item], complete, span });
  }
  return all.length === 0 ? { kind: "unknown", span } : oneOf(all, span);
}

/** One object for several: every key of any of them. */
export function mergedObject(objects: readonly ObjectShape[], span: Span): ObjectShape {
  const byName = new Map<string, ShapeProperty[]>();
  for (const { properties } of objects) {
    const own = new Map(properties.map((property) => [property.name, property]));
    for (const [name, property] of own) {
      const same = byName.get(name);
      if (same === undefined) byName.set(name, [property]);
      else same.push(property);
    }
  }
  const properties: ShapeProperty[] = [];
  for (const [name, all] of byName) {
    const value = mergedShape(
      all.map((property) => property.value),
      span,
    );
    const optional = all.length < objects.length || all.some((property) => property.optional);
    properties.push({ name, span: all[0]?.span ?? span, value, optional });
  }
  return { kind: "object", properties, closed: objects.every(({ closed }) => closed), span };
}

/** The same for shapes that can't be told apart; places count for nothing. */
export function shapeKey(shape: ValueShape): string {
  switch (shape.kind) {
    case "boolean":
      return `boolean ${shape.value ?? ""}`;
    case "number":
    case "string":
      return `${shape.kind} ${shape.meaning ?? ""} ${shape.value === undefined ? "" : JSON.stringify(shape.value)}`;
    case "array":
      return `[${shape.items.map(shapeKey).join()}${shape.complete ? "" : " ..."}]`;
    case "object": {
      const keys = shape.properties.map(
        ({ name, optional, value }) => `${JSON.stringify(name)}${optional ? "?" : ""}:${shapeKey(value)}`,
      );
      return `{${keys.join()}${shape.closed ? "" : " ..."}}`;
    }
    case "other":
      return shape.what;
    case "union":
      return `(${shape.members.map(shapeKey).join("|")})`;
    default:
      return shape.kind;
  }
}

/** Literals beside the whole of their type say nothing, and `true` and `false` are all of boolean. */
function simplified(members: readonly Member[], keys: ReadonlySet<string>): readonly Member[] {
  const whole = (kind: "boolean" | "number" | "string"): boolean =>
    keys.has(`${kind}  `) || keys.has(`${kind} `);
  const both = keys.has("boolean true") && keys.has("boolean false");
  let given = false;
  return members.flatMap((member): readonly Member[] => {
    if (member.kind === "boolean" && member.value !== undefined) {
      if (whole("boolean")) return [];
      if (!both) return [member];
      if (given) return [];
      given = true;
      return [{ kind: "boolean", span: member.span }];
    }
    const literal = (member.kind === "string" || member.kind === "number") && member.value !== undefined;
    return literal && member.meaning === undefined && whole(member.kind) ? [] : [member];
  });
}

function joined(members: readonly Member[], span: Span): ValueShape {
  const first = members[0];
  if (first === undefined) return { kind: "unknown", span };
  if (members.length === 1) return { ...first, span };
  if (members.length <= memberLimit) return { kind: "union", members, span };
  const wide = members.map((member): ValueShape => {
    if (member.kind === "string") return { kind: "string", span: member.span };
    return member.kind === "number" ? { kind: "number", span: member.span } : member;
  });
  const widened = oneOf(wide, span);
  // Objects by the dozen: what they have in common takes longer to tell than anyone would read.
  return widened.kind === "union" && widened.members.length > memberLimit
    ? { kind: "unknown", span }
    : widened;
}
