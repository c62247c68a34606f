// Which calls are held to the plan: those that reach its destination, and not those to other products.
import type { Emission } from "../code/emission.js";
import type { Plan } from "../plan/plan.js";

/**
 * The products beside the destination that code tells about people: their calls are listed by `scan`, and held to
 * the plan where `code.presets` names them. Everything else reaches Customer.io: its own libraries, the pipelines
 * that pass events on to it, the plan's emitters and a team's own functions.
 */
const others =
  /^(?:amplitude|mixpanel|posthog|data-?layer|gtm|gtag|google|ga\d?|heap|plausible|umami|fathom|snowplow|sentry|datadog)/i;

/** True for a call that the plan speaks of. */
export function isJudged({ preset, typed }: Emission, plan: Plan): boolean {
  const { presets } = plan.code;
  if (typed) return true;
  if (presets.length === 0) return !others.test(preset);
  return presets.some(({ value }) => value === preset);
}
