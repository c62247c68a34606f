// Which calls are held to the plan: those that reach its destination, and not those to other products.
import type { Emission } from "../code/emission.js";
import { isHeldPreset } from "../code/presets/held.js";
import type { Plan } from "../plan/plan.js";

/** True for a call to the destination, to what passes events on to it, and to whatever the team has of its own. */
export function reachesDestination({ preset, also = [], typed }: Emission): boolean {
  return typed || [preset, ...also].some((one) => isHeldPreset(one, []));
}

/** True for a call that the plan speaks of. */
export function isJudged({ preset, also = [], typed }: Emission, plan: Plan): boolean {
  const told = [preset, ...also];
  return typed || told.includes("http") || heldOf(told, plan).length > 0;
}

/** Those of some libraries that the plan speaks of. */
function heldOf(told: readonly string[], { code: { presets } }: Plan): readonly string[] {
  const named = presets.map(({ value }) => value);
  return told.filter((one) => isHeldPreset(one, named));
}

/** The doubt of a request to the team's own server where `code.presets` names what counts, and not such requests. */
export const besidePresets = "it goes to a server of your own, which `code.presets` does not name";

/**
 * A call as it is held to the plan: of several libraries that it tells, the others are left out. What goes to the team's
 * own server, where the plan names libraries alone, may be about something else: it is one where it names an event of the
 * plan.
 */
export function heldTo(emission: Emission, plan: Plan): Emission {
  const { preset, also = [], doubt, typed } = emission;
  const told = [preset, ...also];
  const [first, ...others] = heldOf(told, plan);
  if (first === undefined)
    return typed || doubt !== undefined ? emission : { ...emission, doubt: besidePresets };
  const isAll = others.length === also.length;
  return typed || isAll ? emission : { ...emission, preset: first, also: others };
}

/** The libraries whose own names, of events and of keys, begin with a dollar: `$pageview`, `$set`, `$email`. */
const dollars: ReadonlySet<string> = new Set(["posthog", "mixpanel"]);

/** Whether a name, of an event or of a key, is the library's own, and no business of the plan's. */
export function isLibrarys({ preset, also = [] }: Emission, name: string): boolean {
  const told = [preset, ...also];
  // A request whose host nobody sees may go to one of them: the key is theirs alone.
  if (name === "distinct_id") return told.some((one) => dollars.has(one) || one === "http");
  return name.startsWith("$") && told.some((one) => dollars.has(one));
}
