// The state of a class component: what it begins with, and what may take its place while the program runs.
import type { Node } from "oxc-parser";
import { type ClassNode, keyName, tailName } from "../../syntax/syntax.js";
import { lazily } from "../lazily.js";
import type { Module } from "../module.js";
import { type Member, unionOf, unknown, type Value } from "../values.js";

/** A state as it may be at any time: what `this.setState` sets is not only what it was at first. */
export function stateOf(module: Module, cls: ClassNode, first: Value): Value {
  const set = setIn(module, cls);
  return set.length === 0 ? first : changing(first, set);
}

/** A store as it may be at any time: what it begins with is no more than that, unless it does something. */
export function storeOf(first: Value): Value {
  switch (first.kind) {
    case "string":
    case "number":
    case "boolean":
    case "null":
    case "undefined":
      return unionOf(first.span, [first, unknown(first.span, "a state that changes")]);
    default:
      return changing(first, [undefined]);
  }
}

/** What a component of Vue's begins with, as it may be at any time: what its script or its markup sets may be another. */
export function dataOf(text: string, first: Value): Value {
  const set = [...text.matchAll(setting)].flatMap(({ groups }) => groups?.own ?? groups?.bound ?? []);
  return set.length === 0 ? first : changing(first, set);
}

/** `this.order = found`, `this.form.name = ""`, and `v-model="name"` or `@click="isOpen = true"` in markup. */
const setting =
  /\b(?:this|self|that|vm|_this)\.(?<own>[\w$]+)(?:\.[\w$]+|\[[^\]\n]*\])*\s*(?:[+\-*/]|\?\?|\|\||&&)?=(?![=>])|(?:v-model[\w.:-]*=["']\s*|@[\w.:-]+=["']\s*(?=[\w$.]+\s*=[^=]))(?<bound>[\w$]+)/g;

function changing(state: Value, set: readonly (string | undefined)[]): Value {
  const { span } = state;
  if (state.kind === "union")
    return unionOf(
      span,
      state.members.map((one) => changing(one, set)),
    );
  if (state.kind !== "object") return state;
  const members = state.members.map((member): Member => {
    if (member.kind !== "property" || !(set.includes(member.name) || set.includes(undefined))) return member;
    const value = lazily((): Value => {
      const begun = member.value();
      return begun.kind === "function" || begun.kind === "class"
        ? begun
        : unionOf(begun.span, [begun, unknown(begun.span, "a state that changes")]);
    });
    return { ...member, value };
  });
  return { ...state, members };
}

/** The keys that a class sets in its state; undefined among them where they may be any. */
function setIn({ scopes }: Module, cls: ClassNode): readonly (string | undefined)[] {
  return scopes.calls.flatMap(({ node }) => {
    if (node.type !== "CallExpression" || node.start < cls.start || node.end > cls.end) return [];
    const [given] = node.arguments;
    return given !== undefined && tailName(node.callee) === "setState" ? keysOf(given) : [];
  });
}

function keysOf(given: Node): readonly (string | undefined)[] {
  const result = given.type === "ArrowFunctionExpression" ? given.body : given;
  const made = result.type === "ParenthesizedExpression" ? result.expression : result;
  return made.type === "ObjectExpression"
    ? made.properties.map((one) => (one.type === "Property" ? keyName(one.key, one.computed) : undefined))
    : [undefined];
}
