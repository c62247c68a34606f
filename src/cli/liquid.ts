// Loads the engine of the templates, when a plan has any.
import { createRequire } from "node:module";
import type { LiquidModule } from "../consumers/liquid-reader.js";

let loaded: LiquidModule | undefined;

/** Required where it is reached and not before. The compiled command line carries the package in itself. */
export function liquidEngine(): LiquidModule {
  // The package's own types.
  loaded ??= createRequire(import.meta.url)("liquidjs") as LiquidModule;
  return loaded;
}
