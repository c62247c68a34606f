// Writes the checks of unions with objects or arrays in them.
import { compareText } from "../../diagnostics/diagnostic.js";
import type { ObjectType, Property, Scalar, Type } from "../../plan/plan.js";
import { pascalCase } from "../names.js";
import { type Doc, hardline, indent, join } from "./layout.js";
import { pointerToken, propertyKey, scalarLiteral, stringLiteral } from "./source-text.js";
import {
  arrayChecks,
  assign,
  block,
  type Call,
  call,
  callCheck,
  checkFunction,
  mismatch,
  objectChecks,
  validatorCall,
} from "./validator-code.js";
import { all, failure, ifOpen, isSimple } from "./validator-conditions.js";
import {
  blockScope,
  local,
  moduleName,
  type Path,
  pathText,
  type Scope,
  surroundings,
  use,
} from "./validator-scope.js";

/** The statements that check a local variable: its kind, or a key of it, says which member it is meant to be. */
export function unionChecks(
  type: Type,
  members: readonly Type[],
  value: string,
  path: Path,
  scope: Scope,
): Doc[] {
  const { resolve } = scope.module.context;
  const flat = flatten(members, scope);
  const rest = [mismatch(type, value, path, scope)];
  const anything = flat.find((member) => resolve(member).kind === "any");
  // A member that takes any value leaves nothing for the others to refuse.
  if (anything !== undefined) return [block(ifOpen(failure(anything, value, surroundings(scope))), rest)];
  const simple = flat.filter((member) => isSimple(member, resolve));
  const arrays = flat.filter((member) => resolve(member).kind === "array");
  const objects = flat.filter((member) => resolve(member).kind === "object");
  const docs: Doc[] = [];
  const branch = (test: string, alternatives: readonly Type[]) => {
    if (alternatives.length === 0) return;
    const body = branchChecks(alternatives, value, path, blockScope(scope));
    docs.push(docs.length === 0 ? "" : " else ", block(`if (${test}(${value})) {`, body));
  };
  if (objects.length > 0) branch(use(scope, "isObject"), objects);
  if (arrays.length > 0) branch(use(scope, "isArray"), arrays);
  const failed = all(simple.map((member) => failure(member, value, surroundings(scope))));
  docs.push(" else ", simple.length === 0 ? block("{", rest) : block(ifOpen(failed), rest));
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

/** The checks of a value that is an object, against members that are objects; the same of arrays. */
function branchChecks(members: readonly Type[], value: string, path: Path, scope: Scope): Doc[] {
  const { resolve } = scope.module.context;
  const [only] = members;
  if (only !== undefined && members.length === 1) {
    const validator = validatorCall(only, value, scope);
    if (validator !== undefined) return callCheck(validator, path, scope);
    const resolved = resolve(only);
    if (resolved.kind === "array") return arrayChecks(resolved, value, path, scope);
    return resolved.kind === "object" ? objectChecks(resolved, value, path, scope) : [];
  }
  const objects = members.map(resolve).filter((member) => member.kind === "object");
  const discriminator = objects.length === members.length ? discriminatorOf(objects, scope) : undefined;
  const calls = members.map(
    (member) => validatorCall(member, value, scope) ?? partCall(member, value, scope),
  );
  if (discriminator !== undefined) return discriminated(discriminator, calls, value, path, scope);
  const nearest = call(
    use(scope, "closest"),
    calls.map(({ text }) => text),
  );
  const stop = scope.recursive ? [`if (${use(scope, "isTooDeep")}(found)) return found;`] : [];
  if (path.length === 0) return [["found = ", nearest, ";"], ...stop];
  return [assign(use(scope, "within"), ["found", pathText(path), nearest]), ...stop];
}

/** Declares a function for one member of a union, and calls it. */
function partCall(type: Type, value: string, scope: Scope): Call {
  const { module, recursive } = scope;
  const name = moduleName(`check${pascalCase(value)}`, scope);
  module.functions.push(
    checkFunction(module, {
      name,
      parameter: "value",
      type,
      exported: false,
      recursive: recursive ? "part" : undefined,
    }),
  );
  return { text: `${name}(${value}${recursive ? ", depth" : ""})`, recurses: recursive };
}

/** A key whose values tell the members of a union apart: those of each member, in the members' order. */
type Discriminator = { readonly key: string; readonly values: readonly (readonly Scalar[])[] };

function discriminatorOf(members: readonly ObjectType[], scope: Scope): Discriminator | undefined {
  const keys = members[0]?.properties.map(({ name }) => name.value).sort(compareText) ?? [];
  for (const key of keys) {
    if (key in Object.prototype) continue;
    const values = members.map(({ properties }) =>
      literals(
        properties.find(({ name, required }) => name.value === key && required),
        scope,
      ),
    );
    const known = values.filter((some) => some !== undefined);
    const every = known.flat();
    if (known.length === members.length && new Set(every).size === every.length)
      return { key, values: known };
  }
  return undefined;
}

function literals(property: Property | undefined, scope: Scope): readonly Scalar[] | undefined {
  if (property === undefined || property.status === "retired") return undefined;
  const type = scope.module.context.resolve(property.type);
  if (type.kind === "const") return [type.value];
  return type.kind === "enum" ? type.values.map(({ value }) => value) : undefined;
}

/** One look at the discriminator says which member to check against, and what to ask for where there is none. */
function discriminated(
  { key, values }: Discriminator,
  calls: readonly Call[],
  value: string,
  path: Path,
  scope: Scope,
): Doc[] {
  const variable = local(key, scope);
  const plain = propertyKey(key);
  const branches = calls.map((one, index) => {
    const tests = (values[index] ?? []).map((literal) => `${variable} === ${scalarLiteral(literal)}`);
    const condition = tests.length === 1 ? (tests[0] ?? "") : ({ operator: "||", operands: tests } as const);
    return block(ifOpen(condition), callCheck(one, path, blockScope(scope)));
  });
  const expected = values.flat().map((literal) => JSON.stringify(literal));
  const words = `${expected.slice(0, -1).join(", ")} or ${expected.at(-1) ?? ""}`;
  const args = ["found", pathText([...path, pointerToken(key)]), variable, stringLiteral(words)];
  return [
    `const { ${plain === variable ? plain : `${plain}: ${variable}`} } = ${value};`,
    [
      join(branches, " else "),
      " else {",
      indent(hardline, assign(use(scope, "mismatch"), args)),
      hardline,
      "}",
    ],
  ];
}
