// Loads the engine of the templates, when a plan has any.
import { createRequire } from "node:module";
import type { LiquidModule } from "../consumers/liquid-reader.js";

let loaded: LiquidModule | undefined;

/** Most of what it costs to start is this package. `import` would read its text twice, to find what it exports. */
export function liquidEngine(): LiquidModule {
  // The package's own types.
  loaded ??= createRequire(import.meta.url)("liquidjs") as LiquidModule;
  return loaded;
}
