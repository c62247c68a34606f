// What the names of a module stand for: its scopes, what they declare, and the places that later stages ask about.
import type { AssignmentExpression, CallExpression, Expression, Node, Program, TSType } from "oxc-parser";
import type { ClassNode, FunctionNode } from "./syntax.js";

/** One step from a value into what a pattern takes out of it. */
export type Step =
  | { readonly kind: "key"; readonly key: string; readonly fallback: Expression | undefined }
  | { readonly kind: "index"; readonly index: number; readonly fallback: Expression | undefined }
  | { readonly kind: "rest"; readonly without: readonly string[]; readonly from: number }
  | { readonly kind: "element" }
  | { readonly kind: "unknown" };

export type Binding = {
  readonly name: string;
  readonly scope: Scope;
  readonly start: number;
  readonly end: number;
  readonly steps: readonly Step[];
  /** The type that is written beside the name, or beside the whole pattern. */
  readonly type: TSType | undefined;
  readonly what: Declared;
  /** What is assigned to it after its declaration, where somebody can follow it. */
  writes: Write[];
  rewritten: boolean;
  /** True where an assignment is one that nobody follows: `count += 1`. */
  unclear: boolean;
};

/** What is assigned to a name, or what a pattern takes out of it: `({ track } = await load())`. */
export type Write = {
  readonly value: Expression;
  readonly scope: Scope;
  readonly steps: readonly Step[];
  /** `name ??= value` or `name ||= value`, where what is there stays. */
  readonly fills?: AssignmentExpression;
};

export type Declared =
  | {
      readonly kind: "variable";
      readonly constant: boolean;
      readonly init: Expression | undefined;
      /** True where it is only said that the global object has it: `declare const analytics: any`. */
      readonly ambient?: true;
    }
  | { readonly kind: "parameter"; readonly fn: FunctionNode; readonly index: number; readonly rest: boolean }
  | {
      readonly kind: "import";
      readonly source: string;
      readonly imported: string;
      readonly typeOnly: boolean;
    }
  | { readonly kind: "function"; readonly fn: FunctionNode }
  | { readonly kind: "class"; readonly cls: ClassNode }
  | { readonly kind: "enum" | "namespace" | "type"; readonly node: Node }
  | { readonly kind: "caught" };

export type Scope = {
  readonly parent: Scope | undefined;
  /** The function whose scope it is. */
  readonly fn: FunctionNode | undefined;
  /** The class whose members see it as theirs; `this` is an instance of it. */
  readonly cls: ClassNode | undefined;
  /** The object whose method this is the scope of. */
  readonly object: Node | undefined;
  readonly values: Map<string, Binding>;
  readonly types: Map<string, Binding>;
};

/** A node and the scope in which it stands. */
export type Placed<T extends Node = Node> = { readonly node: T; readonly scope: Scope };

/** A function that is handed to a call, and at which place. */
export type Handed = { readonly call: Placed; readonly index: number };

/** The call of a function that is written in its place; `skipped` of its arguments are none of the function's. */
export type Invoked = {
  readonly call: CallExpression;
  readonly scope: Scope;
  readonly skipped: number;
};

export type ModuleScopes = {
  readonly program: Program;
  readonly top: Scope;
  /**
   * Calls, constructions, JSX elements, what actions say for analytics, and classes that extend others, in the order of
   * the text.
   */
  readonly calls: readonly Placed[];
  readonly scopeOf: ReadonlyMap<Node, Scope>;
  readonly returns: ReadonlyMap<FunctionNode, readonly Placed<Expression>[]>;
  readonly handed: ReadonlyMap<FunctionNode, Handed>;
  readonly invoked: ReadonlyMap<FunctionNode, Invoked>;
  /** Names under which functions and classes may be reached. */
  readonly names: ReadonlyMap<Node, readonly string[]>;
  /** Assignments to members: `exports.a = b`, `this.a = b`, `F.prototype.a = b`. */
  readonly memberWrites: readonly { readonly target: Placed<Expression>; readonly value: Expression }[];
  /** Members that are changed otherwise: `a.b += 1`, `a.b++`, and `delete a.b` as a whole. */
  readonly memberChanges: readonly Placed[];
  /** The call by which AMD is told what a module is, where there may be one. */
  readonly defined: Placed<CallExpression> | undefined;
  /** `export` statements, in the order of the text. */
  readonly exports: readonly Node[];
};

/** The calls within a node, found by their order: a file may have tens of thousands. */
export function callsWithin(
  { calls }: ModuleScopes,
  { start, end }: Pick<Node, "start" | "end">,
): readonly Placed[] {
  let low = 0;
  let high = calls.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((calls[middle]?.node.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  let after = low;
  while ((calls[after]?.node.start ?? end) < end) after++;
  return calls.slice(low, after);
}

/** The binding that a name stands for at a place; undefined for a global. */
export function lookUp(scope: Scope, name: string): Binding | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const found = at.values.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The type that a name stands for at a place: an interface, an alias, a class, an enum, an import. */
export function lookUpType(scope: Scope, name: string): Binding | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const type = at.types.get(name);
    if (type !== undefined) return type;
    const value = at.values.get(name);
    if (value?.what.kind === "class" || value?.what.kind === "enum" || value?.what.kind === "import")
      return value;
  }
  return undefined;
}

/** The function in which a place lies, the module's top aside. */
export function functionAround(scope: Scope): FunctionNode | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    if (at.fn !== undefined) return at.fn;
  }
  return undefined;
}

/** Whether a name stands for a function at a place. */
export function namesFunction(scope: Scope, name: string, fn: FunctionNode): boolean {
  const what = lookUp(scope, name)?.what;
  return (what?.kind === "function" && what.fn === fn) || (what?.kind === "variable" && what.init === fn);
}
