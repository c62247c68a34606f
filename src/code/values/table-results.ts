// What the functions of a table give, each in its place: `makers[kind]()` is one of them.
import { resultOf } from "./call-values.js";
import { lazily } from "./lazily.js";
import type { Linker } from "./linker.js";
import { type Member, unknown, type Value } from "./values.js";

/** A table of more functions than these is a registry of a whole application's: what they give is anything. */
const mostResults = 100;

/** A table of functions with what they give in their places. */
export function resultsIn(
  linker: Linker,
  table: Value,
  args: readonly Value[],
  span: Value["span"],
  depth: number,
): Value {
  if (table.kind !== "object" || table.members.length > mostResults || depth > 4)
    return unknown(span, "the result of a call that is not known");
  const members = table.members.map((member): Member => {
    const { value } = member;
    if (value === undefined) return member;
    const result =
      member.kind === "spread"
        ? () => resultsIn(linker, value(), args, span, depth + 1)
        : () => resultOf(linker, value(), args, span);
    return { ...member, value: lazily(result) };
  });
  return { ...table, members };
}
