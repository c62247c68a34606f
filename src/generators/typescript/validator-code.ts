// Writes the functions that check a value against a type: plain code, one pass, paths made only on failure.
import type { ArrayType, ObjectType, Property, Type } from "../../plan/plan.js";
import { maximumDepth } from "./checks-module.js";
import { expectation } from "./describe.js";
import { type Doc, group, hardline, indent, join, line, list } from "./layout.js";
import { pointerToken, propertyKey, stringLiteral } from "./source-text.js";
import { all, any, failure, ifOpen, isSimple } from "./validator-conditions.js";
import { otherKeys } from "./validator-keys.js";
import {
  blockScope,
  local,
  type Path,
  pathText,
  type Scope,
  surroundings,
  use,
  type ValidatorModule,
} from "./validator-scope.js";
import { unionChecks } from "./validator-unions.js";

/** `export function NAME(PARAMETER: unknown): Violations { ... }` */
export function checkFunction(
  module: ValidatorModule,
  options: {
    readonly name: string;
    readonly parameter: string;
    readonly type: Type;
    readonly exported: boolean;
    readonly recursive?: "entry" | "part" | undefined;
  },
): Doc {
  const { name, parameter, type, exported, recursive } = options;
  const scope: Scope = {
    module,
    names: new Set([parameter]),
    recursive: recursive !== undefined,
  };
  const depth = { entry: ["depth = 0"], part: ["depth: number"], none: [] }[recursive ?? "none"];
  const resolved = module.context.resolve(type);
  const body: Doc[] = [];
  if (recursive === "entry") body.push(`if (depth > ${maximumDepth}) return ${use(scope, "tooDeep")}();`);
  if (resolved.kind === "object") {
    const reject = call(use(scope, "mismatch"), ["undefined", '""', parameter, stringLiteral("an object")]);
    body.push(group(`if (!${use(scope, "isObject")}(${parameter}))`, indent(line, "return ", reject, ";")));
    body.push("let found: Violations;", ...objectChecks(resolved, parameter, [], scope));
  } else {
    body.push("let found: Violations;", ...checks(type, parameter, [], scope));
  }
  body.push("return found;");
  return [
    `${exported ? "export " : ""}function ${name}`,
    list("(", [`${parameter}: unknown`, ...depth], ")"),
    ": Violations {",
    indent(hardline, join(body, hardline)),
    hardline,
    "}",
  ];
}

/** The statements that check a local variable against a type. */
export function checks(type: Type, value: string, path: Path, scope: Scope): Doc[] {
  const { context } = scope.module;
  if (isSimple(type, context.resolve)) {
    return [ifBlock(failure(type, value, surroundings(scope)), [mismatch(type, value, path, scope)])];
  }
  const validator = validatorCall(type, value, scope);
  if (validator !== undefined) return callCheck(validator, path, scope);
  const resolved = context.resolve(type);
  switch (resolved.kind) {
    case "array":
      return ifElse(
        `!${use(scope, "isArray")}(${value})`,
        [mismatch(type, value, path, scope)],
        [...arrayChecks(resolved, value, path, scope)],
      );
    case "object":
      return ifElse(
        `!${use(scope, "isObject")}(${value})`,
        [mismatch(type, value, path, scope)],
        [...objectChecks(resolved, value, path, blockScope(scope))],
      );
    case "union":
      return unionChecks(type, resolved.members, value, path, scope);
    default:
      return [];
  }
}

/** A call of the function that a named type has, and whether that may find the value too deep. */
export type Call = { readonly text: string; readonly recurses: boolean };

/** The call that checks a local variable by the function of its named type; undefined where it has none. */
export function validatorCall(type: Type, value: string, scope: Scope): Call | undefined {
  if (type.kind !== "ref") return undefined;
  const { functions, recursive } = scope.module.types;
  const name = functions.get(type.name);
  if (name === undefined) return undefined;
  scope.module.calls.add(name);
  const recurses = scope.recursive && recursive.has(type.name);
  return { text: recurses ? `${name}(${value}, depth + 1)` : `${name}(${value})`, recurses };
}

/** The statements that take over what a call finds. */
export function callCheck({ text, recurses }: Call, path: Path, scope: Scope): Doc[] {
  const stop = recurses ? [`if (${use(scope, "isTooDeep")}(found)) return found;`] : [];
  if (path.length === 0) return [`found = ${text};`, ...stop];
  if (path.every((part) => typeof part === "string")) {
    return [assign(use(scope, "within"), ["found", pathText(path), text]), ...stop];
  }
  const inner = local("inner", scope);
  return [
    [`const ${inner} = `, text, ";"],
    ifBlock(`${inner} !== undefined`, [
      assign(use(scope, "within"), ["found", pathText(path), inner]),
      ...stop,
    ]),
  ];
}

export function arrayChecks(type: ArrayType, value: string, path: Path, scope: Scope): Doc[] {
  const { minItems = 0, maxItems, uniqueItems = false } = type;
  const failures = [
    ...(minItems > 0 ? [`${value}.length < ${minItems}`] : []),
    ...(maxItems === undefined ? [] : [`${value}.length > ${maxItems}`]),
    ...(uniqueItems ? [`!${use(scope, "allDifferent")}(${value})`] : []),
  ];
  const loop = blockScope(scope);
  const index = local("index", loop);
  const item = local("item", loop);
  const inner = checks(type.items, item, [...path, "/", { expression: index }], loop);
  return [
    ...(failures.length === 0 ? [] : [ifBlock(any(failures), [mismatch(type, value, path, scope)])]),
    block(`for (let ${index} = 0; ${index} < ${value}.length; ${index}++) {`, [
      `const ${item} = ${value}[${index}];`,
      ...inner,
    ]),
  ];
}

/** The statements that check a local variable that is an object. */
export function objectChecks(type: ObjectType, value: string, path: Path, scope: Scope): Doc[] {
  const live = type.properties.filter(({ status }) => status !== "retired");
  const variables = new Map(live.map((property) => [property, local(property.name.value, scope)]));
  const isInherited = ({ name }: Property) => name.value in Object.prototype;
  const plain = live.filter((property) => !isInherited(property));
  const pattern = plain.map((property) => {
    const key = propertyKey(property.name.value);
    const variable = variables.get(property) ?? "";
    return key === variable ? key : `${key}: ${variable}`;
  });
  return [
    ...(plain.length === 0 ? [] : [destructuring(pattern, value)]),
    ...live
      .filter(isInherited)
      .map(
        (property) =>
          `const ${variables.get(property) ?? ""} = ${use(scope, "own")}(${value}, ${stringLiteral(property.name.value)});`,
      ),
    ...live.flatMap((property) =>
      propertyChecks(
        property,
        variables.get(property) ?? "",
        [...path, pointerToken(property.name.value)],
        scope,
      ),
    ),
    ...otherKeys(type, live, value, path, scope),
  ];
}

function destructuring(pattern: readonly string[], value: string): Doc {
  // Formatters keep the value behind a pattern that renames, and may else put it on a line of its own.
  const renames = pattern.length > 2 && pattern.some((item) => item.includes(":"));
  const end = renames ? ` ${value};` : group(indent(line, `${value};`));
  return ["const ", list("{", pattern, "}", line), " =", end];
}

function propertyChecks(property: Property, variable: string, path: Path, scope: Scope): Doc[] {
  if (property.required) return checks(property.type, variable, path, scope);
  if (isSimple(property.type, scope.module.context.resolve)) {
    const failed = failure(property.type, variable, surroundings(scope));
    const condition = all([`${variable} !== undefined`, failed]);
    return [ifBlock(condition, [mismatch(property.type, variable, path, scope)])];
  }
  return [ifBlock(`${variable} !== undefined`, checks(property.type, variable, path, scope))];
}

export function mismatch(type: Type, value: string, path: Path, scope: Scope): Doc {
  const expected = stringLiteral(expectation(type, scope.module.context.resolve));
  return assign(use(scope, "mismatch"), ["found", pathText(path), value, expected]);
}

export const call = (name: string, args: readonly Doc[]): Doc => group(name, list("(", args, ")"));
export const assign = (name: string, args: readonly Doc[]): Doc => ["found = ", call(name, args), ";"];

export function block(open: Doc, body: readonly Doc[]): Doc {
  return [open, indent(hardline, join(body, hardline)), hardline, "}"];
}

export function ifBlock(condition: Parameters<typeof ifOpen>[0], body: readonly Doc[]): Doc {
  return block(ifOpen(condition), body);
}

function ifElse(condition: string, yes: readonly Doc[], no: readonly Doc[]): Doc[] {
  return [[ifBlock(condition, yes), " ", block("else {", no)]];
}
