// Writes `validators/checks.ts`: what the validators of a plan share, and only what they use.
import { formatPatterns } from "../../plan/formats.js";
import { type StringFormat, stringFormats } from "../../plan/plan.js";
import type { OutputFile } from "../generator.js";
import type { Context } from "./context.js";
import { group, indent, line } from "./layout.js";
import { importTypes, moduleFile } from "./module-text.js";
import { regexLiteral } from "./source-text.js";

/** How deep a value may be nested before it is taken for one that contains itself. */
const deepest = 200;

/** The functions, in the order of the file, and what each of them uses. */
const functions = {
  isObject: {
    uses: [],
    text: `export function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}`,
  },
  isArray: {
    uses: [],
    text: `export function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}`,
  },
  own: {
    uses: [],
    text: `/** A property by a name that every object inherits something by. */
export function own(value: { readonly [key: string]: unknown }, key: string): unknown {
  return Object.prototype.hasOwnProperty.call(value, key) ? value[key] : undefined;
}`,
  },
  codePoints: {
    uses: [],
    text: `/** The length of a text as JSON Schema counts it. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}`,
  },
  isMultiple: {
    uses: [],
    text: `export function isMultiple(value: number, step: number): boolean {
  const quotient = value / step;
  return !(Math.abs(Math.round(quotient) - quotient) > 1e-9);
}`,
  },
  isJson: {
    uses: [],
    text: `/** Whether a value can be sent as JSON without losing anything. */
export function isJson(value: unknown, depth = 0): boolean {
  switch (typeof value) {
    case "string":
    case "boolean":
      return true;
    case "number":
      return Number.isFinite(value);
    case "object": {
      if (value === null) return true;
      if (depth > ${deepest}) return false;
      if (Array.isArray(value)) return value.every((item) => isJson(item, depth + 1));
      return Object.values(value).every((item) => item === undefined || isJson(item, depth + 1));
    }
    default:
      return false;
  }
}`,
  },
  allDifferent: {
    uses: ["isObject", "isArray", "isJson"],
    text: `/** Whether no two items are equal as JSON; what is no JSON at all is reported otherwise. */
export function allDifferent(items: readonly unknown[]): boolean {
  if (!isJson(items)) return true;
  return new Set(items.map((item) => canonical(item, 0))).size === items.length;
}

/** Equal for values that are equal as JSON, whatever the order of their keys. */
function canonical(value: unknown, depth: number): string {
  if (depth > ${deepest}) return "";
  if (isArray(value)) return \`[\${value.map((item) => canonical(item, depth + 1)).join(",")}]\`;
  if (typeof value === "number") return \`\${value + 0}\`;
  if (!isObject(value)) return \`\${JSON.stringify(value)}\`;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return \`{\${entries
    .map(([key, item]) => \`\${JSON.stringify(key)}:\${canonical(item, depth + 1)}\`)
    .sort()
    .join(",")}}\`;
}`,
  },
  pointer: {
    uses: [],
    text: `/** A key as a step of a JSON pointer. */
export function pointer(key: string): string {
  return \`/\${key.replace(/~/g, "~0").replace(/\\//g, "~1")}\`;
}`,
  },
  mismatch: {
    uses: ["isArray"],
    text: `/** Adds that a value is not what the plan asks for. The value itself stays out: it may be personal. */
export function mismatch(
  found: Violations,
  path: string,
  value: unknown,
  expected: string,
): Violation[] {
  const message =
    value === undefined
      ? \`is missing: it must be \${expected}\`
      : \`must be \${expected}, not \${kindOf(value)}\`;
  return add(found, { path, message, expected });
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (typeof value === "number" && !Number.isFinite(value)) return \`\${value}\`;
  return \`this \${isArray(value) ? "array" : typeof value}\`;
}`,
  },
  unexpected: {
    uses: ["pointer"],
    text: `/** Adds that a key is not in the plan, if the value really has it. */
export function unexpected(
  found: Violations,
  path: string,
  value: { readonly [key: string]: unknown },
  key: string,
): Violations {
  if (!Object.prototype.hasOwnProperty.call(value, key) || value[key] === undefined) return found;
  const message = "is not in the tracking plan";
  return add(found, { path: path + pointer(key), message, expected: "nothing" });
}`,
  },
  within: {
    uses: [],
    text: `/** Adds what was found in a part of the value. */
export function within(found: Violations, path: string, inner: Violations): Violations {
  if (inner === undefined) return found;
  let all = found;
  for (const violation of inner) all = add(all, { ...violation, path: path + violation.path });
  return all;
}`,
  },
  closest: {
    uses: [],
    text: `/** What is wrong with a value that may be one of several things: what the nearest one finds. */
export function closest(...candidates: readonly Violations[]): Violations {
  let best = candidates[0];
  for (const candidate of candidates) {
    if (candidate === undefined) return undefined;
    if (best !== undefined && candidate.length < best.length) best = candidate;
  }
  return best;
}`,
  },
  tooDeep: {
    uses: [],
    text: `const shallow = "at most ${deepest} levels";

/** Says that a value is nested too deeply; a value that contains itself always is. */
export function tooDeep(): Violation[] {
  const message = "is nested too deeply, or contains itself";
  return [{ path: "", message, expected: shallow }];
}`,
  },
  isTooDeep: {
    uses: ["tooDeep"],
    text: `/** Whether the last thing found is the nesting: then there is no end to looking on. */
export function isTooDeep(found: Violations): boolean {
  return found?.[found.length - 1]?.expected === shallow;
}`,
  },
} as const satisfies Record<string, { readonly uses: readonly string[]; readonly text: string }>;

/** How deep a recursive value may go; written into the validators of recursive types. */
export const maximumDepth: number = deepest;

type FunctionName = keyof typeof functions;
/** What a validator can use of `checks.ts`: a function, or the pattern of a format. */
export type Helper = FunctionName | `${StringFormat}Pattern`;

/** Every name that `checks.ts` may export. */
export const helperNames: readonly string[] = [
  ...Object.keys(functions),
  ...stringFormats.map((format) => `${format}Pattern`),
];

/** `validators/checks.ts` */
export function checksModule(context: Context, used: ReadonlySet<Helper>): OutputFile {
  const wanted = new Set<string>();
  const want = (name: string) => {
    if (wanted.has(name)) return;
    wanted.add(name);
    if (isFunction(name)) for (const other of functions[name].uses) want(other);
  };
  for (const name of used) want(name);
  const names = Object.keys(functions).filter((name) => wanted.has(name));
  const adds = ["mismatch", "unexpected", "within"].some((name) => wanted.has(name));
  return moduleFile(
    context,
    "validators/checks.ts",
    importTypes(["Violation"], context.specifier("../violation")),
    [
      "/** What a validator found; undefined where all is well. */\nexport type Violations = Violation[] | undefined;",
      ...stringFormats
        .filter((format) => wanted.has(`${format}Pattern`))
        .map((format) =>
          group(
            `export const ${format}Pattern: RegExp =`,
            indent(line, regexLiteral(formatPatterns[format]), ";"),
          ),
        ),
      ...names.flatMap((name) => (isFunction(name) ? [functions[name].text] : [])),
      ...(adds ? [add] : []),
    ],
  );
}

const add = `function add(found: Violations, violation: Violation): Violation[] {
  if (found === undefined) return [violation];
  found.push(violation);
  return found;
}`;

function isFunction(name: string): name is FunctionName {
  return Object.hasOwn(functions, name);
}
