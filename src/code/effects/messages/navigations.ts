// Screens that send an event whose name stands in what they are navigated to with: `navigate("Item", { openEvent: "Seen" })`
// and `track(route.params.openEvent)`. Which screen a name leads to nobody is asked: the key says that it is an event's.
import type { CallExpression } from "oxc-parser";
import { tailName } from "../../syntax/syntax.js";
import { argumentValues } from "../../values/call-values.js";
import { navigator } from "../../values/frameworks/navigation.js";
import type { Linker } from "../../values/linker.js";
import { memberOf } from "../../values/members.js";
import { parametersIn } from "../../values/owners.js";
import {
  functionIn,
  type ObjectValue,
  placeOfId,
  type Site,
  spanOf,
  type Value,
} from "../../values/values.js";
import type { Word } from "../../words/words.js";
import type { Effect } from "../effects.js";
import type { Heard, Listener } from "./channels.js";

/** What navigates. */
const navigating: ReadonlySet<string> = new Set(["navigate", "push", "replace", "setParams", "reset"]);

/** Keys that hold the name of an event. */
const telling = /event|analytics|track/i;

/** The keys under which a function is given names by who navigates; undefined where it is given none. */
export function navigatedTo(linker: Linker, id: string, effects: readonly Effect[]): Listener | undefined {
  const keys = new Set<string>();
  for (const { args } of effects)
    for (const { owner, path } of args.slice(0, 2).flatMap((one) => parametersIn(one))) {
      const [first, second, third] = path;
      const key = owner === navigator && first === "params" ? second : undefined;
      const own = owner === id && first === "route" && second === "params" ? third : undefined;
      const name = key ?? own;
      if (typeof name === "string" && telling.test(name)) keys.add(name);
    }
  if (keys.size === 0) return undefined;
  const { file, start } = placeOfId(id);
  const module = linker.module(file);
  for (const [node, scope] of module?.scopes.scopeOf ?? []) {
    const { fn, parent } = scope;
    if (module === undefined || node.start !== start || fn === undefined || fn !== node) continue;
    return {
      kind: "navigation",
      channel: [...keys].join(","),
      listener: () => functionIn(module, fn, parent ?? scope),
      at: undefined,
      words: [...keys],
    };
  }
  return undefined;
}

/** The names that lead to who navigates. */
export function navigatorsTo({ words }: Listener): readonly Word[] {
  return [...navigating].map((word) => ({ word, beside: words }));
}

/** Who is told something by a call that navigates. */
export function navigationOf(
  linker: Linker,
  listeners: readonly Listener[],
  node: CallExpression,
  site: Site,
): Heard | undefined {
  if (!navigating.has(tailName(node.callee) ?? "")) return undefined;
  const screens = listeners.filter(({ kind }) => kind === "navigation");
  if (screens.length === 0) return undefined;
  const params = paramsOf(linker, argumentValues(linker, node.arguments, site));
  if (params === undefined) return undefined;
  const given = new Set(params.members.flatMap((one) => (one.kind === "property" ? [one.name] : [])));
  const span = spanOf(site.module, node);
  const route: Value = objectOf(span, "params", params);
  const props: Value = objectOf(span, "route", route);
  const [first, ...others] = screens
    .filter(({ words }) => words.some((key) => given.has(key)))
    .map((one): Heard => {
      const listener = one.listener();
      const all = new Map([...listener.given, [navigator, [route]] as const]);
      return {
        channel: one.channel,
        listener: { ...listener, given: all },
        args: () => [props],
      };
    });
  return first === undefined ? undefined : { ...first, others };
}

/** What a screen is given: the second argument, or under `params` of the first. */
function paramsOf(linker: Linker, [first, second]: readonly Value[]): ObjectValue | undefined {
  if (second?.kind === "object") {
    // A screen in another one.
    const inner = memberOf(linker, second, "params");
    return inner.kind === "object" ? inner : second;
  }
  const params = first?.kind === "object" ? memberOf(linker, first, "params") : undefined;
  return params?.kind === "object" ? params : undefined;
}

function objectOf(span: Value["span"], name: string, value: Value): Value {
  return {
    kind: "object",
    span,
    members: [{ kind: "property", name, span, value: () => value, optional: false }],
  };
}
