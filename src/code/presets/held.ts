// Which libraries' calls are held to the plan: those that reach its destination, and not those to other products.
import { type CallPreset, callPresets } from "../../plan/plan.js";

/**
 * The libraries of products beside the destination: their calls are listed by `scan`, and held to the plan where
 * `code.presets` names them. The others are Customer.io's own, and those that pass events on to it.
 */
const elsewhere: ReadonlySet<string> = new Set<CallPreset>([
  "amplitude",
  "data-layer",
  "firebase",
  "google",
  "gtag",
  "mixpanel",
  "other",
  "posthog",
]);

/** The libraries that `code.presets` can name; what is none is the team's own, or the plan's. */
const libraries: ReadonlySet<string> = new Set(callPresets);

/** Whether a plan speaks of a library's calls, by what its `code.presets` names. */
export function isHeldPreset(preset: string, named: readonly string[]): boolean {
  if (named.length === 0) return !elsewhere.has(preset);
  return !libraries.has(preset) || named.includes(preset);
}
