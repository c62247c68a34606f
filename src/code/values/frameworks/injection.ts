// What a container gives out for a token or a class: `inject(ANALYTICS)`, where `ANALYTICS = new InjectionToken<Analytics>("…")`.
import type { CallExpression, Node } from "oxc-parser";
import { isClient } from "../../presets/index.js";
import { type Binding, lookUp } from "../../syntax/scopes.js";
import { tailName } from "../../syntax/syntax.js";
import { evaluate } from "../evaluate.js";
import { exportedType } from "../exports.js";
import type { Linker } from "../linker.js";
import type { Module } from "../module.js";
import { type Site, spanOf, type Value } from "../values.js";
import { typeGiven } from "./contexts.js";
import { keptUnder } from "./kept.js";

/** Functions and methods that give out what stands behind a token. */
const injectors = /^(?:inject|injectOptional|useInject|useInjection|getContext)$/;
/** Methods of containers that do, as other things have them, too: what they are asked for tells. */
const containers = /^(?:get|resolve|retrieve|getService|getInstance)$/;
const tokenName = /token$|^InjectionKey$/i;

/** Whether a container gives out what it holds by a method of this name. */
export function givesOut(method: string): boolean {
  return containers.test(method);
}

/** What a container gives out, by the class or the type that it is asked for: `container.resolve(Analytics)`. */
export function heldValue(
  linker: Linker,
  callee: Value,
  name: string | undefined,
  node: CallExpression,
  site: Site,
): Value | undefined {
  if (name === undefined || !givesOut(name)) return undefined;
  if (callee.kind !== "external" && callee.kind !== "unknown" && callee.kind !== "parameter")
    return undefined;
  // What the language itself makes is none: `new Map().get(Cart)`.
  if (callee.kind === "external" && callee.source === "" && callee.path[1] === "new") return undefined;
  const given = node.typeArguments?.params[0]?.type === "TSTypeReference" ? typeGiven(node, site) : undefined;
  if (given !== undefined) return given;
  const [token] = node.arguments;
  if (token?.type !== "Identifier" || !/^[A-Z]/.test(token.name)) return undefined;
  return instanceOf(evaluate(linker, token, site));
}

/** An instance of a class of the project's, or of a library for events: `inject(Angulartics2)`. */
function instanceOf(cls: Value): Value | undefined {
  if (cls.kind === "class") return { ...cls, instance: true };
  return cls.kind === "external" && isClient(cls) ? { ...cls, path: [...cls.path, "new"] } : undefined;
}

/** What a call of an injector gives; undefined where it is none, or where nothing says what it gives. */
export function injectedValue(
  linker: Linker,
  name: string | undefined,
  node: CallExpression,
  site: Site,
): Value | undefined {
  const [token] = node.arguments;
  if (name === undefined || token === undefined || !injectors.test(name)) return undefined;
  const kept =
    token.type === "SpreadElement" ? undefined : keptUnder(linker, token, site, spanOf(site.module, node));
  if (kept !== undefined || name === "getContext") return kept;
  if (token.type !== "Identifier") return undefined;
  const found = declarationOf(linker, token.name, site);
  if (found === undefined || found.binding.what.kind === "class")
    return instanceOf(evaluate(linker, token, site));
  const type = typeOf(found.binding);
  return type === undefined
    ? undefined
    : {
        kind: "typed",
        span: spanOf(site.module, node),
        type,
        site: { module: found.module, scope: found.binding.scope },
      };
}

/** Where a name is declared, in whatever file. */
function declarationOf(
  linker: Linker,
  name: string,
  { module, scope }: Site,
): { readonly binding: Binding; readonly module: Module } | undefined {
  const binding = lookUp(scope, name);
  if (binding?.what.kind !== "import") return binding === undefined ? undefined : { binding, module };
  const target = linker.resolve(module.path, binding.what.source);
  if (target.kind === "package" || linker.near) return undefined;
  const found = exportedType(linker, target.path, binding.what.imported);
  return found !== undefined && "binding" in found ? found : undefined;
}

/** The type that a token stands for: that of `new Token<T>()`, or of `const token: Token<T>`. */
function typeOf({ what, type }: Binding): Node | undefined {
  if (
    type?.type === "TSTypeReference" &&
    type.typeName.type === "Identifier" &&
    tokenName.test(type.typeName.name)
  )
    return type.typeArguments?.params[0];
  const made = what.kind === "variable" ? what.init : undefined;
  return made?.type === "NewExpression" && tokenName.test(tailName(made.callee) ?? "")
    ? made.typeArguments?.params[0]
    : undefined;
}
