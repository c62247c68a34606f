// Parameters that are types: what `K` of `<K extends keyof Events>(name: K)` may be.
import type { TSTypeParameter } from "oxc-parser";
import type { Scope } from "../../syntax/scopes.js";

/** The parameter of a function or a class around a place that has a name; undefined where none has. */
export function typeParameter(scope: Scope, name: string): TSTypeParameter | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const params = (at.fn ?? at.cls)?.typeParameters?.params ?? [];
    const own = params.find((one) => one.name.name === name);
    if (own !== undefined) return own;
  }
  return undefined;
}
