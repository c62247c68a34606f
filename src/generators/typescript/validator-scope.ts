// Keeps the names of a module of validators apart while its functions are written, and writes their paths.
import { camelCase, isReservedWord } from "../names.js";
import type { CheckedTypes } from "./checked-types.js";
import { type Helper, helperNames } from "./checks-module.js";
import type { Context } from "./context.js";
import { type Doc, group, indent, line } from "./layout.js";
import { stringLiteral } from "./source-text.js";
import type { Surroundings } from "./validator-conditions.js";

/** A module of validators while it is written. */
export type ValidatorModule = {
  readonly context: Context;
  readonly types: CheckedTypes;
  readonly helpers: Set<Helper>;
  /** The validators of named types that are called. */
  readonly calls: Set<string>;
  readonly constants: Doc[];
  readonly functions: Doc[];
  /** Names that the module declares. */
  readonly names: Set<string>;
};

/** A block of a function while it is written. */
export type Scope = {
  readonly module: ValidatorModule;
  /** The local names that are taken here. */
  readonly names: Set<string>;
  /** True where the function has a `depth` and must stop when that gets too large. */
  readonly recursive: boolean;
};

/** Names that generated functions use and that no local variable may hide. */
const usedNames: ReadonlySet<string> = new Set([
  ..."Array Math Number Object Set String Violations depth found undefined".split(" "),
  ...helperNames,
]);

export function newModule(context: Context, types: CheckedTypes, names: Iterable<string>): ValidatorModule {
  return {
    context,
    types,
    helpers: new Set(),
    calls: new Set(),
    constants: [],
    functions: [],
    names: new Set(names),
  };
}

/** The names inside a block: those of other blocks beside it may be used again. */
export function blockScope(scope: Scope): Scope {
  return { ...scope, names: new Set(scope.names) };
}

/** Imports a helper, and gives its name. */
export function use(scope: Scope, helper: Helper): Helper {
  scope.module.helpers.add(helper);
  return helper;
}

/** A name for a local variable, like the key that it holds. */
export function local(wish: string, scope: Scope): string {
  const plain = /^[A-Za-z_$][\w$]*$/.test(wish) && !isReservedWord(wish) ? wish : camelCase(wish);
  const name = unique(plain, scope);
  scope.names.add(name);
  return name;
}

/** A name that the module declares. */
export function moduleName(wish: string, scope: Scope): string {
  const name = unique(wish, scope);
  scope.module.names.add(name);
  return name;
}

/** Declares a constant of the module, and gives its name. */
export function hoist(scope: Scope, wish: string, type: string, value: Doc): string {
  const name = moduleName(wish, scope);
  scope.module.constants.push(group(`const ${name}: ${type} =`, indent(line, value), ";"));
  return name;
}

export function surroundings(scope: Scope): Surroundings {
  return {
    resolve: scope.module.context.resolve,
    use: (helper) => use(scope, helper),
    hoist: (wish, type, value) => hoist(scope, wish, type, value),
  };
}

function unique(wish: string, { names, module }: Scope): string {
  const taken = [names, module.names, module.types.functionNames, usedNames];
  let name = wish;
  for (let count = 2; taken.some((set) => set.has(name)); count++) name = `${wish}${count}`;
  return name;
}

/** The way to a value: text, and expressions that are put in at run time. */
export type Path = readonly (string | { readonly expression: string })[];

/** A path as source: a string, or a template where a part of it is known only at run time. */
export function pathText(path: Path): string {
  if (path.every((part) => typeof part === "string")) return stringLiteral(path.join(""));
  const [only] = path;
  if (only !== undefined && typeof only !== "string" && path.length === 1) return only.expression;
  const parts = path.map((part) =>
    typeof part === "string" ? templateText(part) : `\${${part.expression}}`,
  );
  return `\`${parts.join("")}\``;
}

function templateText(text: string): string {
  return stringLiteral(text)
    .slice(1, -1)
    .replace(/\\(["'])/g, "$1")
    .replace(/[`$]/g, "\\$&");
}
