// Makers of actions that are handed in: `props.cartActions.trackEvent({ key })` in a component that a store is connected to,
// where nobody sees by whom, and one handler takes what a maker of that name makes.
import type { CallExpression } from "oxc-parser";
import { bare, tailName } from "../../syntax/syntax.js";
import { argumentValues, resultOf } from "../../values/call-values.js";
import type { Linker } from "../../values/linker.js";
import { functionIn, placeOfId, type Site, type Value } from "../../values/values.js";
import { isEmitterName, saysTracking } from "../emitter-names.js";
import type { Heard, Listener } from "./channels.js";
import { actionMade } from "./creators.js";

/** What nobody sees. */
const unseen: ReadonlySet<Value["kind"]> = new Set(["parameter", "unknown", "undefined", "lookup"]);

/** Who handles the action of a maker that is handed in; undefined where its name does not say that it tracks. */
export function heardByName(
  linker: Linker,
  handlers: readonly Listener[],
  node: CallExpression,
  callee: Value,
  site: Site,
): Heard | undefined {
  const written = bare(node.callee);
  const name = tailName(written);
  if (name === undefined || !unseen.has(callee.kind)) return undefined;
  if (!isEmitterName(name) || !saysTracking.test(name) || node.arguments.length === 0) return undefined;
  const [handler, ...others] = handlers.filter(
    ({ kind, words }) => kind === "action" && words.includes(name),
  );
  if (handler === undefined || others.length > 0) return undefined;
  const { channel, listener, at, makers = [] } = handler;
  const own = makers.flatMap((id) => makerBy(linker, id, name) ?? []);
  const receiver =
    written.type === "MemberExpression" && written.object.type !== "Super" ? tailName(written.object) : name;
  return {
    channel,
    listener: listener(),
    args: () => {
      const [maker] = own;
      const action =
        maker === undefined
          ? actionMade(linker, node, site)
          : resultOf(linker, maker, argumentValues(linker, node.arguments, site));
      return [
        at === "list" ? { kind: "array", span: action.span, items: [() => action], complete: false } : action,
      ];
    },
    isHanded: true,
    doubt: `what "${receiver ?? name}" is can't be seen here`,
  };
}

/** A maker that the team wrote, by its identity, where it has a name. */
function makerBy(linker: Linker, id: string, name: string): Value | undefined {
  const { file, start } = placeOfId(id);
  const module = Number.isNaN(start) ? undefined : linker.module(file);
  for (const [fn, scope] of module?.scopes.scopeOf ?? []) {
    if (module === undefined || fn.start !== start || scope.fn === undefined || scope.fn !== fn) continue;
    const isNamed = scope.fn.id?.name === name || module.scopes.names.get(fn)?.includes(name) === true;
    return isNamed ? functionIn(module, scope.fn, scope.parent ?? scope) : undefined;
  }
  return undefined;
}
