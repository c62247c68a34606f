// Says in words what a type asks for: for doc comments and for the messages of validators.
import { formatNames, timestampMaximum, timestampMinimum } from "../../plan/formats.js";
import type { ArrayType, NumberType, StringType, Type, UnionType } from "../../plan/plan.js";

/** Finds the type behind a reference. */
export type Resolve = (type: Type) => Type;

/** What a value must be: `a UUID`, `an integer from 1 to 10`, `"card" or "paypal"`. */
export function expectation(type: Type, resolve: Resolve): string {
  switch (type.kind) {
    case "string":
      return stringWords(type);
    case "number":
      return numberWords(type);
    case "boolean":
      return "a boolean";
    case "null":
      return "null";
    case "any":
      return "a JSON value";
    case "enum":
      return alternatives(possibilities(type, resolve));
    case "const":
      return JSON.stringify(type.value);
    case "array":
      return arrayWords(type);
    case "object":
      return "an object";
    case "union":
      if (takesAll(type, resolve)) return "a JSON value";
      return alternatives([...new Set(type.members.flatMap((member) => possibilities(member, resolve)))]);
    case "ref": {
      const resolved = resolve(type);
      return resolved.kind === "ref" ? resolved.name : expectation(resolved, resolve);
    }
  }
}

/** What a type asks for beyond what its TypeScript type says; undefined where that is nothing. */
export function refinement(type: Type): string | undefined {
  switch (type.kind) {
    case "string":
      return unless("a string", stringWords(type));
    case "number":
      return unless("a number", numberWords(type));
    case "array": {
      const each = refinement(type.items);
      const all = arrayWords(type);
      if (each !== undefined) return `${all}, each ${each}`;
      return unless("an array", all);
    }
    case "union": {
      if (takesAll(type, (one) => one) || type.members.every((member) => refinement(member) === undefined)) {
        return undefined;
      }
      return expectation(type, (one) => one);
    }
    default:
      return undefined;
  }
}

function unless(plain: string, words: string): string | undefined {
  return words === plain ? undefined : words;
}

function takesAll(type: UnionType, resolve: Resolve): boolean {
  return type.members.some((member) => resolve(member).kind === "any");
}

/** The things that a value may be, each in its own words. */
function possibilities(type: Type, resolve: Resolve): readonly string[] {
  const resolved = resolve(type);
  if (resolved.kind === "union") return resolved.members.flatMap((member) => possibilities(member, resolve));
  if (resolved.kind === "enum") return resolved.values.map(({ value }) => JSON.stringify(value));
  return [expectation(resolved, resolve)];
}

function stringWords(type: StringType): string {
  const base = type.format === undefined ? "a string" : formatNames[type.format];
  const length = range(type.minLength, type.maxLength, "character");
  const patterns = (type.patterns ?? []).map((pattern) => `matching /${pattern}/`);
  return [base, ...(length === "" ? [] : [`of ${length}`]), ...patterns].join(" ");
}

function numberWords(type: NumberType): string {
  const words = [
    type.timestamp ? "Unix seconds, an integer such as 1767225600" : type.integer ? "an integer" : "a number",
  ];
  const { exclusiveMinimum, exclusiveMaximum } = type;
  // The bounds that every timestamp has go without saying.
  const minimum = type.timestamp && type.minimum === timestampMinimum ? undefined : type.minimum;
  const maximum = type.timestamp && type.maximum === timestampMaximum ? undefined : type.maximum;
  if (minimum !== undefined && maximum !== undefined) words.push(`from ${minimum} to ${maximum}`);
  else if (minimum !== undefined) words.push(`of at least ${minimum}`);
  else if (maximum !== undefined) words.push(`of at most ${maximum}`);
  if (exclusiveMinimum !== undefined) words.push(`greater than ${exclusiveMinimum}`);
  if (exclusiveMaximum !== undefined) words.push(`less than ${exclusiveMaximum}`);
  for (const step of type.multipleOf ?? []) words.push(`in steps of ${step}`);
  return words.join(" ");
}

function arrayWords(type: ArrayType): string {
  const length = range(type.minItems, type.maxItems, "item");
  return `an array${length === "" ? "" : ` of ${length}`}${type.uniqueItems === true ? " without repeats" : ""}`;
}

function range(minimum: number | undefined, maximum: number | undefined, unit: string): string {
  const counted = (count: number) => `${count} ${unit}${count === 1 ? "" : "s"}`;
  if (minimum !== undefined && minimum === maximum) return counted(minimum);
  if (minimum !== undefined && maximum !== undefined) return `${minimum} to ${counted(maximum)}`;
  if (minimum !== undefined) return `at least ${counted(minimum)}`;
  return maximum === undefined ? "" : `at most ${counted(maximum)}`;
}

function alternatives(items: readonly string[]): string {
  const last = items.at(-1) ?? "nothing";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} or ${last}`;
}
