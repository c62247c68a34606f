// Reads the names that an event can have off the type of the expression that gives the name.
import type { ts } from "@ts-morph/common";
import type { Span } from "../../diagnostics/diagnostic.js";
import type { EmittedName, NamePattern, PossibleName } from "../emission.js";
import type { Asked } from "./program.js";

/** A type of more names than these is no list of events. */
const nameLimit = 500;

/** What the type says of the name, added to what syntax says; the name as it was where the type says nothing. */
export function nameOfType(name: EmittedName, type: ts.Type, asked: Asked): EmittedName {
  const members = literalMembers(type, asked);
  if (members === undefined || members.length === 0 || members.length > nameLimit) return name;
  const names = new Map(name.names.map((one) => [one.name, one]));
  const patterns = new Map(name.patterns.map((one) => [one.parts.join("\0"), one]));
  let enums = 0;
  let templates = 0;
  for (const member of members) {
    if (isTemplate(member, asked)) {
      templates += 1;
      const pattern = patternOf(member, name.span);
      if (pattern === undefined) return name;
      const key = pattern.parts.join("\0");
      if (!patterns.has(key)) patterns.set(key, pattern);
      continue;
    }
    if (!member.isStringLiteral()) return name;
    const declared = enumMember(member, asked);
    if (declared !== undefined) enums += 1;
    if (!names.has(member.value))
      names.set(member.value, possibleName(member.value, declared, name.span, asked));
  }
  const { reason: _, ...known } = name;
  const several = names.size + patterns.size > 1;
  const kind =
    templates > 0 && names.size === 0
      ? "template"
      : enums === members.length
        ? "enum"
        : several
          ? "conditional"
          : "constant";
  return { ...known, kind, names: [...names.values()], patterns: [...patterns.values()], complete: true };
}

/** The literals and templates that a type is made of; undefined where it is anything else. */
function literalMembers(type: ts.Type, asked: Asked): readonly ts.Type[] | undefined {
  const { ts, checker } = asked;
  // `null` and `undefined` are no names: nothing is sent under them.
  const members = (type.isUnion() ? type.types : [type]).filter(
    ({ flags }) => (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)) === 0,
  );
  const found: ts.Type[] = [];
  for (const member of members) {
    if (member.isStringLiteral() || isTemplate(member, asked)) {
      found.push(member);
      continue;
    }
    if ((member.flags & ts.TypeFlags.Instantiable) === 0) return undefined;
    const constraint = checker.getBaseConstraintOfType(member);
    const inner =
      constraint === undefined || constraint === member ? undefined : literalMembers(constraint, asked);
    if (inner === undefined) return undefined;
    found.push(...inner);
  }
  return found;
}

function isTemplate(type: ts.Type, { ts }: Asked): type is ts.TemplateLiteralType {
  return (type.flags & ts.TypeFlags.TemplateLiteral) !== 0;
}

/** Text without a word of its own matches everything. */
function patternOf(type: ts.TemplateLiteralType, span: Span): NamePattern | undefined {
  return type.texts.some((text) => text !== "") ? { parts: type.texts, span } : undefined;
}

function enumMember(type: ts.Type, { ts }: Asked): ts.EnumMember | undefined {
  if ((type.flags & ts.TypeFlags.EnumLiteral) === 0) return undefined;
  return type.getSymbol()?.declarations?.find(ts.isEnumMember);
}

function possibleName(
  name: string,
  declared: ts.EnumMember | undefined,
  span: Span,
  asked: Asked,
): PossibleName {
  const value = declared?.initializer;
  const at = value === undefined ? undefined : asked.spanOf(value);
  if (value === undefined || at === undefined) return { name, span, replaceable: false };
  return { name, span: at, replaceable: asked.ts.isStringLiteral(value) && value.text === name };
}
