// What unionize makes: `unionize({ CartOpened: ofType<Cart>() }, { tag: "type", value: "payload" })` has a function for each
// kind, which gives an object that says the kind.
import type { Linker } from "../linker.js";
import { memberOf } from "../members.js";
import { type Member, plainText, type Value } from "../values.js";

/** The package whose results are kept with what they were made with. */
export const unionizing = "unionize";

/** What a function gives that unionize made; undefined for anything else. */
export function kindMade(
  linker: Linker,
  callee: Value,
  args: () => readonly Value[],
  span: Value["span"],
): Value | undefined {
  if (callee.kind !== "external" || callee.source !== unionizing) return undefined;
  const [, made, kind, ...more] = callee.path;
  if (made !== "()" || kind === undefined || more.length > 0 || ["match", "as", "is", "_"].includes(kind))
    return undefined;
  const options = callee.options?.();
  const option = (key: string): string | undefined =>
    options === undefined ? undefined : plainText(memberOf(linker, options, key));
  const name: Value = { kind: "string", span, value: kind, how: "constant", replaceable: false };
  const property = (key: string, value: () => Value): Member => ({
    kind: "property",
    name: key,
    span,
    optional: false,
    value,
  });
  const held = (): Value => args()[0] ?? { kind: "object", span, members: [] };
  const under = option("value");
  return {
    kind: "object",
    span,
    members: [
      under === undefined ? { kind: "spread", value: held } : property(under, held),
      property(option("tag") ?? "tag", () => name),
    ],
  };
}
