// Which calls are held to the plan: those that reach its destination, and not those to other products.
import type { Emission } from "../code/emission.js";
import { type CallPreset, callPresets, type Plan } from "../plan/plan.js";

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

/** True for a call to the destination, to what passes events on to it, and to whatever the team has of its own. */
export function reachesDestination({ preset, also = [], typed }: Emission): boolean {
  return typed || [preset, ...also].some((one) => !elsewhere.has(one));
}

/** True for a call that the plan speaks of. */
export function isJudged(emission: Emission, plan: Plan): boolean {
  const { preset, also = [], typed } = emission;
  const told = [preset, ...also];
  if (typed || told.some((one) => !libraries.has(one))) return true;
  const { presets } = plan.code;
  if (presets.length === 0) return reachesDestination(emission);
  return told.includes("http") || presets.some(({ value }) => told.some((one) => one === value));
}

/** The doubt of a request to the team's own server where `code.presets` names what counts, and not such requests. */
export const besidePresets = "it goes to a server of your own, which `code.presets` does not name";

/**
 * A call as it is held to the plan. What goes to the team's own server, where the plan names libraries alone, may be
 * about something else: it is one where it names an event of the plan.
 */
export function heldTo(emission: Emission, { code: { presets } }: Plan): Emission {
  const { preset, also = [], doubt, typed } = emission;
  if (typed || doubt !== undefined || presets.length === 0) return emission;
  const told = [preset, ...also];
  const isNamed = told.some((one) => !libraries.has(one) || presets.some(({ value }) => value === one));
  return isNamed ? emission : { ...emission, doubt: besidePresets };
}

/** The libraries whose own names, of events and of keys, begin with a dollar: `$pageview`, `$set`, `$email`. */
const dollars: ReadonlySet<string> = new Set(["posthog", "mixpanel"]);

/** Whether a name, of an event or of a key, is the library's own, and no business of the plan's. */
export function isLibrarys({ preset, also = [] }: Emission, name: string): boolean {
  return name.startsWith("$") && [preset, ...also].every((one) => dollars.has(one));
}
