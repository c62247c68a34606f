// When something is put into an object: behind a statement that every way leads through it is there, and what was there
// before it is not; before it, it is not there yet.
import type { Node } from "oxc-parser";
import type { Span } from "../../diagnostics/diagnostic.js";
import { wayTo } from "../syntax/conditions-around.js";
import { type Binding, functionAround, type Scope } from "../syntax/scopes.js";
import type { Module } from "./module.js";
import { type Member, spanOf, type Value } from "./values.js";

/** The function in which a name is declared. */
function homeOf({ what, scope }: Binding): Node | undefined {
  return what.kind === "parameter" ? what.fn : functionAround(scope);
}

/**
 * The statement that puts something into what a name stands for, where it stands in the block of the name's declaration,
 * so that nobody comes behind it without it. Undefined elsewhere, and in what is no function's: scripts are long.
 */
export function putPlace(binding: Binding, module: Module, node: Node): Span | undefined {
  const home = homeOf(binding);
  const way = home === undefined ? undefined : wayTo(home, node);
  if (home === undefined || way === undefined) return undefined;
  const at = way.findIndex(({ type }) => type === "ExpressionStatement");
  const [block, statement] = [way[at - 1], way[at]];
  if (block?.type !== "BlockStatement" || statement === undefined || way.length > at + 2) return undefined;
  const isOwn =
    binding.what.kind === "parameter"
      ? way[at - 2] === home && at === 2
      : block.start <= binding.start && binding.end <= statement.start;
  return isOwn ? spanOf(module, statement) : undefined;
}

/** What a name stands for as it is at a place, with what was put into it by then. */
export function asOf(binding: Binding, value: Value, { file, start }: Span, from: Scope): Value {
  const isHere = functionAround(from) === homeOf(binding);
  const seen = (member: Member): readonly Member[] => {
    const { put } = member;
    if (put === undefined || put.file !== file) return [member];
    if (put.end <= start) return [member.kind === "computed" ? member : { ...member, guards: undefined }];
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
