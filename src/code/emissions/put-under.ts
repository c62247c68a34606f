// What is put into a payload under a condition: it is there, is not, or nobody can say.

import type { Span } from "../../diagnostics/diagnostic.js";
import { type Guard, isEither } from "../values/conditions.js";
import { byType, settle } from "../values/language/types.js";
import type { Linker } from "../values/linker.js";
import { type Member, placeOfId, unionOf, type Value } from "../values/values.js";

/** Whether a key is put in for some of what is given, and for the rest of it not. */
export function mayLack(linker: Linker, member: Extract<Member, { kind: "property" }>): boolean {
  if (member.isOnly !== true) return false;
  const guards = member.guards?.() ?? [];
  // What no caller decides may be so or not.
  if (guards.length === 0) return member.isMaybe === true;
  return isEither(guards.map((guard) => ({ ...guard, value: withTypes(linker, guard.value) })));
}

/** Whether it hangs on what a caller gives that nobody can see, so that perhaps no call has it. */
export function isUnseen(linker: Linker, guards: readonly Guard[], { file, start }: Span): boolean {
  return guards.some(({ value }) => {
    if (value.kind === "unknown" || value.kind === "external") return true;
    // What a function further out is given, the wrapper was: it is seen where it is handed on by itself.
    if (value.kind !== "parameter" || value.path.length === 0) return false;
    const owner = placeOfId(value.owner);
    if (owner.file === file && owner.start <= start) return false;
    return open.has(withTypes(linker, value).kind);
  });
}

const open: ReadonlySet<Value["kind"]> = new Set(["parameter", "typed", "unknown"]);

/** A value with what its types say, as far as those are known. */
export function withTypes(linker: Linker, value: Value): Value {
  if (value.kind === "union")
    return unionOf(
      value.span,
      value.members.map((member) => withTypes(linker, member)),
    );
  if (value.kind === "typed") return settle(linker, value);
  const typed = value.kind === "parameter" ? byType(linker, value) : undefined;
  return typed === undefined || typed.kind === "parameter" ? value : withTypes(linker, typed);
}
