// What a store of Node's holds while something runs: the type that is written where it is made says what `getStore()` gives.
import type { Expression } from "oxc-parser";
import { bare } from "../../syntax/syntax.js";
import { declaredAs } from "../declared.js";
import type { Linker } from "../linker.js";
import type { Site, Value } from "../values.js";

/** What a store gives out that was made by `new AsyncLocalStorage<Shop>()`; undefined for anything else. */
export function storedIn(
  linker: Linker,
  store: Value,
  node: Expression,
  site: Site,
  span: Value["span"],
): Value | undefined {
  if (store.kind !== "external" || store.path.at(-1) !== "new" || store.path.at(-2) !== "AsyncLocalStorage")
    return undefined;
  const [, file, start, name = ""] = /^(.+):(\d+):([^:]+)$/.exec(declaredAs(linker, node, site) ?? "") ?? [];
  const module = file === undefined ? undefined : linker.module(file);
  const binding = module?.scopes.top.values.get(name);
  if (module === undefined || binding?.what.kind !== "variable" || binding.start !== Number(start))
    return undefined;
  const made = binding.what.init === undefined ? undefined : bare(binding.what.init);
  const type = made?.type === "NewExpression" ? made.typeArguments?.params[0] : undefined;
  return type === undefined
    ? undefined
    : { kind: "typed", span, type, site: { module, scope: binding.scope } };
}
