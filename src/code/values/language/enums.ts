// Enums of numbers, which lead from a number to its name.
import type { ObjectValue, Value } from "../values.js";

/** The names of an enum's members that are numbers: all of them, or those of one number. */
export function namesIn({ members }: ObjectValue, only?: number): readonly Value[] {
  return members.flatMap((member): Value[] => {
    if (member.kind !== "property") return [];
    const value = member.value();
    if (value.kind !== "number" || (only !== undefined && value.value !== only)) return [];
    const { span, name } = member;
    return [{ kind: "string", span, value: name, how: "enum", replaceable: false }];
  });
}
