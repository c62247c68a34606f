// What is looked for in all files, since nothing says in which it is, and what of it is known of a file without its tree.
import { globalMakers, madeGlobal } from "./globals.js";
import { implementedIn } from "./implementations.js";
import type { Module } from "./module.js";
import { provides } from "./react.js";

/** Something that a module may hold. */
export type Trace =
  /** It makes a name global, or a class of it implements an interface. */
  | { readonly kind: "global" | "interface"; readonly name: string }
  /** It gives some context of React its value. */
  | { readonly kind: "provider" };

/** What tells a trace from others. */
export function traceKey(trace: Trace): string {
  return trace.kind === "provider" ? trace.kind : `${trace.kind} ${trace.name}`;
}

/** The traces in a module: what is still known of it when its tree has gone. */
export type Traces = {
  readonly globals: readonly string[];
  readonly interfaces: readonly string[];
  readonly provides: boolean;
};

export function tracesOf(module: Module): Traces {
  return { globals: madeGlobal(module), interfaces: implementedIn(module), provides: provides(module) };
}

export function isAmong(trace: Trace, { globals, interfaces, provides }: Traces): boolean {
  if (trace.kind === "provider") return provides;
  return (trace.kind === "global" ? globals : interfaces).includes(trace.name);
}

/** Whether a trace may be in a file of which only its words are known. */
export function mayBeAmong(trace: Trace, has: (word: string) => boolean): boolean {
  switch (trace.kind) {
    case "global":
      return has(trace.name) && globalMakers.some(has);
    case "interface":
      return has(trace.name) && has("implements");
    case "provider":
      return has("Provider") || has("value");
  }
}
