// What is looked for in all files, since nothing says in which it is, and what of it is known of a file without its tree.
import { servicePrefix } from "./frameworks/angularjs.js";
import { autoPrefix, autoWord, mayBeAuto } from "./frameworks/auto-imports.js";
import { provides } from "./frameworks/contexts.js";
import { keptPrefix, keptWords } from "./frameworks/kept.js";
import { mixedName } from "./frameworks/plugins.js";
import { takenIn, takers } from "./frameworks/taken.js";
import { globalMakers, madeGlobal, namedPrefix } from "./globals.js";
import { extendedIn, implementedIn } from "./implementations.js";
import { type Imported, isTypedClient, librariesIn } from "./libraries.js";
import type { Module } from "./module.js";

/** Something that a module may hold. */
export type Trace =
  /** It makes a name global, an interface of it extends one, or it has a function of that name handle actions. */
  | { readonly kind: "global" | "extension" | "taken"; readonly name: string }
  /** A class or an object of it implements one of some interfaces. */
  | { readonly kind: "interface"; readonly names: readonly string[] }
  /** It gives some context of React its value. */
  | { readonly kind: "provider" };

/** What tells a trace from others. */
export function traceKey(trace: Trace): string {
  if (trace.kind === "provider") return trace.kind;
  return `${trace.kind} ${trace.kind === "interface" ? trace.names.join(" ") : trace.name}`;
}

/** The traces in a module: what is still known of it when its tree has gone. */
export type Traces = {
  readonly globals: readonly string[];
  readonly extended: readonly string[];
  readonly implemented: readonly string[];
  readonly provides: boolean;
  readonly taken: readonly string[];
  /** The libraries for events that it imports, and whether a tool generated it as a client. */
  readonly libraries: readonly Imported[];
  readonly isClient: boolean;
};

export function tracesOf(module: Module): Traces {
  return {
    globals: madeGlobal(module),
    extended: extendedIn(module),
    implemented: implementedIn(module),
    provides: provides(module),
    taken: takenIn(module),
    libraries: librariesIn(module),
    isClient: isTypedClient(module),
  };
}

export function isAmong(trace: Trace, traces: Traces): boolean {
  switch (trace.kind) {
    case "global":
      return traces.globals.includes(trace.name);
    case "extension":
      return traces.extended.includes(trace.name);
    case "interface":
      return traces.implemented.some((name) => trace.names.includes(name));
    case "taken":
      return traces.taken.includes(trace.name);
    case "provider":
      return traces.provides;
  }
}

/** Words of which one stands in each file that is a module, and no script. */
const moduleWords = ["import", "export", "require"];

/** Whether a trace may be in a file of which only its words are known. */
export function mayBeAmong(trace: Trace, has: (word: string) => boolean, path: string): boolean {
  switch (trace.kind) {
    case "global":
      if (trace.name.startsWith(autoPrefix)) return mayBeAuto(path, trace.name) && has(autoWord(trace.name));
      if (trace.name === mixedName) return has("mixin");
      if (trace.name.startsWith(servicePrefix))
        return has("angular") && has(trace.name.slice(servicePrefix.length));
      if (trace.name.startsWith(namedPrefix))
        return has("class") && has(trace.name.slice(namedPrefix.length));
      if (trace.name.startsWith(keptPrefix))
        return keptWords.some(has) && trace.name.slice(keptPrefix.length).split(".").slice(-1).every(has);
      // A plugin gives the name without its sign.
      return (
        (has(trace.name) || (trace.name.startsWith("$") && has(trace.name.slice(1)))) &&
        (globalMakers.some(has) || !moduleWords.some(has))
      );
    case "extension":
      return has(trace.name) && has("extends");
    case "interface":
      return trace.names.some(has);
    case "taken":
      return has(trace.name) && [...takers].some(has);
    case "provider":
      return has("Provider") || has("value");
  }
}
