// What is known of a value without running the program. Whatever hangs on the parameters of a function stays open as
// a `parameter`, and is filled in where the function is called.
import type { Node } from "oxc-parser";
import type { Located, Span } from "../../diagnostics/diagnostic.js";
import type { NumberMeaning, StringMeaning } from "../emission.js";
import type { Scope } from "../syntax/scopes.js";
import type { ClassNode, FunctionNode } from "../syntax/syntax.js";
import type { Guard } from "./conditions.js";
import type { Fact } from "./facts.js";
import type { Pattern } from "./language/text-changes.js";
import type { MadeOf } from "./made-of.js";
import type { Module } from "./module.js";
import type { PutPlace } from "./put-places.js";
import type { RestStep } from "./remade.js";

/** A place in a module's text, for looking names up. */
export type Site = { readonly module: Module; readonly scope: Scope };

export type Value = { readonly span: Span; readonly madeOf?: MadeOf } & (
  | {
      readonly kind: "string";
      readonly value: string;
      readonly how: "literal" | "constant" | "enum";
      /** True where the text of `span` may be replaced by another literal. */
      readonly replaceable: boolean;
      /** The one text in it that is not always the same: what a wrapper adds its own to. */
      readonly written?: Located<string>;
    }
  /** A text that is not known. */
  | {
      readonly kind: "text";
      readonly meaning?: StringMeaning;
      /** What the text is made of: the value that JSON.stringify was given. */
      readonly from?: Lazy;
    }
  /** Text with holes. */
  | {
      readonly kind: "template";
      readonly parts: readonly (string | Value)[];
      /** True for a sum, which may be a number as well. */
      readonly isSum?: true;
      /** What a caller wrote of it, where a wrapper adds text of its own. */
      readonly written?: Span;
      /** What is made of it as a whole, once the holes are filled. */
      readonly change?: (text: string) => string;
    }
  | { readonly kind: "number"; readonly value?: number; readonly meaning?: NumberMeaning }
  | { readonly kind: "boolean"; readonly value?: boolean }
  | {
      readonly kind: "null" | "undefined";
      /** What it stands for where it is what `a && b` is without b: false, or whatever `a` may be. */
      readonly instead?: "false" | "unknown";
    }
  | { readonly kind: "other"; readonly what: "date" | "bigint" | "symbol" }
  | ObjectValue
  | {
      readonly kind: "array";
      readonly items: readonly Lazy[];
      readonly complete: boolean;
      /** True where the items show what every element is, though not how many there are. */
      readonly every?: boolean;
    }
  | FunctionValue
  /** A class, or one of its instances. */
  | ClassValue
  /** A module's exports. */
  | { readonly kind: "module"; readonly path: string }
  /** Something of a package, or a global: the way to it, with "()" for a call and "new" for a construction. */
  | {
      readonly kind: "external";
      readonly source: string;
      readonly path: readonly string[];
      /** What a client of requests was made with. */
      readonly options?: Lazy;
    }
  | ParameterValue
  /** One member of an object that is known, by a key that is not. */
  | { readonly kind: "lookup"; readonly object: Value; readonly key: Value }
  /** `new Proxy(target, { get })`. */
  | { readonly kind: "proxy"; readonly target: Lazy; readonly get: Value }
  /** A store that is called with a selector. */
  | { readonly kind: "store"; readonly state: Lazy }
  /** A context of React. */
  | ContextValue
  /** Known by its type alone. */
  | TypedValue
  /**
   * `isWritten`: each is written out as one of two, and is there at some time. `asks`: which it is a test of parameters
   * says, which is not followed; of what is given for these then.
   */
  | {
      readonly kind: "union";
      readonly members: readonly Value[];
      readonly isWritten?: true;
      readonly asks?: "parameters" | "given";
    }
  | ChoiceValue
  /** `left ?? right`, `left || right`, and defaults. */
  | { readonly kind: "fallback"; readonly left: Value; readonly right: Value }
  | { readonly kind: "unknown"; readonly reason: string; readonly pattern?: Pattern }
);

/** A value that is worked out when it is asked for. */
export type Lazy = () => Value;

export type ObjectValue = {
  readonly kind: "object";
  readonly span: Span;
  /** In the order of the text; later ones win. */
  readonly members: readonly Member[];
  /** True for an enum: the number of a member leads to its name, as in `Step[Step.Paid]`. */
  readonly isEnum?: true;
  /** True for what `this` is in a component: names that begin with `$` are what plugins put there. */
  readonly isComponent?: true;
  /** True for a map, whose members are taken by `get`. */
  readonly isMap?: true;
};

export type Member = { readonly put?: PutPlace | undefined; readonly later?: true } & (
  | {
      readonly kind: "property";
      readonly name: string;
      readonly span: Span;
      readonly value: Lazy;
      readonly optional: boolean;
      readonly guards?: Guarded | undefined;
      /** True where it is put in at one place alone: without it, it is absent. */
      readonly isOnly?: true;
      /** True where it is put in under a condition that need not hold where it is used. */
      readonly isMaybe?: true;
      /** True where it begins as nothing: what it is before something is put in, a type says. */
      readonly isBlank?: true;
    }
  | { readonly kind: "spread"; readonly value: Lazy; readonly guards?: Guarded | undefined }
  /** Keys that are not known; `later` where they come in after the object is made, and what stands under one, if any. */
  | { readonly kind: "computed"; readonly value?: Lazy }
);

/** Conditions on parameters under which a member comes in; what a caller gives may rule it out. */
export type Guarded = () => readonly Guard[];

/** What the parameters of functions stand for: by function, the arguments in their order. */
export type Arguments = ReadonlyMap<string, readonly Value[]>;

export type FunctionValue = {
  readonly kind: "function";
  readonly span: Span;
  readonly fn: FunctionNode;
  readonly site: Site;
  readonly given: Arguments;
  /** True for a component that is given more than its elements say: a library wraps it. */
  readonly isWrapped?: true;
  /** What `bind` has given it before its caller does. */
  readonly bound?: readonly Value[];
};

/** `a === b ? yes : no`, where a caller may decide; without `right`, `left ? yes : no`, or `typeof left === type ? …`. */
export type ChoiceValue = {
  readonly kind: "choice";
  readonly span: Span;
  readonly left: Value;
  readonly right: Value | undefined;
  readonly type?: string;
  /** False for `!==` and `!`. */
  readonly equal: boolean;
  /** True for `==` and `!=`, to which null and undefined are the same. */
  readonly loose?: true;
  readonly yes: Value;
  readonly no: Value;
};

export type ContextValue = {
  readonly kind: "context";
  readonly span: Span;
  readonly id: string;
  /** What it is where nobody provides it. */
  readonly initial: Lazy;
  /** The type that is written at it. */
  readonly type: Value | undefined;
  readonly site: Site;
};

export type ClassValue = {
  readonly kind: "class";
  readonly span: Span;
  readonly cls: ClassNode;
  readonly site: Site;
  readonly instance: boolean;
  readonly given: Arguments;
  /** As of a function. */
  readonly isWrapped?: true;
};

export type ParameterValue = {
  readonly kind: "parameter";
  readonly span: Span;
  /** The function or class component that has the parameter. */
  readonly owner: string;
  readonly ownerName: string;
  readonly name: string;
  readonly index: number;
  /** The way from the parameter into it. */
  readonly path: readonly PathStep[];
  readonly type: { readonly node: Node; readonly site: Site } | undefined;
  /** What conditions say of it, or of what is so many steps into it. */
  readonly facts?: readonly { readonly at: number; readonly fact: Fact }[];
  /** What is put into it, or into what is so many steps into it, once it is given. */
  readonly changed?: readonly { readonly at: number; readonly change: Change }[];
};

/** What is put into an object after it was made, and taken out of it. */
export type Change = {
  readonly members: readonly Member[];
  readonly removed: ReadonlySet<string>;
  /** True where another object may stand in its place. */
  readonly isOther?: true;
};

/** A key, an index, "*" for any element, or what is left. */
export type PathStep = string | number | RestStep;

export type TypedValue = {
  readonly kind: "typed";
  readonly span: Span;
  /** A type, or the signature of a method. */
  readonly type: Node;
  readonly site: Site;
};

export function unknown(span: Span, reason: string): Value {
  return { kind: "unknown", span, reason };
}

export function spanOf(module: Module, node: { readonly start: number; readonly end: number }): Span {
  return { file: module.path, start: node.start, end: node.end };
}

export type ExternalValue = Extract<Value, { readonly kind: "external" }>;

/** The identity of a function or class across modules. */
export function idOf(module: Module, node: { readonly start: number }): string {
  return `${module.path}:${node.start}`;
}

/** Where an identity says that its function or class begins. */
export function placeOfId(id: string): { readonly file: string; readonly start: number } {
  const cut = id.lastIndexOf(":");
  return { file: id.slice(0, cut), start: Number(id.slice(cut + 1)) };
}

/** A function as it stands in a module, of whose parameters nothing is given yet. */
export function functionIn(module: Module, fn: FunctionNode, scope: Scope): FunctionValue {
  return { kind: "function", span: spanOf(module, fn), fn, site: { module, scope }, given: new Map() };
}

/** The values that one of may be, each once; a single one is itself. */
export function unionOf(span: Span, values: readonly Value[]): Value {
  const members = new Set<Value>();
  const texts = new Set<string>();
  const add = (value: Value): void => {
    if (value.kind === "string") {
      if (texts.has(value.value)) return;
      texts.add(value.value);
    }
    members.add(value);
  };
  for (const value of values) {
    if (value.kind === "union") for (const member of value.members) add(member);
    else add(value);
  }
  const [first] = members;
  if (first === undefined) return unknown(span, "nothing");
  return members.size === 1 ? first : { kind: "union", span, members: [...members].slice(0, mostMembers) };
}

/** A union of more members is cut; a table of names is far smaller. */
const mostMembers = 400;

/** What a value is as text, where it is known. */
export function plainText(value: Value): string | undefined {
  switch (value.kind) {
    case "string":
      return value.value;
    case "number":
    case "boolean":
      return value.value === undefined ? undefined : String(value.value);
    default:
      return undefined;
  }
}

/** One of both, where it is not known which. */
export function eitherOf(choice: ChoiceValue): Value {
  return writtenOf(choice.span, choice.yes, choice.no);
}

/** One of two that are written out. */
export function writtenOf(span: Span, yes: Value, no: Value): Value {
  const either = unionOf(span, [yes, no]);
  const isWritten = [yes, no].every((one) => one.kind !== "union" || one.isWritten === true);
  return isWritten && either.kind === "union" ? { ...either, isWritten } : either;
}
