// Finds a call in the syntax tree of its file, and which of its arguments say what.
import { type CallExpression, type Node, type Program, Visitor } from "oxc-parser";
import type { Emission } from "../emission.js";
import { keyName } from "../syntax/syntax.js";

/** A range in the text. */
export type Range = { readonly start: number; readonly end: number };

export type CallParts = {
  readonly call: CallExpression;
  /** The expression of the payload; undefined where the call has none. */
  readonly payload: Range | undefined;
  /** True where the call says who, what, and nothing else. */
  readonly isPlain: boolean;
};

/** Undefined where the payload is not written at the call. */
export function callParts(program: Program, emission: Emission): CallParts | undefined {
  const { properties, name, identities, span } = emission;
  const call = callAt(program, span);
  if (call === undefined || call.arguments.some(({ type }) => type === "SpreadElement")) return undefined;
  const payloadAt = emission.payloadAt?.();
  const told = [payloadAt, name?.span, ...identities.map((identity) => identity.span)];
  const isTold = (part: Range): boolean =>
    told.some((place) => place !== undefined && place.file === span.file && isAt(part, place));
  const args = call.arguments.map((argument) => ({ argument, values: valuesOf(argument) }));
  const all = args.flatMap(({ argument, values }) => [argument, ...(values ?? [])]);
  const payload = payloadAt === undefined ? undefined : all.find((part) => isAt(part, payloadAt));
  if (properties !== undefined && payload === undefined) return undefined;
  return {
    call,
    payload,
    isPlain: args.every(({ argument, values }) => isTold(argument) || values?.every(isTold) === true),
  };
}

function isAt({ start, end }: Range, place: Range): boolean {
  return start === place.start && end === place.end;
}

function callAt(program: Program, { start, end }: Range): CallExpression | undefined {
  let found: CallExpression | undefined;
  new Visitor({
    CallExpression(node) {
      if (node.start === start && node.end === end) found ??= node;
    },
  }).visit(program);
  return found;
}

/** The values of an object that is written out; what has no plain key stands for itself. */
function valuesOf(argument: Node): readonly Range[] | undefined {
  if (argument.type !== "ObjectExpression") return undefined;
  return argument.properties.map((property): Range => {
    if (property.type === "SpreadElement") return property;
    return keyName(property.key, property.computed) === undefined ? property : property.value;
  });
}
