// Names that nobody declares and that stand for something of the file: `arguments`, and `$store` in Svelte.

import { lookUp, type Scope } from "../syntax/scopes.js";
import { valueOfBinding } from "./bindings.js";
import type { Linker } from "./linker.js";
import { idOf, type Site, type Value } from "./values.js";

/** What a store of Svelte holds: `$events` where `events` is one. */
export function subscribed(linker: Linker, name: string, site: Site): Value | undefined {
  const isStore = name.startsWith("$") && name.length > 1 && site.module.file.language === "svelte";
  const binding = isStore ? lookUp(site.scope, name.slice(1)) : undefined;
  return binding === undefined ? undefined : valueOfBinding(linker, binding, site.module);
}

/** All that the function around a place is given. */
export function argumentsOf({ module, scope }: Site, span: Value["span"]): Value | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const { fn } = at;
    if (fn === undefined || fn.type === "ArrowFunctionExpression") continue;
    return {
      kind: "parameter",
      span,
      owner: idOf(module, fn),
      ownerName: module.scopes.names.get(fn)?.[0] ?? fn.id?.name ?? "",
      name: "arguments",
      index: -1,
      path: [{ from: 0 }],
      type: undefined,
    };
  }
  return undefined;
}
