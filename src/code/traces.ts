// What is kept of a module when its tree goes.
import { madeGlobal } from "./globals.js";
import { implementedIn } from "./implementations.js";
import type { Module, Traces } from "./module.js";
import { provides } from "./react.js";

export function tracesOf(module: Module): Traces {
  return { globals: madeGlobal(module), implemented: implementedIn(module), provides: provides(module) };
}
