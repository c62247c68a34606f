// Whether a value is of a type: what examples, defaults and constants are held to.
import { formatNames, formatPatterns, timestampMaximum, timestampMinimum } from "./formats.js";
import { javascriptPattern } from "./patterns.js";
import type { Json, ObjectType, Property, StringFormat, Type } from "./plan.js";
import { resolved } from "./property-path.js";

/** A place in a value where it is not what its type says. */
export type Mismatch = {
  /** The keys and indexes that lead there; empty for the value itself. */
  readonly path: readonly (string | number)[];
  /** What is expected, as the end of a sentence: `must be an integer`. */
  readonly message: string;
  /** The required key that is absent. */
  readonly missing?: string;
  /** For a key that nothing declares: those that are declared beside it. */
  readonly declared?: readonly string[];
};

type Lookup = (name: string) => Type | undefined;

const formats = new Map<StringFormat, RegExp>();

/** Every place where a value departs from a type; empty where it conforms. Names that `lookup` does not know pass. */
export function mismatches(value: Json, type: Type, lookup: Lookup): readonly Mismatch[] {
  const found: Mismatch[] = [];
  check(value, type, lookup, [], found);
  return found;
}

/** The same for a set of properties, such as an event's: `open` is what other keys may be sent. */
export function propertyMismatches(
  value: Json,
  properties: readonly Property[],
  open: boolean | Type,
  lookup: Lookup,
): readonly Mismatch[] {
  const found: Mismatch[] = [];
  checkObject(value, { properties, open }, lookup, [], found);
  return found;
}

/** Where the check stands in the value. It is one list that grows and shrinks: nearly all values are right. */
type Path = (string | number)[];

function check(value: Json, type: Type, lookup: Lookup, path: Path, found: Mismatch[]): void {
  const wrong = (message: string): void => {
    found.push({ path: [...path], message });
  };
  switch (type.kind) {
    case "any":
      return;
    case "null":
      if (value !== null) wrong("must be null");
      return;
    case "boolean":
      if (typeof value !== "boolean") wrong("must be true or false");
      return;
    case "const":
      if (value !== type.value) wrong(`must be ${JSON.stringify(type.value)}`);
      return;
    case "enum":
      if (!type.values.some((allowed) => allowed.value === value)) {
        const allowed = type.values.map((one) => JSON.stringify(one.value));
        wrong(`must be ${allowed.length === 1 ? "" : "one of "}${allowed.join(", ")}`);
      }
      return;
    case "ref":
    case "union": {
      const members = resolved(type, lookup);
      const only = members[0];
      if (members.length === 1 && only !== undefined) check(value, only, lookup, path, found);
      if (members.length < 2) return;
      const attempts = members.map((member) => {
        const attempt: Mismatch[] = [];
        check(value, member, lookup, path, attempt);
        return attempt;
      });
      if (attempts.some((attempt) => attempt.length === 0)) return;
      // A member that fails only deeper inside is the one that was meant.
      const meant = attempts.find((attempt) =>
        attempt.every((mismatch) => mismatch.path.length > path.length),
      );
      if (meant !== undefined) found.push(...meant);
      else wrong(attempts.map((attempt) => attempt[0]?.message ?? "").join(", or "));
      return;
    }
    case "string":
      checkString(value, type, wrong);
      return;
    case "number":
      checkNumber(value, type, wrong);
      return;
    case "array":
      if (!isList(value)) {
        wrong("must be a list");
        return;
      }
      if (value.length < (type.minItems ?? 0)) wrong(`must have at least ${type.minItems} items`);
      if (value.length > (type.maxItems ?? Infinity)) wrong(`must have at most ${type.maxItems} items`);
      if (type.uniqueItems === true && new Set(value.map(canonical)).size < value.length)
        wrong("must not repeat an item");
      for (const [index, item] of value.entries()) checkPart(index, item, type.items, lookup, path, found);
      return;
    case "object":
      checkObject(value, type, lookup, path, found);
      return;
  }
}

function checkPart(
  step: string | number,
  value: Json,
  type: Type,
  lookup: Lookup,
  path: Path,
  found: Mismatch[],
): void {
  path.push(step);
  check(value, type, lookup, path, found);
  path.pop();
}

function checkObject(
  value: Json,
  type: Pick<ObjectType, "properties" | "open">,
  lookup: Lookup,
  path: Path,
  found: Mismatch[],
): void {
  if (!isObject(value)) {
    found.push({ path: [...path], message: "must be a mapping" });
    return;
  }
  const { properties, open } = type;
  for (const { name, required, sources, status } of properties) {
    if (required && sources.length === 0 && status !== "retired" && !Object.hasOwn(value, name.value)) {
      const missing = name.value;
      found.push({ path: [...path], message: `must have "${missing}"`, missing });
    }
  }
  const keys = Object.keys(value);
  const declared = keys.length * properties.length > fewComparisons ? byName(properties) : undefined;
  for (const key of keys) {
    const item = value[key] ?? null;
    const property = declared === undefined ? liveNamed(properties, key) : declared.get(key);
    if (property !== undefined) checkPart(key, item, property.type, lookup, path, found);
    else if (open === false) found.push({ path: [...path, key], ...undeclared(key, properties) });
    else if (open !== true) checkPart(key, item, open, lookup, path, found);
  }
}

/** Up to here, looking through the properties for each key takes less time than a map of them. */
const fewComparisons = 400;

function liveNamed(properties: readonly Property[], key: string): Property | undefined {
  for (const property of properties)
    if (property.name.value === key && property.status !== "retired") return property;
  return undefined;
}

function byName(properties: readonly Property[]): ReadonlyMap<string, Property> {
  const found = new Map<string, Property>();
  for (const property of properties)
    if (property.status !== "retired") found.set(property.name.value, property);
  return found;
}

/** What is said of a key that nothing declares, or that is declared as gone. */
function undeclared(key: string, properties: readonly Property[]): Omit<Mismatch, "path"> {
  const names = properties.filter(({ status }) => status !== "retired").map(({ name }) => name.value);
  const isRetired = properties.some(({ name }) => name.value === key);
  return isRetired
    ? { message: "is retired", declared: [] }
    : { message: "is not declared", declared: names };
}

function checkString(
  value: Json,
  type: Extract<Type, { kind: "string" }>,
  wrong: (message: string) => void,
): void {
  if (typeof value !== "string") {
    wrong(type.format === undefined ? "must be text" : `must be ${formatNames[type.format]}`);
    return;
  }
  if (type.format !== undefined) {
    let pattern = formats.get(type.format);
    if (pattern === undefined) {
      pattern = new RegExp(formatPatterns[type.format], "u");
      formats.set(type.format, pattern);
    }
    if (!pattern.test(value)) wrong(`must be ${formatNames[type.format]}`);
  }
  if (type.minLength !== undefined || type.maxLength !== undefined) {
    const length = [...value].length;
    if (length < (type.minLength ?? 0)) wrong(`must have at least ${type.minLength} characters`);
    if (length > (type.maxLength ?? Infinity)) wrong(`must have at most ${type.maxLength} characters`);
  }
  for (const pattern of type.patterns ?? []) {
    if (!new RegExp(javascriptPattern(pattern), "u").test(value)) wrong(`must match ${pattern}`);
  }
}

function checkNumber(
  value: Json,
  type: Extract<Type, { kind: "number" }>,
  wrong: (message: string) => void,
): void {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    wrong(type.timestamp ? "must be Unix seconds" : type.integer ? "must be an integer" : "must be a number");
    return;
  }
  if (type.integer && !Number.isInteger(value))
    wrong(type.timestamp ? "must be whole Unix seconds" : "must be an integer");
  if (type.timestamp && (value < timestampMinimum || value > timestampMaximum)) {
    wrong("must be Unix seconds, and looks like milliseconds");
  }
  if (value < (type.minimum ?? -Infinity)) wrong(`must be at least ${type.minimum}`);
  if (value > (type.maximum ?? Infinity)) wrong(`must be at most ${type.maximum}`);
  if (value <= (type.exclusiveMinimum ?? -Infinity)) wrong(`must be more than ${type.exclusiveMinimum}`);
  if (value >= (type.exclusiveMaximum ?? Infinity)) wrong(`must be less than ${type.exclusiveMaximum}`);
  for (const factor of type.multipleOf ?? []) {
    const quotient = value / factor;
    // A tolerance, as 19.99 / 0.01 is not whole in binary.
    if (Math.abs(Math.round(quotient) - quotient) > 1e-9) wrong(`must be a multiple of ${factor}`);
  }
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** True for a mapping of a JSON value. */
export function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Text that is the same for values that are equal. */
function canonical(value: Json): string {
  if (isList(value)) return `[${value.map(canonical).join(",")}]`;
  if (isObject(value)) {
    const keys = Object.keys(value).toSorted();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`).join(",")}}`;
  }
  return JSON.stringify(value === 0 ? 0 : value);
}
