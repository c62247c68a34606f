import posthog from "posthog-js";

export const note = (name: string) => posthog.capture(name);
