// Calls of what nobody sees, by the name of a function of the project's that hands names on: `flow.addEvent("opened")` where
// nothing says what `flow` is, and the project has one `addEvent` that sends.
import type { CallExpression } from "oxc-parser";
import type { Effect } from "../effects/effects.js";
import { namesEvent } from "../effects/guessing/own-emitter.js";
import { isSpelled } from "../effects/guessing/says-name.js";
import { isNobodys } from "../effects/guessing/spoken.js";
import { receiverOf } from "../effects/guessing/spoken-names.js";
import { effectsOf, type KnownEffects } from "../effects/receivers.js";
import { anyones } from "../effects/renames.js";
import { bare, calledBy, tailName } from "../syntax/syntax.js";
import type { Linker } from "../values/linker.js";
import { functionIn, idOf, placeOfId, type Site, type Value } from "../values/values.js";

/** What begins the name that functions which hand names on are asked for. */
export const alikePrefix = "alike ";

/** Whether a name is one that says by itself what it does: of more words than one, and about events. */
export function isTelling(name: string): boolean {
  return (
    /[a-z\d]_?[A-Z]|[a-z]_[a-z]/.test(name) &&
    /track|event|analytics|telemetry|capture|record|report|metric|pixel/i.test(name) &&
    !/^(?:on|get|is|has|use|set|handle|create|make|build|with|add\w*Listener)(?=[A-Z_])|Listener$/.test(
      name,
    ) &&
    !anyones.has(name)
  );
}

/** What such a call does, if it is of a function by that name; the functions of a name are given by `named`. */
export function alikeEffects(
  linker: Linker,
  known: KnownEffects,
  node: CallExpression,
  callee: Value,
  args: () => readonly Value[],
  site: Site,
  named: (name: string) => readonly string[],
): readonly Effect[] {
  const written = bare(calledBy(node).callee);
  const method = tailName(written);
  if (method === undefined || !isTelling(method) || !isNobodys(linker, callee)) return [];
  // What the language makes is its own. A package's is the package's; what it gives may be what the project put there.
  if (callee.kind === "external" && callee.source === "" && callee.path.includes("new")) return [];
  if (callee.kind === "external" && /^[\w@]/.test(callee.source) && !callee.path.includes("()")) return [];
  const ids = named(method);
  if (ids.length === 0) return [];
  const says = args()
    .slice(0, 2)
    .some((one) => isSpelled(linker, one) || namesEvent(one));
  if (!says) return [];
  const receiver =
    written.type === "MemberExpression" && written.object.type !== "Super"
      ? receiverOf(written.object)
      : undefined;
  return ids
    .flatMap((id) => {
      const value = functionOf(linker, id);
      return value === undefined ? [] : effectsOf(linker, known, value, args, idOf(site.module, node));
    })
    .map((effect) => ({
      ...effect,
      doubt: effect.doubt ?? `what "${receiver ?? method}" is can't be seen here`,
    }));
}

function functionOf(linker: Linker, id: string): Value | undefined {
  const { file, start } = placeOfId(id);
  const module = linker.module(file);
  for (const [node, scope] of module?.scopes.scopeOf ?? [])
    if (module !== undefined && node.start === start && scope.fn === node && scope.fn !== undefined)
      return functionIn(module, scope.fn, scope.parent ?? scope);
  return undefined;
}
