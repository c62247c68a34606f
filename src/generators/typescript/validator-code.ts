// Writes the functions that check a value against a type: plain code, one pass, paths made only on failure.
import type { ArrayType, ObjectType, Property, Type } from "../../plan/plan.js";
import { camelCase, isReservedWord, pascalCase } from "../names.js";
import { type Helper, helperNames, maximumDepth } from "./checks-module.js";
import type { Context } from "./context.js";
import { expectation } from "./describe.js";
import { type Doc, group, hardline, indent, join, line, list } from "./layout.js";
import { pointerToken, propertyKey, stringLiteral } from "./source-text.js";
import { all, any, failure, ifOpen, isSimple, type Surroundings } from "./validator-conditions.js";

/** The named types that are checked by a function of their own, and those that contain themselves. */
export type CheckedTypes = {
  readonly functions: ReadonlyMap<string, string>;
  readonly recursive: ReadonlySet<string>;
};

/** A module of validators while it is written. */
export type ValidatorModule = {
  readonly context: Context;
  readonly types: CheckedTypes;
  readonly helpers: Set<Helper>;
  /** The validators of named types that are called. */
  readonly calls: Set<string>;
  readonly constants: Doc[];
  readonly functions: Doc[];
  /** Names that are taken in the whole module. */
  readonly names: Set<string>;
};

/** Names that generated functions use and that no local variable may hide. */
const usedNames = [
  ..."Array Math Number Object Set String Violations depth found undefined".split(" "),
  ...helperNames,
];

export function newModule(context: Context, types: CheckedTypes, names: Iterable<string>): ValidatorModule {
  return {
    context,
    types,
    helpers: new Set(),
    calls: new Set(),
    constants: [],
    functions: [],
    names: new Set([...usedNames, ...types.functions.values(), ...names]),
  };
}

/** Which named types need a function, and which are recursive. */
export function checkedTypes(context: Context): CheckedTypes {
  const functions = new Map<string, string>();
  const references = new Map<string, ReadonlySet<string>>();
  for (const { type, name } of context.types) {
    references.set(type.name.value, referencesOf(type.type));
    if (!isSimple(type.type, context.resolve)) functions.set(type.name.value, `validate${name}`);
  }
  const recursive = new Set([...functions.keys()].filter((name) => reaches(name, name, references)));
  return { functions, recursive };
}

function referencesOf(type: Type, found: Set<string> = new Set()): ReadonlySet<string> {
  if (type.kind === "ref") found.add(type.name);
  else if (type.kind === "array") referencesOf(type.items, found);
  else if (type.kind === "union") for (const member of type.members) referencesOf(member, found);
  else if (type.kind === "object") {
    for (const property of type.properties) referencesOf(property.type, found);
    if (typeof type.open !== "boolean") referencesOf(type.open, found);
  }
  return found;
}

function reaches(from: string, to: string, references: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const seen = new Set<string>();
  const open = [...(references.get(from) ?? [])];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (name === to) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    open.push(...(references.get(name) ?? []));
  }
  return false;
}

/** A function while it is written. */
type Scope = {
  readonly module: ValidatorModule;
  readonly names: Set<string>;
  /** True where the function has a `depth` and must stop when that gets too large. */
  readonly recursive: boolean;
};

/** The way to a value: text, and expressions that are put in at run time. */
type Path = readonly (string | { readonly expression: string })[];

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
    names: new Set([...module.names, parameter]),
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

function use(scope: Scope, helper: Helper): Helper {
  scope.module.helpers.add(helper);
  return helper;
}

/** The statements that check a local variable against a type. */
function checks(type: Type, value: string, path: Path, scope: Scope): Doc[] {
  const { context } = scope.module;
  if (isSimple(type, context.resolve)) {
    return [ifBlock(failure(type, value, surroundings(scope)), [mismatch(type, value, path, scope)])];
  }
  const validator = validatorOf(type, scope);
  if (validator !== undefined) return [...callCheck(validator, value, path, scope)];
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

/** A call of the function that a named type has. */
function validatorOf(type: Type, scope: Scope): string | undefined {
  if (type.kind !== "ref") return undefined;
  const { functions, recursive } = scope.module.types;
  const name = functions.get(type.name);
  if (name === undefined) return undefined;
  scope.module.calls.add(name);
  return recursive.has(type.name) && scope.recursive ? `${name}(VALUE, depth + 1)` : `${name}(VALUE)`;
}

function callCheck(validator: string, value: string, path: Path, scope: Scope): readonly Doc[] {
  const checked = validator.replace("VALUE", () => value);
  const stop = scope.recursive && checked.endsWith("depth + 1)");
  const stopCheck = stop ? [`if (${use(scope, "isTooDeep")}(found)) return found;`] : [];
  if (path.length === 0) return [`found = ${checked};`, ...stopCheck];
  if (path.every((part) => typeof part === "string")) {
    return [assign(use(scope, "within"), ["found", pathText(path), checked]), ...stopCheck];
  }
  const inner = local("inner", scope);
  return [
    [`const ${inner} = `, checked, ";"],
    ifBlock(`${inner} !== undefined`, [
      assign(use(scope, "within"), ["found", pathText(path), inner]),
      ...stopCheck,
    ]),
  ];
}

function arrayChecks(type: ArrayType, value: string, path: Path, scope: Scope): Doc[] {
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
function objectChecks(type: ObjectType, value: string, path: Path, scope: Scope): Doc[] {
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

/** More keys than this are looked up in a set. */
const fewKeys = 32;

/** What an object's other keys may be: nothing where it is closed, values of a type where it is open. */
function otherKeys(
  type: ObjectType,
  properties: readonly Property[],
  value: string,
  path: Path,
  outer: Scope,
): Doc[] {
  const scope = blockScope(outer);
  const key = local("key", scope);
  const keys = properties.map(({ name }) => stringLiteral(name.value));
  let action: Doc[];
  let loop: string;
  if (type.open === false) {
    loop = `for (const ${key} in ${value}) {`;
    const args = ["found", pathText(path), value, key];
    action = [assign(use(scope, "unexpected"), args)];
  } else {
    loop = `for (const ${key} of Object.keys(${value})) {`;
    const free: Type = type.open === true ? { kind: "any", span: type.span } : type.open;
    const item = local("item", scope);
    const at = [...path, { expression: `${use(scope, "pointer")}(${key})` }];
    action = [
      `const ${item} = ${value}[${key}];`,
      ...(isSimple(free, scope.module.context.resolve)
        ? [
            ifBlock(all([`${item} !== undefined`, failure(free, item, surroundings(scope))]), [
              mismatch(free, item, at, scope),
            ]),
          ]
        : [ifBlock(`${item} !== undefined`, checks(free, item, at, scope))]),
    ];
  }
  if (keys.length === 0) return [block(loop, action)];
  if (keys.length > fewKeys) {
    const set = hoist(scope, `${value}Keys`, "ReadonlySet<string>", [
      "/* @__PURE__ */ new Set([",
      indent(keys.map((one) => [hardline, one, ","])),
      hardline,
      "])",
    ]);
    return [block(loop, [`if (${set}.has(${key})) continue;`, ...action])];
  }
  return [
    block(loop, [
      [
        `switch (${key}) {`,
        indent(
          hardline,
          join(
            keys.map((one) => `case ${one}:`),
            hardline,
          ),
          indent(hardline, "break;"),
          hardline,
          type.open === false ? "default:" : "default: {",
          indent(hardline, join(action, hardline)),
          ...(type.open === false ? [] : [hardline, "}"]),
        ),
        hardline,
        "}",
      ],
    ]),
  ];
}

/** A union with objects or arrays in it: the kind of the value says which member it is meant to be. */
function unionChecks(type: Type, members: readonly Type[], value: string, path: Path, scope: Scope): Doc[] {
  const { resolve } = scope.module.context;
  const flat = flatten(members, scope);
  const simple = flat.filter((member) => isSimple(member, resolve));
  const arrays = flat.filter((member) => resolve(member).kind === "array");
  const objects = flat.filter((member) => resolve(member).kind === "object");
  const branches = [
    ...(objects.length === 0
      ? []
      : [{ test: `${use(scope, "isObject")}(${value})`, body: branchChecks(objects, value, path, scope) }]),
    ...(arrays.length === 0
      ? []
      : [{ test: `${use(scope, "isArray")}(${value})`, body: branchChecks(arrays, value, path, scope) }]),
  ];
  const rest = mismatch(type, value, path, scope);
  const docs: Doc[] = [];
  for (const { test, body } of branches) {
    docs.push(docs.length === 0 ? `if (${test}) {` : ` else if (${test}) {`);
    docs.push(indent(hardline, join(body, hardline)), hardline, "}");
  }
  if (simple.length === 0) docs.push(" else {");
  else {
    const failed = all(simple.map((member) => failure(member, value, surroundings(scope))));
    docs.push(" else ", ifOpen(failed));
  }
  docs.push(indent(hardline, rest), hardline, "}");
  return [docs];
}

/** The members of a union, with the unions behind references taken apart. */
function flatten(members: readonly Type[], scope: Scope, seen: ReadonlySet<string> = new Set()): Type[] {
  return members.flatMap((member) => {
    const resolved = scope.module.context.resolve(member);
    if (resolved.kind !== "union") return [member];
    if (member.kind !== "ref") return flatten(resolved.members, scope, seen);
    if (seen.has(member.name)) return [];
    return flatten(resolved.members, scope, new Set([...seen, member.name]));
  });
}

function branchChecks(members: readonly Type[], value: string, path: Path, scope: Scope): Doc[] {
  const { resolve } = scope.module.context;
  const [only] = members;
  if (only !== undefined && members.length === 1) {
    const validator = validatorOf(only, scope);
    if (validator !== undefined) return [...callCheck(validator, value, path, scope)];
    const resolved = resolve(only);
    if (resolved.kind === "array") return arrayChecks(resolved, value, path, scope);
    return resolved.kind === "object" ? objectChecks(resolved, value, path, blockScope(scope)) : [];
  }
  const calls = members.map((member) => {
    const validator = validatorOf(member, scope);
    if (validator !== undefined) return validator.replace("VALUE", () => value);
    return `${partFunction(member, value, scope)}(${value}${scope.recursive ? ", depth" : ""})`;
  });
  const nearest = call(use(scope, "closest"), calls);
  const stopCheck = scope.recursive ? [`if (${use(scope, "isTooDeep")}(found)) return found;`] : [];
  if (path.length === 0) return [["found = ", nearest, ";"], ...stopCheck];
  return [assign(use(scope, "within"), ["found", pathText(path), nearest]), ...stopCheck];
}

/** Declares a function for one member of a union, and gives its name. */
function partFunction(type: Type, value: string, scope: Scope): string {
  const { module } = scope;
  const name = unique(`check${pascalCase(value)}`, module.names);
  module.names.add(name);
  const recursive = scope.recursive ? "part" : undefined;
  module.functions.push(
    checkFunction(module, { name, parameter: "value", type, exported: false, recursive }),
  );
  return name;
}

function mismatch(type: Type, value: string, path: Path, scope: Scope): Doc {
  const expected = stringLiteral(expectation(type, scope.module.context.resolve));
  return assign(use(scope, "mismatch"), ["found", pathText(path), value, expected]);
}

function surroundings(scope: Scope): Surroundings {
  return {
    resolve: scope.module.context.resolve,
    use: (helper) => use(scope, helper),
    hoist: (wish, type, value) => hoist(scope, wish, type, value),
  };
}

/** The names inside a block: those of other blocks beside it may be used again. */
function blockScope(scope: Scope): Scope {
  return { ...scope, names: new Set(scope.names) };
}

function hoist({ module, names }: Scope, wish: string, type: string, value: Doc): string {
  const name = unique(wish, new Set([...module.names, ...names]));
  module.names.add(name);
  names.add(name);
  module.constants.push(group(`const ${name}: ${type} =`, indent(line, value), ";"));
  return name;
}

/** A name for a local variable, like the key that it holds. */
function local(wish: string, scope: Scope): string {
  const plain = /^[A-Za-z_$][\w$]*$/.test(wish) && !isReservedWord(wish) ? wish : camelCase(wish);
  const name = unique(plain, new Set([...scope.names, ...scope.module.names]));
  scope.names.add(name);
  return name;
}

function unique(wish: string, taken: ReadonlySet<string>): string {
  let name = wish;
  for (let count = 2; taken.has(name); count++) name = `${wish}${count}`;
  return name;
}

/** A path as source: a string, or a template where a part of it is known only at run time. */
function pathText(path: Path): string {
  if (path.every((part) => typeof part === "string")) return stringLiteral(path.join(""));
  const parts = path.map((part) =>
    typeof part === "string"
      ? stringLiteral(part)
          .slice(1, -1)
          .replace(/\\(["'])/g, "$1")
          .replace(/[`$]/g, "\\$&")
      : `\${${part.expression}}`,
  );
  const [only] = path;
  if (only !== undefined && typeof only !== "string" && path.length === 1) return only.expression;
  return `\`${parts.join("")}\``;
}

const call = (name: string, args: readonly Doc[]): Doc => group(name, list("(", args, ")"));
const assign = (name: string, args: readonly Doc[]): Doc => ["found = ", call(name, args), ";"];

function block(open: Doc, body: readonly Doc[]): Doc {
  return [open, indent(hardline, join(body, hardline)), hardline, "}"];
}

function ifBlock(condition: Parameters<typeof ifOpen>[0], body: readonly Doc[]): Doc {
  return block(ifOpen(condition), body);
}

function ifElse(condition: string, yes: readonly Doc[], no: readonly Doc[]): Doc[] {
  return [[ifBlock(condition, yes), " ", block("else {", no)]];
}
