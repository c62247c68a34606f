// When something is put into an object: behind a statement that every way leads through it is there, and what was there
// before it is not; before it, it is not there yet.
import type { Node } from "oxc-parser";
import type { Span } from "../../diagnostics/diagnostic.js";
import { wayTo } from "../syntax/conditions-around.js";
import { type Binding, functionAround, type Scope } from "../syntax/scopes.js";
import { isFunction } from "../syntax/syntax.js";
import { type Branch, branchOf, isWithin } from "./branches.js";
import type { Module } from "./module.js";
import { type Member, spanOf, type Value } from "./values.js";

/** A statement that puts something in; it is sure where one comes behind it by no other way. */
export type PutPlace = {
  readonly span: Span;
  readonly isSure: boolean;
  /** The branches in which it stands. */
  readonly branches: readonly Branch[];
};

/** The function in which a name is declared. */
function homeOf({ what, scope }: Binding): Node | undefined {
  return what.kind === "parameter" ? what.fn : functionAround(scope);
}

const loops: ReadonlySet<string> = new Set([
  ...["ForStatement", "ForInStatement", "ForOfStatement", "WhileStatement", "DoWhileStatement"],
]);

/**
 * The statement that puts something into what a name stands for. It is sure where it stands in the block of the name's
 * declaration: nobody comes behind it without it. Undefined where it may come before what stands before it.
 */
export function putPlace(binding: Binding, module: Module, node: Node): PutPlace | undefined {
  // A long function puts in hundreds of things, and is looked at for each of its callers.
  const known = module.putPlaces.get(binding) ?? new Map<Node, PutPlace | undefined>();
  module.putPlaces.set(binding, known);
  if (!known.has(node)) known.set(node, placeOf(binding, module, node));
  return known.get(node);
}

function placeOf(binding: Binding, module: Module, node: Node): PutPlace | undefined {
  const home = homeOf(binding) ?? module.scopes.program;
  const way = wayTo(home, node);
  if (way === undefined) return undefined;
  const at = way.findIndex(({ type }) => type === "ExpressionStatement");
  const [block, statement] = [way[at - 1], way[at]];
  if (block === undefined || statement === undefined || way.length > at + 2) return undefined;
  const isAround = (one: Node): boolean => one.start <= binding.start && binding.end <= one.end;
  if (way.some((one, index) => index > 0 && (isFunction(one) || (loops.has(one.type) && !isAround(one)))))
    return undefined;
  const isSure =
    (block.type === "BlockStatement" || block.type === "Program") &&
    (binding.what.kind === "parameter" ? at === 2 : isAround(block) && binding.end <= statement.start);
  const branches = way.flatMap((one, index) => branchOf(one, way[index + 1], module.text, home.end));
  return { span: spanOf(module, statement), isSure, branches };
}

/** What a name stands for as it is at a place, with what was put into it by then. */
export function asOf(binding: Binding, value: Value, { file, start }: Span, from: Scope): Value {
  const isHere = functionAround(from) === homeOf(binding);
  const seen = (member: Member): readonly Member[] => {
    const { put } = member;
    if (put === undefined || put.span.file !== file) return [member];
    if (put.span.end <= start) {
      if (put.isSure && member.kind !== "computed") return [{ ...member, guards: undefined }];
      if (put.branches.some(({ apart }) => apart.some((one) => isWithin(start, one)))) return [];
      const isMaybe = put.branches.some((one) => !one.isAlways && !isWithin(start, one));
      return [isMaybe && member.kind === "property" ? { ...member, isMaybe } : member];
    }
    // A function inside may run later.
    return isHere ? [] : [member];
  };
  const within = (one: Value): Value => {
    switch (one.kind) {
      case "object":
        return one.members.some(({ put }) => put !== undefined)
          ? { ...one, members: one.members.flatMap(seen) }
          : one;
      case "parameter": {
        if (one.changed === undefined) return one;
        const changed = one.changed.map(({ at, change }) => ({
          at,
          change: { ...change, members: change.members.flatMap(seen) },
        }));
        return { ...one, changed };
      }
      case "union":
        return { ...one, members: one.members.map(within) };
      case "choice":
        return { ...one, yes: within(one.yes), no: within(one.no) };
      case "fallback":
        return { ...one, left: within(one.left), right: within(one.right) };
      default:
        return one;
    }
  };
  return within(value);
}
