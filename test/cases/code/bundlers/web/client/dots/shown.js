import posthog from "posthog-js";
export const shown = (name) => posthog.capture(name);
